package io.sigmaprompt.physics.codegen;

import java.util.ArrayList;
import java.util.List;

/** What a kernel is to compute: expressions, and where each goes. */
final class Program {
    /** A result and its place. */
    record Output(Argument array, int index, Expression value) {}

    final String name;
    final ExpressionGraph graph = new ExpressionGraph();
    final List<Output> outputs = new ArrayList<>();

    private int firstStage;

    Program(String name) {
        this.name = name;
    }

    /** Ends the first stage: what exists by now is computed by {@link Kernel#prepare}. */
    void endFirstStage() {
        firstStage = graph.size();
    }

    /** Whether the first stage computes an expression. */
    boolean isFirstStage(Expression expression) {
        return expression.id < firstStage;
    }

    void put(Argument array, int index, Expression value) {
        outputs.add(new Output(array, index, value));
    }

    /** Puts what is not structurally zero; the caller clears the array. */
    void putUnlessZero(Argument array, int index, Expression value) {
        if (!value.isZero()) {
            put(array, index, value);
        }
    }
}
