package io.sigmaprompt.physics.sensor.mechanism;

import io.sigmaprompt.physics.sensor.SensedWorld;
import java.util.Arrays;

/** A world of links at its origin that do not move. */
final class StillWorld implements SensedWorld {
    double time;

    @Override
    public double time() {
        return time;
    }

    @Override
    public void gravity(double[] out) {
        Arrays.fill(out, 0, 3, 0);
        out[2] = -9.81;
    }

    @Override
    public void linkPose(int link, double[] out) {
        Arrays.fill(out, 0, 12, 0);
        out[0] = 1;
        out[4] = 1;
        out[8] = 1;
    }

    @Override
    public void linkVelocity(int link, double[] out) {
        Arrays.fill(out, 0, 6, 0);
    }

    @Override
    public void linkAcceleration(int link, double[] out) {
        Arrays.fill(out, 0, 6, 0);
    }

    @Override
    public double jointPosition(int joint) {
        return 0;
    }

    @Override
    public double jointVelocity(int joint) {
        return 0;
    }

    @Override
    public double jointEffort(int joint) {
        return 0;
    }

    @Override
    public void parentWrench(int link, double[] out) {
        Arrays.fill(out, 0, 6, 0);
    }

    @Override
    public void contactWrench(int link, double[] out) {
        Arrays.fill(out, 0, 6, 0);
    }

    @Override
    public int contactCount(int link) {
        return 0;
    }

    @Override
    public double linkNormalForce(int link) {
        return 0;
    }

    @Override
    public double colliderNormalForce(int collider) {
        return 0;
    }

    @Override
    public double castRay(double[] origin, double[] direction, double maxDistance, int ignoredLink) {
        return Double.POSITIVE_INFINITY;
    }
}
