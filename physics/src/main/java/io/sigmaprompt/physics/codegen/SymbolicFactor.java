package io.sigmaprompt.physics.codegen;

/**
 * A mass matrix factored along the branches of the tree, {@code M = Lᵀ·D·L}, as expressions (Featherstone, Rigid Body
 * Dynamics Algorithms, 2008, section 6.5).
 */
final class SymbolicFactor {
    private final SymbolicMatrix lower;
    private final Expression[] inverse;
    /** The next freedom towards the world, or -1. */
    private final int[] parent;

    SymbolicFactor(SymbolicMatrix mass, ReducedTree tree) {
        int n = mass.size;
        lower = mass.copy();
        inverse = new Expression[n];
        parent = new int[n];
        for (ReducedBody body : tree.moving()) {
            ReducedBody carrier = tree.bodies.get(body.parent);
            parent[body.v] = carrier.index == 0 ? -1 : carrier.v + carrier.axes.length - 1;
            for (int k = 1; k < body.axes.length; k++) {
                parent[body.v + k] = body.v + k - 1;
            }
        }
        for (int k = n - 1; k >= 0; k--) {
            inverse[k] = mass.graph.one.over(lower.get(k, k));
            for (int i = parent[k]; i >= 0; i = parent[i]) {
                Expression share = lower.get(k, i).times(inverse[k]);
                for (int j = i; j >= 0; j = parent[j]) {
                    lower.set(i, j, lower.get(i, j).minus(share.times(lower.get(k, j))));
                }
                lower.set(k, i, share);
            }
        }
    }

    /** Puts L without its unit diagonal, and D on it, nv x nv; the upper triangle is left alone. */
    void put(Program program, Argument array) {
        for (int k = 0; k < lower.size; k++) {
            for (int i = k; i >= 0; i = parent[i]) {
                program.put(array, lower.size * k + i, lower.get(k, i));
            }
        }
    }

    /** Solves {@code M·X = B}. */
    SymbolicMatrix solve(SymbolicMatrix b) {
        SymbolicMatrix x = b.copy();
        for (int c = 0; c < x.size; c++) {
            for (int k = x.size - 1; k >= 0; k--) {
                for (int i = parent[k]; i >= 0; i = parent[i]) {
                    x.set(i, c, x.get(i, c).minus(lower.get(k, i).times(x.get(k, c))));
                }
            }
            for (int k = 0; k < x.size; k++) {
                Expression sum = x.get(k, c).times(inverse[k]);
                for (int i = parent[k]; i >= 0; i = parent[i]) {
                    sum = sum.minus(lower.get(k, i).times(x.get(i, c)));
                }
                x.set(k, c, sum);
            }
        }
        return x;
    }

    /** The inverse of M, from {@code L·M⁻¹ = D⁻¹·L⁻ᵀ}, whose right side is zero left of its diagonal: row by row. */
    SymbolicMatrix inverse() {
        SymbolicMatrix x = new SymbolicMatrix(lower.graph, lower.size);
        for (int i = 0; i < x.size; i++) {
            for (int c = 0; c <= i; c++) {
                Expression sum = c == i ? inverse[i] : lower.graph.zero;
                for (int j = parent[i]; j >= 0; j = parent[j]) {
                    sum = sum.minus(lower.get(i, j).times(x.get(j, c)));
                }
                x.set(i, c, sum);
                x.set(c, i, sum);
            }
        }
        return x;
    }
}
