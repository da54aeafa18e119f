package io.sigmaprompt.twin.prediction.explanation;

import io.sigmaprompt.twin.record.ExplanationRecord.Kind;

/**
 * A hypothesis about one joint that is linear in one or two numbers from an onset on. The onset is searched over a coarse
 * grid and then sample by sample around the best.
 */
abstract class JointHypothesis extends Hypothesis {
    private static final int COARSE = 16;
    private static final int FINE = 7;
    private static final int MOST = 2;

    final int joint;
    final double[] coefficient = new double[MOST];
    final double[] deviation = new double[MOST];
    private final double[] trial = new double[MOST];
    private final double[] spread = new double[MOST];
    private final double[] design = new double[MOST * Evidence.CHANNELS];
    int onset;
    private int columns;

    JointHypothesis(Kind kind, String place, int joint) {
        super(kind, place);
        this.joint = joint;
    }

    /** Looks at the window before designs are asked for; false where the hypothesis does not apply. */
    boolean prepare(Evidence e) {
        return true;
    }

    /** How many numbers it fits from this onset on. */
    int columns(int onset) {
        return 1;
    }

    /** Numbers that {@link #prepare} chose already. */
    int chosen() {
        return 0;
    }

    /** An onset that the window shows, or -1. */
    int shownOnset(Evidence e) {
        return -1;
    }

    /**
     * What the first column counts from where it begins at an onset above 0: that many of the second column's less than
     * where it begins at 0.
     */
    double before(int onset) {
        return 0;
    }

    /**
     * Writes the contradictions of sample k for each number at 1. But for {@link #before}, those of samples after the onset
     * are the same for every onset, unless {@link #shownOnset} knows it.
     *
     * @param out Modified. zeros before; column c at {@code 3 c + channel}
     */
    abstract void design(Evidence e, int k, int onset, double[] out);

    @Override
    final void fit(Evidence e) {
        gain = 0;
        if (!prepare(e)) {
            return;
        }
        double best = 0;
        onset = 0;
        int shown = shownOnset(e);
        if (shown >= 0) {
            e.sums.gather(e, this, shown);
            best = tryOnset(e, shown, best);
        } else {
            e.sums.gather(e, this, 0);
            for (int at = 0; at < e.count - 4; at += COARSE) {
                best = tryOnset(e, at, best);
            }
            for (int c = 0; c < Evidence.CHANNELS; c++) {
                best = tryShown(e, e.firstClear(c, joint), best);
                best = tryShown(e, e.greatest(c, joint), best);
            }
            int centre = onset;
            for (int at = Math.max(1, centre - 2 * FINE); at <= Math.min(e.count - 4, centre + 2 * FINE); at += 2) {
                best = tryOnset(e, at, best);
            }
            centre = onset;
            best = tryOnset(e, Math.max(0, centre - 1), best);
            best = tryOnset(e, centre + 1, best);
        }
        gain = best;
        parameters = columns + chosen() + (onset > 0 ? 1 : 0);
        value = coefficient[0];
        sigma = deviation[0];
        conclude(e);
    }

    @Override
    void widen(double factor) {
        super.widen(factor);
        for (int c = 0; c < MOST; c++) {
            deviation[c] *= factor;
        }
    }

    private double tryShown(Evidence e, int at, double best) {
        return at <= 0 || at >= e.count - 4 ? best : tryOnset(e, at, best);
    }

    /** Makes of the coefficients what {@link #value} means. */
    void conclude(Evidence e) {}

    private double tryOnset(Evidence e, int at, double best) {
        int width = columns(at);
        e.sums.of(e, this, at);
        double found = solve(e.sums, width);
        // A searched onset is a number chosen, too, and has to earn it.
        double price = at > 0 ? 12 : 0;
        if (found - price <= best) {
            return best;
        }
        onset = at;
        columns = width;
        System.arraycopy(trial, 0, coefficient, 0, MOST);
        System.arraycopy(spread, 0, deviation, 0, MOST);
        return found - price;
    }

    /** Weighted least squares in one or two unknowns; answers with the energy explained. */
    private double solve(OnsetSums s, int width) {
        trial[1] = 0;
        spread[1] = Double.NaN;
        if (!(s.xx > 0)) {
            return 0;
        }
        trial[0] = s.bx / s.xx;
        spread[0] = Math.sqrt(1 / s.xx);
        if (width == 1) {
            return trial[0] * s.bx;
        }
        // A hair's breadth keeps apart what the window cannot tell apart.
        double yy = s.yy * (1 + 1e-9);
        double determinant = s.xx * yy - s.xy * s.xy;
        if (!(determinant > 1e-7 * s.xx * s.yy)) {
            spread[1] = Math.sqrt(1 / yy);
            return trial[0] * s.bx;
        }
        trial[0] = (yy * s.bx - s.xy * s.by) / determinant;
        trial[1] = (s.xx * s.by - s.xy * s.bx) / determinant;
        spread[0] = Math.sqrt(yy / determinant);
        spread[1] = Math.sqrt(s.xx / determinant);
        return trial[0] * s.bx + trial[1] * s.by;
    }

    /** The design of a sample, in an array that may hold anything. */
    final void write(Evidence e, int k, int onset, double[] out) {
        for (int d = 0; d < out.length; d++) {
            out[d] = 0;
        }
        design(e, k, onset, out);
    }

    @Override
    final void remove(Evidence e, double[] part) {
        for (int k = onset; k < e.count; k++) {
            write(e, k, onset, design);
            for (int c = 0; c < Evidence.CHANNELS; c++) {
                double all = coefficient[0] * design[c];
                if (columns > 1) {
                    all += coefficient[1] * design[Evidence.CHANNELS + c];
                }
                e.open[e.at(k, c, joint)] -= all;
                if (k == e.count - 1 && c == Evidence.BODY) {
                    part[joint] += all;
                }
            }
        }
    }
}
