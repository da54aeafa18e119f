package io.sigmaprompt.physics.codegen;

import io.sigmaprompt.physics.model.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * The joint-torque regressor as expressions (Atkeson, An, Hollerbach 1986): how much each of a body's ten parameters
 * weighs on a freedom that carries the body, which is the power of the force that the parameter needs for one unit of it
 * along that freedom's motion, taken to the body.
 */
final class RegressorProgram {
    /** Inertial parameters of a body. */
    static final int PARAMETERS = 10;

    /** A freedom's unit motion, at some body, in its axes. */
    private record Screw(int dof, Vector3 angular, Vector3 linear) {

        /** This motion of a body's parent, at the body. */
        Screw toBody(BodyTransform x) {
            return new Screw(dof, x.toBody(angular), x.toBody(linear.plus(angular.cross(x.offset))));
        }
    }

    private final ReducedTree tree;
    private final Program program = new Program("regressor");

    private RegressorProgram(ReducedTree tree) {
        this.tree = tree;
    }

    /** Y of (q, v, vdot), nv x 10 a moving body: its entries that are not structurally zero. */
    static Program regressor(ReducedTree tree, Vec3 gravity) {
        RegressorProgram builder = new RegressorProgram(tree);
        BodyMotion world = BodyMotion.world(builder.program.graph, gravity);
        tree.children(0).forEach(body -> builder.visit(body, world, List.of()));
        return builder.program;
    }

    private void visit(ReducedBody body, BodyMotion parent, List<Screw> parentScrews) {
        ExpressionGraph graph = program.graph;
        BodyTransform x = new BodyTransform(graph, body);
        BodyMotion motion =
                parent.child(body, x, Twist.input(graph, body, Argument.V), Twist.input(graph, body, Argument.A));
        List<Screw> screws = new ArrayList<>();
        parentScrews.forEach(screw -> screws.add(screw.toBody(x)));
        Vector3 zero = Vector3.zero(graph);
        for (int k = 0; k < body.axes.length; k++) {
            Vector3 unit = zero.with(body.axes[k] % 3, graph.one);
            screws.add(new Screw(body.v + k, body.axes[k] < 3 ? unit : zero, body.axes[k] < 3 ? zero : unit));
        }
        BodyTransform link = new BodyTransform(graph, tree.linkPlacement[body.link]);
        BodyMotion linkMotion = motion.seenFrom(link);
        screws.forEach(screw -> put(body, screw.toBody(link), linkMotion));
        tree.children(body.index).forEach(child -> visit(child, motion, screws));
    }

    private void put(ReducedBody body, Screw screw, BodyMotion motion) {
        Vector3 x = screw.angular;
        Vector3 y = motion.angularAcceleration;
        Vector3 w = x.cross(motion.angularVelocity);
        Vector3 z = motion.angularVelocity;
        int at = screw.dof * PARAMETERS * tree.moving().size() + PARAMETERS * (body.index - 1);
        program.putUnlessZero(Argument.OUT, at, screw.linear.dot(motion.acceleration));
        Vector3 moment = motion.field.transposedTimes(screw.linear).plus(motion.acceleration.cross(x));
        for (int k = 0; k < 3; k++) {
            program.putUnlessZero(Argument.OUT, at + 1 + k, moment.get(k));
        }
        int entry = at + 4;
        for (int r = 0; r < 3; r++) {
            for (int c = r; c < 3; c++) {
                Expression sum = x.get(r).times(y.get(c)).plus(w.get(r).times(z.get(c)));
                if (c > r) {
                    sum = sum.plus(x.get(c).times(y.get(r))).plus(w.get(c).times(z.get(r)));
                }
                program.putUnlessZero(Argument.OUT, entry++, sum);
            }
        }
    }
}
