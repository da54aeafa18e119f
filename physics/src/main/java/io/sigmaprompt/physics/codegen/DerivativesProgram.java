package io.sigmaprompt.physics.codegen;

import io.sigmaprompt.physics.model.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * The derivatives of inverse dynamics as expressions, by the closed form that {@link
 * io.sigmaprompt.physics.dynamics.NewtonEulerDerivatives} explains, in the same ground coordinates: the world's axes, and
 * an origin where the first body of each tree is.
 */
final class DerivativesProgram {
    /** A motion: angular, then linear part about the ground's origin. */
    private record Motion(Vector3 angular, Vector3 linear) {

        Motion plus(Motion o) {
            return new Motion(angular.plus(o.angular), linear.plus(o.linear));
        }

        Motion times(Expression factor) {
            return new Motion(angular.times(factor), linear.times(factor));
        }

        Motion cross(Motion o) {
            return new Motion(angular.cross(o.angular), angular.cross(o.linear).plus(linear.cross(o.angular)));
        }

        Wrench cross(Wrench f) {
            return new Wrench(angular.cross(f.moment()).plus(linear.cross(f.force())), angular.cross(f.force()));
        }

        Expression dot(Wrench f) {
            return angular.dot(f.moment()).plus(linear.dot(f.force()));
        }
    }

    /** A freedom: its axis and what its motion does to velocities and accelerations. */
    private record Freedom(int dof, Motion axis, Motion psi, Motion phi, Motion psi2) {}

    /** A body with all that it carries: composite inertia, the blocks G and p of its Coriolis matrix, and its force. */
    private record Carried(Composite inertia, Matrix3 g, Vector3 p, Wrench force) {

        Carried plus(Carried o) {
            return new Carried(inertia.plus(o.inertia), g.plus(o.g), p.plus(o.p), force.plus(o.force));
        }

        Wrench inertial(Motion m) {
            return DerivativesProgram.inertial(inertia, m);
        }

        Wrench coriolis(Motion m) {
            return new Wrench(g.times(m.angular), m.angular.cross(p));
        }

        Vector3 coriolisTransposed(Motion m) {
            return g.transposedTimes(m.angular).plus(p.cross(m.linear));
        }
    }

    private final ReducedTree tree;
    private final int nv;
    private final Program program = new Program("inverseDynamicsDerivatives");
    private final ExpressionGraph graph = program.graph;

    private DerivativesProgram(ReducedTree tree) {
        this.tree = tree;
        nv = tree.model.nv();
    }

    /**
     * What of (q, v, vdot) is not structurally zero: the derivative by q at OUT, by v at OUT2, nv x nv each.
     */
    static Program inverseDynamics(ReducedTree tree, Vec3 gravity) {
        DerivativesProgram builder = new DerivativesProgram(tree);
        builder.build(gravity);
        return builder.program;
    }

    private void build(Vec3 gravity) {
        Vector3 zero = Vector3.zero(graph);
        Motion still = new Motion(zero, zero);
        Motion upwards = new Motion(zero, Vector3.constant(graph, -gravity.x(), -gravity.y(), -gravity.z()));
        Matrix3 upright = Matrix3.of(r -> zero.with(r, graph.one));
        for (ReducedBody body : tree.children(0)) {
            BodyTransform x = new BodyTransform(graph, body);
            Matrix3 rotation = Matrix3.of(r -> x.toBody(upright.row(r)));
            visit(body, rotation, zero, still, upwards, List.of());
        }
    }

    private Carried visit(
            ReducedBody body,
            Matrix3 rotation,
            Vector3 origin,
            Motion parentVelocity,
            Motion parentAcceleration,
            List<Freedom> carriers) {
        List<Motion> axes = new ArrayList<>();
        Motion velocity = parentVelocity;
        for (int k = 0; k < body.axes.length; k++) {
            Motion axis = axis(rotation.column(body.axes[k] % 3), origin, body.axes[k] < 3);
            axes.add(axis);
            velocity = velocity.plus(axis.times(graph.input(Argument.V, body.v + k)));
        }
        Motion acceleration = parentAcceleration.plus(parentVelocity.cross(velocity));
        List<Freedom> own = new ArrayList<>();
        for (int k = 0; k < axes.size(); k++) {
            Motion axis = axes.get(k);
            acceleration = acceleration.plus(axis.times(graph.input(Argument.A, body.v + k)));
            Motion psi = parentVelocity.cross(axis);
            own.add(new Freedom(
                    body.v + k,
                    axis,
                    psi,
                    psi.plus(velocity.cross(axis)),
                    parentAcceleration.cross(axis).plus(parentVelocity.cross(psi))));
        }
        Carried carried = alone(body, rotation, origin, velocity, acceleration);
        List<Freedom> path = new ArrayList<>(carriers);
        path.addAll(own);
        for (ReducedBody child : tree.children(body.index)) {
            BodyTransform x = new BodyTransform(graph, child);
            Matrix3 turned = Matrix3.of(r -> x.toBody(rotation.row(r)));
            Vector3 moved = origin.plus(rotation.times(x.offset));
            carried = carried.plus(visit(child, turned, moved, velocity, acceleration, path));
        }
        for (Freedom j : own) {
            putRow(j, carried, path);
            putColumn(j, carried, carriers);
        }
        return carried;
    }

