package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Mimic;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.xml.Warnings;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code <joint>} (SDFormat specification, element joint). */
final class JointReader {
    private static final List<String> TYPES = List.of(
            "revolute", "continuous", "prismatic", "fixed", "ball", "universal", "revolute2", "screw", "gearbox");

    /** Of the sine between the axes of a joint that has two; below it they are one. */
    private static final double PARALLEL = 1e-6;

    private final FrameGraph graph;
    private final Warnings warnings;
    private final Unsupported unsupported;
    private final AxisReader axes;

    JointReader(FrameGraph graph, Warnings warnings, Unsupported unsupported) {
        this.graph = graph;
        this.warnings = warnings;
        this.unsupported = unsupported;
        axes = new AxisReader(graph, warnings, unsupported);
    }

    SdfJoint read(FrameNode node) {
        XmlElement element = node.element;
        Vocabulary.JOINT.check(element, warnings, unsupported);
        String type = element.requiredAttribute("type").strip();
        FrameNode parent = end(node, "parent");
        FrameNode child = end(node, "child");
        if (child.kind == FrameNode.Kind.WORLD) {
            throw Content.required(element, "child", node.described())
                    .error(
                            "the child of " + node.described() + " is the world, which nothing can carry",
                            "Swap <parent> and <child>");
        }
        if (parent == child) {
            throw element.error(
                    node.described() + " ties " + child.described() + " to itself",
                    "Name two links that can move against each other");
        }
        return switch (type) {
            case "fixed" -> new SdfJoint(node, parent, child, List.of(), true);
            case "revolute" -> new SdfJoint(node, parent, child, List.of(single(node, JointType.REVOLUTE)), true);
            case "continuous" -> new SdfJoint(node, parent, child, List.of(single(node, JointType.CONTINUOUS)), true);
            case "prismatic" -> new SdfJoint(node, parent, child, List.of(single(node, JointType.PRISMATIC)), true);
            case "ball" -> new SdfJoint(node, parent, child, List.of(ball(node)), true);
            case "universal", "revolute2" -> new SdfJoint(node, parent, child, twice(node), true);
            case "screw", "gearbox" -> {
                unsupported.note(element, "joint type " + type + " of '" + node.name + "'");
                yield new SdfJoint(node, parent, child, List.of(), false);
            }
            default ->
                throw element.error(
                        "the type '" + type + "' of " + node.described() + " is unknown"
                                + Suggestion.phrase(type, TYPES),
                        "The types are " + String.join(", ", TYPES));
        };
    }

    private FrameNode end(FrameNode node, String role) {
        XmlElement end = Content.required(node.element, role, node.described());
        if (end.text().isEmpty()) {
            String link = end.attribute("link");
            throw end.error(
                    "the <" + role + "> of " + node.described() + " is empty",
                    "Write <" + role + ">" + (link == null ? "LINK" : link) + "</" + role + ">");
        }
        return graph.body(node.scope.frame(end.text(), end, node.described() + " names the " + role));
    }

    private Freedom single(FrameNode node, JointType type) {
        return axes.read(node, axis(node, "axis"), node.name, type);
    }

    private static Freedom ball(FrameNode node) {
        return new Freedom(
                node.name, JointType.SPHERICAL, new Vec3(1, 0, 0), JointLimits.NONE, JointDynamics.NONE, null, 0, 0);
    }

    /** A universal joint, or two hinges in series: the first axis is fixed to the parent, the second to the child. */
    private List<Freedom> twice(FrameNode node) {
        Freedom first = axes.read(node, axis(node, "axis"), node.name + "_axis1", JointType.REVOLUTE);
        Freedom second = axes.read(node, axis(node, "axis2"), node.name + "_axis2", JointType.REVOLUTE);
        Vec3 a = first.axis();
        Vec3 b = second.axis();
        Vec3 cross =
                new Vec3(a.y() * b.z() - a.z() * b.y(), a.z() * b.x() - a.x() * b.z(), a.x() * b.y() - a.y() * b.x());
        if (cross.norm() < PARALLEL) {
            throw axis(node, "axis2")
                    .error(
                            "both axes of " + node.described() + " are parallel, so that they are one freedom",
                            "Give <axis2> another direction, or make the joint revolute");
        }
        return List.of(first, second);
    }

    private static XmlElement axis(FrameNode node, String name) {
        XmlElement axis = node.element.child(name);
        if (axis == null) {
            throw node.element.error(
                    node.element.attribute("type") + " " + node.described() + " has no <" + name + ">",
                    "Add <" + name + "><xyz>0 0 1</xyz></" + name + ">");
        }
        return axis;
    }

    /** The mimic that an axis asks for, its leader by the name that it has in the model; null where it asks for none. */
    static @Nullable Mimic mimic(FrameNode node, XmlElement mimic, Warnings warnings, Unsupported unsupported) {
        Vocabulary.MIMIC.check(mimic, warnings, unsupported);
        String written = mimic.requiredAttribute("joint");
        FrameNode leader = node.scope.frame(written, mimic, node.described() + " mimics");
        if (leader.kind != FrameNode.Kind.JOINT) {
            throw mimic.error(
                    node.described() + " mimics " + leader.described() + ", which is no joint", "Name a joint");
        }
        String type = leader.element.attributes().getOrDefault("type", "").strip();
        boolean two = type.equals("universal") || type.equals("revolute2");
        String axis = mimic.attributes().getOrDefault("axis", "axis");
        if (!axis.equals("axis") && !(two && axis.equals("axis2"))) {
            throw mimic.error(
                    node.described() + " mimics " + axis + " of " + leader.described() + ", which it has not",
                    "Name axis" + (two ? " or axis2" : ""));
        }
        double multiplier = Content.number(mimic, "multiplier", 1);
        double offset = Content.number(mimic, "offset", 0) - multiplier * Content.number(mimic, "reference", 0);
        String suffix = !two ? "" : axis.equals("axis") ? "_axis1" : "_axis2";
        return new Mimic(leader.name + suffix, multiplier, offset);
    }
}
