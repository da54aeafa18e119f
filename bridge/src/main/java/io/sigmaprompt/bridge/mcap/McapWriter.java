package io.sigmaprompt.bridge.mcap;

import io.sigmaprompt.bridge.mcap.McapOptions.Part;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Writes an MCAP file: chunks with their CRC and message indexes, or loose records; then the summary (schemas, channels,
 * statistics, chunk, attachment and metadata indexes, summary offsets) and the footer with its CRC (mcap.dev,
 * specification version 0).
 *
 * <p>The same calls give the same bytes. A chunk reaches the stream when it is full or when {@link #flush} is called: what
 * was flushed survives the process. For use by one thread.
 */
public final class McapWriter implements Closeable {
    private static final String LIBRARY = "sigmaprompt";
    private static final int MAX_ID = 0xFFFF;

    private final OutputStream out;
    private final @Nullable ChunkBuffer chunk;
    private final RecordBuffer framing;
    private final CRC32 sectionCrc = new CRC32();
    private final Summary summary;
    private long position;
    private boolean closed;

    /**
     * Starts a file.
     *
     * @param out where the bytes go; closed by {@link #close}
     * @param profile conventions that the file follows, such as {@code ros2}; may be empty
     */
    public McapWriter(OutputStream out, String profile, McapOptions options) throws IOException {
        this(out, profile, LIBRARY, options);
    }

    McapWriter(OutputStream out, String profile, String library, McapOptions options) throws IOException {
        this.out = out;
        chunk = options.chunkSize() > 0 ? new ChunkBuffer(options) : null;
        framing = new RecordBuffer(256, options.has(Part.PADDING));
        summary = new Summary(options);
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
        Summary.write(schema, records());
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
        Summary.write(channel, records());
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
        if (chunk != null) {
            chunk.note(channel, logTime);
        }
        RecordBuffer records = records();
        int mark = records.beginRecord(Opcode.MESSAGE);
        records.u16(channel).u32(sequence).u64(logTime).u64(publishTime).raw(data, data.length);
        records.endBareRecord(mark);
        summary.countMessage(channel, logTime);
        if (chunk == null) {
            emitFraming();
        } else if (chunk.isFull()) {
            endChunk();
        }
    }

    /** Adds named key-value pairs about the recording. */
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
        long dataBytes = data.length;
        summary.attachments.add(
                new McapRecord.AttachmentIndex(position, recordBytes, logTime, createTime, dataBytes, name, mediaType));
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
            framing.endBareRecord(mark);
            emitFraming();
            sectionCrc.reset();
            summary.write(position, framing);
            sectionCrc.update(framing.array(), 0, framing.size());
            framing.u32(sectionCrc.getValue());
            framing.raw(Opcode.magic(), Opcode.magic().length);
            emitFraming();
        }
    }

    /** Where schemas, channels and messages go: into the chunk, or out with the next message. */
    private RecordBuffer records() {
        return chunk != null ? chunk.records() : framing;
    }

    private void endChunk() throws IOException {
        requireOpen();
        if (chunk != null && !chunk.isEmpty()) {
            summary.chunks.add(chunk.write(position, framing));
        }
        emitFraming();
    }

    private void emitFraming() throws IOException {
        sectionCrc.update(framing.array(), 0, framing.size());
        out.write(framing.array(), 0, framing.size());
        position += framing.size();
        framing.clear();
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
}
