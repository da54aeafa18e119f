package io.sigmaprompt.physics.codegen;

import java.util.Arrays;

/** A square matrix of expressions, zero where nothing is set. */
final class SymbolicMatrix {
    final ExpressionGraph graph;
    final int size;
    private final Expression[] entries;

    SymbolicMatrix(ExpressionGraph graph, int size) {
        this.graph = graph;
        this.size = size;
        entries = new Expression[size * size];
        Arrays.fill(entries, graph.zero);
    }

    Expression get(int row, int column) {
        return entries[size * row + column];
    }

    void set(int row, int column, Expression value) {
        entries[size * row + column] = value;
    }

    void clearColumn(int column) {
        for (int row = 0; row < size; row++) {
            set(row, column, graph.zero);
        }
    }

    SymbolicMatrix copy() {
        SymbolicMatrix copy = new SymbolicMatrix(graph, size);
        System.arraycopy(entries, 0, copy.entries, 0, entries.length);
        return copy;
    }

    SymbolicMatrix negated() {
        SymbolicMatrix negated = new SymbolicMatrix(graph, size);
        Arrays.setAll(negated.entries, k -> entries[k].negated());
        return negated;
    }

    /** Puts what is not structurally zero, row-major; the caller clears the array. */
    void put(Program program, Argument array) {
        for (int k = 0; k < entries.length; k++) {
            program.putUnlessZero(array, k, entries[k]);
        }
    }
}
