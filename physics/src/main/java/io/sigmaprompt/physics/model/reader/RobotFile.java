package io.sigmaprompt.physics.model.reader;

import io.sigmaprompt.physics.model.mechanism.ModelWarning;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.mjcf.MjcfReader;
import io.sigmaprompt.physics.model.sdf.SdfReader;
import io.sigmaprompt.physics.model.urdf.UrdfReader;
import io.sigmaprompt.physics.model.xml.XmlElement;
import io.sigmaprompt.physics.model.xml.XmlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a robot from a file, whatever its format. The outermost element tells the format, not the name of the file:
 * {@code <robot>} is URDF, plain or with xacro, {@code <mujoco>} is MJCF, and {@code <sdf>} is SDF. A folder is a model of
 * Gazebo's, with its {@code model.config}.
 */
public final class RobotFile {
    private static final Set<String> OUTERMOST = Set.of("robot", "mujoco", "sdf");

    private RobotFile() {}

    /** The robot in a file, with the defaults of its xacro arguments. */
    public static RobotReading read(Path file) {
        return read(file, Map.of());
    }

    /**
     * The robot in a file.
     *
     * @param arguments values for xacro's {@code $(arg NAME)}, by name; a file without xacro has none, which is warned of
     * @throws io.sigmaprompt.physics.model.BadInputException if the file is missing, wrong, or of no known format
     */
    public static RobotReading read(Path file, Map<String, String> arguments) {
        if (Files.isDirectory(file)) {
            return SdfReader.read(file);
        }
        XmlElement root = XmlReader.read(file);
        return switch (root.name()) {
            case "robot" -> UrdfReader.read(file, arguments);
            case "mujoco" -> withoutArguments(MjcfReader.read(file), root, arguments);
            case "sdf" -> withoutArguments(SdfReader.read(file), root, arguments);
            default ->
                throw root.error(
                        "the outermost element must be <robot> (URDF, xacro), <mujoco> (MJCF) or <sdf> (SDF), found <"
                                + root.name() + ">",
                        root.name().equals("mujocoinclude")
                                ? "This is a part that an MJCF file includes: name the file that includes it"
                                : "Name a file that describes a robot");
        };
    }

    /**
     * Whether a file's outermost element is one that {@link #read} takes.
     *
     * @throws io.sigmaprompt.physics.model.BadInputException if the file is missing or not XML
     */
    public static boolean isRobot(Path file) {
        return OUTERMOST.contains(XmlReader.read(file).name());
    }

    private static RobotReading withoutArguments(RobotReading reading, XmlElement root, Map<String, String> arguments) {
        if (arguments.isEmpty()) {
            return reading;
        }
        List<ModelWarning> warnings = new ArrayList<>(reading.warnings());
        warnings.addFirst(new ModelWarning(
                root.location().toString(),
                "the file has no xacro argument " + String.join(", ", arguments.keySet()) + ": ignored"));
        return new RobotReading(reading.model(), reading.mechanism(), warnings);
    }
}
