package io.sigmaprompt.twin.estimation;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;

/**
 * By how much a source's velocities stay off the slope of its positions. Some drives tell the velocity that they were
 * asked for, or a smoothed one: such an error is none that a mean removes, and to believe both would make an acceleration of
 * what is a contradiction. Measured directly, as the mean square of the smoothed difference between the positions' slope
 * and the mean of the two velocities, so that no belief of the filter feeds back into it.
 */
final class VelocityOffset implements Restorable {
    /** Seconds, and fewer at first. */
    private static final double MEMORY_SECONDS = 2;

    private static final double FIRST_MEMORY_SECONDS = 0.5;

    private double position = Double.NaN;
    private double velocity;
    private double offset;
    private double variance;
    private double memory = FIRST_MEMORY_SECONDS;

    VelocityOffset(double deviation) {
        variance = deviation * deviation;
    }

    /** Takes a pair of measurements, t seconds after the last. */
    void look(double measuredPosition, double measuredVelocity, double t) {
        if (!Double.isNaN(position)) {
            double difference = 0.5 * (velocity + measuredVelocity) - (measuredPosition - position) / t;
            offset += t / (JointMotion.OFFSET_SECONDS + t) * (difference - offset);
            variance += t / (memory + t) * (offset * offset - variance);
            memory = Math.min(memory + t, MEMORY_SECONDS);
        }
        position = measuredPosition;
        velocity = measuredVelocity;
    }

    double variance() {
        return variance;
    }

    /** The next pair is not to be compared with the last. */
    void forget() {
        position = Double.NaN;
        offset = 0;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDouble(position);
        out.putDouble(velocity);
        out.putDouble(offset);
        out.putDouble(variance);
        out.putDouble(memory);
    }

    @Override
    public void restore(CanonicalInput in) {
        position = in.getDouble();
        velocity = in.getDouble();
        offset = in.getDouble();
        variance = in.getDouble();
        memory = in.getDouble();
    }
}
