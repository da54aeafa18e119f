package io.sigmaprompt.twin.estimation.base;

import io.sigmaprompt.physics.dynamics.ForwardKinematics;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;

/**
 * How an IMU sits on the base: what it feels is turned into the base's axes, and the centripetal part of its distance from
 * the base's origin taken off. That of an angular acceleration stays: it is the gyro's noisy slope, and for 0.1 m and 1
 * rad/s² it is 0.1 m/s².
 */
public final class ImuMount {
    private final double[] pose = {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0};
    private final double[] rate = new double[3];
    private final double[] force = new double[3];

    /**
     * Of a sensor on a robot. One that the model does not know, or that joints move, is taken to sit in the base's origin
     * along its axes.
     */
    public ImuMount(RobotModel model, String sensor) {
        int link = model.linkIndex(sensor);
        if (link > 0 && isFixed(model, link)) {
            ForwardKinematics kinematics = new ForwardKinematics(model);
            kinematics.update(model.neutral());
            kinematics.transform(link, pose);
        }
    }

    private static boolean isFixed(RobotModel model, int link) {
        for (int l = link; l > 0; l = model.parentLink(l - 1)) {
            if (model.joints().get(l - 1).type() != JointType.FIXED) {
                return false;
            }
        }
        return true;
    }

    /** Takes a sample, in the sensor's axes. */
    public void take(double[] angularVelocity, double[] specificForce) {
        for (int i = 0; i < 3; i++) {
            rate[i] = turned(angularVelocity, i);
        }
        double x = pose[9];
        double y = pose[10];
        double z = pose[11];
        double along = rate[0] * x + rate[1] * y + rate[2] * z;
        double square = rate[0] * rate[0] + rate[1] * rate[1] + rate[2] * rate[2];
        for (int i = 0; i < 3; i++) {
            // w x (w x r) = w·(w·r) - r·w²
            force[i] = turned(specificForce, i) - (rate[i] * along - pose[9 + i] * square);
        }
    }

    private double turned(double[] a, int i) {
        return pose[3 * i] * a[0] + pose[3 * i + 1] * a[1] + pose[3 * i + 2] * a[2];
    }

    /** Base axes, rad/s. Live. */
    public double[] rate() {
        return rate;
    }

    /** Base axes, m/s². Live. */
    public double[] force() {
        return force;
    }
}
