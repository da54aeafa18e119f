package io.sigmaprompt.physics.codegen;

import org.jspecify.annotations.Nullable;

/**
 * The composite-rigid-body algorithm as expressions (Featherstone, Rigid Body Dynamics Algorithms, 2008, table 6.2).
 * Each column climbs to the root as soon as it is known, so that little is pending at a time.
 */
final class CompositeBodyProgram {
    /** A body on the way to the root. */
    private record Step(
            ReducedBody body, BodyTransform x, @Nullable Step parent) {}

    private final ReducedTree tree;
    private final Program program = new Program("massMatrix");

    private CompositeBodyProgram(ReducedTree tree) {
        this.tree = tree;
    }

    /** M of q: its entries that are not structurally zero, both triangles, nv x nv. */
    static Program massMatrix(ReducedTree tree) {
        CompositeBodyProgram builder = new CompositeBodyProgram(tree);
        tree.children(0).forEach(root -> builder.visit(root, null));
        return builder.program;
    }

    private Composite visit(ReducedBody body, @Nullable Step parent) {
        Step here = new Step(body, new BodyTransform(program.graph, body), parent);
        Composite composite = Composite.of(program.graph, body);
        for (ReducedBody child : tree.children(body.index)) {
            composite = composite.plus(visit(child, here));
        }
        for (int k = 0; k < body.axes.length; k++) {
            Wrench force = composite.column(body.axes[k]);
            for (int l = 0; l <= k; l++) {
                put(body.v + l, body.v + k, force.along(body.axes[l]));
            }
            climb(here, force, body.v + k);
        }
        return composite.toParent(here.x);
    }

    private void climb(Step from, Wrench force, int column) {
        Wrench seen = force;
        Step step = from;
        for (Step next = step.parent; next != null; next = step.parent) {
            seen = seen.toParent(step.x);
            for (int l = 0; l < next.body.axes.length; l++) {
                put(next.body.v + l, column, seen.along(next.body.axes[l]));
            }
            step = next;
        }
    }

    private void put(int row, int column, Expression value) {
        int nv = tree.model.nv();
        program.putUnlessZero(Argument.OUT, nv * row + column, value);
        if (row != column) {
            program.putUnlessZero(Argument.OUT, nv * column + row, value);
        }
    }
}
