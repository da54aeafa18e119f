package io.sigmaprompt.workbench.session;

import java.util.List;

/**
 * Measured effort and residual of all joints over a session, up to one moment. Its log may go on growing; what is seen
 * here never changes.
 */
public final class EffortHistory {
    public static final EffortHistory EMPTY = new EffortHistory(List.of(), 0);

    private final List<EffortLog.Block> blocks;
    private final int size;

    EffortHistory(List<EffortLog.Block> blocks, int size) {
        this.blocks = blocks;
        this.size = size;
    }

    public int size() {
        return size;
    }

    /** Session time of a sample, seconds. */
    public double seconds(int sample) {
        return block(sample).seconds()[sample % EffortLog.BLOCK];
    }

    /** Measured effort, N m or N; NaN where the source tells none. */
    public double measured(int sample, int joint) {
        return block(sample).measured()[sample % EffortLog.BLOCK][joint];
    }

    /** What the model does not explain, N m or N; NaN where it cannot be told. */
    public double residual(int sample, int joint) {
        return block(sample).residual()[sample % EffortLog.BLOCK][joint];
    }

    private EffortLog.Block block(int sample) {
        if (sample < 0 || sample >= size) {
            throw new IndexOutOfBoundsException("sample " + sample + " of " + size);
        }
        return blocks.get(sample / EffortLog.BLOCK);
    }
}
