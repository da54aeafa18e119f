package io.sigmaprompt.twin.prediction.explanation;

/**
 * The normal equations of a hypothesis of two columns x and y for every onset at once: sums over the samples from each one to
 * the window's end. Scratch, shared by all hypotheses of a window.
 */
final class OnsetSums {
    private static final int XX = 0;
    private static final int XY = 1;
    private static final int YY = 2;
    private static final int BX = 3;
    private static final int BY = 4;
    private static final int SUMS = 5;

    private final double[] design = new double[2 * Evidence.CHANNELS];
    private final double[] from;
    private int begin;

    double xx;
    double xy;
    double yy;
    double bx;
    double by;

    OnsetSums(int capacity) {
        from = new double[(capacity + 1) * SUMS];
    }

    /**
     * Sums what samples say.
     *
     * @param first the only onset that will be asked for; 0 where it is any
     */
    void gather(Evidence e, JointHypothesis hypothesis, int first) {
        begin = first;
        clear();
        write(e.count);
        for (int k = e.count - 1; k >= first; k--) {
            hypothesis.write(e, k, first, design);
            add(e, k, hypothesis.joint);
            write(k);
        }
    }

    /** Leaves the sums for an onset in the fields. */
    void of(Evidence e, JointHypothesis hypothesis, int onset) {
        if (onset == begin) {
            read(onset);
            return;
        }
        read(onset + 1);
        double before = hypothesis.before(onset);
        if (before != 0) {
            // The column counts from the onset: x - before · y.
            bx -= before * by;
            xx += before * (before * yy - 2 * xy);
            xy -= before * yy;
        }
        hypothesis.write(e, onset, onset, design);
        add(e, onset, hypothesis.joint);
    }

    private void add(Evidence e, int k, int joint) {
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

    private void clear() {
        xx = 0;
        xy = 0;
        yy = 0;
        bx = 0;
        by = 0;
    }

    private void write(int k) {
        int o = k * SUMS;
        from[o + XX] = xx;
        from[o + XY] = xy;
        from[o + YY] = yy;
        from[o + BX] = bx;
        from[o + BY] = by;
    }

    private void read(int k) {
        int o = k * SUMS;
        xx = from[o + XX];
        xy = from[o + XY];
        yy = from[o + YY];
        bx = from[o + BX];
        by = from[o + BY];
    }
}
