package io.sigmaprompt.physics.sensor.motion;

import io.sigmaprompt.physics.sensor.ParameterCheck;
import io.sigmaprompt.physics.sensor.Quantizer;
import io.sigmaprompt.physics.sensor.Sampling;
import io.sigmaprompt.physics.sensor.SensedWorld;
import io.sigmaprompt.physics.sensor.Sensor;
import io.sigmaprompt.physics.sensor.motion.EncoderErrors.VelocitySource;
import java.util.List;

/**
 * Measures the position and velocity of a joint of one coordinate. The position is rounded to the nearest count:
 * {@code rint((q + offset + noise) / resolution)·resolution}.
 */
public final class JointEncoder extends Sensor {
    private static final List<String> LABELS = List.of("position", "velocity");

    private final int joint;
    private final EncoderErrors errors;
    private final List<String> units;
    private double before;
    private boolean hasBefore;

    /**
     * An encoder.
     *
     * @param joint index in the whole world
     * @param sliding whether the joint's unit is metres and not radians
     * @param seed of its noise
     */
    public JointEncoder(String name, int joint, boolean sliding, EncoderErrors errors, Sampling sampling, long seed) {
        super(name, 2, sampling, seed);
        ParameterCheck.index("encoder '" + name + "', joint", joint, 0);
        this.joint = joint;
        this.errors = errors;
        units = sliding ? List.of("m", "m/s") : List.of("rad", "rad/s");
    }

    @Override
    public List<String> labels() {
        return LABELS;
    }

    @Override
    public List<String> units() {
        return units;
    }

    @Override
    protected boolean measure(SensedWorld world, double elapsed, double[] out) {
        double position = world.jointPosition(joint) + errors.offset();
        if (errors.noise() > 0) {
            position += errors.noise() * noise.normal();
        }
        out[0] = Quantizer.convert(position, errors.resolution(), Double.POSITIVE_INFINITY);
        if (errors.velocity() == VelocitySource.DIFFERENCE) {
            out[1] = hasBefore ? (out[0] - before) / elapsed : 0;
            before = out[0];
            hasBefore = true;
        } else {
            out[1] = world.jointVelocity(joint);
            if (errors.velocityNoise() > 0) {
                out[1] += errors.velocityNoise() * noise.normal();
            }
        }
        return true;
    }

    @Override
    protected void clear() {
        before = 0;
        hasBefore = false;
    }

    @Override
    protected int ownStateSize() {
        return 2;
    }

    @Override
    protected void saveOwn(double[] out, int offset) {
        out[offset] = before;
        out[offset + 1] = hasBefore ? 1 : 0;
    }

    @Override
    protected void restoreOwn(double[] in, int offset) {
        before = in[offset];
        hasBefore = in[offset + 1] != 0;
    }
}
