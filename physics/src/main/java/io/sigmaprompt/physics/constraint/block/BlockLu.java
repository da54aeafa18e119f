package io.sigmaprompt.physics.constraint.block;

import java.util.Arrays;

/**
 * A matrix of dense blocks of symmetric pattern, not symmetric itself, factored as {@code A = L·U} with L of unit diagonal,
 * without exchanging rows.
 */
public final class BlockLu {
    private static final double LEAST_PIVOT = 1e-13;

    private final BlockPattern pattern;
    /** Blocks on and below the diagonal at the pattern's offsets; those above it, at the offsets of their mirror images. */
    private double[] lower = new double[0];

    private double[] upper = new double[0];

    public BlockLu(BlockPattern pattern) {
        this.pattern = pattern;
    }

    /** Makes the matrix of the present pattern zero. */
    public void clear() {
        if (lower.length < pattern.used()) {
            lower = new double[pattern.used()];
            upper = new double[pattern.used()];
        }
        Arrays.fill(lower, 0, pattern.used(), 0);
        Arrays.fill(upper, 0, pattern.used(), 0);
    }

    public double[] lower() {
        return lower;
    }

    public double[] upper() {
        return upper;
    }

    /** Factors; false where a pivot vanishes. */
    public boolean factor() {
        int blocks = pattern.blocks();
        for (int p = 0; p < blocks; p++) {
            int n = pattern.sizeAt(p);
            int d = pattern.offsetAt(p, p);
            if (!factorDiagonal(d, n)) {
                return false;
            }
            for (int i = p + 1; i < blocks; i++) {
                int o = pattern.offsetAt(i, p);
                if (o >= 0) {
                    divideByUpper(o, pattern.sizeAt(i), d, n);
                    divideByLower(o, pattern.sizeAt(i), d, n);
                }
            }
            for (int i = p + 1; i < blocks; i++) {
                int left = pattern.offsetAt(i, p);
                for (int j = p + 1; left >= 0 && j < blocks; j++) {
                    int right = pattern.offsetAt(j, p);
                    if (right >= 0) {
                        boolean above = j > i;
                        subtract(
                                left,
                                pattern.sizeAt(i),
                                right,
                                pattern.sizeAt(j),
                                n,
                                above ? upper : lower,
                                above ? pattern.offsetAt(j, i) : pattern.offsetAt(i, j));
                    }
                }
            }
        }
        return true;
    }

    private boolean factorDiagonal(int o, int n) {
        for (int k = 0; k < n; k++) {
            double pivot = lower[o + k * n + k];
            if (!(Math.abs(pivot) > LEAST_PIVOT)) {
                return false;
            }
            for (int i = k + 1; i < n; i++) {
                double f = lower[o + i * n + k] / pivot;
                lower[o + i * n + k] = f;
                for (int j = k + 1; j < n; j++) {
                    lower[o + i * n + j] -= f * lower[o + k * n + j];
                }
            }
        }
        return true;
    }

    /** {@code B := B·U⁻¹} of a block below the diagonal, rows x n. */
    private void divideByUpper(int o, int rows, int d, int n) {
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < n; j++) {
                double s = lower[o + r * n + j];
                for (int k = 0; k < j; k++) {
                    s -= lower[o + r * n + k] * lower[d + k * n + j];
                }
                lower[o + r * n + j] = s / lower[d + j * n + j];
            }
        }
    }

    /** {@code B := L⁻¹·B} of a block above the diagonal, n x columns. */
    private void divideByLower(int o, int columns, int d, int n) {
        for (int i = 1; i < n; i++) {
            for (int k = 0; k < i; k++) {
                double f = lower[d + i * n + k];
                for (int c = 0; c < columns; c++) {
                    upper[o + i * columns + c] -= f * upper[o + k * columns + c];
                }
            }
        }
    }

    /** {@code C := C - L·U}, rows x n by n x columns. */
    private void subtract(int left, int rows, int right, int columns, int n, double[] c, int o) {
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < n; k++) {
                double f = lower[left + i * n + k];
                for (int j = 0; j < columns; j++) {
                    c[o + i * columns + j] -= f * upper[right + k * columns + j];
                }
            }
        }
    }

    /** Solves with the factor; {@code x} (block by block in their own order) is modified. */
    public void solve(double[] x) {
        int blocks = pattern.blocks();
        for (int p = 0; p < blocks; p++) {
            int s = pattern.startAt(p);
            int n = pattern.sizeAt(p);
            int d = pattern.offsetAt(p, p);
            for (int i = 1; i < n; i++) {
                for (int k = 0; k < i; k++) {
                    x[s + i] -= lower[d + i * n + k] * x[s + k];
                }
            }
            for (int i = p + 1; i < blocks; i++) {
                int o = pattern.offsetAt(i, p);
                if (o >= 0) {
                    DenseBlock.subtract(lower, o, pattern.sizeAt(i), n, x, s, x, pattern.startAt(i));
                }
            }
        }
        for (int p = blocks - 1; p >= 0; p--) {
            int s = pattern.startAt(p);
            int n = pattern.sizeAt(p);
            int d = pattern.offsetAt(p, p);
            for (int i = p + 1; i < blocks; i++) {
                int o = pattern.offsetAt(i, p);
                if (o >= 0) {
                    DenseBlock.subtract(upper, o, n, pattern.sizeAt(i), x, pattern.startAt(i), x, s);
                }
            }
            for (int i = n - 1; i >= 0; i--) {
                double v = x[s + i];
                for (int k = i + 1; k < n; k++) {
                    v -= lower[d + i * n + k] * x[s + k];
                }
                x[s + i] = v / lower[d + i * n + i];
            }
        }
    }
}
