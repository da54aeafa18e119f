package io.sigmaprompt.twin.maintenance.health;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.Arrays;

/** Means of a joint over a short stretch of frames, which take the noise out of accelerations. */
final class MotionBlock implements Restorable {
    private static final int NEEDED = 0;

    private static final int VELOCITY = 1;
    private static final int EFFORT = 2;
    private static final int SQUARE = 3;
    private static final int MAGNITUDE = 4;
    private static final int CURRENT = 5;
    private static final int CURRENT_SQUARE = 6;
    private static final int MOTOR = 7;
    private static final int COMMAND = 8;
    private static final int QUANTITIES = 9;

    private final double[] sums = new double[QUANTITIES];
    private final double[] counts = new double[QUANTITIES];
    private double seconds;
    private double travel;
    private double slowest;
    private double fastest;

    MotionBlock() {
        clear();
    }

    void clear() {
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        seconds = 0;
        travel = 0;
        slowest = Double.POSITIVE_INFINITY;
        fastest = Double.NEGATIVE_INFINITY;
    }

    /**
     * Takes a frame; NaN where something is not known.
     *
     * @param needed effort that the model needs without loss
     * @param effort measured, or by the model
     * @param motor motor's position less the link's
     * @param command commanded position less the measured one
     */
    void add(
            double step,
            double needed,
            double velocity,
            double effort,
            double load,
            double current,
            double motor,
            double command) {
        seconds += step;
        travel += Math.abs(velocity) * step;
        slowest = Math.min(slowest, velocity);
        fastest = Math.max(fastest, velocity);
        add(NEEDED, needed);
        add(VELOCITY, velocity);
        add(EFFORT, effort);
        add(SQUARE, load * load);
        add(MAGNITUDE, Math.abs(load));
        add(CURRENT, current);
        add(CURRENT_SQUARE, current * current);
        add(MOTOR, motor);
        add(COMMAND, command);
    }

    private void add(int quantity, double value) {
        if (!Double.isNaN(value)) {
            sums[quantity] += value;
            counts[quantity]++;
        }
    }

    private double mean(int quantity) {
        return counts[quantity] == 0 ? Double.NaN : sums[quantity] / counts[quantity];
    }

    double seconds() {
        return seconds;
    }

    double travel() {
        return travel;
    }

    /** Whether it moved one way all the time, and not so slowly that it may have stuck. */
    boolean steady(double least) {
        return slowest >= least || fastest <= -least;
    }

    /** Whether it rested all the time. */
    boolean resting(double most) {
        return fastest <= most && slowest >= -most;
    }

    double needed() {
        return mean(NEEDED);
    }

    double velocity() {
        return mean(VELOCITY);
    }

    /** Measured effort; NaN where none is. */
    double effort() {
        return mean(EFFORT);
    }

    double square() {
        return mean(SQUARE);
    }

    double magnitude() {
        return mean(MAGNITUDE);
    }

    double current() {
        return mean(CURRENT);
    }

    double currentSquare() {
        return mean(CURRENT_SQUARE);
    }

    double motor() {
        return mean(MOTOR);
    }

    double command() {
        return mean(COMMAND);
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(sums);
        out.putDoubles(counts);
        out.putDouble(seconds);
        out.putDouble(travel);
        out.putDouble(slowest);
        out.putDouble(fastest);
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(sums);
        in.getDoubles(counts);
        seconds = in.getDouble();
        travel = in.getDouble();
        slowest = in.getDouble();
        fastest = in.getDouble();
    }
}
