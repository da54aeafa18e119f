package io.sigmaprompt.physics.codegen;

/** A symmetric 3 x 3 matrix of expressions. */
record Symmetric3(Expression xx, Expression xy, Expression xz, Expression yy, Expression yz, Expression zz) {

    static Symmetric3 zero(ExpressionGraph graph) {
        return diagonal(graph.zero);
    }

    static Symmetric3 diagonal(Expression d) {
        Expression zero = d.graph.zero;
        return new Symmetric3(d, zero, zero, d, zero, d);
    }

    /** From 6 numbers, in the order of the components. */
    static Symmetric3 constant(ExpressionGraph graph, double[] s) {
        return new Symmetric3(
                graph.constant(s[0]),
                graph.constant(s[1]),
                graph.constant(s[2]),
                graph.constant(s[3]),
                graph.constant(s[4]),
                graph.constant(s[5]));
    }

    /** The upper triangle of a matrix that is symmetric. */
    static Symmetric3 upper(Matrix3 m) {
        return new Symmetric3(m.get(0, 0), m.get(0, 1), m.get(0, 2), m.get(1, 1), m.get(1, 2), m.get(2, 2));
    }

    Expression get(int r, int c) {
        return switch (3 * Math.min(r, c) + Math.max(r, c)) {
            case 0 -> xx;
            case 1 -> xy;
            case 2 -> xz;
            case 4 -> yy;
            case 5 -> yz;
            default -> zz;
        };
    }

    Vector3 row(int r) {
        return new Vector3(get(r, 0), get(r, 1), get(r, 2));
    }

    /** This matrix with row and column k replaced. */
    Symmetric3 with(int k, Vector3 row) {
        return upper(full().with(k, row).withColumn(k, row));
    }

    Matrix3 full() {
        return Matrix3.of(this::row);
    }

    Vector3 times(Vector3 v) {
        return new Vector3(row(0).dot(v), row(1).dot(v), row(2).dot(v));
    }

    Symmetric3 plus(Symmetric3 o) {
        return new Symmetric3(xx.plus(o.xx), xy.plus(o.xy), xz.plus(o.xz), yy.plus(o.yy), yz.plus(o.yz), zz.plus(o.zz));
    }

    Symmetric3 minus(Symmetric3 o) {
        return new Symmetric3(
                xx.minus(o.xx), xy.minus(o.xy), xz.minus(o.xz), yy.minus(o.yy), yz.minus(o.yz), zz.minus(o.zz));
    }

    /** The upper triangle of {@code a·bᵀ}, where that is symmetric. */
    static Symmetric3 product(Vector3 a, Vector3 b) {
        return new Symmetric3(
                a.x().times(b.x()),
                a.x().times(b.y()),
                a.x().times(b.z()),
                a.y().times(b.y()),
                a.y().times(b.z()),
                a.z().times(b.z()));
    }

    /** {@code a·bᵀ + b·aᵀ}. */
    static Symmetric3 symmetricProduct(Vector3 a, Vector3 b) {
        return new Symmetric3(
                a.x().times(b.x()).times(2),
                a.x().times(b.y()).plus(a.y().times(b.x())),
                a.x().times(b.z()).plus(a.z().times(b.x())),
                a.y().times(b.y()).times(2),
                a.y().times(b.z()).plus(a.z().times(b.y())),
                a.z().times(b.z()).times(2));
    }

    /** {@code R·S·Rᵀ}. */
    Symmetric3 rotated(Matrix3 r) {
        return upper(r.times(full()).times(r.transposed()));
    }
}
