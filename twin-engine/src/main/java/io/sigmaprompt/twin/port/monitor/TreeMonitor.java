package io.sigmaprompt.twin.port.monitor;

import io.sigmaprompt.twin.record.TreeRecord;

/** Lets other programs see how a tree stands. */
public interface TreeMonitor extends AutoCloseable {
    /** Shows how the tree stands now. Returns at once, whatever the others do; called from one thread. */
    void show(TreeRecord record);

    /** Where it is reached, as {@code 127.0.0.1:1667}. */
    String address();

    @Override
    void close();
}
