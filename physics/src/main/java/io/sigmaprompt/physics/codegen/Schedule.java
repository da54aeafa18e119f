package io.sigmaprompt.physics.codegen;

import java.util.ArrayList;
import java.util.List;

/**
 * The order in which a program's expressions are computed, cut into parts that become methods. HotSpot compiles no
 * method of more than 8000 bytes, and does poorly with long ones, so that parts are short; each is cut where fewest
 * values are pending.
 */
final class Schedule {
    /** Operations of the longest part: found by measurement on robots of 6 to 35 freedoms. */
    private static final int LONGEST = 400;

    /** Share of the longest part from which a cut is considered. */
    private static final double EARLIEST = 0.7;

    /** Operations in order, a list a part. */
    final List<List<Expression>> parts = new ArrayList<>();
    /** How many parts belong to the first stage. */
    final int firstStageParts;
    /** Part that computes each expression, or -1: inputs, constants, and what nobody needs. */
    final int[] part;
    /** Last part that needs each expression. */
    final int[] lastPart;

    Schedule(Program program) {
        int size = program.graph.size();
        boolean[] needed = needed(program);
        List<Expression> first = new ArrayList<>();
        List<Expression> second = new ArrayList<>();
        for (int id = 0; id < size; id++) {
            Expression node = program.graph.node(id);
            if (needed[id] && node.left != null) {
                (program.isFirstStage(node) ? first : second).add(node);
            }
        }
        int[] lastUse = lastUse(program, needed);
        cut(first, lastUse);
        firstStageParts = parts.size();
        cut(second, lastUse);
        part = new int[size];
        java.util.Arrays.fill(part, -1);
        lastPart = part.clone();
        for (int p = 0; p < parts.size(); p++) {
            for (Expression node : parts.get(p)) {
                part[node.id] = p;
                lastPart[node.id] = p;
                for (Expression operand : operands(node)) {
                    lastPart[operand.id] = p;
                }
            }
        }
    }

    static List<Expression> operands(Expression node) {
        if (node.left == null) {
            return List.of();
        }
        return node.right == null ? List.of(node.left) : List.of(node.left, node.right);
    }

    private static boolean[] needed(Program program) {
        boolean[] needed = new boolean[program.graph.size()];
        for (Program.Output output : program.outputs) {
            needed[output.value().id] = true;
        }
        for (int id = needed.length - 1; id >= 0; id--) {
            if (needed[id]) {
                operands(program.graph.node(id)).forEach(operand -> needed[operand.id] = true);
            }
        }
        return needed;
    }

    private static int[] lastUse(Program program, boolean[] needed) {
        int[] last = new int[needed.length];
        for (int id = 0; id < needed.length; id++) {
            if (needed[id]) {
                for (Expression operand : operands(program.graph.node(id))) {
                    last[operand.id] = id;
                }
            }
        }
        return last;
    }

    private void cut(List<Expression> order, int[] lastUse) {
        int begin = 0;
        while (order.size() - begin > LONGEST) {
            int end = quietest(order, begin, lastUse);
            parts.add(order.subList(begin, end));
            begin = end;
        }
        if (begin < order.size()) {
            parts.add(order.subList(begin, order.size()));
        }
    }

    /** The end, within reach, across which fewest values of this part are pending. */
    private static int quietest(List<Expression> order, int begin, int[] lastUse) {
        int best = begin + LONGEST;
        int least = Integer.MAX_VALUE;
        for (int end = begin + LONGEST; end > begin + (int) (EARLIEST * LONGEST); end--) {
            int next = order.get(end).id;
            int pending = 0;
            for (Expression node : order.subList(begin, end)) {
                pending += lastUse[node.id] >= next ? 1 : 0;
            }
            if (pending < least) {
                least = pending;
                best = end;
            }
        }
        return best;
    }
}
