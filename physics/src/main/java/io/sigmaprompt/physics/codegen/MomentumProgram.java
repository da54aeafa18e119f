package io.sigmaprompt.physics.codegen;

import io.sigmaprompt.physics.model.Vec3;
import org.jspecify.annotations.Nullable;

/** Centre of mass, momentum and energy as expressions. */
final class MomentumProgram {
    private final ReducedTree tree;
    private final Program program;
    private final @Nullable Composite[] composites;

    private MomentumProgram(String name, ReducedTree tree) {
        this.tree = tree;
        composites = new Composite[tree.bodies.size()];
        program = new Program(name);
    }

    /** The centre of mass of q. */
    static Program centerOfMass(ReducedTree tree) {
        MomentumProgram builder = new MomentumProgram("centerOfMass", tree);
        builder.put(Argument.OUT, 0, builder.center());
        return builder.program;
    }

    /** The potential energy of q. */
    static Program potentialEnergy(ReducedTree tree, Vec3 gravity) {
        MomentumProgram builder = new MomentumProgram("potentialEnergy", tree);
        Vector3 down = Vector3.constant(builder.program.graph, gravity.x(), gravity.y(), gravity.z());
        builder.program.put(Argument.OUT, 0, builder.moment().dot(down).negated());
        return builder.program;
    }

    /** The kinetic energy of (q, v). */
    static Program kineticEnergy(ReducedTree tree) {
        MomentumProgram builder = new MomentumProgram("kineticEnergy", tree);
        Expression twice = builder.program.graph.zero;
        for (ReducedBody body : tree.children(0)) {
            twice = twice.plus(builder.twiceEnergy(body, builder.rest()));
        }
        builder.program.put(Argument.OUT, 0, twice.times(0.5));
        return builder.program;
    }

    /** The momentum of (q, v) about the centre of mass, angular first, world axes. */
    static Program centroidalMomentum(ReducedTree tree) {
        MomentumProgram builder = new MomentumProgram("centroidalMomentum", tree);
        ExpressionGraph graph = builder.program.graph;
        Vector3 center = builder.center();
        Wrench sum = Wrench.zero(graph);
        for (ReducedBody body : tree.children(0)) {
            BodyTransform x = new BodyTransform(graph, body);
            Wrench own = builder.momentum(body, builder.rest());
            Vector3 linear = x.toParent(own.force());
            Vector3 angular =
                    x.toParent(own.moment()).plus(x.offset.minus(center).cross(linear));
            sum = sum.plus(new Wrench(angular, linear));
        }
        builder.put(Argument.OUT, 0, sum.moment());
        builder.put(Argument.OUT, 3, sum.force());
        return builder.program;
    }

    /** The Jacobian of the centre of mass of q, 3 x nv. */
    static Program centerOfMassJacobian(ReducedTree tree) {
        MomentumProgram builder = new MomentumProgram("centerOfMassJacobian", tree);
        Vector3 nowhere = builder.constant(Double.NaN);
        double share = 1 / tree.mass();
        builder.columns(
                (dof, angular, linear) -> builder.putColumn(0, dof, tree.mass() == 0 ? nowhere : linear.times(share)));
        return builder.program;
    }

    /** The centroidal momentum matrix of q, 6 x nv. */
    static Program centroidalMomentumMatrix(ReducedTree tree) {
        MomentumProgram builder = new MomentumProgram("centroidalMomentumMatrix", tree);
        builder.columns((dof, angular, linear) -> {
            builder.putColumn(0, dof, angular);
            builder.putColumn(3, dof, linear);
        });
        return builder.program;
    }

    private void put(Argument array, int index, Vector3 v) {
        program.put(array, index, v.x());
        program.put(array, index + 1, v.y());
        program.put(array, index + 2, v.z());
    }

    private void putColumn(int row, int dof, Vector3 column) {
        int nv = tree.model.nv();
        for (int r = 0; r < 3; r++) {
            program.put(Argument.OUT, (row + r) * nv + dof, column.get(r));
        }
    }

