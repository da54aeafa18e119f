package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.Mechanism;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.xml.Warnings;
import io.sigmaprompt.physics.model.xml.XmlElement;
import io.sigmaprompt.physics.model.xml.XmlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads models and worlds from SDFormat files, version 1.4 to 1.11 (sdformat.org, specification and Pose frame
 * semantics).
 *
 * <p>A file with one model gives that model with its canonical link as the root, as URDF's root would be: the model's
 * own {@code <pose>} says where Gazebo would put it and is passed over. Where the file says how the model is tied to the
 * world, by a joint whose parent is {@code world} or by {@code <static>}, the root is a link {@code world} without mass,
 * and all stands where the file puts it. So it is with a {@code <world>}, whose models hang on that root, loose ones by
 * a floating joint whose place is the mechanism's reference configuration, static ones by fixed joints, one a link. Names are scoped from the outermost model of a file with one
 * model ({@code inner::link}), and from the world otherwise ({@code model::inner::link}).
 *
 * <p>Link frames are those of the file; see {@link TreeBuilder} for joints whose frame is elsewhere, or which lead
 * upwards. A joint that closes a loop becomes a constraint beside the tree where there is one. Wrong input
 * throws {@link BadInputException} with file, line and column; what is legal but odd becomes a warning, and what is not
 * supported one warning for all.
 */
public final class SdfReader {
    private final Warnings warnings = new Warnings("SDFormat");
    private final Unsupported unsupported = new Unsupported();
    private final FrameGraph graph = new FrameGraph();
    private final SceneReader scene = new SceneReader(warnings, unsupported);

    private SdfReader() {}

    /**
     * The robot or the world in a file.
     *
     * @param file an SDF file, or a model's folder as Gazebo keeps it, with {@code model.config}
     * @throws BadInputException if the file is missing or wrong
     */
    public static RobotReading read(Path file) {
        Path description = Files.isDirectory(file) ? description(file) : file;
        XmlElement root = XmlReader.read(description);
        return new SdfReader().scene(root, description);
    }

    /**
     * The file that is read for a model's folder.
     *
     * @throws BadInputException if there is none
     */
    public static Path description(Path folder) {
        return ModelFolder.description(folder);
    }

    private RobotReading scene(XmlElement root, Path file) {
        requireSdf(root);
        SourceFile source = SourceFile.of(file, SdfVersion.of(root));
        Vocabulary.ROOT.check(root, warnings, unsupported);
        XmlElement top = top(root);
        String name = top.requiredAttribute("name");
        if (top.name().equals("world")) {
            Scope world = scene.world(top, source);
            return robot(name, top, world.frame, world.frame);
        }
        Scope model = scene.model(top, source);
        FrameNode world = model.frame.scope.frame;
        FrameNode canonical = model.canonicalLink();
        if (canonical == null) {
            throw top.error("the model '" + name + "' has no <link>", "A model needs at least one <link name=\"…\">");
        }
        return robot(name, top, world, canonical);
    }

    private static void requireSdf(XmlElement root) {
        if (!root.name().equals("sdf")) {
            throw root.error(
                    "the outermost element must be <sdf>, found <" + root.name() + ">",
                    switch (root.name()) {
                        case "robot" -> "This is URDF: read it as such";
                        case "mujoco" -> "This is MJCF, MuJoCo's format: read it as such";
                        case "gazebo" -> "SDFormat before 1.3 began so; convert it: gz sdf -p FILE > new.sdf";
                        default -> "Name an SDF file";
                    });
        }
    }

    private static XmlElement top(XmlElement root) {
        List<XmlElement> tops = root.children().stream()
                .filter(child -> child.name().equals("world") || child.name().equals("model"))
                .toList();
        if (tops.isEmpty()) {
            throw root.error("the <sdf> holds neither a <model> nor a <world>", "Name a file with one of them");
        }
        if (tops.size() > 1) {
            throw tops.get(1)
                    .error(
                            "the <sdf> holds " + tops.size() + " models and worlds, the first at "
                                    + tops.getFirst().location(),
                            "Keep one a file; several models can stand in one <world>");
        }
        return tops.getFirst();
    }

