package io.sigmaprompt.bridge.groot;

import io.sigmaprompt.twin.record.TreeRecord;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** The statuses of all nodes: for each its number (2 bytes, little endian) and its status (1 byte). */
final class StatusTable {
    /** Added to what a node came to before it became idle. */
    private static final int IDLE_FROM = 10;

    private static final int ENTRY = 3;

    private StatusTable() {}

    static byte[] of(List<TreeRecord.Node> nodes) {
        ByteBuffer bytes = ByteBuffer.allocate(ENTRY * nodes.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (TreeRecord.Node node : nodes) {
            bytes.putShort((short) node.uid()).put((byte) code(node));
        }
        return bytes.array();
    }

    private static int code(TreeRecord.Node node) {
        boolean wasBusy = node.status() == TreeRecord.Status.IDLE && node.before() != TreeRecord.Status.IDLE;
        return wasBusy ? IDLE_FROM + node.before().ordinal() : node.status().ordinal();
    }
}
