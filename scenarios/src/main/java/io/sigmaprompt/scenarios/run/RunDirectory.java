package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.port.OutsideFailureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A session on disk. */
public final class RunDirectory {
    public static final String SESSION = "session.json";
    public static final String JOURNAL = "journal";
    public static final String TRACE = "trace";
    public static final String RESULT = "result.json";

    private static final String PART = ".part";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path path;

    private RunDirectory(Path path) {
        this.path = path;
    }

    /**
     * Creates a folder for a run.
     *
     * @param wanted where, or null for a new one {@code <date>-<name>[-n]} below {@link #runs}
     * @throws BadInputException if there is something in {@code wanted} already
     */
    static RunDirectory create(String name, @Nullable Path wanted) {
        try {
            if (wanted == null) {
                return new RunDirectory(fresh(runs(), dated(name)));
            }
            if (Files.exists(wanted.resolve(JOURNAL))) {
                throw new BadInputException(
                        wanted.toString(), "this folder holds a session already", "Name a new or an empty folder.");
            }
            checkEmpty(wanted);
            Files.createDirectories(wanted);
            return new RunDirectory(wanted);
        } catch (IOException e) {
            throw failure(wanted == null ? runs() : wanted, e);
        }
    }

    /**
     * Sees to it that nothing of somebody else's is written between.
     *
     * @throws BadInputException if {@code folder} is a file, or a folder with something in it
     */
    public static void checkEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new BadInputException(
                    folder.toString(), "expected a folder, found a file", "Name a new or an empty folder.");
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new BadInputException(
                        folder.toString(),
                        "expected an empty folder, found files in it",
                        "Name a new or an empty folder; a run leaves several files.");
            }
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    /** The name of a folder for something that begins today, in this machine's zone. */
    public static String dated(String name) {
        return LocalDate.now(ZoneId.systemDefault()) + "-" + name;
    }

    /** Where runs lie unless said otherwise: the variable SIGMA_RUNS, or {@code runs} below the working directory. */
    public static Path runs() {
        String variable = System.getenv("SIGMA_RUNS");
        return Path.of(variable == null || variable.isBlank() ? "runs" : variable)
                .toAbsolutePath();
    }

    /**
     * Creates a folder that did not exist.
     *
     * @throws OutsideFailureException if it cannot be created
     */
    public static Path fresh(Path parent, String name) {
        try {
            Files.createDirectories(parent);
            for (int n = 1; ; n++) {
                try {
                    return Files.createDirectory(parent.resolve(n == 1 ? name : name + "-" + n));
                } catch (FileAlreadyExistsException e) {
                    // Taken: try the next number.
                }
            }
        } catch (IOException e) {
            throw failure(parent, e);
        }
    }

    Path path() {
        return path;
    }

    /** The file with what a run learnt to be normal for a robot. */
    static String normal(String robot) {
        return "normal-" + robot + ".bin";
    }

    Path resolve(String file) {
        return path.resolve(file);
    }

    /** Writes a JSON file so that it is there whole or not at all. */
    void write(String file, JsonNode content) {
        write(file, (JSON.writeValueAsString(content) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file so that it is there whole or not at all. */
    void write(String file, byte[] content) {
        Path part = path.resolve(file + PART);
        try {
            try {
                Files.write(part, content);
                Files.move(part, path.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                // Gone already, unless something failed.
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw failure(path.resolve(file), e);
        }
    }

    /**
     * Reads a JSON file of a run directory.
     *
     * @throws BadInputException if it is not there or no JSON object
     */
    public static JsonNode read(Path runDirectory, String file) {
        Path path = runDirectory.resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new BadInputException(
                    path.toString(), "there is no such file", "Name a run directory, as runs/<date>-<name>.");
        }
        String remedy = "Copy the run directory again from where it was recorded.";
        try {
            JsonNode content = JSON.readTree(path.toFile());
            if (!content.isObject()) {
                throw new BadInputException(path + ":1:1", "expected a JSON object, found something else", remedy);
            }
            return content;
        } catch (StreamReadException e) {
            TokenStreamLocation at = e.getLocation();
            throw new BadInputException(
                    path + ":" + at.getLineNr() + ":" + at.getColumnNr(),
                    "this is not JSON: " + e.getOriginalMessage(),
                    remedy);
        } catch (JacksonException e) {
            throw new OutsideFailureException(
                    path.toString(), "cannot be read: " + e.getOriginalMessage(), "Look at its permissions.", e);
        }
    }

    /** Names of the files it holds something in, sorted; what was begun and never became whole does not count. */
    List<String> files() {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(RunDirectory::holdsSomething)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.endsWith(PART) && !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    private static boolean holdsSomething(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static OutsideFailureException failure(Path path, IOException e) {
        return new OutsideFailureException(
                path.toString(), "cannot be written: " + why(e), "Look at the disk and its permissions.", e);
    }

    /** What the system said, without the path that is named anyway. */
    private static String why(IOException e) {
        if (!(e instanceof FileSystemException failed)) {
            return String.valueOf(e.getMessage());
        }
        String reason = failed.getReason();
        String kind = failed.getClass().getSimpleName().replace("Exception", "");
        String words = kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return reason != null ? reason : words;
    }
}
