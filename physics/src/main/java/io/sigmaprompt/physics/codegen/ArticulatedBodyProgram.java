package io.sigmaprompt.physics.codegen;

import io.sigmaprompt.physics.model.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * The articulated-body algorithm as expressions (Featherstone, Rigid Body Dynamics Algorithms, 2008, table 7.1).
 *
 * <p>Velocity products and gravity are not carried along with the articulated inertias. The bodies first move as they
 * would without any joint accelerating; the forces that this needs are the bias, and what is solved for is the
 * difference in acceleration, which is linear.
 */
final class ArticulatedBodyProgram {
    /** One freedom after its elimination: rate = rest - column · (difference in acceleration). */
    private record Freedom(Wrench column, Expression rest) {}

    private record Elimination(ReducedBody body, BodyTransform x, List<Freedom> freedoms, List<Elimination> children) {}

    private record Branch(Elimination elimination, Articulated inertia, Wrench bias) {}

    private final ReducedTree tree;
    private final Vec3 gravity;
    private final boolean touched;
    private final boolean diagonal;
    private final Program program;

    private ArticulatedBodyProgram(String name, ReducedTree tree, Vec3 gravity, boolean touched, boolean diagonal) {
        this.tree = tree;
        this.gravity = gravity;
        this.touched = touched;
        this.diagonal = diagonal;
        program = new Program(name);
    }

    /** vdot of (q, v, tau); the pivots at OUT2. */
    static Program forwardDynamics(ReducedTree tree, Vec3 gravity) {
        return new ArticulatedBodyProgram("forwardDynamics", tree, gravity, false, false).build();
    }

    /** vdot of (q, v, tau) and wrenches on the links, 6 a link at B, about their origins in their axes; pivots at OUT2. */
    static Program touchedForwardDynamics(ReducedTree tree, Vec3 gravity) {
        return new ArticulatedBodyProgram("touchedForwardDynamics", tree, gravity, true, false).build();
    }

    /**
     * vdot of (q, v, tau) and what stands on the mass matrix' diagonal besides, at B, in two stages: the first needs
     * (q, v) alone, and its results last for any number of the second; the pivots at OUT2.
     */
    static Program stagedForwardDynamics(ReducedTree tree, Vec3 gravity) {
        ArticulatedBodyProgram builder =
                new ArticulatedBodyProgram("stagedForwardDynamics", tree, gravity, false, true);
        for (ReducedBody body : tree.children(0)) {
            builder.prepare(body, BodyMotion.world(builder.program.graph, gravity));
        }
        builder.program.endFirstStage();
        return builder.build();
    }

    /** Makes all that depends on (q, v) alone; making it again finds it made. */
    private void prepare(ReducedBody body, BodyMotion parent) {
        BodyMotion motion = motion(body, new BodyTransform(program.graph, body), parent);
        motion.force(body);
        tree.children(body.index).forEach(child -> prepare(child, motion));
    }

    private Program build() {
        ExpressionGraph graph = program.graph;
        BodyMotion world = BodyMotion.world(graph, gravity);
        for (ReducedBody body : tree.children(0)) {
            Branch branch = eliminate(body, world);
            accelerate(branch.elimination, Vector3.zero(graph), Vector3.zero(graph));
        }
        return program;
    }

    private BodyMotion motion(ReducedBody body, BodyTransform x, BodyMotion parent) {
        ExpressionGraph graph = program.graph;
        Twist v = Twist.input(graph, body, Argument.V);
        if (body.flies()) {
            // Its linear acceleration is wholly unknown, so that the bias may leave it out.
            return BodyMotion.world(graph, Vec3.ZERO)
                    .child(body, x, new Twist(v.angular(), Vector3.zero(graph)), Twist.zero(graph));
        }
        return parent.child(body, x, v, Twist.zero(graph));
    }

    /** What of the solution along an axis is no rate of the joint: {@code ω × v} less gravity, where the bias left it out. */
    private Expression free(ReducedBody body, BodyTransform x, int axis) {
        ExpressionGraph graph = program.graph;
        if (!body.flies() || axis < 3) {
            return graph.zero;
        }
        Twist v = Twist.input(graph, body, Argument.V);
        return v.angular()
                .cross(v.linear())
                .minus(x.toBody(Vector3.constant(graph, gravity.x(), gravity.y(), gravity.z())))
                .get(axis - 3);
    }

    private Branch eliminate(ReducedBody body, BodyMotion parent) {
        ExpressionGraph graph = program.graph;
        BodyTransform x = new BodyTransform(graph, body);
        BodyMotion motion = motion(body, x, parent);
        Articulated inertia = Articulated.of(graph, body);
        Wrench bias = motion.force(body);
        if (touched) {
            bias = bias.minus(Wrench.onLinks(graph, tree, body));
        }
        List<Elimination> children = new ArrayList<>();
        for (ReducedBody child : tree.children(body.index)) {
            Branch branch = eliminate(child, motion);
            inertia = inertia.plus(branch.inertia);
            bias = bias.plus(branch.bias);
            children.add(branch.elimination);
        }
        Freedom[] freedoms = new Freedom[body.axes.length];
        for (int k = body.axes.length - 1; k >= 0; k--) {
            int axis = body.axes[k];
            int dof = body.v + k;
            Expression more = diagonal ? graph.input(Argument.B, dof) : graph.zero;
            Wrench column = inertia.column(axis);
            Expression pivot = column.along(axis).plus(more);
            program.put(Argument.OUT2, dof, pivot);
            Expression inverse = graph.one.over(pivot);
            Expression tau = graph.input(Argument.A, dof).plus(more.times(free(body, x, axis)));
            Expression rest = tau.minus(bias.along(axis)).times(inverse);
            // Along the freedom itself what is left is what resists it besides: known, and mostly zero.
            Expression kept = more.times(inverse);
            Wrench share = column.times(inverse).with(axis, graph.one.minus(kept));
            freedoms[k] = new Freedom(share, rest);
            inertia = inertia.less(column, share).with(axis, column.times(kept));
            bias = bias.plus(column.times(rest)).with(axis, tau.minus(more.times(rest)));
        }
        Elimination elimination = new Elimination(body, x, List.of(freedoms), children);
        return new Branch(elimination, inertia.toParent(x), bias.toParent(x));
    }

    private void accelerate(Elimination elimination, Vector3 parentAngular, Vector3 parentLinear) {
        ReducedBody body = elimination.body;
        BodyTransform x = elimination.x;
        Vector3 angular = x.toBody(parentAngular);
        Vector3 linear = x.toBody(parentLinear.plus(parentAngular.cross(x.offset)));
        for (int k = 0; k < body.axes.length; k++) {
            int axis = body.axes[k];
            Freedom freedom = elimination.freedoms.get(k);
            Expression rate = freedom.rest
                    .minus(freedom.column.moment().dot(angular))
                    .minus(freedom.column.force().dot(linear));
            if (axis < 3) {
                angular = angular.plus(axis, rate);
            } else {
                linear = linear.plus(axis - 3, rate);
            }
            program.put(Argument.OUT, body.v + k, rate.minus(free(body, x, axis)));
        }
        for (Elimination child : elimination.children) {
            accelerate(child, angular, linear);
        }
    }
}
