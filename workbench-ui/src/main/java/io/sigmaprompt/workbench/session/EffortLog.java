package io.sigmaprompt.workbench.session;

import java.util.ArrayList;
import java.util.List;

/**
 * Efforts as they come in. Samples are only ever appended, and hold the records' own arrays, which nobody writes, so a
 * history of it is the list of blocks and a count. One thread.
 */
final class EffortLog {
    static final int BLOCK = 2048;

    /** Samples side by side: times, and each sample's arrays over the joints. */
    record Block(double[] seconds, double[][] measured, double[][] residual) {}

    private List<Block> blocks = List.of();
    private int size;

    void add(double seconds, double[] measured, double[] residual) {
        int at = size % BLOCK;
        if (at == 0) {
            List<Block> longer = new ArrayList<>(blocks);
            longer.add(new Block(new double[BLOCK], new double[BLOCK][], new double[BLOCK][]));
            blocks = List.copyOf(longer);
        }
        Block block = blocks.getLast();
        block.seconds()[at] = seconds;
        block.measured()[at] = measured;
        block.residual()[at] = residual;
        size++;
    }

    /** What is logged now; safe to hand to another thread through anything that orders memory. */
    EffortHistory history() {
        return size == 0 ? EffortHistory.EMPTY : new EffortHistory(blocks, size);
    }
}
