package io.sigmaprompt.physics.constraint.block;

/** Small dense matrices within one array, row-major: the pieces of a block Cholesky factorisation. */
final class DenseBlock {
    private DenseBlock() {}

    /** {@code A = L·Lᵀ} in place, lower triangle; false if A (n x n at {@code o}) is not positive definite. */
    static boolean factor(double[] a, int o, int n) {
        for (int j = 0; j < n; j++) {
            int oj = o + j * n;
            double d = a[oj + j];
            for (int k = 0; k < j; k++) {
                d -= a[oj + k] * a[oj + k];
            }
            if (!(d > 0)) {
                return false;
            }
            double root = Math.sqrt(d);
            double inverse = 1 / root;
            a[oj + j] = root;
            for (int i = j + 1; i < n; i++) {
                int oi = o + i * n;
                double s = a[oi + j];
                for (int k = 0; k < j; k++) {
                    s -= a[oi + k] * a[oj + k];
                }
                a[oi + j] = s * inverse;
            }
        }
        return true;
    }

    /** {@code B := B·L⁻ᵀ}, B rows x n at {@code o}, L n x n lower at {@code lo}. */
    static void divide(double[] b, int o, int rows, double[] l, int lo, int n) {
        for (int j = 0; j < n; j++) {
            int oj = lo + j * n;
            double inverse = 1 / l[oj + j];
            for (int i = 0; i < rows; i++) {
                int oi = o + i * n;
                double s = b[oi + j];
                for (int k = 0; k < j; k++) {
                    s -= b[oi + k] * l[oj + k];
                }
                b[oi + j] = s * inverse;
            }
        }
    }

    /** {@code C := C - A·Bᵀ}, A rows x n, B columns x n, C rows x columns, all in one array. */
    static void subtractProduct(double[] d, int a, int rows, int b, int columns, int n, int c) {
        for (int i = 0; i < rows; i++) {
            int oa = a + i * n;
            int oc = c + i * columns;
            for (int j = 0; j < columns; j++) {
                int ob = b + j * n;
                double s = 0;
                for (int k = 0; k < n; k++) {
                    s += d[oa + k] * d[ob + k];
                }
                d[oc + j] -= s;
            }
        }
    }

    /** {@code L·x = b} in place. */
    static void solveLower(double[] l, int o, int n, double[] x, int xo) {
        for (int i = 0; i < n; i++) {
            double s = x[xo + i];
            for (int k = 0; k < i; k++) {
                s -= l[o + i * n + k] * x[xo + k];
            }
            x[xo + i] = s / l[o + i * n + i];
        }
    }

    /** {@code Lᵀ·x = b} in place. */
    static void solveUpper(double[] l, int o, int n, double[] x, int xo) {
        for (int i = n - 1; i >= 0; i--) {
            double s = x[xo + i];
            for (int k = i + 1; k < n; k++) {
                s -= l[o + k * n + i] * x[xo + k];
            }
            x[xo + i] = s / l[o + i * n + i];
        }
    }

    /** {@code y := y - A·x}, A rows x columns. */
    static void subtract(double[] a, int o, int rows, int columns, double[] x, int xo, double[] y, int yo) {
        for (int i = 0; i < rows; i++) {
            double s = 0;
            for (int k = 0; k < columns; k++) {
                s += a[o + i * columns + k] * x[xo + k];
            }
            y[yo + i] -= s;
        }
    }

    /** {@code y := y - Aᵀ·x}, A rows x columns. */
    static void subtractTransposed(double[] a, int o, int rows, int columns, double[] x, int xo, double[] y, int yo) {
        for (int k = 0; k < columns; k++) {
            double s = 0;
            for (int i = 0; i < rows; i++) {
                s += a[o + i * columns + k] * x[xo + i];
            }
            y[yo + k] -= s;
        }
    }
}
