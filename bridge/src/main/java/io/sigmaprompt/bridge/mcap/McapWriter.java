package io.sigmaprompt.bridge.mcap;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Writes an MCAP file: uncompressed chunks with their CRC and message indexes, then the summary (schemas, channels,
 * statistics, chunk, attachment and metadata indexes, summary offsets) and the footer with its CRC (mcap.dev,
 * specification version 0).
 *
 * <p>The same calls give the same bytes. A chunk reaches the stream when it is full or when {@link #flush} is called: what
 * was flushed survives the process. For use by one thread.
 */
public final class McapWriter implements Closeable {
    /** A chunk size that suits traces read over a network as well as from a disk. */
    public static final int DEFAULT_CHUNK_SIZE = 768 * 1024;

    private static final String LIBRARY = "sigmaprompt";
    private static final int MAX_ID = 0xFFFF;

    private final OutputStream out;
    private final int chunkSize;
    private final RecordBuffer chunk;
    private final RecordBuffer framing = new RecordBuffer(256);
    private final CRC32 sectionCrc = new CRC32();
    private final Summary summary = new Summary();
    private final Map<Integer, MessageTimes> chunkIndex = new TreeMap<>();
    private long position;
    private long chunkStartTime;
    private long chunkEndTime;
    private boolean chunkHasMessages;
    private boolean closed;

    /**
     * Starts a file.
     *
     * @param out where the bytes go; closed by {@link #close}
     * @param profile conventions that the file follows, such as {@code ros2}; may be empty
     * @param chunkSize bytes of records after which a chunk is written
     */
    public McapWriter(OutputStream out, String profile, int chunkSize) throws IOException {
        this(out, profile, LIBRARY, chunkSize);
    }

    McapWriter(OutputStream out, String profile, String library, int chunkSize) throws IOException {
        if (chunkSize < 1) {
            throw new IllegalArgumentException("The chunk size (" + chunkSize + ") must be positive.");
        }
        this.out = out;
        this.chunkSize = chunkSize;
        chunk = new RecordBuffer(Math.min(chunkSize, 1 << 20) + 4096);
        framing.raw(Opcode.magic(), Opcode.magic().length);
        int mark = framing.beginRecord(Opcode.HEADER);
        framing.text(profile).text(library);
        framing.endRecord(mark);
        emitFraming();
        out.flush();
    }

    /** Registers a schema and gives its id. */
    public int schema(String name, String encoding, byte[] data) {
        int id = summary.schemas.size() + 1;
        requireOpen();
        requireId(id, "schemas");
        var schema = new McapRecord.Schema(id, name, encoding, data.clone());
        summary.schemas.add(schema);
        Summary.write(schema, chunk);
        return id;
    }

    /**
     * Registers a channel and gives its id.
     *
     * @param schema id of its schema, or 0 for none
     * @param metadata written in the map's own order
     */
    public int channel(int schema, String topic, String messageEncoding, Map<String, String> metadata) {
        int id = summary.channels.size() + 1;
        requireOpen();
        requireId(id, "channels");
        if (schema < 0 || schema > summary.schemas.size()) {
            throw new IllegalArgumentException("The channel '" + topic + "' names the schema " + schema
                    + ", which was not registered. Call schema(…) before channel(…).");
        }
        var channel = new McapRecord.Channel(id, schema, topic, messageEncoding, metadata);
        summary.channels.add(channel);
        Summary.write(channel, chunk);
        return id;
    }

    /**
     * Adds a message.
     *
     * @param channel id that {@link #channel} gave
     * @param sequence the sender's counter, or 0; its low 32 bits are kept
     * @param logTime when it was recorded, in nanoseconds
     * @param publishTime when it was sent, in nanoseconds; the log time where it is unknown
     */
    public void message(int channel, long sequence, long logTime, long publishTime, byte[] data) throws IOException {
        requireOpen();
        if (channel < 1 || channel > summary.channels.size()) {
            throw new IllegalArgumentException(
                    "The channel " + channel + " was not registered. Call channel(…) before message(…).");
        }
        chunkIndex.computeIfAbsent(channel, id -> new MessageTimes()).add(logTime, chunk.size());
        int mark = chunk.beginRecord(Opcode.MESSAGE);
        chunk.u16(channel).u32(sequence).u64(logTime).u64(publishTime).raw(data, data.length);
        chunk.endRecord(mark);
        chunkStartTime = chunkHasMessages ? Math.min(chunkStartTime, logTime) : logTime;
        chunkEndTime = chunkHasMessages ? Math.max(chunkEndTime, logTime) : logTime;
        chunkHasMessages = true;
        summary.countMessage(channel, logTime);
        if (chunk.size() >= chunkSize) {
            endChunk();
        }
    }

    /** Adds named key-value pairs about the recording; they stand in the file at once, outside the chunks. */
    public void metadata(String name, Map<String, String> values) throws IOException {
        endChunk();
        int mark = framing.beginRecord(Opcode.METADATA);
        framing.text(name).texts(values);
        framing.endRecord(mark);
        summary.metadata.add(new McapRecord.MetadataIndex(position, framing.size(), name));
        emitFraming();
    }

    /** Adds a file, such as the robot's description. */
    public void attachment(String name, String mediaType, long logTime, long createTime, byte[] data)
            throws IOException {
        endChunk();
        int mark = framing.beginRecord(Opcode.ATTACHMENT);
        framing.u64(logTime).u64(createTime).text(name).text(mediaType).u64(data.length);
        framing.raw(data, data.length);
        var crc = new CRC32();
        crc.update(framing.array(), mark, framing.size() - mark);
        framing.u32(crc.getValue());
        framing.endRecord(mark);
        long recordBytes = framing.size();
        summary.attachments.add(new McapRecord.AttachmentIndex(
                position, recordBytes, logTime, createTime, data.length, name, mediaType));
        emitFraming();
    }

    /** Ends the chunk and forces it out, so that a process killed later leaves it whole. */
    public void flush() throws IOException {
        endChunk();
        out.flush();
    }

    /** Ends the chunk, writes summary and footer, and closes the stream. Further calls do nothing. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        try (out) {
            endChunk();
            closed = true;
            int mark = framing.beginRecord(Opcode.DATA_END);
            // The data section's CRC covers everything before the DataEnd record, the magic included.
            framing.u32(sectionCrc.getValue());
            framing.endRecord(mark);
            emitFraming();
            sectionCrc.reset();
            summary.write(position, framing);
            sectionCrc.update(framing.array(), 0, framing.size());
            framing.u32(sectionCrc.getValue());
            framing.raw(Opcode.magic(), Opcode.magic().length);
            emitFraming();
        }
    }

    private void endChunk() throws IOException {
        requireOpen();
        int size = chunk.size();
        if (size == 0) {
            return;
        }
        var crc = new CRC32();
        crc.update(chunk.array(), 0, size);
        long start = position;
        int contentBytes = 8 + 8 + 8 + 4 + 4 + 8;
        framing.u8(Opcode.CHUNK).u64(contentBytes + (long) size);
        framing.u64(chunkHasMessages ? chunkStartTime : 0).u64(chunkHasMessages ? chunkEndTime : 0);
        framing.u64(size).u32(crc.getValue()).text("").u64(size);
        emitFraming();
        emit(chunk.array(), size);
        long chunkLength = position - start;
        Map<Integer, Long> offsets = new TreeMap<>();
        for (var entry : chunkIndex.entrySet()) {
            offsets.put(entry.getKey(), position + framing.size());
            entry.getValue().write(entry.getKey(), framing);
        }
        long indexLength = framing.size();
        emitFraming();
        summary.chunks.add(new McapRecord.ChunkIndex(
                chunkHasMessages ? chunkStartTime : 0,
                chunkHasMessages ? chunkEndTime : 0,
                start,
                chunkLength,
                offsets,
                indexLength,
                "",
                size,
                size));
        chunk.clear();
        chunkIndex.clear();
        chunkHasMessages = false;
    }

    private void emitFraming() throws IOException {
        emit(framing.array(), framing.size());
        framing.clear();
    }

    private void emit(byte[] bytes, int length) throws IOException {
        sectionCrc.update(bytes, 0, length);
        out.write(bytes, 0, length);
        position += length;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The MCAP file was closed already; nothing more can be written to it.");
        }
    }

    private static void requireId(int id, String what) {
        if (id > MAX_ID) {
            throw new IllegalStateException("An MCAP file holds at most " + MAX_ID + " " + what + ".");
        }
    }

    /** Log time and offset of each message of a channel within a chunk. */
    private static final class MessageTimes {
        private final List<McapRecord.MessageIndex.Entry> entries = new ArrayList<>();

        void add(long logTime, long offset) {
            entries.add(new McapRecord.MessageIndex.Entry(logTime, offset));
        }

        void write(int channel, RecordBuffer into) {
            int mark = into.beginRecord(Opcode.MESSAGE_INDEX);
            into.u16(channel);
            int list = into.beginBytes();
            for (var entry : entries) {
                into.u64(entry.logTime()).u64(entry.offset());
            }
            into.endBytes(list);
            into.endRecord(mark);
        }
    }
}
