package io.sigmaprompt.bridge.mcap;

import io.sigmaprompt.physics.model.BadInputException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * A file opened for reading at any place. Nothing is read but what is asked for: a length that the file claims is held
 * against the file's size before memory is asked for.
 */
final class McapFile implements Closeable {
    /** Footer record and closing magic. */
    private static final int TAIL_BYTES = Opcode.PREFIX_BYTES + 2 * Long.BYTES + Integer.BYTES + 8;

    private final Path file;
    private final FileChannel channel;
    private final long size;

    private McapFile(Path file, FileChannel channel, long size) {
        this.file = file;
        this.channel = channel;
        this.size = size;
    }

    /**
     * Opens a file.
     *
     * @throws BadInputException if there is no such file or it does not begin as MCAP does
     */
    static McapFile open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(
                    file.toString(),
                    Files.exists(file) ? "expected an MCAP file, found a folder" : "there is no such file",
                    "Check the path.");
        }
        McapFile opened;
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            opened = new McapFile(file, channel, channel.size());
        } catch (IOException e) {
            throw McapDamage.unreadable(file.toString(), e);
        }
        try {
            opened.requireMagic();
            return opened;
        } catch (BadInputException e) {
            opened.closeBecauseOf(e);
            throw e;
        }
    }

    /** Closes after a complaint, which must not be hidden by another. */
    void closeBecauseOf(BadInputException complaint) {
        try {
            channel.close();
        } catch (IOException e) {
            complaint.addSuppressed(e);
        }
    }

    private void requireMagic() {
        byte[] magic = Opcode.magic();
        if (size < magic.length || !Arrays.equals(bytes(0, magic.length).array(), magic)) {
            throw new BadInputException(
                    file + ":byte 0",
                    size == 0 ? "the file is empty" : "the file does not begin with MCAP's magic bytes",
                    "Check that this is an MCAP file of version 0.");
        }
    }

    long size() {
        return size;
    }

    String place(long offset) {
        return McapDamage.place(file, offset);
    }

    /** Whether the file ends as a finished one does. */
    boolean isFinished() {
        byte[] magic = Opcode.magic();
        return size >= magic.length + TAIL_BYTES
                && Arrays.equals(bytes(size - magic.length, magic.length).array(), magic)
                && bytes(size - TAIL_BYTES, 1).get(0) == Opcode.FOOTER;
    }

    /** The footer of a file that is finished. */
    McapRecord.Footer footer() {
        return (McapRecord.Footer) record(size - TAIL_BYTES);
    }

    /** Whether bytes from {@code start} to the footer's CRC are those that were written; true where no CRC was taken. */
    boolean summaryIsWhole(McapRecord.Footer footer) {
        long end = size - Opcode.magic().length - Integer.BYTES;
        long start = footer.summaryStart() == 0 ? size - TAIL_BYTES : footer.summaryStart();
        if (footer.summaryCrc() == 0) {
            return true;
        }
        if (start < 0 || start > end || end - start > Integer.MAX_VALUE - 64) {
            return false;
        }
        var crc = new CRC32();
        crc.update(bytes(start, (int) (end - start)).array());
        return crc.getValue() == footer.summaryCrc();
    }

    /**
     * Bytes of a record with its prefix, or -1 where the file ends within it.
     *
     * @param offset of its opcode
     */
    long lengthAt(long offset) {
        if (offset < 0 || size - offset < Opcode.PREFIX_BYTES) {
            return -1;
        }
        long content = bytes(offset + 1, Long.BYTES).getLong(0);
        return content < 0 || content > size - offset - Opcode.PREFIX_BYTES ? -1 : content + Opcode.PREFIX_BYTES;
    }

    int opcodeAt(long offset) {
        return bytes(offset, 1).get(0) & 0xFF;
    }

    /**
     * The record at an offset.
     *
     * @throws BadInputException if there is none that is whole
     */
    McapRecord record(long offset) {
        long length = lengthAt(offset);
        if (length < 0 || length > Integer.MAX_VALUE - 64) {
            throw McapDamage.at(place(offset), "there is no whole record here");
        }
        ByteBuffer bytes = bytes(offset, (int) length);
        return RecordDecoder.decode(
                place(offset),
                bytes.get(0) & 0xFF,
                bytes.slice(Opcode.PREFIX_BYTES, (int) length - Opcode.PREFIX_BYTES));
    }

    /** Bytes of the file, little-endian. */
    ByteBuffer bytes(long offset, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        try {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, offset + bytes.position()) < 0) {
                    throw McapDamage.at(place(offset), "the file became shorter while it was read");
                }
            }
        } catch (IOException e) {
            throw McapDamage.unreadable(place(offset), e);
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