    private Motion axis(Vector3 direction, Vector3 origin, boolean turns) {
        Vector3 zero = Vector3.zero(graph);
        return turns ? new Motion(direction, origin.cross(direction)) : new Motion(zero, direction);
    }

    private Carried alone(ReducedBody body, Matrix3 rotation, Vector3 origin, Motion velocity, Motion acceleration) {
        Vector3 h = rotation.times(Vector3.constant(graph, body.moment[0], body.moment[1], body.moment[2]));
        Symmetric3 spread = Symmetric3.constant(graph, body.spread).rotated(rotation);
        Expression mass = graph.constant(body.mass);
        Symmetric3 moved = spread.plus(
                Symmetric3.symmetricProduct(h.plus(origin.times(mass).times(0.5)), origin));
        Composite inertia = new Composite(mass, h.plus(origin.times(mass)), moved);
        Vector3 w = velocity.angular;
        Vector3 u = velocity.linear;
        Vector3 moment = inertia.moment();
        // W = u·hᵀ + ω × second moments; G = 2·(tr(W)·1 - W).
        Matrix3 turning = Matrix3.of(c -> w.cross(moved.row(c))).transposed();
        Matrix3 flow = turning.plus(Matrix3.of(r -> moment.times(u.get(r))));
        Expression xx = flow.get(0, 0);
        Expression yy = flow.get(1, 1);
        Expression zz = flow.get(2, 2);
        Matrix3 half = new Matrix3(
                new Vector3(
                        yy.plus(zz), flow.get(0, 1).negated(), flow.get(0, 2).negated()),
                new Vector3(
                        flow.get(1, 0).negated(), xx.plus(zz), flow.get(1, 2).negated()),
                new Vector3(flow.get(2, 0).negated(), flow.get(2, 1).negated(), xx.plus(yy)));
        Vector3 momentum = u.times(mass).plus(w.cross(moment));
        // The velocity-product force is B·v.
        Wrench force = inertial(inertia, acceleration).plus(new Wrench(half.times(w), w.cross(momentum)));
        Matrix3 g = Matrix3.of(r -> half.row(r).times(2));
        return new Carried(inertia, g, momentum.times(2), force);
    }

    /** {@code I·m}. */
    private static Wrench inertial(Composite inertia, Motion m) {
        Symmetric3 s = inertia.spread();
        Vector3 h = inertia.moment();
        Vector3 a = m.angular;
        Symmetric3 j = new Symmetric3(
                s.yy().plus(s.zz()),
                s.xy().negated(),
                s.xz().negated(),
                s.xx().plus(s.zz()),
                s.yz().negated(),
                s.xx().plus(s.yy()));
        return new Wrench(
                j.times(a).plus(h.cross(m.linear)),
                m.linear.times(inertia.mass()).plus(a.cross(h)));
    }

    /** Row j, where the column's freedom carries that of the row or shares its joint. */
    private void putRow(Freedom j, Carried carried, List<Freedom> path) {
        Wrench weight = carried.inertial(j.axis);
        Vector3 coriolis = carried.coriolisTransposed(j.axis);
        for (Freedom k : path) {
            int at = nv * j.dof + k.dof;
            program.putUnlessZero(Argument.OUT, at, k.psi2.dot(weight).plus(coriolis.dot(k.psi.angular)));
            program.putUnlessZero(Argument.OUT2, at, k.phi.dot(weight).plus(coriolis.dot(k.axis.angular)));
        }
    }

    /** Column j, where the row's freedom carries that of the column. */
    private void putColumn(Freedom j, Carried carried, List<Freedom> carriers) {
        Wrench byAngle = carried.inertial(j.psi2).plus(carried.coriolis(j.psi)).plus(j.axis.cross(carried.force));
        Wrench byRate = carried.inertial(j.phi).plus(carried.coriolis(j.axis));
        for (Freedom k : carriers) {
            int at = nv * k.dof + j.dof;
            program.putUnlessZero(Argument.OUT, at, k.axis.dot(byAngle));
            program.putUnlessZero(Argument.OUT2, at, k.axis.dot(byRate));
        }
    }
}
