package io.sigmaprompt.physics.codegen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The entries of the work array that carry values from one part of a kernel to a later one. An entry is used again once
 * nobody needs its value; what the first stage leaves for the second keeps its entry for good.
 */
final class WorkSlots {
    /** Entry of each expression, or -1. */
    private final int[] slot;
    /** How many entries there are. */
    final int count;

    WorkSlots(Schedule schedule, Program program) {
        slot = new int[program.graph.size()];
        Arrays.fill(slot, -1);
        TreeSet<Integer> free = new TreeSet<>();
        List<List<Integer>> released = new ArrayList<>();
        schedule.parts.forEach(part -> released.add(new ArrayList<>()));
        int made = 0;
        for (int p = 0; p < schedule.parts.size(); p++) {
            for (Expression node : schedule.parts.get(p)) {
                int last = schedule.lastPart[node.id];
                if (last > p) {
                    Integer reused = free.pollFirst();
                    slot[node.id] = reused == null ? made++ : reused;
                    boolean lasting = p < schedule.firstStageParts && last >= schedule.firstStageParts;
                    if (!lasting) {
                        released.get(last).add(slot[node.id]);
                    }
                }
            }
            free.addAll(released.get(p));
        }
        count = made;
    }

    boolean has(Expression node) {
        return slot[node.id] >= 0;
    }

    int of(Expression node) {
        return slot[node.id];
    }
}