    /** {@code canonical} is the world's own frame for a world. */
    private RobotReading robot(String name, XmlElement top, FrameNode world, FrameNode canonical) {
        List<Link> links = new ArrayList<>();
        LinkReader linkReader = new LinkReader(graph, warnings, unsupported);
        Set<String> taken = new HashSet<>(Set.of(Scope.WORLD));
        for (FrameNode node : scene.links()) {
            links.add(linkReader.read(node));
            taken.add(node.name);
            graph.between(world, node);
        }
        linkReader.report();
        List<SdfJoint> joints = joints();
        joints.forEach(joint -> taken.add(joint.name()));
        joints.forEach(joint -> joint.freedoms().forEach(freedom -> taken.add(freedom.name())));
        scene.frames().forEach(frame -> {
            graph.between(world, frame);
            if (frame.kind == FrameNode.Kind.FRAME) {
                graph.body(frame);
            }
        });
        TreeBuilder builder = new TreeBuilder(graph, taken);
        SpanningTree tree = new SpanningTree(joints, builder);
        boolean alone = canonical != world
                && scene.links().stream().noneMatch(link -> link.scope.isStatic)
                && joints.stream().noneMatch(joint -> joint.parent() == world);
        if (alone) {
            hangFromLink(tree, canonical, top);
        } else {
            hangFromWorld(tree, world);
            links.addFirst(new Link(Scope.WORLD, Inertia.ZERO, List.of(), List.of()));
        }
        links.addAll(builder.massless());
        LooseEnds.check(scene.links(), scene.joints(), links, builder.joints());
        RobotModel model = new RobotModel(name, false, links, builder.joints());
        Mechanism mechanism = new MechanismReader(model, graph, warnings, unsupported)
                .read(top, world, scene, tree.used(), tree.unused());
        unsupported.report(warnings);
        scene.sources().forEach(source -> source.meshes().report(warnings));
        return new RobotReading(model, mechanism, warnings.finish());
    }

    private List<SdfJoint> joints() {
        JointReader reader = new JointReader(graph, warnings, unsupported);
        List<SdfJoint> joints = new ArrayList<>();
        Set<Scope> pinned = new LinkedHashSet<>();
        for (FrameNode node : scene.joints()) {
            SdfJoint joint = reader.read(node);
            if (node.scope.isStatic) {
                pinned.add(node.scope);
            } else {
                joints.add(joint);
            }
        }
        for (Scope scope : pinned) {
            warnings.add(
                    scope.element,
                    scope.frame.described() + " is static: its links are fixed to the world, and its joints left out");
        }
        return joints;
    }

    private void hangFromLink(SpanningTree tree, FrameNode root, XmlElement model) {
        tree.growFrom(root);
        for (FrameNode link : scene.links()) {
            if (!tree.isReached(link)) {
                throw link.element.error(
                        link.described() + " is not tied to the model's canonical link '" + root.name
                                + "' by any joint",
                        "Tie it by a joint (a fixed one if it does not move), or put the model into a <world>, where"
                                + " loose parts float");
            }
        }
        XmlElement pose = model.child("pose");
        if (pose != null
                && !PoseText.of(model, root.scope.source.version(), new Warnings("SDFormat"))
                        .pose()
                        .equals(Pose.IDENTITY)) {
            warnings.add(
                    pose,
                    "the model's own <pose> is where Gazebo would put it; it is passed over, and the root link '"
                            + root.name + "' stands at the origin");
        }
    }

    private void hangFromWorld(SpanningTree tree, FrameNode world) {
        for (FrameNode link : scene.links()) {
            if (link.scope.isStatic) {
                tree.pin(world, link);
            }
        }
        tree.growFrom(world);
        for (FrameNode link : scene.links()) {
            if (link.scope.isStatic) {
                tree.growFrom(link);
            }
        }
        for (FrameNode frame : scene.frames()) {
            FrameNode canonical = frame.inside == null ? null : frame.inside.canonicalLink();
            if (canonical != null && !tree.isReached(canonical)) {
                tree.hang(world, canonical, JointType.FLOATING);
            }
        }
        for (FrameNode link : scene.links()) {
            if (!tree.isReached(link)) {
                tree.hang(world, tree.top(link), JointType.FLOATING);
            }
        }
    }
}
