package io.sigmaprompt.physics.world.adaptive;

import io.sigmaprompt.physics.world.World;
import io.sigmaprompt.physics.world.WorldSnapshot;
import io.sigmaprompt.physics.world.WorldStoppedException;
import org.jspecify.annotations.Nullable;

/**
 * Steps a world with an accuracy instead of a step: each step is made once whole and once in halves, whose difference is the
 * error of the halves, the method being of first order; where that is too great for the step's length, the step is made
 * again, smaller. The next size follows from this error and the one before (a PI controller; Hairer, Wanner, Solving Ordinary
 * Differential Equations II, 2nd ed. 1996, section IV.2). For reference runs: it takes three steps for one.
 *
 * <p>The same state gives the same bits. What a latency or a rate counts in steps loses its meaning here.
 */
public final class AdaptiveStepper {
    /** How many numbers {@link #save} writes. */
    public static final int STATE_SIZE = 2;

    private static final double SAFETY = 0.8;
    private static final double INTEGRAL = 0.7;
    private static final double PROPORTIONAL = 0.3;
    private static final double LEAST_FACTOR = 0.2;
    private static final double GREATEST_FACTOR = 2;
    /** Errors below count as this, so that a standstill does not upset the controller. */
    private static final double LEAST_ERROR = 1e-3;

    private final World world;
    private final StepAccuracy accuracy;
    private final ConfigurationError distance;
    private final double[] whole;
    private @Nullable WorldSnapshot before;
    private double step;
    private double lastError = 1;
    private long accepted;
    private long rejected;
    private long atFloor;
    private double shortest = Double.POSITIVE_INFINITY;
    private double longest;

    /** A stepper that begins with the world's own step. */
    public AdaptiveStepper(World world, StepAccuracy accuracy) {
        this.world = world;
        this.accuracy = accuracy;
        distance = new ConfigurationError(world, accuracy.length(), accuracy.angle());
        whole = new double[world.q().length];
        step = within(world.settings().step());
    }

    /**
     * Moves the world on until its time is exactly this one; a time that is past does nothing.
     *
     * @throws WorldStoppedException if even the least step leads to no finite state; the state is that before the step
     */
    public void advance(double until) {
        while (world.time() < until) {
            double left = until - world.time();
            boolean last = step >= left;
            // No sliver is left over for the last step.
            double h = last ? left : Math.min(step, 0.5 * left);
            if (attempt(h) && last) {
                world.land(until);
            }
        }
    }

    /** One step; whether it was accepted. */
    private boolean attempt(double h) {
        before = world.save(before);
        boolean smallest = h <= accuracy.leastStep();
        double error = error(h, before, smallest);
        if (error > 1 && !smallest) {
            world.restore(before);
            rejected++;
            step = Math.max(accuracy.leastStep(), h * factor(error, error));
            return false;
        }
        accepted++;
        atFloor += error > 1 ? 1 : 0;
        shortest = Math.min(shortest, h);
        longest = Math.max(longest, h);
        // A step that was cut short to hit a time does not make the next one smaller.
        step = within(Math.max(step > h ? step : 0, h * factor(error, lastError)));
        lastError = error;
        return true;
    }

    /** The error of two halves in units of what the step's length allows; infinite where a state is not finite. */
    private double error(double h, WorldSnapshot start, boolean smallest) {
        try {
            world.step(h);
            System.arraycopy(world.q(), 0, whole, 0, whole.length);
            world.restore(start);
            world.step(0.5 * h);
            world.step(0.5 * h);
            return distance.between(whole, world.q()) / h;
        } catch (WorldStoppedException e) {
            world.restore(start);
            if (smallest) {
                throw e;
            }
            return Double.POSITIVE_INFINITY;
        }
    }

    private static double factor(double error, double errorBefore) {
        if (error == Double.POSITIVE_INFINITY) {
            return LEAST_FACTOR;
        }
        double now = Math.max(LEAST_ERROR, error);
        double then = Math.max(LEAST_ERROR, errorBefore);
        double f = SAFETY * StrictMath.pow(now, -INTEGRAL) * StrictMath.pow(then, PROPORTIONAL);
        return Math.max(LEAST_FACTOR, Math.min(error > 1 ? 0.9 : GREATEST_FACTOR, f));
    }

    private double within(double h) {
        return Math.max(accuracy.leastStep(), Math.min(accuracy.greatestStep(), h));
    }

    /** The size that the next step will be tried with, seconds. */
    public double nextStep() {
        return step;
    }

    /** What it did since it was made. */
    public StepReport report() {
        return new StepReport(accepted, rejected, atFloor, shortest, longest);
    }

    /** Writes all that decides the coming steps besides the world's snapshot: {@link #STATE_SIZE} numbers. */
    public void save(double[] out, int offset) {
        out[offset] = step;
        out[offset + 1] = lastError;
    }

    /** Takes back what {@link #save} wrote, once the world's snapshot of the same time is restored. */
    public void restore(double[] in, int offset) {
        step = in[offset];
        lastError = in[offset + 1];
    }
}
