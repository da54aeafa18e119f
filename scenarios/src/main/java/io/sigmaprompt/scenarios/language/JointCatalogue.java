package io.sigmaprompt.scenarios.language;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The joints of a robot that a scenario may speak of: those with one coordinate that follow no other joint. */
final class JointCatalogue {
    private final String robot;
    private final RobotModel model;
    private final List<String> names;

    JointCatalogue(String robot, RobotModel model) {
        this.robot = robot;
        this.model = model;
        names = model.joints().stream()
                .filter(joint -> joint.type().isScalar() && joint.mimic() == null)
                .map(Joint::name)
                .toList();
    }

    List<String> names() {
        return names;
    }

    /** The joint of that name, or null after complaining. */
    @Nullable
    Joint find(String name, Section at) {
        int index = model.jointIndex(name);
        if (index < 0) {
            at.complain(
                    "robot '" + robot + "' has no joint '" + name + "'",
                    DidYouMean.remedy(name, names, "Its joints are "));
            return null;
        }
        Joint joint = model.joints().get(index);
        if (!names.contains(name)) {
            at.complain(
                    "joint '" + name + "' of robot '" + robot + "' is not driven: it is "
                            + (joint.mimic() != null
                                    ? "a mimic of '" + joint.mimic().joint() + "'"
                                    : "of type " + joint.type().name()),
                    "Its driven joints are " + String.join(", ", names) + ".");
            return null;
        }
        return joint;
    }

    boolean has(String name) {
        return names.contains(name);
    }

    static Dimension position(Joint joint) {
        return joint.type() == JointType.PRISMATIC ? Dimension.LENGTH : Dimension.ANGLE;
    }

    static Dimension velocity(Joint joint) {
        return joint.type() == JointType.PRISMATIC ? Dimension.VELOCITY : Dimension.ANGULAR_VELOCITY;
    }

    static Dimension effort(Joint joint) {
        return joint.type() == JointType.PRISMATIC ? Dimension.FORCE : Dimension.TORQUE;
    }

    /** A position of a joint, complaining where it lies outside the joint's limits. */
    static double position(Joint joint, Section at) {
        double value = at.quantity(0, Section.Range.ANY, position(joint));
        if (value < joint.limits().lower() || value > joint.limits().upper()) {
            String unit = position(joint).siUnit();
            at.complain(
                    "joint '" + joint.name() + "' moves from "
                            + rounded(joint.limits().lower()) + " to "
                            + rounded(joint.limits().upper()) + " " + unit + ", found " + rounded(value) + " " + unit,
                    "Choose a position within its limits.");
        }
        return value;
    }

    private static double rounded(double value) {
        return Double.isInfinite(value) ? value : Math.rint(value * 1e4) / 1e4;
    }
}
