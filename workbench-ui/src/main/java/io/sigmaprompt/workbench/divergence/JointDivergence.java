package io.sigmaprompt.workbench.divergence;

import io.sigmaprompt.twin.record.DivergenceRecord;

/** How improbable each joint's divergence is, in standard deviations of a normal deviate. */
public final class JointDivergence {
    private JointDivergence() {}

    /** One joint's, NaN where it is not known. */
    public static double sigma(DivergenceRecord divergence, int joint) {
        return Math.abs(divergence.sigma()[joint]);
    }

    /** The joint with the most improbable divergence, or -1 while none is known. */
    public static int worst(DivergenceRecord divergence) {
        int worst = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < divergence.names().size(); i++) {
            double sigma = sigma(divergence, i);
            if (sigma > most) {
                worst = i;
                most = sigma;
            }
        }
        return worst;
    }

    /** For how many joints it is known. */
    public static int known(DivergenceRecord divergence) {
        int known = 0;
        for (int i = 0; i < divergence.names().size(); i++) {
            known += Double.isNaN(sigma(divergence, i)) ? 0 : 1;
        }
        return known;
    }
}
