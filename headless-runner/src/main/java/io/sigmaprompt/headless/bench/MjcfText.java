package io.sigmaprompt.headless.bench;

import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.util.Locale;

/**
 * The mechanics of a robot as MJCF (MuJoCo's XML reference): bodies, inertias and joints, nothing that touches, drives,
 * rubs or stops. What fixed joints hold together is one body, as it is in MuJoCo after {@code fusestatic}, which adds
 * inertias up too roughly to be compared with.
 */
final class MjcfText {
    private static final int PARAMETERS = 10;

    private final RobotModel model;
    private final double[] parameters;
    private final StringBuilder text = new StringBuilder();
    /** How many moving bodies were begun; their parameters stand in that order. */
    private int bodies;

    private MjcfText(RobotDynamics dynamics) {
        model = dynamics.model();
        parameters = new double[dynamics.parameterCount()];
        dynamics.parameters(parameters);
    }

    /**
     * The text.
     *
     * @throws UnsupportedOperationException if a joint's coordinates are not MuJoCo's
     */
    static String of(RobotDynamics dynamics) {
        MjcfText mjcf = new MjcfText(dynamics);
        mjcf.text.append("""
                <mujoco>
                  <compiler angle="radian" autolimits="false"/>
                  <option gravity="0 0 -9.81"><flag constraint="disable" contact="disable"/></option>
                  <worldbody>
                """);
        if (mjcf.model.floatingBase()) {
            mjcf.text.append("<body>\n<freejoint/>\n");
            mjcf.inertial();
            mjcf.children(0, Pose.IDENTITY);
            mjcf.text.append("</body>\n");
        } else {
            mjcf.children(0, Pose.IDENTITY);
        }
        return mjcf.text.append("</worldbody></mujoco>\n").toString();
    }

    /**
     * The bodies that hang on a link.
     *
     * @param place from the link to the body that it is a part of
     */
    private void children(int link, Pose place) {
        for (int j = 0; j < model.joints().size(); j++) {
            if (model.parentLink(j) != link) {
                continue;
            }
            Joint joint = model.joints().get(j);
            Pose there = place.times(joint.origin());
            if (joint.type() == JointType.FIXED) {
                children(j + 1, there);
                continue;
            }
            // Without a name, because a link may have one that MuJoCo keeps for itself, as "world".
            text.append("<body pos=\"");
            numbers(there.x(), there.y(), there.z());
            text.append("\" quat=\"").append(there.qw()).append(' ');
            numbers(there.qx(), there.qy(), there.qz());
            text.append("\">\n");
            joint(joint);
            inertial();
            children(j + 1, Pose.IDENTITY);
            text.append("</body>\n");
        }
    }

    private void joint(Joint joint) {
        JointType type = joint.type();
        if (!type.isScalar()) {
            throw new UnsupportedOperationException("joint '" + joint.name() + "' is "
                    + type.name().toLowerCase(Locale.ROOT) + ", whose coordinates MuJoCo counts otherwise");
        }
        Vec3 axis = joint.axis();
        String name = joint.name().replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        text.append("<joint name=\"").append(name).append("\" type=\"");
        text.append(type == JointType.PRISMATIC ? "slide" : "hinge").append("\" axis=\"");
        numbers(axis.x(), axis.y(), axis.z());
        text.append("\"/>\n");
    }

    /** The next body's inertia, taken from its origin to its centre of mass. */
    private void inertial() {
        int o = PARAMETERS * bodies++;
        double m = parameters[o];
        if (m == 0) {
            return;
        }
        double x = parameters[o + 1] / m;
        double y = parameters[o + 2] / m;
        double z = parameters[o + 3] / m;
        text.append("<inertial mass=\"").append(m).append("\" pos=\"");
        numbers(x, y, z);
        text.append("\" fullinertia=\"");
        numbers(
                parameters[o + 4] - m * (y * y + z * z),
                parameters[o + 7] - m * (x * x + z * z),
                parameters[o + 9] - m * (x * x + y * y));
        text.append(' ');
        numbers(parameters[o + 5] + m * x * y, parameters[o + 6] + m * x * z, parameters[o + 8] + m * y * z);
        text.append("\"/>\n");
    }

    private void numbers(double x, double y, double z) {
        text.append(x).append(' ').append(y).append(' ').append(z);
    }
}
