package io.sigmaprompt.workbench.divergence;

import io.sigmaprompt.twin.record.DivergenceRecord;

/** How improbable each joint's divergence is, in standard deviations of a normal deviate. */
public final class JointDivergence {
    private JointDivergence() {}

    /**
     * One joint's: the larger of what its effort says and what its motion says, NaN where neither is known. The effort
     * residual is in standard deviations already; the normalised innovation squared of position and velocity is
     * chi-square, and stands for the normal deviate that is as improbable.
     */
    public static double sigma(DivergenceRecord divergence, int joint) {
        double effort = Math.abs(divergence.sigma()[joint]);
        double motion = motion(divergence, joint);
        return Double.isNaN(effort) ? motion : Double.isNaN(motion) ? effort : Math.max(effort, motion);
    }

    /** What a joint's motion says, in standard deviations; NaN without a prediction. */
    public static double motion(DivergenceRecord divergence, int joint) {
        return Improbability.ofChiSquareTwo(divergence.nis()[joint]);
    }

    /** Whether a joint's motion is more improbable than its effort. */
    public static boolean byMotion(DivergenceRecord divergence, int joint) {
        return !(motion(divergence, joint) <= Math.abs(divergence.sigma()[joint]));
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
