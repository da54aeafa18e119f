package io.sigmaprompt.physics.dynamics;

import java.util.Arrays;

/**
 * Solves with a mass matrix factored along the branches of the tree, {@code M = Lᵀ·D·L} ({@link TreeFactorization}), where
 * there are about as many right sides as freedoms. Each row of the right sides is an array of its own, and each loop runs
 * along rows at one index: HotSpot computes such columns side by side, which it does not where two rows of one array are
 * in play, as it cannot tell that they do not overlap. Allocates nothing after construction.
 */
final class BranchSubstitution {
    private final int nv;
    /** The freedoms that carry each freedom, those before it in its own joint too. */
    final int[][] carrier;
    /** Behind the last freedom that each freedom carries; they follow it without a gap. */
    private final int[] end;

    BranchSubstitution(BodyTree tree) {
        nv = tree.model.nv();
        carrier = new int[nv][];
        end = new int[nv];
        int[][] movers = tree.movers();
        for (int b = tree.bodies - 1; b > 0; b--) {
            int behind = tree.v[b] + tree.axes[b].length;
            for (int i = tree.v[b]; i < behind; i++) {
                // The movers end with the joint's own freedoms.
                carrier[i] = Arrays.copyOf(movers[b], movers[b].length - (behind - i));
            }
            for (int i : movers[b]) {
                end[i] = Math.max(end[i], behind);
            }
        }
    }

    /**
     * Solves {@code M·X = B}.
     *
     * @param factor L and D, nv x nv
     * @param rows Modified. the nv rows of B; become those of X
     */
    void solve(double[] factor, double[][] rows, int columns) {
        for (int j = nv - 1; j >= 0; j--) {
            double[] row = rows[j];
            int i = j + 1;
            for (; i + 3 < end[j]; i += 4) {
                int l = i * nv + j;
                subtract(
                        row,
                        factor[l],
                        rows[i],
                        factor[l + nv],
                        rows[i + 1],
                        factor[l + 2 * nv],
                        rows[i + 2],
                        factor[l + 3 * nv],
                        rows[i + 3],
                        columns);
            }
            for (; i < end[j]; i++) {
                subtract(row, factor[i * nv + j], rows[i], columns);
            }
        }
        for (int i = 0; i < nv; i++) {
            scale(rows[i], 1 / factor[i * nv + i], columns);
            substitute(factor, i, rows, columns);
        }
    }

    /**
     * The inverse of M, from {@code L·M⁻¹ = D⁻¹·L⁻ᵀ}, whose right side is zero left of its diagonal: each row follows from
     * those above it.
     *
     * @param rows Modified. the nv rows of M⁻¹
     */
    void invert(double[] factor, double[][] rows) {
        for (int i = 0; i < nv; i++) {
            double[] row = rows[i];
            for (int c = 0; c < i; c++) {
                row[c] = 0;
            }
            substitute(factor, i, rows, i);
            double diagonal = 1 / factor[i * nv + i];
            for (int j : carrier[i]) {
                diagonal -= factor[i * nv + j] * row[j];
            }
            row[i] = diagonal;
            for (int c = 0; c < i; c++) {
                rows[c][i] = row[c];
            }
        }
    }

    private void substitute(double[] factor, int i, double[][] rows, int columns) {
        double[] row = rows[i];
        int[] carriers = carrier[i];
        int l = i * nv;
        int k = 0;
        for (; k + 3 < carriers.length; k += 4) {
            subtract(
                    row,
                    factor[l + carriers[k]],
                    rows[carriers[k]],
                    factor[l + carriers[k + 1]],
                    rows[carriers[k + 1]],
                    factor[l + carriers[k + 2]],
                    rows[carriers[k + 2]],
                    factor[l + carriers[k + 3]],
                    rows[carriers[k + 3]],
                    columns);
        }
        for (; k < carriers.length; k++) {
            subtract(row, factor[l + carriers[k]], rows[carriers[k]], columns);
        }
    }

    private static void scale(double[] row, double by, int columns) {
        for (int c = 0; c < columns; c++) {
            row[c] *= by;
        }
    }

    private static void subtract(double[] row, double a, double[] x, int columns) {
        for (int c = 0; c < columns; c++) {
            row[c] -= a * x[c];
        }
    }

    private static void subtract(
            double[] row,
            double a0,
            double[] x0,
            double a1,
            double[] x1,
            double a2,
            double[] x2,
            double a3,
            double[] x3,
            int columns) {
        for (int c = 0; c < columns; c++) {
            row[c] -= a0 * x0[c] + a1 * x1[c] + a2 * x2[c] + a3 * x3[c];
        }
    }
}
