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
    private final double[] deviation = new double[MOST];
    private final double[] trial = new double[MOST];
    private final double[] design = new double[MOST * Evidence.CHANNELS];
    private double trialSxx;
    private double trialSyy;
    private double trialSxy;
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
     * Writes the contradictions of sample k for each number at 1.
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
            best = tryOnset(e, shown, best);
        } else {
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

    private double tryShown(Evidence e, int at, double best) {
        return at <= 0 || at >= e.count - 4 ? best : tryOnset(e, at, best);
    }

    /** Makes of the coefficients what {@link #value} means. */
    void conclude(Evidence e) {}

    private double tryOnset(Evidence e, int at, double best) {
        int width = columns(at);
        double found = solve(e, at, width);
        // A searched onset is a number chosen, too, and has to earn it.
        double price = at > 0 ? 12 : 0;
        if (found - price <= best) {
            return best;
        }
        onset = at;
        columns = width;
        System.arraycopy(trial, 0, coefficient, 0, MOST);
        double determinant = trialSxx * trialSyy - trialSxy * trialSxy;
        deviation[0] = Math.sqrt(width == 1 ? 1 / trialSxx : trialSyy / determinant);
        deviation[1] = width == 1 ? Double.NaN : Math.sqrt(trialSxx / determinant);
        return found - price;
    }

    /** Weighted least squares in one or two unknowns; answers with the energy explained. */
    private double solve(Evidence e, int at, int width) {
        double xx = 0;
        double xy = 0;
        double yy = 0;
        double bx = 0;
        double by = 0;
        for (int k = at; k < e.count; k++) {
            clear();
            design(e, k, at, design);
            for (int c = 0; c < Evidence.CHANNELS; c++) {
                int index = e.at(k, c, joint);
                double w = e.weight[index] * e.weight[index];
                double x = design[c];
                double y = design[Evidence.CHANNELS + c];
                xx += w * x * x;
                xy += w * x * y;
                yy += w * y * y;
                bx += w * x * e.open[index];
                by += w * y * e.open[index];
            }
        }
        trial[1] = 0;
        if (!(xx > 0)) {
            return 0;
        }
        trialSxx = xx;
        trialSxy = xy;
        // A hair's breadth keeps apart what the window cannot tell apart.
        trialSyy = yy * (1 + 1e-9);
        if (width == 1) {
            trial[0] = bx / xx;
            return trial[0] * bx;
        }
        double determinant = xx * trialSyy - xy * xy;
        if (!(determinant > 1e-7 * xx * yy)) {
            trial[0] = bx / xx;
            trialSxy = 0;
            return trial[0] * bx;
        }
        trial[0] = (trialSyy * bx - xy * by) / determinant;
        trial[1] = (xx * by - xy * bx) / determinant;
        return trial[0] * bx + trial[1] * by;
    }

    private void clear() {
        for (int d = 0; d < design.length; d++) {
            design[d] = 0;
        }
    }

    @Override
    final void remove(Evidence e, double[] part) {
        for (int k = onset; k < e.count; k++) {
            clear();
            design(e, k, onset, design);
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
