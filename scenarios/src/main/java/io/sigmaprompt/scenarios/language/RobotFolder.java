package io.sigmaprompt.scenarios.language;

import io.sigmaprompt.physics.model.reader.RobotFile;
import io.sigmaprompt.physics.model.sdf.SdfReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder that stands for the robot in it. */
final class RobotFolder {
    private static final List<String> ENDINGS = List.of(".urdf", ".sdf", ".xml");

    private RobotFolder() {}

    /**
     * The file that describes the robot: what {@code model.config} names, else the only one that ends in .urdf, else in
     * .sdf, else in .xml (such as a package's own {@code package.xml}, which are no robots, do not count).
     *
     * @return null after complaining that there is none, or more than one
     */
    static @Nullable Path robot(Path folder, Section at) {
        if (Files.isRegularFile(folder.resolve("model.config"))) {
            return SdfReader.description(folder);
        }
        for (String ending : ENDINGS) {
            List<Path> found;
            try (Stream<Path> files = Files.list(folder)) {
                found = files.filter(Files::isRegularFile)
                        .filter(file -> file.toString().endsWith(ending))
                        .filter(file -> !ending.equals(".xml") || RobotFile.isRobot(file))
                        .sorted()
                        .toList();
            } catch (IOException e) {
                at.complain("the folder " + folder + " cannot be read: " + e.getMessage(), "Look at its permissions.");
                return null;
            }
            if (found.size() == 1) {
                return found.getFirst();
            }
            if (found.size() > 1) {
                at.complain(
                        "expected one " + ending + " file in the folder " + folder + ", found " + found.size() + ", "
                                + String.join(
                                        ", ",
                                        found.stream()
                                                .map(file -> String.valueOf(file.getFileName()))
                                                .toList()),
                        "Name the file itself.");
                return null;
            }
        }
        at.complain(
                "expected a robot in the folder " + folder
                        + " (model.config, or a file that ends in .urdf, .sdf or .xml), found none",
                "Name the file itself.");
        return null;
    }
}
