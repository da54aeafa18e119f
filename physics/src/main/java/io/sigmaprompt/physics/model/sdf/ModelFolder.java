package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.xml.XmlElement;
import io.sigmaprompt.physics.model.xml.XmlReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A model as Gazebo keeps it: a folder with {@code model.config}, which names the SDF files by version. */
final class ModelFolder {
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
                    "Name a model's folder, or an SDF file inside it");
        }
        return best;
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
