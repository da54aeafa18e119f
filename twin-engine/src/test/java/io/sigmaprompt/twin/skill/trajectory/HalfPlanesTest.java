package io.sigmaprompt.twin.skill.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.spatial.SplitMix64;
import org.junit.jupiter.api.Test;

class HalfPlanesTest {
    private static final double BOX = 50;
    private static final double MOST = 30;

    /** The optimum of such a program lies on a corner: all of them are tried. */
    private static double byCorners(double[][] planes) {
        double best = Double.NaN;
        for (int i = 0; i < planes.length; i++) {
            for (int j = i + 1; j < planes.length; j++) {
                double det = planes[i][0] * planes[j][1] - planes[i][1] * planes[j][0];
                double u = (planes[i][2] * planes[j][1] - planes[i][1] * planes[j][2]) / det;
                double x = (planes[i][0] * planes[j][2] - planes[i][2] * planes[j][0]) / det;
                if (det != 0 && meets(planes, u, x) && !(x <= best)) {
                    best = x;
                }
            }
        }
        return best;
    }

    private static boolean meets(double[][] planes, double u, double x) {
        for (double[] p : planes) {
            if (p[0] * u + p[1] * x > p[2] + 1e-7) {
                return false;
            }
        }
        return true;
    }

    @Test
    void findsTheCornerThatTryingAllOfThemFinds() {
        SplitMix64 random = new SplitMix64(5);
        int solvable = 0;
        for (int trial = 0; trial < 2000; trial++) {
            int n = 2 + trial % 9;
            HalfPlanes planes = new HalfPlanes(n);
            double[][] all = new double[n + 4][];
            for (int k = 0; k < n; k++) {
                all[k] = new double[] {random.symmetric(), random.symmetric(), 3 * random.symmetric() + 1};
                planes.add(all[k][0], all[k][1], all[k][2]);
            }
            all[n] = new double[] {1, 0, BOX};
            all[n + 1] = new double[] {-1, 0, BOX};
            all[n + 2] = new double[] {0, 1, MOST};
            all[n + 3] = new double[] {0, -1, 0};
            double expected = byCorners(all);
            double found = planes.greatestX(MOST, BOX);
            if (Double.isNaN(expected)) {
                assertTrue(Double.isNaN(found), "trial " + trial + ": " + found);
            } else {
                solvable++;
                assertEquals(expected, found, 1e-6, "trial " + trial);
            }
        }
        assertTrue(solvable > 500, solvable + " were solvable");
    }
}
