package io.sigmaprompt.bridge.mcap;

import io.sigmaprompt.physics.model.BadInputException;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The top-level records of a file in their order, with the CRCs of data section and summary checked on the way. */
final class RecordStream implements Closeable {
    private final Path file;
    private final InputStream in;
    private final CRC32 sectionCrc = new CRC32();
    private long position;
    private boolean ended;
    private @Nullable String truncation;

    RecordStream(Path file) {
        this.file = file;
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(
                    file.toString(),
                    Files.exists(file) ? "expected an MCAP file, found a folder" : "there is no such file",
                    "Check the path.");
        }
        try {
            in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            byte[] magic = in.readNBytes(Opcode.magic().length);
            if (!Arrays.equals(magic, Opcode.magic())) {
                in.close();
                throw new BadInputException(
                        file + ":byte 0",
                        magic.length == 0 ? "the file is empty" : "the file does not begin with MCAP's magic bytes",
                        "Check that this is an MCAP file of version 0.");
            }
            sectionCrc.update(magic);
            position = magic.length;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * The next record, or null after the footer or where the file was cut. A cut chunk is given with the part of its
     * records that is there.
     */
    @Nullable
    McapRecord next() {
        if (ended) {
            return null;
        }
        try {
            long start = position;
            byte[] prefix = in.readNBytes(Opcode.PREFIX_BYTES);
            if (prefix.length < Opcode.PREFIX_BYTES) {
                return cut(start);
            }
            position += prefix.length;
            int opcode = prefix[0] & 0xFF;
            long length = ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getLong(1);
            if (length < 0 || length > Integer.MAX_VALUE - 64) {
                throw new BadInputException(
                        place(start),
                        "a record of opcode 0x%02x claims %s bytes; at most 2 GiB are read"
                                .formatted(opcode, Long.toUnsignedString(length)),
                        McapDamage.REMEDY);
            }
            // readNBytes grows with what it finds: a length beyond the end of the file costs no memory.
            byte[] content = in.readNBytes((int) length);
            position += content.length;
            if (content.length < length) {
                cut(start);
                return opcode == Opcode.CHUNK ? partOfChunk(content) : null;
            }
            return checked(start, opcode, prefix, content);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private McapRecord checked(long start, int opcode, byte[] prefix, byte[] content) throws IOException {
        McapRecord found = RecordDecoder.decode(place(start), opcode, ByteBuffer.wrap(content));
        if (found instanceof McapRecord.DataEnd end) {
            requireCrc(start, "the data section", end.dataSectionCrc());
            sectionCrc.reset();
        }
        if (found instanceof McapRecord.Footer footer) {
            sectionCrc.update(prefix);
            sectionCrc.update(content, 0, 2 * Long.BYTES);
            requireCrc(start, "the summary", footer.summaryCrc());
            ended = true;
            if (!Arrays.equals(in.readNBytes(Opcode.magic().length), Opcode.magic())) {
                truncation = place(position) + ": the closing magic bytes are missing";
            }
            return found;
        }
        if (!(found instanceof McapRecord.DataEnd)) {
            sectionCrc.update(prefix);
            sectionCrc.update(content);
        }
        return found;
    }

    private void requireCrc(long start, String section, long stored) {
        if (stored != 0 && stored != sectionCrc.getValue()) {
            throw new BadInputException(
                    place(start),
                    "the CRC of %s should be %08x and is %08x".formatted(section, stored, sectionCrc.getValue()),
                    McapDamage.CHANGED);
        }
    }

    private @Nullable McapRecord cut(long start) {
        ended = true;
        truncation = place(start) + ": the file ends within a record or before its footer; what stands before was read";
        return null;
    }

    /** Of a cut chunk whatever is there, so that the whole messages in it can still be read. */
    private static @Nullable McapRecord partOfChunk(byte[] content) {
        ByteBuffer fields = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int beforeCompression = 3 * Long.BYTES + Integer.BYTES;
        if (content.length < beforeCompression + Integer.BYTES
                || fields.getInt(beforeCompression) != 0
                || content.length < beforeCompression + Integer.BYTES + Long.BYTES) {
            return null;
        }
        int records = beforeCompression + Integer.BYTES + Long.BYTES;
        return new McapRecord.Chunk(
                fields.getLong(0),
                fields.getLong(8),
                fields.getLong(16),
                0,
                "",
                Arrays.copyOfRange(content, records, content.length));
    }

    /** Where the file was cut, or null if it was not, as far as it has been read. */
    @Nullable
    String truncation() {
        return truncation;
    }

    long position() {
        return position;
    }

    String place(long offset) {
        return McapDamage.place(file, offset);
    }

    private BadInputException unreadable(IOException e) {
        return McapDamage.unreadable(place(position), e);
    }

    /** Closes after a complaint, which must not be hidden by another. */
    void closeQuietly() {
        try {
            in.close();
        } catch (IOException e) {
            truncation = place(position) + ": the file could not be closed";
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
