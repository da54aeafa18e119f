package io.sigmaprompt.physics.constraint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.spatial.SplitMix64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConstraintProjectionTest {
    private static final double BOUND = 0.6;
    private final SplitMix64 random = new SplitMix64(8);

    @ParameterizedTest
    @EnumSource(ConstraintKind.class)
    void aProjectedImpulseIsTheNearestAndItsDerivativeIsThatOfDifferences(ConstraintKind kind) {
        int most = kind == ConstraintKind.BILATERAL ? 3 : kind == ConstraintKind.CONTACT_FRICTION ? 2 : 1;
        int rows = kind == ConstraintKind.FRICTION_CONE ? 3 : most;
        for (int i = 0; i < 2_000; i++) {
            double[] y = point(rows);
            ConstraintProjection p = new ConstraintProjection();
            double[] x = project(p, kind, rows, y);
            assertArrayEquals(x, project(new ConstraintProjection(), kind, rows, x), 1e-15);
            for (int k = 0; k < 20; k++) {
                double[] other = project(new ConstraintProjection(), kind, rows, point(rows));
                // Of a convex set's nearest point: all others lie beyond a right angle.
                double dot = 0;
                for (int r = 0; r < rows; r++) {
                    dot += (y[r] - x[r]) * (other[r] - x[r]);
                }
                assertTrue(dot <= 1e-14);
            }
            double[] d = p.derivative;
            double[] full = {d[0], d[1], d[2], d[1], d[3], d[4], d[2], d[4], d[5]};
            boolean smooth = true;
            for (int c = 0; c < rows; c++) {
                double[] ahead = y.clone();
                double[] behind = y.clone();
                ahead[c] += 1e-6;
                behind[c] -= 1e-6;
                double[] a = project(new ConstraintProjection(), kind, rows, ahead);
                double[] b = project(new ConstraintProjection(), kind, rows, behind);
                for (int r = 0; r < rows; r++) {
                    double onward = (a[r] - x[r]) / 1e-6;
                    double back = (x[r] - b[r]) / 1e-6;
                    smooth &= Math.abs(onward - back) < 1e-3;
                    if (smooth) {
                        assertEquals(0.5 * (onward + back), full[3 * r + c], 1e-3);
                    }
                }
            }
        }
    }

    private double[] point(int rows) {
        double[] y = new double[3];
        for (int r = 0; r < rows; r++) {
            y[r] = 2 * random.symmetric();
        }
        return y;
    }

    private static double[] project(ConstraintProjection p, ConstraintKind kind, int rows, double[] y) {
        p.project(kind, rows, BOUND, y[0], y[1], y[2]);
        return new double[] {p.x0, rows > 1 ? p.x1 : 0, rows > 2 ? p.x2 : 0};
    }
}
