package io.sigmaprompt.bridge.mcap;

import io.sigmaprompt.physics.model.BadInputException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an MCAP file from its beginning in file order, from loose records or from chunks, checking the CRCs it meets. A file that was cut, as by a process that was killed, gives everything before the cut and then says so. For
 * use by one thread.
 */
public final class McapReader implements Closeable {
    private final RecordStream stream;
    private final McapRecord.Header header;
    private final Map<Integer, McapRecord.Schema> schemas = new LinkedHashMap<>();
    private final Map<Integer, McapRecord.Channel> channels = new LinkedHashMap<>();
    private @Nullable ByteBuffer chunk;
    private String chunkPlace = "";
    private boolean chunkCut;

    private McapReader(RecordStream stream, McapRecord.Header header) {
        this.stream = stream;
        this.header = header;
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws BadInputException if there is no such file or it is not MCAP
     */
    public static McapReader open(Path file) {
        var stream = new RecordStream(file);
        try {
            String place = stream.place(stream.position());
            if (stream.next() instanceof McapRecord.Header header) {
                return new McapReader(stream, header);
            }
            throw new BadInputException(
                    place,
                    "the first record of an MCAP file must be a whole Header and is not",
                    "Check where the file comes from.");
        } catch (RuntimeException e) {
            stream.closeQuietly();
            throw e;
        }
    }

    /** The file's profile and the library that wrote it. */
    public McapRecord.Header header() {
        return header;
    }

    /** Schemas met so far, by id. */
    public Map<Integer, McapRecord.Schema> schemas() {
        return Collections.unmodifiableMap(schemas);
    }

    /** Channels met so far, by id. */
    public Map<Integer, McapRecord.Channel> channels() {
        return Collections.unmodifiableMap(channels);
    }

    /** Where the file was cut; empty if it was not, as far as it has been read. */
    public Optional<String> truncation() {
        return Optional.ofNullable(stream.truncation());
    }

    /**
     * The next message in file order, or null when there is none left.
     *
     * @throws BadInputException if the file is damaged, a chunk is compressed in a way that is not known, or a message's channel is not declared
     */
    public McapRecord.@Nullable Message nextMessage() {
        while (true) {
            McapRecord next = nextRecord();
            if (next == null) {
                return null;
            }
            if (next instanceof McapRecord.Message message) {
                return message;
            }
        }
    }

    /**
     * The next record in file order, or null when there is none left. Chunks are opened: their records come in their
     * stead.
     *
     * @throws BadInputException as {@link #nextMessage}
     */
    public @Nullable McapRecord nextRecord() {
        while (true) {
            String place = stream.place(stream.position());
            McapRecord next = chunk == null ? stream.next() : nextInChunk(chunk);
            if (next instanceof McapRecord.Chunk opened) {
                open(opened, place);
                continue;
            }
            if (next == null && chunk != null) {
                chunk = null;
                continue;
            }
            remember(next, place);
            return next;
        }
    }

    private void remember(@Nullable McapRecord next, String place) {
        if (next instanceof McapRecord.Schema schema) {
            schemas.put(schema.id(), schema);
        } else if (next instanceof McapRecord.Channel channel) {
            channels.put(channel.id(), channel);
        } else if (next instanceof McapRecord.Message message && !channels.containsKey(message.channelId())) {
            throw new BadInputException(
                    place,
                    "a message names the channel " + message.channelId()
                            + ", which no Channel record before it declares",
                    "The file is damaged or was written wrongly; record it again or run 'mcap doctor' on it.");
        }
    }

    private void open(McapRecord.Chunk opened, String place) {
        chunk = ChunkRecords.of(opened, place);
        chunkPlace = place;
        chunkCut = stream.truncation() != null;
    }

    private @Nullable McapRecord nextInChunk(ByteBuffer records) {
        if (!records.hasRemaining()) {
            return null;
        }
        int start = records.position();
        boolean whole = records.remaining() >= Opcode.PREFIX_BYTES;
        long length = whole ? records.getLong(start + 1) : 0;
        if (!whole || length < 0 || length > records.remaining() - Opcode.PREFIX_BYTES) {
            if (chunkCut) {
                return null;
            }
            throw new BadInputException(
                    chunkPlace + " (record at " + start + " in the chunk)",
                    "the record runs past the end of its chunk",
                    McapDamage.REMEDY);
        }
        int opcode = records.get(start) & 0xFF;
        int content = start + Opcode.PREFIX_BYTES;
        records.position(content + (int) length);
        return RecordDecoder.decode(chunkPlace, opcode, records.slice(content, (int) length));
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
