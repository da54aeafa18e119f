package io.sigmaprompt.twin.estimation.effort;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;

/**
 * How much measured efforts scatter from frame to frame: the mean square of their second differences over 6, which is the
 * variance of white noise upon anything that runs straight over three frames.
 */
final class EffortNoise implements Restorable {
    private static final double MEMORY = 100;

    private final double[] last;
    private final double[] before;
    private final double[] variance;
    private int frames;

    EffortNoise(int n) {
        last = new double[n];
        before = new double[n];
        variance = new double[n];
    }

    /** Takes efforts, all of them known. */
    void look(double[] effort) {
        for (int i = 0; i < effort.length; i++) {
            if (frames >= 2) {
                double second = effort[i] - 2 * last[i] + before[i];
                double weight = Math.max(1 / MEMORY, 1.0 / (frames - 1));
                variance[i] += weight * (second * second / 6 - variance[i]);
            }
            before[i] = last[i];
            last[i] = effort[i];
        }
        frames = (int) Math.min(frames + 1, MEMORY + 2);
    }

    /** The next efforts do not follow on the last; what was learnt stays. */
    void forget() {
        frames = 0;
    }

    /** (N m)² or N², one entry a joint. Live. */
    double[] variance() {
        return variance;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(last);
        out.putDoubles(before);
        out.putDoubles(variance);
        out.putInt(frames);
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(last);
        in.getDoubles(before);
        in.getDoubles(variance);
        frames = in.getInt();
    }
}
