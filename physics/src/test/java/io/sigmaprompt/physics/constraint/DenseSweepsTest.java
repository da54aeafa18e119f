package io.sigmaprompt.physics.constraint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DenseSweepsTest {
    @Test
    void sweepsGiveTheImpulsesOfSweepsOverVelocities() {
        for (int seed = 1; seed <= 40; seed++) {
            RandomProblem p = ConstraintSolverTest.everything(seed, 100);
            Island island = prepared(p);
            double[] w = p.free.clone();
            GaussSeidel plain = new GaussSeidel();
            for (int k = 0; k < 10; k++) {
                plain.sweep(p.set, island, w);
            }
            double[] expected = Arrays.copyOf(p.set.lambda, p.set.rowCount());

            Arrays.fill(p.set.lambda, 0);
            double[] v = p.free.clone();
            DenseSweeps dense = new DenseSweeps();
            dense.begin(p.set, island, v.length);
            dense.enter(p.set, island, v);
            for (int k = 0; k < 10; k++) {
                dense.sweep(p.set, island);
            }
            double error = dense.error(p.set, island);
            dense.leave(p.set, island, v);

            assertArrayEquals(expected, Arrays.copyOf(p.set.lambda, expected.length), 1e-10);
            assertArrayEquals(w, v, 1e-10);
            double told = new SolverError().of(p.set, island.constraints, 0, p.set.count(), v);
            assertEquals(told, error, 1e-10);
        }
    }

    @Test
    void anIslandOfTooManyRowsDoesNotFit() {
        RandomProblem p = new RandomProblem(1, 1, 6, 1);
        for (int k = 0; k < DenseSweeps.MOST_ROWS / 3; k++) {
            p.contact(0, -1, 0.5);
        }
        assertTrue(DenseSweeps.fits(p.set, prepared(p)));
        p.add(ConstraintKind.UNILATERAL, 1, 0, -1);
        assertFalse(DenseSweeps.fits(p.set, prepared(p)));
    }

    /** All constraints as one island. */
    static Island prepared(RandomProblem p) {
        p.set.prepare();
        Island island = new Island();
        island.constraints = new int[p.set.count()];
        island.endConstraint = p.set.count();
        for (int c = 0; c < p.set.count(); c++) {
            island.constraints[c] = c;
            p.set.prepareSweeps(c);
        }
        island.blocks = new int[p.layout.count()];
        island.endBlock = p.layout.count();
        for (int b = 0; b < p.layout.count(); b++) {
            island.blocks[b] = b;
        }
        return island;
    }
}
