package io.sigmaprompt.physics.spatial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.junit.jupiter.api.Test;

class CholeskyTest {
    @Property(tries = 200)
    void itSolvesWhatEjmlSolves(@ForAll @IntRange(min = 1, max = 12) int n, @ForAll long seed) {
        Random random = new Random(seed);
        DMatrixRMaj root = new DMatrixRMaj(n, n);
        for (int i = 0; i < n * n; i++) {
            root.data[i] = random.nextGaussian();
        }
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        CommonOps_DDRM.multTransB(root, root, matrix);
        for (int i = 0; i < n; i++) {
            matrix.add(i, i, 0.5);
        }
        DMatrixRMaj right = new DMatrixRMaj(n, 1);
        for (int i = 0; i < n; i++) {
            right.data[i] = random.nextGaussian();
        }
        DMatrixRMaj expected = new DMatrixRMaj(n, 1);
        var solver = LinearSolverFactory_DDRM.symmPosDef(n);
        assertTrue(solver.setA(matrix.copy()));
        solver.solve(right.copy(), expected);

        double[] factor = matrix.data.clone();
        double[] solution = right.data.clone();
        assertEquals(-1, Cholesky.factor(factor, n));
        Cholesky.solve(factor, n, solution);
        assertArrayEquals(expected.data, solution, 1e-9 * (1 + CommonOps_DDRM.elementMaxAbs(expected)));
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteIsRefusedAtItsRow() {
        assertEquals(1, Cholesky.factor(new double[] {1, 2, 2, 1}, 2));
    }
}
