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

    private final ReducedTree tree;
    private final int nv;
    private final Program program;
    private final ExpressionGraph graph;
    private final SymbolicMatrix byQ;
    private final SymbolicMatrix byV;
    /** The lower triangle. */
    private final SymbolicMatrix mass;

    private DerivativesProgram(String name, ReducedTree tree, Vec3 gravity) {
        this.tree = tree;
        nv = tree.model.nv();
        program = new Program(name);
        graph = program.graph;
        byQ = new SymbolicMatrix(graph, nv);
        byV = new SymbolicMatrix(graph, nv);
        mass = new SymbolicMatrix(graph, nv);
        BodyMotion world = BodyMotion.world(graph, gravity);
        tree.children(0).forEach(body -> visit(body, world, null));
    }

    /** What of (q, v, vdot) is not structurally zero: the derivative by q at OUT, by v at OUT2, nv x nv each. */
    static Program inverseDynamics(ReducedTree tree, Vec3 gravity) {
        DerivativesProgram builder = new DerivativesProgram("inverseDynamicsDerivatives", tree, gravity);
        builder.byQ.put(builder.program, Argument.OUT);
        builder.byV.put(builder.program, Argument.OUT2);
        return builder.program;
    }

    /** The same, and at B the factors of the mass matrix, L below the diagonal and D on it. */
    static Program inverseDynamicsAndFactor(ReducedTree tree, Vec3 gravity) {
        DerivativesProgram builder = new DerivativesProgram("inverseDynamicsDerivativesAndFactor", tree, gravity);
        builder.byQ.put(builder.program, Argument.OUT);
        builder.byV.put(builder.program, Argument.OUT2);
        new SymbolicFactor(builder.mass, tree).put(builder.program, Argument.B);
        return builder.program;
    }

    /**
     * The derivatives of forward dynamics, of (q, v) and the vdot that it gives: by q at OUT, by v at OUT2, by tau at B.
     * For robots of few freedoms, as all is written out.
     */
    static Program forwardDynamics(ReducedTree tree, Vec3 gravity) {
        DerivativesProgram builder = new DerivativesProgram("forwardDynamicsDerivatives", tree, gravity);
        builder.clearFlight();
        SymbolicFactor factor = new SymbolicFactor(builder.mass, tree);
        SymbolicMatrix accelerationByQ = factor.solve(builder.byQ).negated();
        SymbolicMatrix accelerationByV = factor.solve(builder.byV).negated();
        builder.writeFlight(gravity, accelerationByQ, accelerationByV);
        accelerationByQ.put(builder.program, Argument.OUT);
        accelerationByV.put(builder.program, Argument.OUT2);
        factor.inverse().put(builder.program, Argument.B);
        return builder.program;
    }

    /** What flies freely feels neither where it is nor how fast it moves along; those columns need no solving. */
    private void clearFlight() {
        for (ReducedBody body : tree.moving()) {
            if (body.flies()) {
                for (int k = 0; k < body.axes.length; k++) {
                    byQ.clearColumn(body.v + k);
                    if (body.axes[k] >= 3) {
                        byV.clearColumn(body.v + k);
                    }
                }
            }
        }
    }

    /** The acceleration of free flight in the body's own axes, {@code g - ω × v}, turns with the body and its velocity. */
    private void writeFlight(Vec3 gravity, SymbolicMatrix accelerationByQ, SymbolicMatrix accelerationByV) {
        for (ReducedBody body : tree.moving()) {
            if (!body.flies()) {
                continue;
            }
            Vector3 fall = new BodyTransform(graph, body)
                    .toBody(Vector3.constant(graph, gravity.x(), gravity.y(), gravity.z()));
            Vector3 turning = Twist.input(graph, body, Argument.V).angular();
            for (int k = 0; k < body.axes.length; k++) {
                Vector3 unit = Twist.unit(graph, body.axes[k] % 3).angular();
                Vector3 change = body.axes[k] < 3 ? fall.cross(unit) : unit.cross(turning);
                SymbolicMatrix matrix = body.axes[k] < 3 ? accelerationByQ : accelerationByV;
                for (int l = 0; l < body.axes.length; l++) {
                    if (body.axes[l] >= 3) {
                        matrix.set(body.v + l, body.v + k, change.get(body.axes[l] - 3));
                    }
                }
            }
        }
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
            writeRow(j, composite, here);
            Wrench byAngle =
                    composite.inertial(j.psi2).plus(composite.coriolis(j.psi)).plus(j.axis.cross(composite.force()));
            writeColumn(byQ, j, byAngle, here);
            writeColumn(byV, j, composite.inertial(j.phi).plus(composite.coriolis(j.axis)), here);
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

    /** Row j, where the column's freedom carries that of the row or shares its joint; what is needed climbs to the root. */
    private void writeRow(Freedom j, CoriolisComposite composite, Step start) {
        Wrench weight = composite.inertial(j.axis);
        Vector3 couple = composite.coriolisTransposed(j.axis);
        Step step = start;
        while (step != null) {
            for (Freedom k : step.freedoms) {
                byQ.set(j.dof, k.dof, k.psi2.dot(weight).plus(couple.dot(k.psi.angular())));
                byV.set(j.dof, k.dof, k.phi.dot(weight).plus(couple.dot(k.axis.angular())));
                if (k.dof <= j.dof) {
                    mass.set(j.dof, k.dof, k.axis.dot(weight));
                }
            }
            weight = weight.toParent(step.x);
            // Seen by the parent the particles drift as well.
            couple = step.x
                    .toParent(couple)
                    .plus(step.drift.cross(weight.force()).times(2));
            step = step.parent;
        }
    }

    /** Column j, where the row's freedom carries that of the column: the force that its motion needs climbs to the root. */
    private static void writeColumn(SymbolicMatrix matrix, Freedom j, Wrench force, Step start) {
        Wrench seen = force;
        Step step = start;
        for (Step next = step.parent; next != null; next = step.parent) {
            seen = seen.toParent(step.x);
            for (Freedom k : next.freedoms) {
                matrix.set(k.dof, j.dof, k.axis.dot(seen));
            }
            step = next;
        }
    }
}
