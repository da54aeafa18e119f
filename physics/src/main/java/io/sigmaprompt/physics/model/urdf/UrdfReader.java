package io.sigmaprompt.physics.model.urdf;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.resource.MeshSearch;
import io.sigmaprompt.physics.model.resource.PackagePath;
import io.sigmaprompt.physics.model.xacro.XacroExpander;
import io.sigmaprompt.physics.model.xacro.XacroExpansion;
import io.sigmaprompt.physics.model.xml.Warnings;
import io.sigmaprompt.physics.model.xml.XmlElement;
import io.sigmaprompt.physics.model.xml.XmlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads robots from URDF files, expanding xacro where a file uses it.
 *
 * <p>Wrong input throws {@link BadInputException} with file, line and column; what is legal but odd becomes a warning.
 * Tensors of rotated inertials are turned into the link's axes, axes are normalised, zero velocity and effort limits
 * mean unlimited, and meshes are looked for but not opened (URDF specification, ROS package urdf).
 */
public final class UrdfReader {
    /** Meant for simulators and controllers; neither is our business. */
    private static final Set<String> IGNORED = Set.of("gazebo", "transmission", "ros2_control");

    private final Warnings warnings = new Warnings("URDF");
    private final List<Link> links = new ArrayList<>();
    private final List<Joint> joints = new ArrayList<>();

    private UrdfReader() {}

    /** The robot in a file, with the defaults of its xacro arguments. */
    public static RobotReading read(Path file) {
        return read(file, Map.of());
    }

    /**
     * The robot in a file.
     *
     * @param xacroArguments values for {@code $(arg NAME)}, by name
     * @throws BadInputException if the file is missing or wrong
     */
    public static RobotReading read(Path file, Map<String, String> xacroArguments) {
        XmlElement root = XmlReader.read(file);
        PackagePath packages = PackagePath.of(file);
        List<String> unused = List.copyOf(xacroArguments.keySet());
        if (XacroExpander.isUsedIn(root, IGNORED)) {
            XacroExpansion expansion =
                    XacroExpander.expand(root, file, xacroArguments, packages, System::getenv, IGNORED);
            root = expansion.root();
            unused = expansion.unusedArguments();
        }
        UrdfReader reader = new UrdfReader();
        if (!unused.isEmpty()) {
            reader.warnings.add(root, "the file has no xacro argument " + String.join(", ", unused) + ": ignored");
        }
        return reader.robot(root, new MeshSearch(packages));
    }

    private RobotReading robot(XmlElement robot, MeshSearch meshes) {
        requireUrdf(robot);
        String name = robot.requiredAttribute("name");
        warnings.checkChildren(robot, Set.of("link", "joint", "material"), Set.of(), IGNORED);
        StructureCheck structure = new StructureCheck(robot);
        ShapeReader shapes = new ShapeReader(new MaterialTable(robot, warnings), meshes, warnings);
        JointReader jointReader = new JointReader(warnings);
        for (XmlElement element : robot.children()) {
            if (element.name().equals("link")) {
                Link link = link(element, shapes);
                structure.add(link, element);
                links.add(link);
            } else if (element.name().equals("joint")) {
                Joint joint = jointReader.read(element);
                structure.add(joint, element);
                joints.add(joint);
            }
        }
        structure.run();
        meshes.report(warnings);
        return new RobotReading(new RobotModel(name, false, links, joints), warnings.finish());
    }

    private static void requireUrdf(XmlElement root) {
        String remedy =
                switch (root.name()) {
                    case "mujoco" -> "This is MJCF, MuJoCo's format: read it as such, or convert it to URDF";
                    case "sdf" -> "This is SDF, Gazebo's format: read it as such, or convert it to URDF";
                    default -> "Name a URDF or xacro file";
                };
        if (!root.name().equals("robot")) {
            throw root.error("the outermost element must be <robot>, found <" + root.name() + ">", remedy);
        }
    }

    private Link link(XmlElement element, ShapeReader shapes) {
        warnings.checkChildren(element, Set.of("visual", "collision"), Set.of("inertial"), Set.of("gazebo"));
        String name = element.requiredAttribute("name");
        if (name.isBlank()) {
            throw element.error("the link has an empty name", "Give it a name of its own");
        }
        @Nullable XmlElement inertial = element.child("inertial");
        Inertia inertia = inertial == null ? Inertia.ZERO : InertialReader.read(inertial, name, warnings);
        return new Link(name, inertia, shapes.read(element, "visual"), shapes.read(element, "collision"));
    }
}
