package io.sigmaprompt.twin.analysis.stream;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;

/**
 * How probable it is that a statistic is as large as it is, by its own past: what makes the scores of different
 * detectors comparable. The body of the past is a histogram whose bins grow by the same factor (as in Masson, Rim, Lee,
 * DDSketch, VLDB 2019), beyond its upper end a generalised Pareto distribution is fitted to the excesses by the method
 * of moments (Hosking, Wallis, Technometrics 1987; for streams Siffer et al., KDD 2017). The past fades: once it holds
 * its horizon twice over, all of it is given half its weight.
 */
public final class TailProbability extends TailBins implements Restorable {
    /** The tail is fitted anew after so many values. */
    private static final int REFIT = 64;

    /** Values that the tail should rest on. */
    private static final double TAIL_VALUES = 20;

    private static final double LEAST_TAIL = 0.02;
    private static final double GREATEST_TAIL = 0.1;

    /** A tail is never believed lighter than nearly exponential, nor without a mean. */
    private static final double LEAST_SHAPE = 0.02;

    private static final double GREATEST_SHAPE = 0.45;

    /** What a probability is at least. */
    public static final double LEAST_PROBABILITY = 1e-12;

    private final double horizon;

    private double total;
    private int sinceFit;
    private double threshold = Double.POSITIVE_INFINITY;
    private double share;
    private double scale;
    private double shape;

    /**
     * A past that holds nothing.
     *
     * @param horizon how many values weigh fully, at least 1
     */
    public TailProbability(double horizon) {
        this.horizon = horizon;
    }

    /** The weight of what it has seen, in values. */
    public double total() {
        return total;
    }

    /** Takes a value, which must be at least 0, into the past. */
    public void add(double value) {
        add(value, 1);
    }

    /** Takes a value that counts for a part of one. */
    public void add(double value, double weight) {
        count(bin(value), weight);
        total += weight;
        if (total > 2 * horizon) {
            halve();
            sinceFit = REFIT;
        }
        if (++sinceFit >= REFIT) {
            fit();
        }
    }

    private void halve() {
        halveCounts();
        total *= 0.5;
    }

    /** Brings the fit up to date with what was added. */
    public void fit() {
        sinceFit = 0;
        double above = 0;
        double tail = Math.clamp(TAIL_VALUES / Math.max(total, 1), LEAST_TAIL, GREATEST_TAIL) * total;
        int start = BINS;
        for (int i = end() - 1; i >= first(); i--) {
            above += count(i);
            setSurvival(i, above / total);
            if (above <= tail) {
                start = i;
            }
        }
        fitTail(start == BINS && end() < BINS ? end() : start);
    }

    private void fitTail(int start) {
        double weight = 0;
        double sum = 0;
        double squares = 0;
        for (int i = start; i < end(); i++) {
            double excess = middle(i) - edge(start);
            double one = count(i);
            weight += one;
            sum += one * excess;
            squares += one * excess * excess;
        }
        threshold = edge(start);
        share = survival(start);
        // Nothing is known below the width of a bin.
        double width = edge(start) - (start > 0 ? edge(start - 1) : 0);
        double mean = weight > 0 ? Math.max(sum / weight, width) : width;
        double variance = weight > 1 ? Math.max(squares / weight - mean * mean, 0) : mean * mean;
        double ratio = variance > 0 ? mean * mean / variance : 1;
        shape = Math.clamp(0.5 * (1 - ratio), LEAST_SHAPE, GREATEST_SHAPE);
        // The scale that keeps the mean, widened by its own standard error twice.
        scale = mean * (1 - shape) * (1 + 2 / Math.sqrt(Math.max(weight > 0 ? weight : total, 1)));
        share = Math.max(share, 1 / (total + 1));
    }

    /**
     * The probability that a value is this large or larger.
     *
     * @return from {@link #LEAST_PROBABILITY} to 1; NaN as long as there is no past
     */
    public double of(double value) {
        if (total <= 0 || threshold == Double.POSITIVE_INFINITY || Double.isNaN(value)) {
            return Double.NaN;
        }
        if (value > threshold) {
            double base = 1 + shape * (value - threshold) / scale;
            double p = share * StrictMath.exp(-StrictMath.log(base) / shape);
            return Math.max(p, LEAST_PROBABILITY);
        }
        int i = bin(value);
        double inside = Math.clamp((value - edge(i)) / (edge(i + 1) - edge(i)), 0, 1);
        double above = survival(i);
        return Math.clamp(above + inside * (survival(i + 1) - above), LEAST_PROBABILITY, 1);
    }

    /** The value that is reached or passed with a probability, the smaller the rarer; NaN without a past. */
    public double quantile(double probability) {
        if (total <= 0 || threshold == Double.POSITIVE_INFINITY) {
            return Double.NaN;
        }
        if (probability < share) {
            return threshold + scale / shape * (StrictMath.exp(shape * StrictMath.log(share / probability)) - 1);
        }
        int i = 0;
        while (i < BINS - 1 && survival(i + 1) > probability) {
            i++;
        }
        double step = survival(i) - survival(i + 1);
        return edge(i)
                + (step > 0 ? Math.clamp((survival(i) - probability) / step, 0, 1) : 0) * (edge(i + 1) - edge(i));
    }

    /**
     * Starts from what another has seen.
     *
     * @param bins as {@link #bins} gives them
     */
    public void startFrom(double[] bins) {
        forget();
        for (int k = 0; k + 1 < bins.length; k += 2) {
            count(Math.clamp((int) bins[k], 0, BINS - 1), bins[k + 1]);
            total += bins[k + 1];
        }
        while (total > 2 * horizon) {
            halve();
        }
        if (total > 0) {
            fit();
        }
    }

    /** Forgets everything. */
    public void forget() {
        clear();
        total = 0;
        sinceFit = 0;
        threshold = Double.POSITIVE_INFINITY;
    }

    @Override
    public void save(CanonicalOutput out) {
        saveCounts(out);
        out.putDouble(total);
        out.putInt(sinceFit);
        out.putDouble(threshold);
        out.putDouble(share);
        out.putDouble(scale);
        out.putDouble(shape);
        // The fit is older than the counts, so it cannot be made from them.
        saveSurvival(out);
    }

    @Override
    public void restore(CanonicalInput in) {
        restoreCounts(in);
        total = in.getDouble();
        sinceFit = in.getInt();
        threshold = in.getDouble();
        share = in.getDouble();
        scale = in.getDouble();
        shape = in.getDouble();
        restoreSurvival(in);
    }
}
