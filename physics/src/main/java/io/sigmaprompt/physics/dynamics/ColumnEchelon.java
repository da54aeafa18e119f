package io.sigmaprompt.physics.dynamics;

import java.util.Arrays;

/**
 * Which columns of a matrix depend on those before them, by Householder reflections (Golub, Van Loan, Matrix
 * Computations, 5.1 and 5.4) that pass over dependent columns: Q·W becomes an echelon whose steps are the independent
 * columns. Columns are first brought to unit length, so that units do not matter.
 */
final class ColumnEchelon {
    /** Share of a unit column that is taken for rounding. */
    private static final double ROUNDING = 1e-9;

    private final double[][] columns;
    private final double[] norm;
    private final int[] independent;
    private final boolean[] steps;

    /**
     * Reduces a matrix.
     *
     * @param columns Modified. the matrix, one array a column
     * @param tolerance what is left of a unit column that counts as nothing
     */
    ColumnEchelon(double[][] columns, double tolerance) {
        this.columns = columns;
        norm = new double[columns.length];
        steps = new boolean[columns.length];
        double longest = 0;
        for (int c = 0; c < columns.length; c++) {
            norm[c] = norm(columns[c], 0);
            longest = Math.max(longest, norm[c]);
        }
        int[] found = new int[columns.length];
        int rank = 0;
        for (int c = 0; c < columns.length; c++) {
            double[] column = columns[c];
            double scale = norm[c] > tolerance * longest ? 1 / norm[c] : 0;
            for (int r = 0; r < column.length; r++) {
                column[r] *= scale;
            }
            if (rank < column.length && norm(column, rank) > tolerance) {
                reflectAll(c, rank);
                steps[c] = true;
                found[rank++] = c;
            }
        }
        independent = Arrays.copyOf(found, rank);
    }

    /** The independent columns, ascending. */
    int[] independent() {
        return independent.clone();
    }

    /**
     * How the independent columns make up all.
     *
     * @return rank x columns, row-major; zero where a column has none of an independent one but rounding
     */
    double[] combinations() {
        int rank = independent.length;
        double[] out = new double[rank * columns.length];
        double[] x = new double[rank];
        for (int c = 0; c < columns.length; c++) {
            if (steps[c]) {
                out[Arrays.binarySearch(independent, c) * columns.length + c] = 1;
                continue;
            }
            for (int i = rank - 1; i >= 0; i--) {
                double sum = columns[c][i];
                for (int k = i + 1; k < rank; k++) {
                    sum -= columns[independent[k]][i] * x[k];
                }
                // An independent column behind this one has no part in it; its step is below all of this one.
                x[i] = independent[i] > c ? 0 : sum / columns[independent[i]][i];
            }
            for (int i = 0; i < rank; i++) {
                if (Math.abs(x[i]) > ROUNDING) {
                    out[i * columns.length + c] = x[i] * norm[c] / norm[independent[i]];
                }
            }
        }
        return out;
    }

    /** Reflects what is left of column c below {@code rank} onto its first entry, and all later columns with it. */
    private void reflectAll(int c, int rank) {
        double[] column = columns[c];
        double[] mirror = Arrays.copyOfRange(column, rank, column.length);
        double length = norm(mirror, 0);
        double top = mirror[0] > 0 ? -length : length;
        mirror[0] -= top;
        double half = 0;
        for (double m : mirror) {
            half += m * m;
        }
        half *= 0.5;
        Arrays.fill(column, rank, column.length, 0);
        column[rank] = top;
        for (int k = c + 1; k < columns.length; k++) {
            double[] other = columns[k];
            double dot = 0;
            for (int r = 0; r < mirror.length; r++) {
                dot += mirror[r] * other[rank + r];
            }
            double share = dot / half;
            for (int r = 0; r < mirror.length; r++) {
                other[rank + r] -= share * mirror[r];
            }
        }
    }

    private static double norm(double[] column, int from) {
        double square = 0;
        for (int r = from; r < column.length; r++) {
            square += column[r] * column[r];
        }
        return Math.sqrt(square);
    }
}
