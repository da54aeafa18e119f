package io.sigmaprompt.physics.sensor.motion;

import io.sigmaprompt.physics.sensor.Mount;
import io.sigmaprompt.physics.sensor.Sampling;
import io.sigmaprompt.physics.sensor.SensedWorld;
import io.sigmaprompt.physics.sensor.Sensor;
import io.sigmaprompt.physics.spatial.Trig;
import java.util.Arrays;
import java.util.List;

/**
 * Dead reckoning: sums what was travelled between measurements, errors included, from (0, 0, 0) at the first. A
 * measurement is the pose in the frame of the first one (x and y, metres; heading, rad, not wrapped) and the mean
 * velocity since the one before in the vehicle's frame (forward, left, m/s; turn, rad/s). Errors stay in the pose.
 */
public final class WheelOdometry extends Sensor {
    private static final List<String> LABELS =
            List.of("x", "y", "heading", "velocity.forward", "velocity.left", "velocity.turn");
    private static final List<String> UNITS = List.of("m", "m", "rad", "m/s", "m/s", "rad/s");

    private final Travel travel;
    private final OdometryErrors errors;
    private final double[] pose = new double[3];
    private final double[] step = new double[3];

    private WheelOdometry(String name, Travel travel, OdometryErrors errors, Sampling sampling, long seed) {
        super(name, 6, sampling, seed);
        this.travel = travel;
        this.errors = errors;
    }

    /** By the turning of two wheels. */
    public static WheelOdometry ofWheels(
            String name, DifferentialDrive drive, OdometryErrors errors, Sampling sampling, long seed) {
        return new WheelOdometry(name, new WheelTravel(drive), errors, sampling, seed);
    }

    /** By the true motion of a frame, x forward and z upward, to which errors are added. */
    public static WheelOdometry ofBase(String name, Mount base, OdometryErrors errors, Sampling sampling, long seed) {
        return new WheelOdometry(name, new BaseTravel(base), errors, sampling, seed);
    }

    @Override
    public List<String> labels() {
        return LABELS;
    }

    @Override
    public List<String> units() {
        return UNITS;
    }

    @Override
    protected boolean measure(SensedWorld world, double elapsed, double[] out) {
        travel.since(world, step);
        misread();
        double c = Trig.cos(pose[2]);
        double s = Trig.sin(pose[2]);
        pose[0] += c * step[0] - s * step[1];
        pose[1] += s * step[0] + c * step[1];
        pose[2] += step[2];
        System.arraycopy(pose, 0, out, 0, 3);
        for (int i = 0; i < 3; i++) {
            out[3 + i] = elapsed > 0 ? step[i] / elapsed : 0;
        }
        return true;
    }

    private void misread() {
        double distance = Math.sqrt(step[0] * step[0] + step[1] * step[1]);
        double turned = Math.abs(step[2]);
        double along = noise.normal();
        double about = noise.normal();
        double factor = (1 + errors.distanceScale()) / (1 - errors.slip());
        double stretch = distance > 0 ? factor + errors.distanceNoise() * along / Math.sqrt(distance) : factor;
        double variance = errors.turnNoisePerMetre() * errors.turnNoisePerMetre() * distance
                + errors.turnNoisePerTurn() * errors.turnNoisePerTurn() * turned;
        step[2] = (1 + errors.turnScale()) * step[2] + errors.pull() * step[0] + Math.sqrt(variance) * about;
        step[0] *= stretch;
        step[1] *= stretch;
    }

    @Override
    protected void clear() {
        travel.clear();
        Arrays.fill(pose, 0);
    }

    @Override
    protected int ownStateSize() {
        return pose.length + Travel.STATE_SIZE;
    }

    @Override
    protected void saveOwn(double[] out, int offset) {
        System.arraycopy(pose, 0, out, offset, 3);
        travel.save(out, offset + 3);
    }

    @Override
    protected void restoreOwn(double[] in, int offset) {
        System.arraycopy(in, offset, pose, 0, 3);
        travel.restore(in, offset + 3);
    }
}
