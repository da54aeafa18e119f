package io.sigmaprompt.physics.constraint.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.spatial.SplitMix64;
import org.junit.jupiter.api.Test;

class BlockCholeskyTest {
    private final SplitMix64 random = new SplitMix64(5);

    @Test
    void anyPatternIsSolvedAndAReusedFactorGivesTheBitsOfANewOne() {
        BlockPattern kept = new BlockPattern();
        BlockCholesky reused = new BlockCholesky(kept);
        for (int round = 0; round < 200; round++) {
            int blocks = 1 + (int) (35 * (1 + random.symmetric()));
            int[] sizes = new int[blocks];
            int n = 0;
            for (int b = 0; b < blocks; b++) {
                sizes[b] = 1 + (int) (3 * (1 + random.symmetric()));
                n += sizes[b];
            }
            boolean[][] pattern = pattern(blocks, round % 4);
            double[] right = new double[n];
            for (int i = 0; i < n; i++) {
                right[i] = random.symmetric();
            }
            BlockPattern own = new BlockPattern();
            BlockCholesky fresh = new BlockCholesky(own);
            double[] dense = new double[n * n];
            double[] x = right.clone();
            long seed = 1000 + round;
            solve(own, fresh, sizes, pattern, seed, x, dense);
            for (int again = 0; again < 2; again++) {
                double[] y = right.clone();
                solve(kept, reused, sizes, pattern, seed, y, dense);
                assertArrayEquals(x, y);
            }
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int j = 0; j < n; j++) {
                    sum += dense[i * n + j] * x[j];
                }
                assertEquals(right[i], sum, 1e-12);
            }
        }
    }

    /** None, a chain, a grid, all at random. */
    private boolean[][] pattern(int blocks, int kind) {
        boolean[][] p = new boolean[blocks][blocks];
        for (int i = 0; i < blocks; i++) {
            for (int j = 0; j < i; j++) {
                p[i][j] = switch (kind) {
                    case 0 -> false;
                    case 1 -> i - j == 1;
                    case 2 -> i - j == 7 || i - j == 1 && i % 7 != 0;
                    default -> random.symmetric() > 0.2;
                };
            }
        }
        return p;
    }

    private static void solve(
            BlockPattern shape,
            BlockCholesky matrix,
            int[] sizes,
            boolean[][] pattern,
            long seed,
            double[] x,
            double[] dense) {
        SplitMix64 values = new SplitMix64(seed);
        int n = x.length;
        shape.begin(sizes.length, sizes);
        for (int i = 0; i < sizes.length; i++) {
            for (int j = 0; j < i; j++) {
                if (pattern[i][j]) {
                    shape.connect(i, j);
                }
            }
        }
        shape.end();
        matrix.clear();
        int row = 0;
        for (int i = 0; i < sizes.length; i++) {
            int column = 0;
            for (int j = 0; j <= i; j++) {
                if (i == j || pattern[i][j]) {
                    boolean below = shape.block(i, j) >= 0;
                    int o = below ? shape.block(i, j) : shape.block(j, i);
                    for (int a = 0; a < sizes[i]; a++) {
                        for (int b = 0; b < (i == j ? a + 1 : sizes[j]); b++) {
                            double v = i == j && a == b ? 2 * n : values.symmetric();
                            matrix.data()[below ? o + a * sizes[j] + b : o + b * sizes[i] + a] = v;
                            dense[(row + a) * n + column + b] = v;
                            dense[(column + b) * n + row + a] = v;
                        }
                    }
                }
                column += sizes[j];
            }
            row += sizes[i];
        }
        assertTrue(matrix.factor());
        matrix.solve(x);
    }
}
