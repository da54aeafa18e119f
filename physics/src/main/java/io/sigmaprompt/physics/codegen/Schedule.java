package io.sigmaprompt.physics.codegen;

import java.util.ArrayList;
import java.util.Arrays;
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

    /** Results that one part stores at most, where no single value goes to more places: some 4000 bytes. */
    private static final int MOST_RESULTS = 500;

    /** Operations in order, a list a part. */
    final List<List<Expression>> parts = new ArrayList<>();
    /** How many parts belong to the first stage. */
    final int firstStageParts;
    /** Part that computes each expression, or -1: inputs, constants, and what nobody needs. */
    final int[] part;
    /** Last part that needs each expression. */
    final int[] lastPart;
    /** Results that each part computes. */
    final List<List<Program.Output>> results = new ArrayList<>();
    /** Results that need no computing, inputs and constants. */
    final List<Program.Output> uncomputed = new ArrayList<>();

    private final int[] places;

    Schedule(Program program) {
        int size = program.graph.size();
        boolean[] needed = needed(program);
        places = new int[size];
        program.outputs.forEach(output -> places[output.value().id]++);
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
        Arrays.fill(part, -1);
        lastPart = part.clone();
        for (int p = 0; p < parts.size(); p++) {
            results.add(new ArrayList<>());
            for (Expression node : parts.get(p)) {
                part[node.id] = p;
                lastPart[node.id] = p;
                for (Expression operand : operands(node)) {
                    lastPart[operand.id] = p;
                }
            }
        }
        for (Program.Output output : program.outputs) {
            int p = part[output.value().id];
            (p < 0 ? uncomputed : results.get(p)).add(output);
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
        while (begin < order.size()) {
            int reach = reach(order, begin);
            int end = reach == order.size() ? reach : quietest(order, begin, reach, lastUse);
            parts.add(order.subList(begin, end));
            begin = end;
        }
    }

    /** The farthest end of a part. */
    private int reach(List<Expression> order, int begin) {
        int stored = places[order.get(begin).id];
        int end = begin + 1;
        while (end < order.size() && end - begin < LONGEST && stored + places[order.get(end).id] <= MOST_RESULTS) {
            stored += places[order.get(end++).id];
        }
        return end;
    }

    /** The end, within reach, across which fewest values of this part are pending. */
    private static int quietest(List<Expression> order, int begin, int reach, int[] lastUse) {
        int best = reach;
        int least = Integer.MAX_VALUE;
        for (int end = reach; end > begin + (int) (EARLIEST * (reach - begin)); end--) {
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
