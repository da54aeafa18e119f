package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.xml.XmlElement;
import io.sigmaprompt.physics.model.xml.XmlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A model as Gazebo keeps it: a folder with {@code model.config}, which names the SDF files by version. */
final class ModelFolder {
    private static final Pattern DESCRIPTION = Pattern.compile(".+\\.(sdf|world|xml|urdf|xacro)");
    /** How many files a message names. */
    private static final int NAMED = 3;

    private ModelFolder() {}

    /**
     * The description in a folder: of those that {@code model.config} names the one of the newest version that is read,
     * else {@code model.sdf}.
     *
     * @throws BadInputException if there is none
     */
    static Path description(Path folder) {
        Path config = folder.resolve("model.config");
        Path best = Files.isRegularFile(config) ? named(XmlReader.read(config), folder) : null;
        Path usual = folder.resolve("model.sdf");
        if (best == null && Files.isRegularFile(usual)) {
            best = usual;
        }
        if (best == null) {
            throw new BadInputException(
                    folder.toString(),
                    "the folder has neither a model.config that names an SDF file, nor a model.sdf",
                    files(folder));
        }
        return best;
    }

    /** What to name instead: the descriptions that stand in the folder, where there are any. */
    private static String files(Path folder) {
        List<String> names;
        try (Stream<Path> entries = Files.list(folder)) {
            names = entries.map(file -> file.getFileName().toString())
                    .filter(name -> DESCRIPTION.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            names = List.of();
        }
        if (names.isEmpty()) {
            return "Name a model's folder, or an SDF file inside it";
        }
        String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return "Name one of the files inside it: " + first
                + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "");
    }

    private static @Nullable Path named(XmlElement config, Path folder) {
        Path best = null;
        int newest = -1;
        for (XmlElement sdf : config.children("sdf")) {
            int minor = minor(sdf.attribute("version"));
            if (minor > SdfVersion.NEWEST || minor <= newest) {
                continue;
            }
            try {
                Path file = folder.resolve(sdf.text());
                if (!sdf.text().isEmpty() && Files.isRegularFile(file)) {
                    best = file;
                    newest = minor;
                }
            } catch (InvalidPathException e) {
                throw sdf.error("'" + sdf.text() + "' is no file name", "Name the SDF file");
            }
        }
        return best;
    }

    private static int minor(@Nullable String version) {
        return version != null && version.strip().matches("1\\.\\d{1,4}")
                ? Integer.parseInt(version.strip().substring(2))
                : 0;
    }
}
