package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Softness;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.mechanism.Interval;
import io.sigmaprompt.physics.model.mechanism.JointCompliance;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.XmlElement;

/** Reads {@code <joint>} and {@code <freejoint>} (MuJoCo documentation, XML reference, body/joint). */
final class JointReader {
    private static final Vec3 Z = new Vec3(0, 0, 1);

    private final CompilerSettings settings;
    private final Unsupported unsupported;

    JointReader(CompilerSettings settings, Unsupported unsupported) {
        this.settings = settings;
        this.unsupported = unsupported;
    }

    /** What {@code <freejoint>} is; defaults do not reach it. */
    static HangingJoint free(String name) {
        JointCompliance rigid = new JointCompliance(name, 0, 0, 0, Softness.DEFAULT, Softness.DEFAULT);
        return new HangingJoint(name, JointType.FLOATING, Vec3.ZERO, Z, 0, JointLimits.NONE, JointDynamics.NONE, rigid);
    }

    /**
     * The joint.
     *
     * @param element with its defaults
     * @param frame from the frame that the element stands in to its body
     */
    HangingJoint read(XmlElement element, String name, Pose frame) {
        String type = Words.keyword(element, "type", "hinge", "hinge", "slide", "ball", "free");
        boolean scalar = type.equals("hinge") || type.equals("slide");
        double unit = type.equals("slide") ? 1 : settings.angleUnit();
        Vec3 anchor = position(frame.times(Pose.at(Numbers.vector(element, "pos", Vec3.ZERO))));
        Pose turn = new Pose(0, 0, 0, frame.qx(), frame.qy(), frame.qz(), frame.qw());
        Vec3 axis = scalar ? position(turn.times(Pose.at(Words.direction(element, "axis", Z)))) : Z;
        double reference = scalar ? unit * Numbers.optional(element, "ref", 0) : 0;
        Interval range = type.equals("free")
                ? Interval.UNBOUNDED
                : Words.range(element, "range", "limited", settings.autolimits(), unit);
        if (type.equals("ball") && range.upper() != Double.POSITIVE_INFINITY && range.lower() != 0) {
            throw element.error(
                    "the range of ball joint '" + name + "' does not begin at 0, \"" + element.attribute("range")
                            + "\"",
                    "Give range=\"0 ANGLE\", the largest rotation");
        }
        if (type.equals("ball") && range.upper() != Double.POSITIVE_INFINITY) {
            unsupported.add(element, "the limit of a ball joint");
        }
        double armature = Numbers.optional(element, "armature", 0);
        if (armature < 0) {
            throw element.error(
                    "the armature of joint '" + name + "' is negative, " + armature,
                    "Give the inertia of its motor, zero or more, in kg m² (in kg for a slide)");
        }
        boolean bounded = range.upper() != Double.POSITIVE_INFINITY;
        JointType kind =
                switch (type) {
                    case "slide" -> JointType.PRISMATIC;
                    case "ball" -> JointType.SPHERICAL;
                    case "free" -> JointType.FLOATING;
                    default -> bounded ? JointType.REVOLUTE : JointType.CONTINUOUS;
                };
        return new HangingJoint(
                name,
                kind,
                anchor,
                axis,
                reference,
                new JointLimits(range.lower(), range.upper(), Double.POSITIVE_INFINITY, effort(element, scalar)),
                new JointDynamics(
                        Numbers.optional(element, "damping", 0),
                        Numbers.optional(element, "frictionloss", 0),
                        armature),
                new JointCompliance(
                        name,
                        Numbers.optional(element, "stiffness", 0),
                        scalar ? unit * Numbers.optional(element, "springref", 0) : 0,
                        unit * Numbers.optional(element, "margin", 0),
                        Words.softness(element, "solreflimit", "solimplimit"),
                        Words.softness(element, "solreffriction", "solimpfriction")));
    }

    /** The greatest force that actuators may put on the joint; limits have one number for both directions. */
    private double effort(XmlElement element, boolean scalar) {
        if (!scalar) {
            return Double.POSITIVE_INFINITY;
        }
        Interval range = Words.range(element, "actuatorfrcrange", "actuatorfrclimited", settings.autolimits(), 1);
        return Math.max(-range.lower(), range.upper());
    }

    private static Vec3 position(Pose pose) {
        return new Vec3(pose.x(), pose.y(), pose.z());
    }
}
