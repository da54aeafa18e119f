package io.sigmaprompt.physics.codegen;

import io.sigmaprompt.physics.model.Vec3;

/**
 * The recursive Newton-Euler algorithm as expressions, branch by branch (Featherstone, Rigid Body Dynamics Algorithms,
 * 2008, section 5.3, in the classical accelerations of Luh, Walker and Paul).
 */
final class NewtonEulerProgram {
    private final ReducedTree tree;
    private final boolean moving;
    private final boolean accelerating;
    private final boolean touched;
    private final Program program;

    private NewtonEulerProgram(String name, ReducedTree tree, boolean moving, boolean accelerating, boolean touched) {
        program = new Program(name);
        this.tree = tree;
        this.moving = moving;
        this.accelerating = accelerating;
        this.touched = touched;
    }

    /** tau of (q, v, vdot). */
    static Program inverseDynamics(ReducedTree tree, Vec3 gravity) {
        return new NewtonEulerProgram("inverseDynamics", tree, true, true, false).build(gravity);
    }

    /** tau of (q, v, vdot) and wrenches on the links, 6 a link at B, about their origins in their axes. */
    static Program touchedInverseDynamics(ReducedTree tree, Vec3 gravity) {
        return new NewtonEulerProgram("touchedInverseDynamics", tree, true, true, true).build(gravity);
    }

    /** h of (q, v). */
    static Program biasForces(ReducedTree tree, Vec3 gravity) {
        return new NewtonEulerProgram("biasForces", tree, true, false, false).build(gravity);
    }

    /** h of (q, 0). */
    static Program gravityForces(ReducedTree tree, Vec3 gravity) {
        return new NewtonEulerProgram("gravityForces", tree, false, false, false).build(gravity);
    }

    private Program build(Vec3 gravity) {
        BodyMotion world = BodyMotion.world(program.graph, gravity);
        for (ReducedBody body : tree.children(0)) {
            visit(body, world);
        }
        return program;
    }

    /** The force that a body hands to its parent, in the parent's axes. */
    private Wrench visit(ReducedBody body, BodyMotion parent) {
        ExpressionGraph graph = program.graph;
        BodyTransform x = new BodyTransform(graph, body);
        Twist v = moving ? Twist.input(graph, body, Argument.V) : Twist.zero(graph);
        Twist vdot = accelerating ? Twist.input(graph, body, Argument.A) : Twist.zero(graph);
        BodyMotion motion = parent.child(body, x, v, vdot);
        Wrench force = motion.force(body);
        if (touched) {
            force = force.minus(Wrench.onLinks(graph, tree, body));
        }
        for (ReducedBody child : tree.children(body.index)) {
            force = force.plus(visit(child, motion));
        }
        for (int k = 0; k < body.axes.length; k++) {
            program.put(Argument.OUT, body.v + k, force.along(body.axes[k]));
        }
        return force.toParent(x);
    }
}
