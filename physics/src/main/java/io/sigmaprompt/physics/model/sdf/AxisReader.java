package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Mimic;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.xml.Warnings;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code <axis>} and {@code <axis2>}: direction, limits, losses and mimic. */
final class AxisReader {
    private final FrameGraph graph;
    private final Warnings warnings;
    private final Unsupported unsupported;

    AxisReader(FrameGraph graph, Warnings warnings, Unsupported unsupported) {
        this.graph = graph;
        this.warnings = warnings;
        this.unsupported = unsupported;
    }

    /** One freedom; a revolute one without any limit of position becomes continuous. */
    Freedom read(FrameNode joint, XmlElement axis, String name, JointType type) {
        Vocabulary.AXIS.check(axis, warnings, unsupported);
        JointLimits limits = limits(joint, axis, type);
        boolean endless = Double.isInfinite(limits.lower()) && Double.isInfinite(limits.upper());
        XmlElement losses = axis.child("dynamics");
        XmlElement written = axis.child("mimic");
        Mimic mimic = written == null ? null : JointReader.mimic(joint, written, warnings, unsupported);
        return new Freedom(
                name,
                type == JointType.REVOLUTE && endless ? JointType.CONTINUOUS : type,
                direction(joint, axis),
                limits,
                dynamics(joint, axis),
                mimic,
                losses == null ? 0 : Content.number(losses, "spring_stiffness", 0),
                losses == null ? 0 : Content.number(losses, "spring_reference", 0));
    }

    private Vec3 direction(FrameNode joint, XmlElement axis) {
        XmlElement xyz = Content.required(axis, "xyz", "the <" + axis.name() + "> of " + joint.described());
        Vec3 written = unit(Content.vector(xyz), xyz, joint);
        SdfVersion version = joint.scope.source.version();
        String frame = PoseText.since(xyz, "expressed_in", SdfVersion.FRAMES, version, warnings);
        boolean inModel = version.minor() == SdfVersion.AXES_IN_MODEL;
        if (axis.child("use_parent_model_frame") != null) {
            inModel = Content.flag(axis, "use_parent_model_frame", false);
            if (version.atLeast(SdfVersion.FRAMES)) {
                warnings.add(
                        axis,
                        "SDFormat " + version + " knows no <use_parent_model_frame>, which is ignored; write"
                                + " <xyz expressed_in=\"__model__\">");
                inModel = false;
            }
        }
        if (frame == null && !inModel) {
            return written;
        }
        FrameNode from = frame == null
                ? joint.scope.frame
                : joint.scope.frame(frame, xyz, "the axis of " + joint.described() + " is expressed in");
        return rotate(graph.between(joint, from).rotation(), written);
    }

    /** R · v, R being 3 x 3 and row-major. */
    static Vec3 rotate(double[] r, Vec3 v) {
        return new Vec3(
                r[0] * v.x() + r[1] * v.y() + r[2] * v.z(),
                r[3] * v.x() + r[4] * v.y() + r[5] * v.z(),
                r[6] * v.x() + r[7] * v.y() + r[8] * v.z());
    }

    private static Vec3 unit(Vec3 axis, XmlElement xyz, FrameNode joint) {
        double largest = Math.max(Math.abs(axis.x()), Math.max(Math.abs(axis.y()), Math.abs(axis.z())));
        if (largest == 0) {
            throw xyz.error(
                    "the axis of " + joint.described() + " is zero, which is no direction",
                    "Give a direction, such as <xyz>0 0 1</xyz>");
        }
        if (axis.norm() == 1) {
            return axis;
        }
        // Scaled first, so that neither tiny nor huge vectors lose their direction.
        Vec3 scaled = new Vec3(axis.x() / largest, axis.y() / largest, axis.z() / largest);
        double norm = scaled.norm();
        return new Vec3(scaled.x() / norm, scaled.y() / norm, scaled.z() / norm);
    }

    private JointLimits limits(FrameNode joint, XmlElement axis, JointType type) {
        XmlElement limit = axis.child("limit");
        if (limit == null) {
            return JointLimits.NONE;
        }
        Vocabulary.LIMIT.check(limit, warnings, unsupported);
        double lower = Content.bound(limit, "lower", Double.NEGATIVE_INFINITY);
        double upper = Content.bound(limit, "upper", Double.POSITIVE_INFINITY);
        double velocity = rate(limit, "velocity");
        double effort = rate(limit, "effort");
        List<String> zero = new ArrayList<>();
        if (velocity == 0) {
            zero.add("velocity");
            velocity = Double.POSITIVE_INFINITY;
        }
        if (effort == 0) {
            zero.add("effort");
            effort = Double.POSITIVE_INFINITY;
        }
        if (!zero.isEmpty()) {
            warnings.add(
                    limit,
                    joint.described() + " limits " + String.join(" and ", zero) + " to zero: taken as unlimited");
        }
        if (type == JointType.CONTINUOUS) {
            return new JointLimits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, velocity, effort);
        }
        if (lower > upper || lower == Double.POSITIVE_INFINITY || upper == Double.NEGATIVE_INFINITY) {
            throw limit.error(
                    joint.described() + " has a lower limit of " + lower + " above its upper limit of " + upper,
                    "Swap them, or give both");
        }
        if (lower == upper) {
            warnings.add(limit, joint.described() + " has one lower and upper limit, " + lower + ": it cannot move");
        }
        return new JointLimits(lower, upper, velocity, effort);
    }

    /** A limit of velocity or effort; a negative one means none. */
    private static double rate(XmlElement limit, String key) {
        double rate = Content.bound(limit, key, Double.POSITIVE_INFINITY);
        return rate < 0 ? Double.POSITIVE_INFINITY : rate;
    }

    private JointDynamics dynamics(FrameNode joint, XmlElement axis) {
        XmlElement dynamics = axis.child("dynamics");
        if (dynamics == null) {
            return JointDynamics.NONE;
        }
        Vocabulary.DYNAMICS.check(dynamics, warnings, unsupported);
        double damping = Content.number(dynamics, "damping", 0);
        double friction = Content.number(dynamics, "friction", 0);
        if (damping < 0 || friction < 0) {
            warnings.add(
                    dynamics,
                    joint.described() + " has negative " + (damping < 0 ? "damping" : "friction")
                            + ", which adds energy: it is taken as it stands");
        }
        return new JointDynamics(damping, friction, 0);
    }
}
