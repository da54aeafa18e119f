package io.sigmaprompt.twin.estimation;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;

/**
 * The variance of one measured number, learnt from what it leaves after the update (Akhlaghi, Zhou, Huang, Adaptive
 * adjustment of noise covariance in Kalman filter for dynamic state estimation, IEEE PES 2017, equation 15), within
 * bounds, and never below what the steps of a coarse encoder leave open: the square of its step over 12, the step
 * being the smallest change ever seen after a reading that had repeated itself.
 */
final class MeasurementNoise implements Restorable {
    /** Over so many measurements, and fewer at first. */
    private static final int MEMORY = 100;

    private static final int FIRST_MEMORY = 15;

    private final double least;
    private final double most;
    private double variance;
    private double last = Double.NaN;

    /** The encoder's step, as far as it has shown. */
    private double resolution = Double.POSITIVE_INFINITY;

    private int memory = FIRST_MEMORY;

    /** How often the last reading has come before. */
    private int repeats;

    private double innovation;

    /** From where the step just taken begins to its middle. */
    private double edge;

    MeasurementNoise(JointFilterSettings.Noise noise) {
        least = noise.least() * noise.least();
        most = noise.most() * noise.most();
        variance = noise.deviation() * noise.deviation();
    }

    /** Looks at a number that has come, before it is used. */
    void look(double measured) {
        double change = measured - last;
        boolean slow = repeats > 0;
        // What stood still to the last bit and then moves shows the encoder's step, or less where it is fine.
        if (slow && Math.abs(change) > 16 * Math.ulp(measured)) {
            resolution = Math.min(resolution, Math.abs(change));
        }
        repeats = change == 0 ? repeats + 1 : 0;
        last = measured;
        variance = Math.max(variance, stairs());
        edge = slow && Math.abs(change) < 1.5 * resolution ? 0.5 * change : 0;
    }

    /**
     * What a measurement says of a prediction. One that repeats a coarse encoder's reading says only that its step has not
     * been left; the first after a step says that its edge has just been crossed.
     *
     * @return measured less predicted, as far as it is known
     */
    double innovation(double measured, double predicted) {
        double difference = measured - edge - predicted;
        if (repeats > 0 && !Double.isInfinite(resolution)) {
            double half = 0.5 * resolution;
            return difference - Math.max(-half, Math.min(half, difference));
        }
        return difference;
    }

    private double stairs() {
        return Double.isInfinite(resolution) ? 0 : Math.min(resolution * resolution / 12, most);
    }

    /**
     * Learns from an update that was made. A number that repeats the one before says nothing about its noise.
     *
     * @param square innovation squared over its variance
     * @param gain how much of the innovation the state took, 0 to 1
     * @param follows of {@link #follows}: where innovations keep their sign, the state takes too little of them
     */
    void learn(double square, double gain, double follows) {
        if (repeats == 0) {
            double ratio = 1 + ((1 - gain) * (Math.min(square, 16) - 1) - follows) / memory;
            memory = Math.min(memory + 1, MEMORY);
            variance = Math.max(Math.max(least, stairs()), Math.min(most, variance * ratio));
        }
    }

    /** A number was not believed: it may be an outlier, or all may be less exact than they were held to be. */
    void doubt() {
        learn(16, 0, 0);
    }

    /** The innovation times the one before over its variance, within 1. */
    double follows(double difference, double itsVariance) {
        double product = difference * innovation / itsVariance;
        innovation = difference;
        return Math.max(-1, Math.min(1, product));
    }

    /** Of the last measurement. Readings that repeat each other err together: n of them say little more than one. */
    double variance() {
        return variance * (1 + repeats);
    }

    boolean repeated() {
        return repeats > 0;
    }

    /** The next measurement is not to be compared with the last. */
    void forget() {
        last = Double.NaN;
        repeats = 0;
        innovation = 0;
        edge = 0;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDouble(variance);
        out.putDouble(last);
        out.putDouble(resolution);
        out.putInt(memory);
        out.putInt(repeats);
        out.putDouble(innovation);
        out.putDouble(edge);
    }

    @Override
    public void restore(CanonicalInput in) {
        variance = in.getDouble();
        last = in.getDouble();
        resolution = in.getDouble();
        memory = in.getInt();
        repeats = in.getInt();
        innovation = in.getDouble();
        edge = in.getDouble();
    }
}
