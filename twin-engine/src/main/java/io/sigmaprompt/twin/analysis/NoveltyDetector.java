package io.sigmaprompt.twin.analysis;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.record.Evidence;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.Locale;

/**
 * Finds combinations of values that were never seen, by the scores of a model outside the kernel. A score is a share of
 * usual points, so one beyond the threshold may be chance: it must stay beyond for a while, and to be gone it must be
 * twice as usual for as long.
 */
final class NoveltyDetector implements Restorable {
    static final String ID = "novelty";

    private static final long NONE = Long.MIN_VALUE;

    private final double threshold;
    private final long holdNanos;
    private long beyondSince = NONE;
    private long withinSince = NONE;

    NoveltyDetector(double threshold, long holdNanos) {
        this.threshold = threshold;
        this.holdNanos = holdNanos;
    }

    void take(KernelInput.NoveltyScore score, long simNanos, FindingBoard findings) {
        if (Double.isNaN(score.score())) {
            return;
        }
        long asked = score.askedNanos();
        boolean beyond = score.score() > threshold;
        boolean within = 1 - score.score() > 2 * (1 - threshold);
        beyondSince = !beyond ? NONE : beyondSince == NONE ? asked : beyondSince;
        withinSince = !within ? NONE : withinSince == NONE ? asked : withinSince;
        if (beyond && asked - beyondSince >= holdNanos) {
            findings.raise(
                    simNanos,
                    ID,
                    FindingRecord.Kind.NOVELTY,
                    "",
                    score.score(),
                    threshold,
                    "",
                    String.format(
                            Locale.ROOT,
                            "position, velocity and effort together were never seen so before, to %.4f of 1",
                            score.score()),
                    new Evidence(
                            score.detector(),
                            "joints",
                            beyondSince,
                            score.score(),
                            score.parameters()
                                    + String.format(
                                            Locale.ROOT,
                                            ", threshold %g, hold %d ms",
                                            threshold,
                                            holdNanos / 1_000_000)));
        } else if (within && asked - withinSince >= holdNanos) {
            findings.clear(simNanos, ID, score.score(), "what the joints do together is usual again");
        }
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putLong(beyondSince);
        out.putLong(withinSince);
    }

    @Override
    public void restore(CanonicalInput in) {
        beyondSince = in.getLong();
        withinSince = in.getLong();
    }
}
