package io.sigmaprompt.physics.constraint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NewtonSystemTest {
    @Test
    void theSymmetricFactorSolvesTheDenseMatrix() {
        for (int seed = 1; seed <= 30; seed++) {
            RandomProblem p = ConstraintSolverTest.everything(seed, 10);
            Island island = DenseSweepsTest.prepared(p);
            double[] d = {2, 0.3, -0.2, 1.5, 0.1, 1};
            double[] full = {2, 0.3, -0.2, 0.3, 1.5, 0.1, -0.2, 0.1, 1};
            NewtonSystem system = new NewtonSystem(p.layout);
            system.begin(p.set, island);
            system.clear(island);
            double[][] dense = identity(p.layout.length());
            for (int c = 0; c < p.set.count(); c++) {
                system.add(p.set, c, d, 0.7);
                add(dense, p.set, c, c, full, 0.7);
            }
            assertTrue(system.factor());
            assertSolves(system, island, true, dense, p.free);
        }
    }

    @Test
    void theUnsymmetricFactorSolvesTheDenseMatrixWithTermsOfTwoConstraints() {
        for (int seed = 1; seed <= 30; seed++) {
            RandomProblem p = ConstraintSolverTest.everything(seed, 10);
            Island island = DenseSweepsTest.prepared(p);
            double[] d = {2, 0.3, -0.2, -0.4, 1.5, 0.1, 0.6, -0.1, 1};
            NewtonSystem system = new NewtonSystem(p.layout);
            system.begin(p.set, island);
            system.clearUnsymmetric(island);
            double[][] dense = identity(p.layout.length());
            for (int c = 0; c < p.set.count(); c++) {
                system.addUnsymmetric(p.set, c, c, d);
                add(dense, p.set, c, c, d, 1);
                int partner = p.set.partner[c];
                if (partner >= 0) {
                    system.addUnsymmetric(p.set, c, partner, d);
                    add(dense, p.set, c, partner, d, 1);
                }
            }
            assertTrue(system.factorUnsymmetric());
            assertSolves(system, island, false, dense, p.free);
        }
    }

    private static void assertSolves(
            NewtonSystem system, Island island, boolean symmetric, double[][] dense, double[] x) {
        int n = x.length;
        double[] right = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                right[i] += dense[i][j] * x[j];
            }
        }
        double[] solved = new double[n];
        system.solve(island, symmetric, right, solved);
        assertArrayEquals(x, solved, 1e-9);
    }

    private static double[][] identity(int n) {
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            a[i][i] = 1;
        }
        return a;
    }

    /** Adds {@code scale·Yᵀ·D·Z}, Y of constraint c and Z of constraint by. */
    private static void add(double[][] a, ConstraintSet set, int c, int by, double[] d, double scale) {
        for (int r = 0; r < set.rows[c]; r++) {
            for (int s = 0; s < set.rows[by]; s++) {
                for (int i = 0; i < set.supportSize[c]; i++) {
                    double y = set.y[set.values[c] + r * set.supportSize[c] + i];
                    for (int j = 0; j < set.supportSize[by]; j++) {
                        double z = set.y[set.values[by] + s * set.supportSize[by] + j];
                        a[set.index[set.support[c] + i]][set.index[set.support[by] + j]] +=
                                scale * d[3 * r + s] * y * z;
                    }
                }
            }
        }
    }
}
