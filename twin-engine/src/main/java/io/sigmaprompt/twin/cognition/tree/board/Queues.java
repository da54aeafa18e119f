package io.sigmaprompt.twin.cognition.tree.board;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.CorruptDataException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The queues of one snapshot, so that two names of one queue are so again after it is restored. */
public final class Queues {
    private final List<WorkQueue> known = new ArrayList<>();

    /** Writes a queue, in full the first time. */
    public void save(@Nullable WorkQueue queue, CanonicalOutput out) {
        if (queue == null) {
            out.putInt(-1);
            return;
        }
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i) == queue) {
                out.putInt(i);
                return;
            }
        }
        out.putInt(known.size());
        known.add(queue);
        out.putEnum(queue.element());
        out.putInt(queue.size());
        for (int i = 0; i < queue.size(); i++) {
            queue.get(i).save(out, this);
        }
    }

    /** The queue that was written at this place. */
    public @Nullable WorkQueue restore(CanonicalInput in) {
        int number = in.getInt();
        if (number < 0) {
            return null;
        }
        if (number < known.size()) {
            return known.get(number);
        }
        if (number > known.size()) {
            throw new CorruptDataException("queue " + number + " comes before queue " + known.size());
        }
        WorkQueue queue = new WorkQueue(PortType.of(in.getByte()));
        known.add(queue);
        int size = in.getInt();
        for (int i = 0; i < size; i++) {
            Cell cell = new Cell();
            cell.restore(in, this);
            queue.add(cell);
        }
        return queue;
    }
}
