package io.sigmaprompt.twin.analysis.stream;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;

/**
 * How new the level of a signal is: its means over windows of several lengths are held against the greatest and least
 * that they ever were, and their changes from window to window against the greatest change.
 */
final class LevelNovelty implements Restorable {
    private final TrailingMean[] means;
    private final TailSurprise[] above;
    private final TailSurprise[] below;
    private final TailSurprise[] change;

    /**
     * A novelty that has seen nothing.
     *
     * @param windows lengths in samples
     * @param tail how many extremes are kept of each
     */
    LevelNovelty(int[] windows, int tail) {
        int n = windows.length;
        means = new TrailingMean[n];
        above = new TailSurprise[n];
        below = new TailSurprise[n];
        change = new TailSurprise[n];
        for (int i = 0; i < n; i++) {
            means[i] = new TrailingMean(windows[i]);
            above[i] = new TailSurprise(tail);
            below[i] = new TailSurprise(tail);
            change[i] = new TailSurprise(tail);
        }
    }

    /** The surprise of the next value, in decades of improbability: that of whatever is most surprising of it. */
    double next(double value) {
        double most = 0;
        for (int i = 0; i < means.length; i++) {
            TrailingMean mean = means[i];
            mean.add(value);
            if (mean.full()) {
                most = Math.max(most, above[i].next(mean.mean()));
                most = Math.max(most, below[i].next(-mean.mean()));
            }
            if (mean.twiceFull()) {
                most = Math.max(most, change[i].next(Math.abs(mean.mean() - mean.before())));
            }
        }
        return most;
    }

    @Override
    public void save(CanonicalOutput out) {
        for (int i = 0; i < means.length; i++) {
            means[i].save(out);
            above[i].save(out);
            below[i].save(out);
            change[i].save(out);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        for (int i = 0; i < means.length; i++) {
            means[i].restore(in);
            above[i].restore(in);
            below[i].restore(in);
            change[i].restore(in);
        }
    }
}
