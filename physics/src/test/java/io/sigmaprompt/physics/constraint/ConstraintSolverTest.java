package io.sigmaprompt.physics.constraint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ConstraintSolverTest {
    private static final SolverSettings EXACT = new SolverSettings(1e-11, 400, 60, 30);

    @Test
    void contactsWithFrictionAndLimitsGiveTheVelocitiesOfASlowReference() {
        int compared = 0;
        for (int seed = 1; seed <= 60; seed++) {
            RandomProblem p = new RandomProblem(seed, 3, 6, 1);
            p.contact(0, -1, 0.5);
            p.contact(1, 0, 0.8);
            p.contact(2, 1, 0.3);
            p.add(ConstraintKind.UNILATERAL, 1, 2, -1);
            compared += agree(p, 1e-8) ? 1 : 0;
        }
        assertTrue(compared >= 50);
    }

    @Test
    void allKindsTogetherGiveTheVelocitiesOfASlowReference() {
        int compared = 0;
        for (int seed = 1; seed <= 60; seed++) {
            compared += agree(everything(seed, 1), 1e-8) ? 1 : 0;
        }
        assertTrue(compared >= 45);
    }

    @Test
    void redundantRowsGiveTheVelocitiesOfASlowReference() {
        int compared = 0;
        for (int seed = 1; seed <= 40; seed++) {
            RandomProblem p = new RandomProblem(seed, 1, 3, 1);
            for (int k = 0; k < 4; k++) {
                p.contact(0, -1, 0.4);
            }
            int first = p.add(ConstraintKind.UNILATERAL, 1, 0, -1);
            int twin = p.add(ConstraintKind.UNILATERAL, 1, 0, -1);
            System.arraycopy(p.set.y, p.set.values[first], p.set.y, p.set.values[twin], 3);
            compared += agree(p, 1e-6) ? 1 : 0;
        }
        assertTrue(compared >= 30);
    }

    @Test
    void aMassRatioOfAMillionLeavesNoErrorBehind() {
        for (int seed = 1; seed <= 60; seed++) {
            RandomProblem p = everything(seed, 1e6);
            ConstraintSolver solver = new ConstraintSolver(p.layout, SolverSettings.DEFAULT);
            double[] w = new double[p.free.length];
            solver.solve(p.set, p.free, w);
            assertEquals(0, solver.report().unconverged, "seed " + seed);
            assertTrue(solver.report().error <= 1e-7);
            assertMomentumKept(p, w);
        }
    }

    @Test
    void theSolutionAsAGuessNeedsNoSweep() {
        RandomProblem p = everything(7, 1);
        ConstraintSolver solver = new ConstraintSolver(p.layout, SolverSettings.DEFAULT);
        double[] first = new double[p.free.length];
        solver.solve(p.set, p.free, first);
        assertTrue(solver.report().sweeps > 0);
        double[] second = new double[p.free.length];
        solver.solve(p.set, p.free, second);
        assertEquals(0, solver.report().sweeps);
        assertEquals(0, solver.report().newtonSteps);
        for (int c = 0; c < p.set.count(); c++) {
            assertTrue(p.set.kept[c]);
        }
        assertArrayEquals(first, second, 1e-12);
    }

    @Test
    void equalProblemsGetEqualBitsWhateverWasSolvedBetween() {
        RandomProblem p = everything(11, 1e4);
        ConstraintSolver solver = new ConstraintSolver(p.layout, SolverSettings.DEFAULT);
        double[] first = new double[p.free.length];
        solver.solve(p.set, p.free, first);
        for (int seed = 12; seed < 20; seed++) {
            RandomProblem other = everything(seed, 1e5);
            solver.solve(other.set, other.free, new double[p.free.length]);
        }
        Arrays.fill(p.set.lambda, 0);
        double[] second = new double[p.free.length];
        solver.solve(p.set, p.free, second);
        assertArrayEquals(first, second);
    }

    @Test
    void nothingIsAllocatedOnceBuffersHaveGrown() {
        RandomProblem p = everything(5, 1e6);
        ConstraintSolver solver = new ConstraintSolver(p.layout, new SolverSettings(1e-12, 4, 30, 15));
        double[] w = new double[p.free.length];
        for (int i = 0; i < 300; i++) {
            Arrays.fill(p.set.lambda, 0);
            solver.solve(p.set, p.free, w);
        }
        assertTrue(solver.report().newtonSteps > 0);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int k = 0; k < 20; k++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 10; i++) {
                Arrays.fill(p.set.lambda, 0);
                solver.solve(p.set, p.free, w);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least);
    }

    @Test
    void whereNothingMovesAnOldGuessIsForgotten() {
        RandomProblem p = everything(3, 1);
        Arrays.fill(p.free, 0);
        Arrays.fill(p.set.bias, 0, p.set.rowCount(), 0);
        Arrays.fill(p.set.lambda, 0, p.set.rowCount(), 0.3);
        ConstraintSolver solver = new ConstraintSolver(p.layout, SolverSettings.DEFAULT);
        double[] w = new double[p.free.length];
        solver.solve(p.set, p.free, w);
        assertArrayEquals(new double[w.length], w);
        assertArrayEquals(new double[p.set.rowCount()], Arrays.copyOf(p.set.lambda, p.set.rowCount()));
        assertEquals(0, solver.report().unconverged);
        assertEquals(0, solver.report().newtonSteps);
    }

    @Test
    void aRowThatNothingCanMoveLeavesTheOthersTheirSolution() {
        for (int seed = 1; seed <= 20; seed++) {
            RandomProblem p = everything(seed, 1e6);
            int stuck = p.add(ConstraintKind.UNILATERAL, 1, 0, 1);
            Arrays.fill(p.set.y, p.set.values[stuck], p.set.values[stuck] + p.set.supportSize[stuck], 0);
            p.set.bias[p.set.row[stuck]] = -1;
            ConstraintSolver solver = new ConstraintSolver(p.layout, SolverSettings.DEFAULT);
            double[] w = new double[p.free.length];
            solver.solve(p.set, p.free, w);
            assertEquals(0, solver.report().unconverged, "seed " + seed);
            assertMomentumKept(p, w);
            assertEquals(0, p.set.lambda[p.set.row[stuck]]);
        }
    }

    @Test
    void theReportTellsIslandsAndBeginsAnew() {
        RandomProblem p = everything(9, 1);
        ConstraintSolver solver = new ConstraintSolver(p.layout, SolverSettings.DEFAULT);
        double[] w = new double[p.free.length];
        solver.solve(p.set, p.free, w);
        assertEquals(3, solver.report().islands);
        p.set.clear();
        solver.solve(p.set, p.free, w);
        assertEquals(0, solver.report().islands);
        assertEquals(0, solver.report().sweeps);
        assertEquals(0, solver.report().error);
        assertArrayEquals(p.free, w);
    }

    @Test
    void islandsAreSolvedAsIfEachWereAlone() {
        RandomProblem p = everything(21, 1);
        double[] w = new double[p.free.length];
        new ConstraintSolver(p.layout, SolverSettings.DEFAULT).solve(p.set, p.free, w);
        RandomProblem changed = everything(21, 1);
        // Another velocity of the last island changes no bit of the first.
        for (int i = changed.layout.start()[4]; i < changed.free.length; i++) {
            changed.free[i] *= -3;
        }
        double[] other = new double[p.free.length];
        new ConstraintSolver(p.layout, SolverSettings.DEFAULT).solve(changed.set, changed.free, other);
        int end = p.layout.start()[2];
        assertArrayEquals(Arrays.copyOf(w, end), Arrays.copyOf(other, end));
    }

    /** Three islands: contacts with spinning friction; a loop, dry friction and a limit; a yielding contact. */
    static RandomProblem everything(long seed, double massRatio) {
        RandomProblem p = new RandomProblem(seed, 5, 6, massRatio);
        int contact = p.contact(0, 1, 0.5);
        int torsion = p.add(ConstraintKind.CONTACT_FRICTION, 1, 0, 1);
        int rolling = p.add(ConstraintKind.CONTACT_FRICTION, 2, 0, 1);
        p.set.partner[torsion] = contact;
        p.set.partner[rolling] = contact;
        for (int c : new int[] {torsion, rolling}) {
            for (int k = 0; k < p.set.rows[c] * p.set.supportSize[c]; k++) {
                p.set.y[p.set.values[c] + k] *= 0.1;
            }
        }
        p.contact(1, -1, 0.7);
        p.add(ConstraintKind.BILATERAL, 3, 2, 3);
        int dry = p.add(ConstraintKind.DRY_FRICTION, 1, 2, -1);
        p.set.bound[dry] = 0.05;
        int limit = p.add(ConstraintKind.UNILATERAL, 1, 3, -1);
        p.set.bias[p.set.row[limit]] = 0.1;
        int soft = p.contact(4, -1, 0.4);
        p.set.compliance[soft] = 0.2;
        return p;
    }

    /** Whether there was a reference; fails where velocities differ from it. */
    private static boolean agree(RandomProblem p, double tolerance) {
        double[] reference = p.reference(1e-11, 400_000);
        if (reference.length == 0) {
            return false;
        }
        int n = p.set.rowCount();
        double[] g = p.delassus();
        double[] expected = RandomProblem.velocities(g, n, reference);
        ConstraintSolver solver = new ConstraintSolver(p.layout, EXACT);
        double[] w = new double[p.free.length];
        solver.solve(p.set, p.free, w);
        assertEquals(0, solver.report().unconverged);
        assertMomentumKept(p, w);
        for (int c = 0; c < p.set.count(); c++) {
            for (int r = 0; r < p.set.rows[c]; r++) {
                assertEquals(expected[p.set.row[c] + r], p.set.velocity(c, r, w), tolerance, "row " + r + " of " + c);
            }
        }
        return true;
    }

    /** w is the free velocity and all impulses, to rounding. */
    private static void assertMomentumKept(RandomProblem p, double[] w) {
        double[] expected = p.free.clone();
        for (int c = 0; c < p.set.count(); c++) {
            p.set.applyImpulse(c, expected);
        }
        assertArrayEquals(expected, w, 1e-9);
    }
}
