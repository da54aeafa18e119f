package io.sigmaprompt.physics.codegen;

import java.util.function.IntFunction;

/** A 3 x 3 matrix of expressions, by rows. */
record Matrix3(Vector3 row0, Vector3 row1, Vector3 row2) {

    static Matrix3 of(IntFunction<Vector3> rows) {
        return new Matrix3(rows.apply(0), rows.apply(1), rows.apply(2));
    }

    /** From 9 numbers, row-major. */
    static Matrix3 constant(ExpressionGraph graph, double[] m) {
        return of(r -> Vector3.constant(graph, m[3 * r], m[3 * r + 1], m[3 * r + 2]));
    }

    /** The matrix of {@code v × }. */
    static Matrix3 skew(Vector3 v) {
        Expression zero = v.x().graph.zero;
        return new Matrix3(
                new Vector3(zero, v.z().negated(), v.y()),
                new Vector3(v.z(), zero, v.x().negated()),
                new Vector3(v.y().negated(), v.x(), zero));
    }

    Vector3 row(int r) {
        return r == 0 ? row0 : r == 1 ? row1 : row2;
    }

    Vector3 column(int c) {
        return new Vector3(row0.get(c), row1.get(c), row2.get(c));
    }

    Expression get(int r, int c) {
        return row(r).get(c);
    }

    Matrix3 with(int r, Vector3 row) {
        return of(k -> k == r ? row : row(k));
    }

    Matrix3 withColumn(int c, Vector3 column) {
        return of(k -> row(k).with(c, column.get(k)));
    }

    Matrix3 transposed() {
        return of(this::column);
    }

    Vector3 times(Vector3 v) {
        return new Vector3(row0.dot(v), row1.dot(v), row2.dot(v));
    }

    Vector3 transposedTimes(Vector3 v) {
        return new Vector3(column(0).dot(v), column(1).dot(v), column(2).dot(v));
    }

    Matrix3 times(Matrix3 o) {
        return of(r -> o.transposedTimes(row(r)));
    }

    Matrix3 plus(Matrix3 o) {
        return of(r -> row(r).plus(o.row(r)));
    }

    Matrix3 minus(Matrix3 o) {
        return of(r -> row(r).minus(o.row(r)));
    }
}
