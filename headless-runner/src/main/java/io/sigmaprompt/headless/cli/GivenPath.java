package io.sigmaprompt.headless.cli;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.scenarios.language.ShippedLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a user names on the command line: a file, or {@code library:NAME} for what comes with the workbench. */
final class GivenPath {
    /** How the names of recordings end. */
    static final List<String> LOGS = List.of(".db3", ".mcap", ".bag", ".csv", ".ulg");

    private static final List<String> DESCRIPTIONS = List.of(".sdf", ".xml", ".xacro");
    private static final String BAG_METADATA = "metadata.yaml";
    private static final String LIBRARY = "library:";

    private GivenPath() {}

    static Path scenario(String given) {
        if (given.startsWith(LIBRARY)) {
            return ShippedLibrary.scenario(given.substring(LIBRARY.length()));
        }
        Path path = existing("SCENARIO", given, ShippedLibrary::scenarios);
        refuse(path, LOGS, "a recording", "Mirror it with: sigma replay " + path + " --robot ROBOT");
        refuse(
                path,
                List.of(".urdf", ".xacro", ".sdf"),
                "a robot's file",
                "A scenario names it as its `model:`; look at it alone with: sigma model " + path);
        return path;
    }

    private static void refuse(Path path, List<String> endings, String what, String remedy) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (Files.isRegularFile(path) && endings.stream().anyMatch(name::endsWith)) {
            throw new BadInputException("SCENARIO", "expected a scenario, found " + what + ", " + path, remedy);
        }
        if (Files.isDirectory(path)) {
            throw new BadInputException(
                    "SCENARIO", "expected a scenario, found the folder " + path, "Name the .yaml file in it.");
        }
    }

    static Path robot(String given) {
        if (given.startsWith(LIBRARY)) {
            return ShippedLibrary.robot(given.substring(LIBRARY.length()));
        }
        Path path = existing("ROBOT", given, ShippedLibrary::robots);
        return Files.isDirectory(path) ? robotIn(path) : path;
    }

    /** The only description of a robot in a folder, or the folder itself where another rule tells which it is. */
    private static Path robotIn(Path folder) {
        if (Files.exists(folder.resolve("model.config"))) {
            return folder;
        }
        List<Path> found = filesIn(folder).stream()
                .filter(file -> file.toString().endsWith(".urdf"))
                .toList();
        if (found.size() > 1) {
            throw new BadInputException(
                    "ROBOT",
                    "expected one robot in the folder " + folder + ", found " + names(found),
                    "Name the file itself, as " + found.getFirst());
        }
        boolean other =
                filesIn(folder).stream().anyMatch(file -> DESCRIPTIONS.stream().anyMatch(file.toString()::endsWith));
        if (found.isEmpty() && !other) {
            throw new BadInputException(
                    "ROBOT",
                    "expected a robot in the folder " + folder
                            + ", found no file that ends in .urdf, .sdf, .xml or .xacro",
                    "Name the file itself.");
        }
        return found.isEmpty() ? folder : found.getFirst();
    }

    /** Complains of a folder that is no recording. */
    static void requireRecording(Path path) {
        if (!Files.isDirectory(path) || Files.isRegularFile(path.resolve(BAG_METADATA))) {
            return;
        }
        List<Path> logs = filesIn(path).stream()
                .filter(file -> LOGS.stream().anyMatch(file.toString()::endsWith))
                .toList();
        throw new BadInputException(
                path.toString(),
                "expected a run directory, which holds a journal, or a rosbag2 folder, which holds a " + BAG_METADATA
                        + ", found neither in it",
                logs.isEmpty()
                        ? "Name a run directory such as runs/<date>-<name>, or the .db3 or .csv file itself."
                        : "Name a log itself; the folder holds " + names(logs) + ".");
    }

    /** Regular files, by name. */
    static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of files, without their folders. */
    static String names(List<Path> files) {
        return String.join(
                ", ",
                files.stream().map(file -> String.valueOf(file.getFileName())).toList());
    }

    /** A scene's or a robot's file; {@code library:NAME} is a world of the library, or a robot of it. */
    static Path scene(String given) {
        if (!given.startsWith(LIBRARY)) {
            return existing("SCENE", given, GivenPath::scenes);
        }
        String name = given.substring(LIBRARY.length());
        for (String ending : List.of(".xml", ".sdf")) {
            Path world = worlds().resolve(name + ending);
            if (Files.isRegularFile(world)) {
                return world;
            }
        }
        if (ShippedLibrary.robots().contains(name)) {
            return ShippedLibrary.robot(name);
        }
        List<String> known = scenes();
        throw new BadInputException(
                given,
                "the library has neither a world nor a robot '" + name + "'" + Suggestion.phrase(name, known),
                "There are " + String.join(", ", known) + ".");
    }

    /** Names of the library's worlds and robots. */
    private static List<String> scenes() {
        try (Stream<Path> files = Files.list(worlds())) {
            return Stream.concat(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".xml") || name.endsWith(".sdf"))
                                    .map(name -> name.substring(0, name.lastIndexOf('.'))),
                            ShippedLibrary.robots().stream())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of the library's worlds. */
    static Path worlds() {
        return ShippedLibrary.root().resolve("worlds");
    }

    /** The file or folder, which must be there. */
    static Path existing(String argument, String given) {
        return existing(argument, given, List::of);
    }

    /** The folder, which must be there. */
    static Path folder(String argument, String given, String remedyForFile) {
        Path path = Path.of(given);
        if (Files.isDirectory(path)) {
            return path;
        }
        if (Files.exists(path)) {
            throw new BadInputException(argument, "expected a folder, found the file " + path, remedyForFile);
        }
        throw new BadInputException(
                argument,
                "expected a folder, found none at " + path,
                "Name one that is there; paths are relative to " + Path.of("").toAbsolutePath());
    }

    /** A file that is to be written, in a folder that must be there; looked at before the work whose fruit it gets. */
    static void requireWritable(String argument, Path file) {
        if (Files.isDirectory(file)) {
            throw new BadInputException(
                    argument, "expected a file to write, found the folder " + file, "Name a file in it.");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new BadInputException(
                    argument, "expected a file in a folder that is there, found no folder " + folder, "Make it first.");
        }
    }

    /** What is written must not replace what was read. */
    static void requireOther(String argument, Path written, Path read, String what) {
        try {
            if (Files.isRegularFile(written) && Files.isSameFile(written, read)) {
                throw new BadInputException(
                        argument, "expected a file of its own, found " + what + ", " + written, "Name another file.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What lies beside a file that is not there, where one has nearly its name. */
    private static String neighbour(Path missing) {
        Path folder = missing.toAbsolutePath().getParent();
        if (folder != null && Files.isDirectory(folder) && Files.isReadable(folder)) {
            List<String> there = filesIn(folder).stream()
                    .map(file -> String.valueOf(file.getFileName()))
                    .toList();
            String near = Suggestion.nearest(String.valueOf(missing.getFileName()), there);
            if (near != null) {
                return "Did you mean " + missing.resolveSibling(near) + "?";
            }
        }
        return "Name one that is there; paths are relative to " + Path.of("").toAbsolutePath();
    }

    private static Path existing(String argument, String given, Supplier<List<String>> shipped) {
        if (given.isBlank()) {
            throw new BadInputException(
                    argument, "expected a file that can be read, found an empty name", "Name one that is there");
        }
        Path path = Path.of(given);
        if (Files.exists(path)) {
            return path;
        }
        List<String> near = Spelling.nearest(given.substring(given.lastIndexOf(':') + 1), shipped.get());
        String remedy = near.isEmpty() ? neighbour(path) : "Did you mean " + LIBRARY + near.getFirst() + "?";
        throw new BadInputException(argument, "expected a file that can be read, found none at " + path, remedy);
    }
}
