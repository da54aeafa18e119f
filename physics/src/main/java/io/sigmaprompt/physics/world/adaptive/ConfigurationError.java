package io.sigmaprompt.physics.world.adaptive;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.world.World;
import io.sigmaprompt.physics.world.description.WorldRobot;
import java.util.Arrays;

/** How far two configurations of a world are apart, coordinate by coordinate, in units of what is allowed. */
final class ConfigurationError {
    /** Per entry of q: its unit, or 0 for an entry of a quaternion. */
    private final double[] unit;
    /** Where quaternions begin in q. */
    private final int[] quaternions;

    private final double angle;

    ConfigurationError(World world, double length, double angle) {
        this.angle = angle;
        unit = new double[world.q().length];
        int[] found = new int[unit.length];
        int count = 0;
        for (WorldRobot robot : world.robots()) {
            RobotModel model = robot.model();
            int base = robot.qOffset();
            if (model.floatingBase()) {
                Arrays.fill(unit, base, base + 3, length);
                found[count++] = base + 3;
            }
            for (int j = 0; j < model.joints().size(); j++) {
                Joint joint = model.joints().get(j);
                int q = base + model.qIndex(j);
                switch (joint.type()) {
                    case REVOLUTE, CONTINUOUS -> unit[q] = angle;
                    case PRISMATIC -> unit[q] = length;
                    case PLANAR -> {
                        unit[q] = length;
                        unit[q + 1] = length;
                        unit[q + 2] = angle;
                    }
                    case SPHERICAL -> found[count++] = q;
                    case FLOATING -> {
                        Arrays.fill(unit, q, q + 3, length);
                        found[count++] = q + 3;
                    }
                    case FIXED -> {
                        // It has no coordinate.
                    }
                }
            }
        }
        quaternions = Arrays.copyOf(found, count);
    }

    /** The greatest; 1 is what is allowed. */
    double between(double[] a, double[] b) {
        double worst = 0;
        for (int i = 0; i < unit.length; i++) {
            if (unit[i] > 0) {
                worst = Math.max(worst, Math.abs(a[i] - b[i]) / unit[i]);
            }
        }
        for (int q : quaternions) {
            double near = 0;
            double far = 0;
            for (int k = q; k < q + 4; k++) {
                near += (a[k] - b[k]) * (a[k] - b[k]);
                far += (a[k] + b[k]) * (a[k] + b[k]);
            }
            // Half the angle, to first order; q and -q are the same turn.
            worst = Math.max(worst, 2 * Math.sqrt(Math.min(near, far)) / angle);
        }
        return worst;
    }
}
