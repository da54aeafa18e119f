package io.sigmaprompt.bridge.mcap;

import io.sigmaprompt.bridge.mcap.McapOptions.Part;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** The chunk that is being filled: its records, and where the messages of each channel stand among them. */
final class ChunkBuffer {
    private final McapOptions options;
    private final RecordBuffer records;
    private final Map<Integer, MessageTimes> times = new TreeMap<>();
    private final CRC32 crc = new CRC32();
    private long startTime;
    private long endTime;
    private boolean hasMessages;

    ChunkBuffer(McapOptions options) {
        this.options = options;
        records = new RecordBuffer(Math.min(options.chunkSize(), 1 << 20) + 4096);
    }

    RecordBuffer records() {
        return records;
    }

    boolean isEmpty() {
        return records.size() == 0;
    }

    boolean isFull() {
        return records.size() >= options.chunkSize();
    }

    /** Notes a message that is about to be put. */
    void note(int channel, long logTime) {
        times.computeIfAbsent(channel, id -> new MessageTimes()).add(logTime, records.size());
        startTime = hasMessages ? Math.min(startTime, logTime) : logTime;
        endTime = hasMessages ? Math.max(endTime, logTime) : logTime;
        hasMessages = true;
    }

    /**
     * Writes the chunk and its message indexes, and begins the next one.
     *
     * @param start where in the file {@code out} will go
     */
    McapRecord.ChunkIndex write(long start, RecordBuffer out) throws IOException {
        int size = records.size();
        crc.reset();
        crc.update(records.array(), 0, size);
        byte[] stored = records.array();
        int storedSize = size;
        if (options.compression() != McapCompression.NONE) {
            stored = options.compression().compress(stored, size);
            storedSize = stored.length;
        }
        String key = options.compression().key();
        out.u8(Opcode.CHUNK).u64(8 + 8 + 8 + 4 + (4 + key.length()) + 8 + (long) storedSize);
        out.u64(startTime).u64(endTime).u64(size).u32(crc.getValue()).text(key).u64(storedSize);
        out.raw(stored, storedSize);
        long length = out.size();
        Map<Integer, Long> offsets = new TreeMap<>();
        if (options.has(Part.MESSAGE_INDEX)) {
            times.forEach((channel, index) -> {
                offsets.put(channel, start + out.size());
                index.write(channel, out);
            });
        }
        var index = new McapRecord.ChunkIndex(
                startTime, endTime, start, length, offsets, out.size() - length, key, storedSize, size);
        clear();
        return index;
    }

    private void clear() {
        records.clear();
        times.clear();
        startTime = 0;
        endTime = 0;
        hasMessages = false;
    }

    /** Log time and offset of each message of a channel within a chunk. */
    private static final class MessageTimes {
        private long[] entries = new long[16];
        private int size;

        void add(long logTime, long offset) {
            if (size == entries.length) {
                entries = Arrays.copyOf(entries, 2 * size);
            }
            entries[size++] = logTime;
            entries[size++] = offset;
        }

        void write(int channel, RecordBuffer into) {
            int mark = into.beginRecord(Opcode.MESSAGE_INDEX);
            into.u16(channel);
            int list = into.beginBytes();
            for (int i = 0; i < size; i++) {
                into.u64(entries[i]);
            }
            into.endBytes(list);
            into.endRecord(mark);
        }
    }
}