    /** Mass times place, summed, world. */
    private Vector3 moment() {
        ReducedBody world = tree.bodies.getFirst();
        Vector3 sum = Vector3.constant(program.graph, world.moment[0], world.moment[1], world.moment[2]);
        for (ReducedBody body : tree.children(0)) {
            sum = sum.plus(composite(body)
                    .toParent(new BodyTransform(program.graph, body))
                    .moment());
        }
        return sum;
    }

    private Vector3 center() {
        double mass = tree.mass();
        return mass == 0 ? constant(Double.NaN) : moment().times(1 / mass);
    }

    private Vector3 constant(double value) {
        return Vector3.constant(program.graph, value, value, value);
    }

    private Composite composite(ReducedBody body) {
        Composite known = composites[body.index];
        if (known != null) {
            return known;
        }
        Composite sum = Composite.of(program.graph, body);
        for (ReducedBody child : tree.children(body.index)) {
            sum = sum.plus(composite(child).toParent(new BodyTransform(program.graph, child)));
        }
        composites[body.index] = sum;
        return sum;
    }

    /** What a column of the centroidal matrix is handed to. */
    private interface ColumnWriter {
        void write(int dof, Vector3 angular, Vector3 linear);
    }

    private void columns(ColumnWriter writer) {
        Vector3 center = center();
        WorldMotion[] motions = new WorldMotion[tree.bodies.size()];
        motions[0] = WorldMotion.world(program.graph);
        for (ReducedBody body : tree.moving()) {
            motions[body.index] = motions[body.parent].child(body, Twist.zero(program.graph));
            Matrix3 rotation = motions[body.index].rotation();
            Composite composite = composite(body);
            for (int k = 0; k < body.axes.length; k++) {
                Wrench own = composite.column(body.axes[k]);
                Vector3 linear = rotation.times(own.force());
                Vector3 arm = motions[body.index].origin().minus(center);
                writer.write(body.v + k, rotation.times(own.moment()).plus(arm.cross(linear)), linear);
            }
        }
    }

    private Twist rest() {
        return Twist.zero(program.graph);
    }

    /** The velocity of a body in its own axes, from its parent's in the parent's. */
    private Twist velocity(ReducedBody body, BodyTransform x, Twist parent) {
        Twist own = Twist.input(program.graph, body, Argument.V);
        return new Twist(
                x.toBody(parent.angular()).plus(own.angular()),
                x.toBody(parent.linear().plus(parent.angular().cross(x.offset))).plus(own.linear()));
    }

    private Wrench ownMomentum(ReducedBody body, Twist v) {
        Vector3 h = Vector3.constant(program.graph, body.moment[0], body.moment[1], body.moment[2]);
        Symmetric3 inertia = Symmetric3.constant(program.graph, body.inertia());
        return new Wrench(
                inertia.times(v.angular()).plus(h.cross(v.linear())),
                v.linear().times(body.mass).plus(v.angular().cross(h)));
    }

    /** Momentum of a body and all that it carries, about its origin in its axes. */
    private Wrench momentum(ReducedBody body, Twist parent) {
        Twist v = velocity(body, new BodyTransform(program.graph, body), parent);
        Wrench sum = ownMomentum(body, v);
        for (ReducedBody child : tree.children(body.index)) {
            sum = sum.plus(momentum(child, v).toParent(new BodyTransform(program.graph, child)));
        }
        return sum;
    }

    private Expression twiceEnergy(ReducedBody body, Twist parent) {
        Twist v = velocity(body, new BodyTransform(program.graph, body), parent);
        Wrench momentum = ownMomentum(body, v);
        Expression sum =
                momentum.moment().dot(v.angular()).plus(momentum.force().dot(v.linear()));
        for (ReducedBody child : tree.children(body.index)) {
            sum = sum.plus(twiceEnergy(child, v));
        }
        return sum;
    }
}
