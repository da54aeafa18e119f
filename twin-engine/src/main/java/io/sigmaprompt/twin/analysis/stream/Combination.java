package io.sigmaprompt.twin.analysis.stream;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;

/**
 * One probability out of those of several detectors that look at the same sample: the least (Tippett, The Methods of
 * Statistics, 1931), held against its own past. So it is calibrated whatever the detectors have in common; as long as
 * there is no past, the least is corrected as if they had nothing in common (Šidák, JASA 1967).
 */
public final class Combination implements Restorable {
    private final int learning;
    private final TailProbability past;

    /**
     * A combination that has seen nothing.
     *
     * @param learning samples that must be known before its own past is believed
     * @param horizon samples that weigh fully in its past
     */
    public Combination(int learning, double horizon) {
        this.learning = learning;
        past = new TailProbability(horizon);
    }

    /**
     * The probability that a usual sample is as unusual as this one to any detector.
     *
     * @param probabilities one a detector; NaN where it cannot tell
     * @return NaN where none can tell
     */
    public double of(double[] probabilities) {
        double least = Double.NaN;
        int telling = 0;
        for (double p : probabilities) {
            if (!Double.isNaN(p)) {
                telling++;
                least = Double.isNaN(least) ? p : Math.min(least, p);
            }
        }
        if (telling == 0) {
            return Double.NaN;
        }
        double surprise = -StrictMath.log(least);
        double p = past.total() < learning
                ? -StrictMath.expm1(telling * StrictMath.log1p(-Math.min(least, 1 - 1e-12)))
                : past.of(surprise);
        past.add(surprise);
        return p;
    }

    @Override
    public void save(CanonicalOutput out) {
        past.save(out);
    }

    @Override
    public void restore(CanonicalInput in) {
        past.restore(in);
    }
}
