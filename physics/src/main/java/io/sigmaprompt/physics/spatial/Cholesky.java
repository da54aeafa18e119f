package io.sigmaprompt.physics.spatial;

/** Factorises and solves small dense symmetric positive definite systems in place (Golub, Van Loan, 4.2). */
public final class Cholesky {
    private Cholesky() {}

    /**
     * Factorises {@code A = L·Lᵀ}.
     *
     * @param a Modified. n x n, row-major; the lower triangle is replaced by L, the rest is not read
     * @return -1, or the first row whose pivot is not positive (then A is not positive definite)
     */
    public static int factor(double[] a, int n) {
        for (int j = 0; j < n; j++) {
            double pivot = a[j * n + j];
            for (int k = 0; k < j; k++) {
                pivot -= a[j * n + k] * a[j * n + k];
            }
            if (!(pivot > 0)) {
                return j;
            }
            double root = Math.sqrt(pivot);
            a[j * n + j] = root;
            for (int i = j + 1; i < n; i++) {
                double sum = a[i * n + j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i * n + k] * a[j * n + k];
                }
                a[i * n + j] = sum / root;
            }
        }
        return -1;
    }

    /**
     * Solves {@code L·Lᵀ·x = b}.
     *
     * @param l factor of {@link #factor}, n x n, row-major
     * @param b Modified. right side (n), replaced by the solution
     */
    public static void solve(double[] l, int n, double[] b) {
        for (int i = 0; i < n; i++) {
            double sum = b[i];
            for (int k = 0; k < i; k++) {
                sum -= l[i * n + k] * b[k];
            }
            b[i] = sum / l[i * n + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[i];
            for (int k = i + 1; k < n; k++) {
                sum -= l[k * n + i] * b[k];
            }
            b[i] = sum / l[i * n + i];
        }
    }
}
