package io.sigmaprompt.physics.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.spatial.SplitMix64;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoulombImpulseTest {
    private static final double ROUNDING = 1e-10;

    private final CoulombImpulse contact = new CoulombImpulse();
    private final SplitMix64 random = new SplitMix64(20260301);

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e2, 1e4, 1e8})
    void everyImpulseObeysSignoriniTheConeAndMaximumDissipation(double condition) {
        int[] cases = new int[3];
        int unsolved = 0;
        for (int i = 0; i < 20_000; i++) {
            double[] g = block(condition);
            double[] u = {signed(), signed(), signed()};
            if (contact.solve(g, 0, u[0], u[1], u[2], signed(), signed())) {
                cases[lawful(g, u)]++;
            } else {
                assertTrue(paradoxical(g) && condition > 1e3, () -> text(g, u));
                unsolved++;
            }
        }
        int missed = unsolved;
        assertTrue(missed <= 40, () -> missed + " unsolved");
        assertTrue(cases[0] > 5_000 && cases[1] > 100 && cases[2] > 100);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 1e-4, 1e-2, 3})
    void anyFrictionCoefficientGivesALawfulImpulse(double friction) {
        for (int i = 0; i < 20_000; i++) {
            double[] g = block(10);
            scale(g, friction);
            double[] u = {-0.1 - share(), friction * signed(), friction * signed()};
            assertTrue(contact.solve(g, 0, u[0], u[1], u[2], 0, 0), () -> text(g, u));
            lawful(g, u);
        }
    }

    @Test
    void theSlipDirectionIsTheOneThatABruteForceSearchFinds() {
        int slips = 0;
        for (int i = 0; i < 300; i++) {
            double[] g = block(4);
            double[] u = {-0.5, 3 * signed(), 3 * signed()};
            assertTrue(contact.solve(g, 0, u[0], u[1], u[2], 0, 0));
            if (Math.sqrt(contact.t1 * contact.t1 + contact.t2 * contact.t2) < contact.n * (1 - 1e-9)) {
                continue;
            }
            slips++;
            double nearest = Double.POSITIVE_INFINITY;
            double before = Double.NaN;
            int count = 20_000;
            for (int k = 0; k <= count; k++) {
                double angle = 2 * Math.PI * k / count;
                double e1 = Math.cos(angle);
                double e2 = Math.sin(angle);
                double n = -u[0] / (g[0] + g[1] * e1 + g[2] * e2);
                double v1 = u[1] + n * (g[1] + g[3] * e1 + g[4] * e2);
                double v2 = u[2] + n * (g[2] + g[4] * e1 + g[5] * e2);
                double cross = e1 * v2 - e2 * v1;
                if (n > 0 && e1 * v1 + e2 * v2 <= 0 && before * cross <= 0) {
                    nearest = Math.min(
                            nearest,
                            Math.abs(contact.n - n) + Math.abs(contact.t1 - n * e1) + Math.abs(contact.t2 - n * e2));
                }
                before = cross;
            }
            assertEquals(0, nearest, 5e-3 * contact.n);
        }
        assertTrue(slips > 50);
    }

    @Test
    void aPartingContactGivesNoImpulse() {
        double[] g = {2, 0.3, -0.2, 1, 0.1, 1.5};
        assertTrue(contact.solve(g, 0, 0, 5, -7, 1, 1));
        assertEquals(0, contact.n);
        assertEquals(0, contact.t1);
        assertEquals(0, contact.t2);
    }

    @Test
    void aContactThatCanStopSlidingDoes() {
        double[] g = {2, 0, 0, 1, 0, 4};
        assertTrue(contact.solve(g, 0, -4, 1, -2, 0, 0));
        assertEquals(2, contact.n, 1e-15);
        assertEquals(-1, contact.t1, 1e-15);
        assertEquals(0.5, contact.t2, 1e-15);
    }

    @Test
    void aContactThatCannotStopSlidingOpposesIt() {
        double[] g = {2, 0, 0, 1, 0, 1};
        assertTrue(contact.solve(g, 0, -4, 30, -40, 0, 0));
        assertEquals(2, contact.n, 1e-14);
        assertEquals(-1.2, contact.t1, 1e-12);
        assertEquals(1.6, contact.t2, 1e-12);
    }

    @Test
    void anImpulseExactlyOnTheConeIsFound() {
        for (int i = 0; i < 20_000; i++) {
            double[] g = block(10);
            double angle = Math.PI * signed();
            double[] want = {1, Math.cos(angle), Math.sin(angle)};
            double[] u = times(g, want);
            for (int k = 0; k < 3; k++) {
                u[k] = -u[k];
            }
            if (u[0] >= 0) {
                continue;
            }
            assertTrue(contact.solve(g, 0, u[0], u[1], u[2], 0, 0), () -> text(g, u));
            lawful(g, u);
        }
    }

    /** Where the block is positive definite the problem has a solution, however much friction turns sliding into lift. */
    @Test
    void strongCouplingOfSlidingAndLiftingStillGivesALawfulImpulse() {
        int paradoxical = 0;
        for (int i = 0; i < 20_000; i++) {
            double[] g = block(100);
            scale(g, 8);
            double[] u = {-0.1 - share(), 8 * signed(), 8 * signed()};
            paradoxical += paradoxical(g) ? 1 : 0;
            assertTrue(contact.solve(g, 0, u[0], u[1], u[2], 0, 0), () -> text(g, u));
            lawful(g, u);
        }
        assertTrue(paradoxical > 1_000);
    }

    /** Whether some direction of slip would lift the contact the more, the less it is pressed. */
    private static boolean paradoxical(double[] g) {
        return g[0] < Math.sqrt(g[1] * g[1] + g[2] * g[2]);
    }

    /** 0: no impulse, 1: sticks, 2: slips. */
    private int lawful(double[] g, double[] u) {
        double n = contact.n;
        double t = Math.sqrt(contact.t1 * contact.t1 + contact.t2 * contact.t2);
        double[] gain = times(g, new double[] {n, contact.t1, contact.t2});
        double lift = Math.abs(u[0]) + Math.abs(g[0] * n) + Math.abs(g[1] * contact.t1) + Math.abs(g[2] * contact.t2);
        double slide = Math.abs(u[1])
                + Math.abs(u[2])
                + (Math.abs(g[1]) + Math.abs(g[2])) * n
                + (g[3] + 2 * Math.abs(g[4]) + g[5]) * t;
        double v0 = u[0] + gain[0];
        double v1 = u[1] + gain[1];
        double v2 = u[2] + gain[2];
        double v = Math.sqrt(v1 * v1 + v2 * v2);
        if (n == 0) {
            assertTrue(u[0] >= 0 && t == 0, () -> text(g, u));
            return 0;
        }
        assertTrue(n > 0 && Math.abs(v0) <= ROUNDING * lift, () -> "closes or parts: " + text(g, u));
        assertTrue(t <= n * (1 + ROUNDING), () -> "out of the cone: " + text(g, u));
        if (v <= ROUNDING * slide) {
            return 1;
        }
        assertEquals(n, t, 1e-9 * n, () -> "slides within the cone: " + text(g, u));
        // Maximum dissipation: no other impulse in the disc would take more power from the sliding.
        double power = contact.t1 * v1 + contact.t2 * v2;
        assertTrue(power <= -n * v + ROUNDING * n * slide, () -> "slides not against its impulse: " + text(g, u));
        return 2;
    }

    private static double[] times(double[] g, double[] x) {
        return new double[] {
            g[0] * x[0] + g[1] * x[1] + g[2] * x[2],
            g[1] * x[0] + g[3] * x[1] + g[4] * x[2],
            g[2] * x[0] + g[4] * x[1] + g[5] * x[2]
        };
    }

    /** Random rotation of a diagonal whose greatest and least entries have the ratio. */
    private double[] block(double condition) {
        double[] a = new double[9];
        for (int r = 0; r < 3; r++) {
            for (int k = 0; k < 3; k++) {
                a[3 * r + k] = signed();
            }
            for (int p = 0; p < r; p++) {
                double dot = a[3 * r] * a[3 * p] + a[3 * r + 1] * a[3 * p + 1] + a[3 * r + 2] * a[3 * p + 2];
                for (int k = 0; k < 3; k++) {
                    a[3 * r + k] -= dot * a[3 * p + k];
                }
            }
            double length = Math.sqrt(a[3 * r] * a[3 * r] + a[3 * r + 1] * a[3 * r + 1] + a[3 * r + 2] * a[3 * r + 2]);
            for (int k = 0; k < 3; k++) {
                a[3 * r + k] /= length;
            }
        }
        double[] d = {1, Math.pow(condition, -share()), 1 / condition};
        double[] g = new double[6];
        int o = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = i; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    g[o] += a[3 * k + i] * d[k] * a[3 * k + j];
                }
                o++;
            }
        }
        return g;
    }

    private static void scale(double[] g, double friction) {
        g[1] *= friction;
        g[2] *= friction;
        g[3] *= friction * friction;
        g[4] *= friction * friction;
        g[5] *= friction * friction;
    }

    private double share() {
        return 0.5 * (1 + random.symmetric());
    }

    private double signed() {
        return random.symmetric();
    }

    private String text(double[] g, double[] u) {
        return "g " + Arrays.toString(g) + " u " + Arrays.toString(u) + " -> " + contact.n + " " + contact.t1 + " "
                + contact.t2;
    }
}
