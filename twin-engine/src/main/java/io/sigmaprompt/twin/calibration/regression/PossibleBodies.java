package io.sigmaprompt.twin.calibration.regression;

import java.util.ArrayList;
import java.util.List;

/** Bodies as descriptions abridge them (points, rods, guesses), made such that they can exist. */
public final class PossibleBodies {
    /** Nothing on a robot is slimmer, metres. */
    private static final double LEAST_RADIUS = 0.005;

    private PossibleBodies() {}

    /**
     * Lifts what has no extent; bodies without mass are left alone.
     *
     * @param pi ten inertial parameters a body. Modified.
     * @return the bodies that were lifted
     */
    public static List<Integer> mend(double[] pi, int bodies) {
        List<Integer> mended = new ArrayList<>();
        for (int b = 0; b < bodies; b++) {
            int o = PseudoInertia.PARAMETERS * b;
            if (pi[o] > 0) {
                double before = pi[o + 4] + pi[o + 7] + pi[o + 9];
                PseudoInertia.makePossible(pi, o, LEAST_RADIUS);
                if (pi[o + 4] + pi[o + 7] + pi[o + 9] != before) {
                    mended.add(b);
                }
            }
        }
        return mended;
    }
}
