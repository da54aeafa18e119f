package io.sigmaprompt.bridge.groot;

import io.sigmaprompt.twin.record.TreeRecord;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The last changes of nodes while somebody records, 9 bytes each: microseconds of the session since the recording began (6
 * bytes), the node's number (2) and its status (1), little endian. A node that came to its end within a tick is told as
 * having done so, and idle at once after. Written by the run's thread, read by the server's.
 */
final class TransitionLog {
    private static final int MOST = 1000;
    private static final int ENTRY = 9;

    private record Transition(long nanos, int uid, TreeRecord.Status status) {
        boolean begins() {
            return status == TreeRecord.Status.RUNNING;
        }
    }

    private final ArrayBlockingQueue<Transition> kept = new ArrayBlockingQueue<>(MOST);
    private volatile boolean recording;
    private volatile long startNanos;

    /** Begins anew at a time of the session. */
    void start(long simNanos) {
        startNanos = simNanos;
        kept.clear();
        recording = true;
    }

    void stop() {
        recording = false;
    }

    /** Takes in how the tree stands after it stood otherwise. */
    void take(@Nullable TreeRecord before, TreeRecord now) {
        if (!recording || before == null || before.nodes().size() != now.nodes().size()) {
            return;
        }
        List<Transition> changes = new ArrayList<>();
        for (int i = 0; i < now.nodes().size(); i++) {
            change(before.nodes().get(i), now.nodes().get(i), changes);
        }
        // A node begins before those below it, and ends after them.
        changes.sort(Comparator.comparingLong(Transition::nanos)
                .thenComparing(each -> each.begins() ? each.uid : Integer.MAX_VALUE - each.uid));
        changes.forEach(this::keep);
    }

    private static void change(TreeRecord.Node was, TreeRecord.Node is, List<Transition> changes) {
        if (is.changedNanos() == was.changedNanos() && is.status() == was.status()) {
            return;
        }
        if (is.status() == TreeRecord.Status.IDLE && is.before() != was.status()) {
            changes.add(new Transition(is.changedNanos(), is.uid(), is.before()));
        }
        changes.add(new Transition(is.changedNanos(), is.uid(), is.status()));
    }

    private void keep(Transition transition) {
        while (!kept.offer(transition)) {
            kept.poll();
        }
    }

    /** What was kept since the last call. */
    byte[] drain() {
        List<Transition> all = new ArrayList<>();
        kept.drainTo(all);
        ByteBuffer bytes = ByteBuffer.allocate(ENTRY * all.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (Transition each : all) {
            long micros = Math.max(0, each.nanos - startNanos) / 1000;
            bytes.putInt((int) micros).putShort((short) (micros >>> 32));
            bytes.putShort((short) each.uid).put((byte) each.status.ordinal());
        }
        return bytes.array();
    }
}
