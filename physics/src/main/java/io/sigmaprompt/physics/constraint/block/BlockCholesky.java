package io.sigmaprompt.physics.constraint.block;

import java.util.Arrays;

/** A symmetric positive definite matrix of dense blocks, of which few are not zero, factored as {@code A = L·Lᵀ}. */
public final class BlockCholesky {
    private final BlockPattern pattern;
    private double[] data = new double[0];

    public BlockCholesky(BlockPattern pattern) {
        this.pattern = pattern;
    }

    /** Makes the matrix of the present pattern zero. */
    public void clear() {
        if (data.length < pattern.used()) {
            data = new double[pattern.used()];
        }
        Arrays.fill(data, 0, pattern.used(), 0);
    }

    /** Where blocks stand, at the pattern's offsets, row-major; of diagonal ones the lower triangle counts. */
    public double[] data() {
        return data;
    }

    /**
     * Factors what was put into the blocks.
     *
     * @return false if the matrix is not positive definite
     */
    public boolean factor() {
        int blocks = pattern.blocks();
        for (int p = 0; p < blocks; p++) {
            int n = pattern.sizeAt(p);
            int d = pattern.offsetAt(p, p);
            if (!DenseBlock.factor(data, d, n)) {
                return false;
            }
            for (int i = p + 1; i < blocks; i++) {
                int panel = pattern.offsetAt(i, p);
                if (panel >= 0) {
                    DenseBlock.divide(data, panel, pattern.sizeAt(i), data, d, n);
                }
            }
            for (int j = p + 1; j < blocks; j++) {
                int right = pattern.offsetAt(j, p);
                if (right < 0) {
                    continue;
                }
                int columns = pattern.sizeAt(j);
                for (int i = j; i < blocks; i++) {
                    int left = pattern.offsetAt(i, p);
                    if (left >= 0) {
                        DenseBlock.subtractProduct(
                                data, left, pattern.sizeAt(i), right, columns, n, pattern.offsetAt(i, j));
                    }
                }
            }
        }
        return true;
    }

    /** Solves with the factor; {@code x} (block by block in their own order) is modified. */
    public void solve(double[] x) {
        int blocks = pattern.blocks();
        for (int p = 0; p < blocks; p++) {
            int s = pattern.startAt(p);
            int n = pattern.sizeAt(p);
            DenseBlock.solveLower(data, pattern.offsetAt(p, p), n, x, s);
            for (int i = p + 1; i < blocks; i++) {
                int o = pattern.offsetAt(i, p);
                if (o >= 0) {
                    DenseBlock.subtract(data, o, pattern.sizeAt(i), n, x, s, x, pattern.startAt(i));
                }
            }
        }
        for (int p = blocks - 1; p >= 0; p--) {
            int s = pattern.startAt(p);
            int n = pattern.sizeAt(p);
            for (int i = p + 1; i < blocks; i++) {
                int o = pattern.offsetAt(i, p);
                if (o >= 0) {
                    DenseBlock.subtractTransposed(data, o, pattern.sizeAt(i), n, x, pattern.startAt(i), x, s);
                }
            }
            DenseBlock.solveUpper(data, pattern.offsetAt(p, p), n, x, s);
        }
    }
}
