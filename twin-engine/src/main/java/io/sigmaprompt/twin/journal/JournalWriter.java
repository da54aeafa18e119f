package io.sigmaprompt.twin.journal;

import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.port.OutsideFailureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/**
 * Writes the inputs of a session as they enter. Every record stands by itself with its length and checksum, so that a
 * journal cut off anywhere can be read up to the cut. What could not be written waits, and goes out first at the next
 * try: no record, and least of all the end, ever follows one that is missing. Belongs to the runner's thread.
 */
public final class JournalWriter implements AutoCloseable {
    /** First bytes of a journal: its name and the version of its format. */
    static final String MAGIC = "SIGMAJ01";

    static final int INPUT = 1;
    static final int END = 2;
    private static final int WAITING_BYTES = 1 << 16;

    private final Path file;
    private final WritableByteChannel channel;
    private final CanonicalOutput record = new CanonicalOutput();
    private final CanonicalOutput frame = new CanonicalOutput();
    private final CRC32 checksum = new CRC32();
    /** Filled up to its position; always in the state for putting. */
    private ByteBuffer waiting = ByteBuffer.allocate(2 * WAITING_BYTES);

    /**
     * Creates the file.
     *
     * @throws OutsideFailureException if it cannot be written
     */
    public JournalWriter(Path file) {
        this(file, created(file));
        flush();
    }

    JournalWriter(Path file, WritableByteChannel channel) {
        this.file = file;
        this.channel = channel;
        waiting.put(MAGIC.getBytes(StandardCharsets.US_ASCII));
    }

    private static WritableByteChannel created(Path file) {
        try {
            return FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** Notes that {@code input} enters at {@code tick}. */
    public void append(long tick, KernelInput input) {
        record.clear();
        record.putByte(INPUT);
        record.putLong(tick);
        InputCodec.encode(input, record);
        put();
        if (waiting.position() >= WAITING_BYTES) {
            flush();
        }
    }

    /**
     * Notes that the session ended well after {@code ticks} ticks.
     *
     * @throws OutsideFailureException if this or an input before it cannot be written; then the journal has no end
     */
    public void finish(long ticks, String traceHash) {
        record.clear();
        record.putByte(END);
        record.putLong(ticks);
        record.putString(traceHash);
        put();
        flush();
    }

    private void put() {
        checksum.reset();
        checksum.update(record.array(), 0, record.size());
        frame.clear();
        frame.putInt(record.size());
        frame.putInt((int) checksum.getValue());
        int more = frame.size() + record.size();
        if (waiting.remaining() < more) {
            waiting = ByteBuffer.allocate(2 * (waiting.position() + more)).put(waiting.flip());
        }
        waiting.put(frame.array(), 0, frame.size());
        waiting.put(record.array(), 0, record.size());
    }

    /**
     * Hands all that waits to the operating system.
     *
     * @throws OutsideFailureException if it does not take all; the rest waits for the next call
     */
    public void flush() {
        waiting.flip();
        try {
            while (waiting.hasRemaining()) {
                channel.write(waiting);
            }
        } catch (IOException e) {
            throw failure(file, e);
        } finally {
            waiting.compact();
        }
    }

    @Override
    public void close() {
        // What waits here has failed before, or the session died: a late flush is a last try.
        try (channel) {
            if (channel.isOpen()) {
                flush();
            }
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static OutsideFailureException failure(Path file, IOException e) {
        return new OutsideFailureException(
                file.toString(), "the journal cannot be written: " + e.getMessage(), "Look at the disk.", e);
    }
}
