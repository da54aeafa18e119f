package io.sigmaprompt.twin.prediction.explanation;

import io.sigmaprompt.twin.record.ExplanationRecord.Cause;
import io.sigmaprompt.twin.record.ExplanationRecord.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a window's contradictions apart into a sum: the likeliest hypothesis first, then what is likeliest for the rest
 * (matching pursuit; Mallat, Zhang, Matching pursuits with time-frequency dictionaries, IEEE T-SP 41(12), 1993). Where there
 * are several, each is then chosen once more with the others' parts taken away (backfitting; Friedman, Stuetzle, Projection
 * pursuit regression, JASA 76, 1981): the first choice was made while the others were still in.
 */
final class Pursuit {
    /** Of the energy; a smaller cause is left among the unknown. */
    static final double LEAST_SHARE = 0.02;

    /** Logarithm of a likelihood ratio that settles a question. */
    private static final double CONVINCING = 25;

    private final Evidence evidence;
    private final HypothesisBank bank;
    private final List<Term> terms = new ArrayList<>();
    private final List<Term> kept = new ArrayList<>();
    /** All contradictions before anything was explained. */
    private final double[] all;
    /** What another sum left open. */
    private final double[] left;
    /** What each term took. */
    private final double[][] taken;

    private int length;
    private int told;
    private double price;
    private double beyondNoise;
    private boolean body;
    private String before = "";

    /** A cause as it was found. */
    private record Term(double gain, int parameters, Cause cause) {
        String key() {
            return Hypothesis.key(cause.kind(), cause.joint());
        }
    }

    Pursuit(Evidence evidence, HypothesisBank bank, int most) {
        this.evidence = evidence;
        this.bank = bank;
        all = new double[evidence.open.length];
        left = new double[evidence.open.length];
        taken = new double[most][evidence.open.length];
    }

    /**
     * Explains what is open by so many terms at most; what stays open is unexplained.
     *
     * @param likeliestBefore key of what came first a moment ago, or nothing
     */
    void run(int most, String likeliestBefore) {
        before = likeliestBefore;
        length = Evidence.CHANNELS * evidence.n * evidence.count;
        System.arraycopy(evidence.open, 0, all, 0, length);
        told = evidence.told();
        beyondNoise = Math.max(1, evidence.energy() - told);
        price = StrictMath.log(told);
        body = bank.prepare(evidence);
        pursue(most, null);
        // Where the same comes first as a moment ago, other beginnings were tried then.
        if (terms.size() > 1 && !terms.getFirst().key().equals(before)) {
            tryAnotherBeginning(most);
        }
    }

    private void pursue(int most, @Nullable Kind notFirst) {
        terms.clear();
        while (terms.size() < most) {
            Term next = find(terms.size(), terms.isEmpty() ? notFirst : null);
            if (next == null) {
                break;
            }
            terms.add(next);
        }
        if (terms.size() > 1) {
            reconsider();
        }
    }

    /** A first choice that mixed up two causes leads nowhere: begins with one of another kind, and keeps what costs less. */
    private void tryAnotherBeginning(int most) {
        double cost = cost();
        kept.clear();
        kept.addAll(terms);
        System.arraycopy(evidence.open, 0, left, 0, length);
        System.arraycopy(all, 0, evidence.open, 0, length);
        pursue(most, kept.getFirst().cause.kind());
        if (cost() > cost) {
            terms.clear();
            terms.addAll(kept);
            System.arraycopy(left, 0, evidence.open, 0, length);
        }
    }

    private double cost() {
        double cost = evidence.energy();
        for (Term term : terms) {
            cost += term.parameters * price;
        }
        return cost;
    }

    private void reconsider() {
        for (int t = 0; t < terms.size(); t++) {
            for (int at = 0; at < length; at++) {
                evidence.open[at] += taken[t][at];
            }
            Term again = find(t, null);
            if (again == null) {
                // What the others leave is no longer worth a cause of its own.
                terms.remove(t);
                double[] freed = taken[t];
                System.arraycopy(taken, t + 1, taken, t, terms.size() - t);
                taken[terms.size()] = freed;
                t--;
            } else {
                terms.set(t, again);
            }
        }
    }

    /** The likeliest term for what is open, which it then takes away. */
    private @Nullable Term find(int slot, @Nullable Kind not) {
        if (slot > 0 && evidence.energy() - told < LEAST_SHARE * beyondNoise) {
            return null;
        }
        Hypothesis best = bank.best(evidence, body, price, not, slot == 0 && not == null ? before : "");
        if (best == null) {
            return null;
        }
        double open = evidence.energy();
        System.arraycopy(evidence.open, 0, taken[slot], 0, length);
        double[] part = new double[evidence.n];
        best.remove(evidence, part);
        double after = evidence.energy();
        double scale = Math.max(1, after / told);
        double proof = 0.5 * ((open - after) / scale - best.parameters * price);
        double share = Math.min(1, Math.max(0, (open - after) / beyondNoise));
        if (proof < CONVINCING || share < LEAST_SHARE) {
            System.arraycopy(taken[slot], 0, evidence.open, 0, length);
            return null;
        }
        for (int at = 0; at < length; at++) {
            taken[slot][at] -= evidence.open[at];
        }
        best.widen(Misfit.of(evidence, taken[slot]));
        Cause cause =
                new Cause(best.kind, best.place, share, best.value, best.sigma, best.unit(), proof, part, best.text());
        return new Term(open - after, best.parameters, cause);
    }

    /** The causes, with shares of the explained part of the energy that add up with the unexplained one to 1. */
    List<Cause> causes() {
        double gains = 0;
        for (Term term : terms) {
            gains += term.gain;
        }
        double open = Math.max(0, evidence.energy() - told);
        double explained = Math.max(0, 1 - Math.min(1, open / beyondNoise));
        List<Cause> causes = new ArrayList<>();
        for (Term term : terms) {
            Cause c = term.cause;
            causes.add(new Cause(
                    c.kind(),
                    c.joint(),
                    gains > 0 ? explained * term.gain / gains : 0,
                    c.value(),
                    c.sigma(),
                    c.unit(),
                    c.evidence(),
                    c.part(),
                    c.text()));
        }
        return causes;
    }
}
