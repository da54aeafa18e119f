package io.sigmaprompt.bridge.rosbag;

import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Messages by their times; only chunks whose times overlap are open at once. For use by one thread. */
public final class BagMessages {
    private final RosBag bag;
    private final Set<Integer> wanted;

    /** The earliest next message first, ties in file order. */
    private final PriorityQueue<Source> sources = new PriorityQueue<>((a, b) -> {
        int byTime = Long.compare(a.nextTime(), b.nextTime());
        return byTime != 0 ? byTime : Integer.compare(a.chunk, b.chunk);
    });

    /** A chunk that was not opened yet, or the rest of one that was. */
    private static final class Source {
        private final int chunk;
        private final long start;
        private @Nullable ChunkContents contents;
        private int at;

        Source(ChunkSummary summary) {
            chunk = summary.number();
            start = summary.startNanos();
        }

        long nextTime() {
            return contents == null ? start : contents.entries().get(at).timeNanos();
        }
    }

    BagMessages(RosBag bag, List<ChunkSummary> chunks, Set<Integer> wanted) {
        this.bag = bag;
        this.wanted = wanted;
        for (ChunkSummary chunk : chunks) {
            if (chunk.messages().keySet().stream().anyMatch(wanted::contains)) {
                sources.add(new Source(chunk));
            }
        }
    }

    /** The next message, or null when there is none left. */
    public @Nullable BagMessage next() {
        while (true) {
            Source first = sources.poll();
            if (first == null) {
                return null;
            }
            if (first.contents == null) {
                first.contents = bag.contents(first.chunk);
                sources.add(first);
                continue;
            }
            ChunkContents.Entry entry = first.contents.entries().get(first.at++);
            if (first.at < first.contents.entries().size()) {
                sources.add(first);
            }
            if (wanted.contains(entry.connection())) {
                return first.contents.message(entry);
            }
        }
    }
}
