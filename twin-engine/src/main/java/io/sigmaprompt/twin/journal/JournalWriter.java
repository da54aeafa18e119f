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
 * Writes the inputs of a session as they enter, with the session's hash after each tick that said something, and now and
 * then the kernel's state. Each frame stands by itself with its length and checksum, so that a journal cut off anywhere
 * can be read up to the cut. What could not be written waits, and goes out first at the next try: no frame, and least of
 * all the end, ever follows one that is missing. Belongs to the runner's thread.
 */
public final class JournalWriter implements AutoCloseable {
    private static final int WAITING_BYTES = 1 << 16;

    private final Path file;
    private final WritableByteChannel channel;
    private final SegmentPacker segment = new SegmentPacker();
    private final CanonicalOutput record = new CanonicalOutput();
    private final CanonicalOutput frame = new CanonicalOutput();
    private final CanonicalOutput head = new CanonicalOutput();
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
        waiting.put(JournalFormat.MAGIC.getBytes(StandardCharsets.US_ASCII));
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
        record.putByte(JournalFormat.INPUT);
        record.putLong(tick);
        InputCodec.encode(input, record);
        segment.put(record);
        if (segment.size() >= WAITING_BYTES) {
            flush();
        }
    }

    /** Notes the session's hash after {@code tick}: its first eight bytes. */
    public void check(long tick, long hash) {
        record.clear();
        record.putByte(JournalFormat.CHECK);
        record.putLong(tick);
        record.putLong(hash);
        segment.put(record);
    }

    /** Notes the kernel's state after {@code tick}: a replay can begin here. */
    public void snapshot(long tick, byte[] state) {
        endSegment();
        segment.restart();
        frame.clear();
        frame.putByte(JournalFormat.SNAPSHOT);
        frame.putLong(tick);
        byte[] packed = SegmentPacker.alone(state);
        frame.putRaw(packed, 0, packed.length);
        putFrame();
    }

    /**
     * Notes that the session ended.
     *
     * @throws OutsideFailureException if this or an input before it cannot be written; then the journal has no end
     */
    public void finish(long ticks, String traceHash) {
        endSegment();
        frame.clear();
        frame.putByte(JournalFormat.END);
        frame.putLong(ticks);
        frame.putString(traceHash);
        putFrame();
        flush();
    }

    private void endSegment() {
        if (!segment.isEmpty()) {
            frame.clear();
            frame.putByte(JournalFormat.SEGMENT);
            segment.take(frame);
            putFrame();
        }
    }

    private void putFrame() {
        checksum.reset();
        checksum.update(frame.array(), 0, frame.size());
        head.clear();
        head.putInt(frame.size());
        head.putInt((int) checksum.getValue());
        int more = head.size() + frame.size();
        if (waiting.remaining() < more) {
            waiting = ByteBuffer.allocate(2 * (waiting.position() + more)).put(waiting.flip());
        }
        waiting.put(head.array(), 0, head.size());
        waiting.put(frame.array(), 0, frame.size());
    }

    /**
     * Hands all that waits to the operating system.
     *
     * @throws OutsideFailureException if it does not take all; the rest waits for the next call
     */
    public void flush() {
        endSegment();
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
        try (channel;
                segment) {
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
