package io.sigmaprompt.physics.codegen;

import io.sigmaprompt.physics.model.Vec3;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The derivatives of inverse dynamics as expressions, by the closed form that {@link
 * io.sigmaprompt.physics.dynamics.NewtonEulerDerivatives} explains.
 *
 * <p>Where that works in ground coordinates, here each body uses its own axes, in which its freedoms are unit vectors, and
 * an inertial frame that moves with its origin, in which it only turns: most of what the formulas multiply is zero then.
 * What a freedom says to its carriers climbs to the root body by body, the mass matrix with it.
 */
final class DerivativesProgram {
    /** A freedom: its axis, and what its motion does to velocities and accelerations. */
    private record Freedom(int dof, Twist axis, Twist psi, Twist phi, Twist psi2) {}

    /** A body on the way to the root; its drift is the velocity of its origin relative to its parent's. */
    private record Step(
            ReducedBody body,
            BodyTransform x,
            Vector3 drift,
            List<Freedom> freedoms,
            @Nullable Step parent) {}

    /** What freedom j says to its carriers, in the axes of one of them. */
    private record Message(int dof, Wrench weight, Vector3 coriolis, Wrench byAngle, Wrench byRate) {

        Message toParent(Step step) {
            Wrench moved = weight.toParent(step.x);
            Vector3 couple = step.x
                    .toParent(coriolis)
                    .plus(step.drift.cross(moved.force()).times(2));
            return new Message(dof, moved, couple, byAngle.toParent(step.x), byRate.toParent(step.x));
        }
    }

    private final ReducedTree tree;
    private final int nv;
    private final boolean weighing;
    private final Program program;
    private final ExpressionGraph graph;

    private DerivativesProgram(String name, ReducedTree tree, boolean weighing) {
        this.tree = tree;
        this.weighing = weighing;
        nv = tree.model.nv();
        program = new Program(name);
        graph = program.graph;
    }

    /** What of (q, v, vdot) is not structurally zero: the derivative by q at OUT, by v at OUT2, nv x nv each. */
    static Program inverseDynamics(ReducedTree tree, Vec3 gravity) {
        return new DerivativesProgram("inverseDynamicsDerivatives", tree, false).build(gravity);
    }

    /** The same, and the lower triangle of the mass matrix at B. */
    static Program inverseDynamicsAndMass(ReducedTree tree, Vec3 gravity) {
        return new DerivativesProgram("inverseDynamicsDerivativesAndMass", tree, true).build(gravity);
    }

    private Program build(Vec3 gravity) {
        BodyMotion world = BodyMotion.world(graph, gravity);
        tree.children(0).forEach(body -> visit(body, world, null));
        return program;
    }

    private CoriolisComposite visit(ReducedBody body, BodyMotion parent, @Nullable Step carrier) {
        BodyTransform x = new BodyTransform(graph, body);
        Twist rates = Twist.input(graph, body, Argument.V);
        BodyMotion motion = parent.child(body, x, rates, Twist.input(graph, body, Argument.A));
        Vector3 drift = parent.angularVelocity.cross(x.offset).plus(x.toParent(rates.linear()));
        Step here = new Step(body, x, drift, freedoms(body, x, parent, motion, rates), carrier);
        CoriolisComposite composite = CoriolisComposite.of(graph, body, motion);
        for (ReducedBody child : tree.children(body.index)) {
            composite = composite.plus(visit(child, motion, here));
        }
        for (Freedom j : here.freedoms) {
            Message message = new Message(
                    j.dof,
                    composite.inertial(j.axis),
                    composite.coriolisTransposed(j.axis),
                    composite.inertial(j.psi2).plus(composite.coriolis(j.psi)).plus(j.axis.cross(composite.force())),
                    composite.inertial(j.phi).plus(composite.coriolis(j.axis)));
            putRow(message, here.freedoms);
            climb(message, here);
        }
        return composite.toParent(x, drift);
    }

    private List<Freedom> freedoms(
            ReducedBody body, BodyTransform x, BodyMotion parent, BodyMotion motion, Twist rates) {
        // The parent, as a motion at this body's origin: what slides stays behind.
        Vector3 turning = x.toBody(parent.angularVelocity);
        Twist velocity = new Twist(turning, rates.linear().negated());
        Twist acceleration = new Twist(
                x.toBody(parent.angularAcceleration),
                x.toBody(parent.acceleration.plus(parent.field.times(x.offset))).plus(turning.cross(rates.linear())));
        Twist own = new Twist(motion.angularVelocity, Vector3.zero(graph));
        List<Freedom> freedoms = new ArrayList<>();
        for (int k = 0; k < body.axes.length; k++) {
            Twist axis = Twist.unit(graph, body.axes[k]);
            Twist psi = velocity.cross(axis);
            freedoms.add(new Freedom(
                    body.v + k,
                    axis,
                    psi,
                    psi.plus(own.cross(axis)),
                    acceleration.cross(axis).plus(velocity.cross(psi))));
        }
        return freedoms;
    }

    private void climb(Message from, Step start) {
        Message message = from;
        Step step = start;
        for (Step next = step.parent; next != null; next = step.parent) {
            message = message.toParent(step);
            putRow(message, next.freedoms);
            for (Freedom k : next.freedoms) {
                int at = nv * k.dof + message.dof;
                program.putUnlessZero(Argument.OUT, at, k.axis.dot(message.byAngle));
                program.putUnlessZero(Argument.OUT2, at, k.axis.dot(message.byRate));
            }
            step = next;
        }
    }

    /** Row j, where the column's freedom carries that of the row or shares its joint. */
    private void putRow(Message j, List<Freedom> columns) {
        for (Freedom k : columns) {
            int at = nv * j.dof + k.dof;
            program.putUnlessZero(Argument.OUT, at, k.psi2.dot(j.weight).plus(j.coriolis.dot(k.psi.angular())));
            program.putUnlessZero(Argument.OUT2, at, k.phi.dot(j.weight).plus(j.coriolis.dot(k.axis.angular())));
            if (weighing && k.dof <= j.dof) {
                program.putUnlessZero(Argument.B, at, k.axis.dot(j.weight));
            }
        }
    }
}
