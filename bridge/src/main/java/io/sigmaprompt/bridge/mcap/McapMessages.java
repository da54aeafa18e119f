package io.sigmaprompt.bridge.mcap;

import io.sigmaprompt.physics.model.BadInputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Messages in the order of their log times. Only chunks whose times overlap are open at once. Where in a chunk the
 * messages stand is seen from the chunk, which its CRC covers, not from its message indexes, which nothing covers. For use
 * by one thread.
 */
public final class McapMessages {
    /** A chunk that was not opened yet, or the rest of one that was; the smallest next time comes first. */
    private static final class Source {
        private final long offset;
        private final McapRecord.@Nullable ChunkIndex unopened;
        private @Nullable RecordCursor chunk;
        private List<Entry> entries = List.of();
        private int at;

        Source(McapRecord.ChunkIndex index) {
            unopened = index;
            offset = index.chunkStartOffset();
        }

        Source(List<Entry> loose) {
            unopened = null;
            offset = 0;
            entries = loose;
        }

        boolean isUnopened() {
            return unopened != null && chunk == null;
        }

        long nextTime() {
            return isUnopened() && unopened != null
                    ? unopened.messageStartTime()
                    : entries.get(at).logTime();
        }
    }

    private record Entry(long logTime, long offset) {}

    private static final Comparator<Entry> BY_TIME = (a, b) -> {
        int byTime = Long.compareUnsigned(a.logTime(), b.logTime());
        return byTime != 0 ? byTime : Long.compare(a.offset(), b.offset());
    };

    private final McapFile file;
    private final Set<Integer> channels;
    private final long from;
    private final long to;

    /** An unopened chunk goes before an opened one of the same time: it may hold an earlier message of the file. */
    private final PriorityQueue<Source> sources = new PriorityQueue<>((a, b) -> {
        int byTime = Long.compareUnsigned(a.nextTime(), b.nextTime());
        if (byTime != 0) {
            return byTime;
        }
        int byState = Boolean.compare(b.isUnopened(), a.isUnopened());
        return byState != 0 ? byState : Long.compare(a.offset, b.offset);
    });

    McapMessages(McapFile file, McapContents contents, Set<Integer> channels, long from, long to) {
        this.file = file;
        this.channels = channels;
        this.from = from;
        this.to = to;
        for (McapRecord.ChunkIndex chunk : contents.chunks) {
            boolean told = !chunk.messageIndexOffsets().isEmpty();
            boolean hasWanted =
                    !told || chunk.messageIndexOffsets().keySet().stream().anyMatch(channels::contains);
            boolean inTime = Long.compareUnsigned(chunk.messageStartTime(), to) <= 0
                    && Long.compareUnsigned(chunk.messageEndTime(), from) >= 0;
            if (hasWanted && inTime) {
                sources.add(new Source(chunk));
            }
        }
        List<Entry> loose = new ArrayList<>();
        for (McapContents.Loose each : contents.loose) {
            if (channels.contains(each.channelId())) {
                keep(each.logTime(), each.offset(), loose);
            }
        }
        if (!loose.isEmpty()) {
            loose.sort(BY_TIME);
            sources.add(new Source(loose));
        }
    }

    private void keep(long logTime, long offset, List<Entry> into) {
        if (Long.compareUnsigned(logTime, from) >= 0 && Long.compareUnsigned(logTime, to) <= 0) {
            into.add(new Entry(logTime, offset));
        }
    }

    /**
     * The next message, or null when there is none left.
     *
     * @throws BadInputException if a chunk or its index is damaged
     */
    public McapRecord.@Nullable Message next() {
        while (true) {
            Source first = sources.poll();
            if (first == null) {
                return null;
            }
            if (first.isUnopened()) {
                open(first);
                continue;
            }
            Entry entry = first.entries.get(first.at++);
            McapRecord.Message message = message(first, entry);
            goOn(first);
            return message;
        }
    }

    private void goOn(Source source) {
        if (source.at < source.entries.size()) {
            sources.add(source);
        }
    }

    private McapRecord.Message message(Source source, Entry entry) {
        RecordCursor chunk = source.chunk;
        if (chunk == null) {
            return (McapRecord.Message) file.record(entry.offset());
        }
        return chunk.message(entry.offset());
    }

    private void open(Source source) {
        McapRecord.ChunkIndex index = source.unopened;
        if (index == null) {
            return;
        }
        String place = file.place(index.chunkStartOffset());
        if (!(file.record(index.chunkStartOffset()) instanceof McapRecord.Chunk chunk)) {
            throw McapDamage.at(place, "the index names a chunk here, and there is none");
        }
        RecordCursor records = new RecordCursor(ChunkRecords.of(chunk, place), place);
        List<Entry> entries = new ArrayList<>();
        records.forEach((opcode, offset, content) -> {
            if (opcode == Opcode.MESSAGE && channels.contains(RecordCursor.channelOf(content, place))) {
                keep(RecordCursor.logTimeOf(content, place), offset, entries);
            }
        });
        entries.sort(BY_TIME);
        source.chunk = records;
        source.entries = entries;
        goOn(source);
    }
}
