package io.sigmaprompt.scenarios.language;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.port.OutsideFailureException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The robots, scenarios and worlds that come with the workbench. They lie in {@code scenarios/library} of a checkout, which the
 * system property {@code sigma.home} or the variable {@code SIGMA_HOME} points to; otherwise they come from the class
 * path, and out of a jar they are unpacked once a process into a folder of their own.
 */
public final class ShippedLibrary {
    private static final String RESOURCE = "/io/sigmaprompt/library/README.md";

    private static @Nullable Path unpacked;

    private ShippedLibrary() {}

    /** The name in {@code library:NAME} or {@code library/NAME}, or null where {@code model} is neither. */
    public static @Nullable String nameIn(String model) {
        String head = "library";
        return model.startsWith(head + ":") || model.startsWith(head + "/") ? model.substring(head.length() + 1) : null;
    }

    /**
     * The URDF of a shipped robot, as {@code industrial-arm}.
     *
     * @throws BadInputException if there is none
     */
    public static Path robot(String name) {
        return existing(root().resolve("robots").resolve(name).resolve(name + ".urdf"), name, "robot", robots());
    }

    /**
     * The file of a shipped scenario, as {@code first-light}.
     *
     * @throws BadInputException if there is none
     */
    public static Path scenario(String name) {
        return existing(root().resolve("scenarios").resolve(name + ".yaml"), name, "scenario", scenarios());
    }

    /**
     * The MJCF or SDF file of a shipped world, as {@code stack5}.
     *
     * @throws BadInputException if there is none
     */
    public static Path world(String name) {
        Path worlds = root().resolve("worlds");
        Path sdf = worlds.resolve(name + ".sdf");
        return existing(Files.isRegularFile(sdf) ? sdf : worlds.resolve(name + ".xml"), name, "world", worlds());
    }

    /** Names of the shipped robots, sorted. */
    public static List<String> robots() {
        return list("robots", "").stream()
                .filter(name -> Files.isRegularFile(
                        root().resolve("robots").resolve(name).resolve(name + ".urdf")))
                .toList();
    }

    /** Names of the shipped scenarios, sorted. */
    public static List<String> scenarios() {
        return list("scenarios", ".yaml");
    }

    /** Names of the shipped worlds, sorted. */
    public static List<String> worlds() {
        return Stream.concat(list("worlds", ".xml").stream(), list("worlds", ".sdf").stream())
                .sorted()
                .toList();
    }

    /** The folder that holds {@code robots}, {@code scenarios} and {@code worlds}. */
    public static Path root() {
        String home = System.getProperty("sigma.home", System.getenv("SIGMA_HOME"));
        if (home != null && !home.isBlank()) {
            Path checkout = Path.of(home).resolve("scenarios").resolve("library");
            if (Files.isDirectory(checkout)) {
                return checkout;
            }
        }
        return onClassPath();
    }

    private static Path existing(Path file, String name, String what, List<String> known) {
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(
                    "library:" + name,
                    "the library has no " + what + " '" + name + "'",
                    DidYouMean.remedy(name, known, "There are "));
        }
        return file;
    }

    private static List<String> list(String folder, String ending) {
        Path path = root().resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new OutsideFailureException(path.toString(), "the library cannot be read", "Look at the folder.", e);
        }
    }

    private static synchronized Path onClassPath() {
        if (unpacked != null) {
            return unpacked;
        }
        URL url = ShippedLibrary.class.getResource(RESOURCE);
        if (url == null) {
            throw new IllegalStateException("the resource " + RESOURCE + " is not on the class path");
        }
        try {
            URI uri = url.toURI();
            Path found;
            if ("file".equals(uri.getScheme())) {
                found = parent(Path.of(uri));
            } else {
                found = Files.createTempDirectory("sigma-library-");
                try (FileSystem jar = FileSystems.newFileSystem(uri, java.util.Map.of())) {
                    copy(parent(jar.getPath(RESOURCE)), found);
                }
            }
            unpacked = found;
            return found;
        } catch (IOException | URISyntaxException e) {
            throw new OutsideFailureException(
                    url.toString(), "the library cannot be unpacked: " + e.getMessage(), "Look at the disk.", e);
        }
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalStateException(file + " lies in no folder");
        }
        return parent;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
                target.toFile().deleteOnExit();
            }
        }
    }
}
