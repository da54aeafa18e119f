package io.sigmaprompt.physics.codegen;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The transform from a body to its parent as expressions of q: a constant rotation after the joint's own, and an
 * offset. A turn about z is kept apart, because most of what it rotates it leaves alone.
 */
final class BodyTransform {
    private final Matrix3 constant;
    private final @Nullable Expression sine;
    private final @Nullable Expression cosine;
    private final @Nullable Matrix3 free;
    /** The body's origin in the parent. */
    final Vector3 offset;

    BodyTransform(ExpressionGraph graph, ReducedBody body) {
        constant = Matrix3.constant(graph, Arrays.copyOf(body.placement, 9));
        boolean angled = body.angle >= 0;
        sine = angled ? graph.input(Argument.TRIG, 2 * body.angle) : null;
        cosine = angled ? graph.input(Argument.TRIG, 2 * body.angle + 1) : null;
        int quaternion = body.type.quaternion();
        free = quaternion >= 0 ? rotation(graph, body.q + quaternion) : null;
        Vector3 fixed = Vector3.constant(graph, body.placement[9], body.placement[10], body.placement[11]);
        Expression zero = graph.zero;
        Vector3 moved =
                switch (body.type) {
                    case PRISMATIC -> new Vector3(zero, zero, graph.input(Argument.Q, body.q));
                    case PLANAR ->
                        new Vector3(graph.input(Argument.Q, body.q), graph.input(Argument.Q, body.q + 1), zero);
                    case FLOATING -> Vector3.input(graph, Argument.Q, body.q);
                    default -> Vector3.zero(graph);
                };
        offset = fixed.plus(constant.times(moved));
    }

    /** A transform (12) that does not change. */
    BodyTransform(ExpressionGraph graph, double[] placement) {
        constant = Matrix3.constant(graph, Arrays.copyOf(placement, 9));
        sine = null;
        cosine = null;
        free = null;
        offset = Vector3.constant(graph, placement[9], placement[10], placement[11]);
    }

    /** The matrix of the quaternion at an entry of q, of any length but zero. */
    private static Matrix3 rotation(ExpressionGraph graph, int at) {
        Expression x = graph.input(Argument.Q, at);
        Expression y = graph.input(Argument.Q, at + 1);
        Expression z = graph.input(Argument.Q, at + 2);
        Expression w = graph.input(Argument.Q, at + 3);
        Expression xx = x.times(x);
        Expression yy = y.times(y);
        Expression zz = z.times(z);
        Expression s = graph.constant(2).over(xx.plus(yy).plus(zz).plus(w.times(w)));
        Expression sx = s.times(x);
        Expression sy = s.times(y);
        Expression sz = s.times(z);
        Expression xy = sx.times(y);
        Expression xz = sx.times(z);
        Expression yz = sy.times(z);
        Expression xw = sx.times(w);
        Expression yw = sy.times(w);
        Expression zw = sz.times(w);
        Expression one = graph.one;
        return new Matrix3(
                new Vector3(one.minus(s.times(yy.plus(zz))), xy.minus(zw), xz.plus(yw)),
                new Vector3(xy.plus(zw), one.minus(s.times(xx.plus(zz))), yz.minus(xw)),
                new Vector3(xz.minus(yw), yz.plus(xw), one.minus(s.times(xx.plus(yy)))));
    }

    /** Rotates a vector of the body's axes into the parent's. */
    Vector3 toParent(Vector3 v) {
        Vector3 turned = v;
        if (sine != null && cosine != null) {
            turned = new Vector3(
                    cosine.times(v.x()).minus(sine.times(v.y())),
                    sine.times(v.x()).plus(cosine.times(v.y())),
                    v.z());
        } else if (free != null) {
            turned = free.times(v);
        }
        return constant.times(turned);
    }

    /** Rotates a vector of the parent's axes into the body's. */
    Vector3 toBody(Vector3 v) {
        Vector3 placed = constant.transposedTimes(v);
        if (sine != null && cosine != null) {
            return new Vector3(
                    cosine.times(placed.x()).plus(sine.times(placed.y())),
                    cosine.times(placed.y()).minus(sine.times(placed.x())),
                    placed.z());
        }
        return free == null ? placed : free.transposedTimes(placed);
    }

    /** Rotates a symmetric matrix of the body's axes into the parent's. */
    Symmetric3 toParent(Symmetric3 m) {
        Symmetric3 turned = m;
        if (sine != null && cosine != null) {
            Expression e =
                    sine.times(m.xx().minus(m.yy())).plus(cosine.times(m.xy()).times(2));
            Expression se = sine.times(e);
            turned = new Symmetric3(
                    m.xx().minus(se),
                    cosine.times(e).minus(m.xy()),
                    cosine.times(m.xz()).minus(sine.times(m.yz())),
                    m.yy().plus(se),
                    sine.times(m.xz()).plus(cosine.times(m.yz())),
                    m.zz());
        } else if (free != null) {
            turned = m.rotated(free);
        }
        return turned.rotated(constant);
    }

    /** Rotates a matrix of the body's axes into the parent's. */
    Matrix3 toParent(Matrix3 m) {
        Matrix3 turned = m;
        if (sine != null && cosine != null) {
            Vector3 x = m.row0();
            Vector3 y = m.row1();
            Vector3 z = m.row2();
            Expression e = sine.times(x.x().minus(y.y())).plus(cosine.times(x.y().plus(y.x())));
            Expression se = sine.times(e);
            Expression ce = cosine.times(e);
            turned = new Matrix3(
                    new Vector3(
                            x.x().minus(se),
                            ce.minus(y.x()),
                            cosine.times(x.z()).minus(sine.times(y.z()))),
                    new Vector3(
                            ce.minus(x.y()), y.y().plus(se), sine.times(x.z()).plus(cosine.times(y.z()))),
                    new Vector3(
                            cosine.times(z.x()).minus(sine.times(z.y())),
                            sine.times(z.x()).plus(cosine.times(z.y())),
                            z.z()));
        } else if (free != null) {
            turned = free.times(m).times(free.transposed());
        }
        return constant.times(turned).times(constant.transposed());
    }

    /** The rotation itself, body to parent. */
    Matrix3 rotation() {
        Expression one = offset.x().graph.one;
        Expression zero = offset.x().graph.zero;
        return Matrix3.of(k -> toParent(new Vector3(k == 0 ? one : zero, k == 1 ? one : zero, k == 2 ? one : zero)))
                .transposed();
    }
}
