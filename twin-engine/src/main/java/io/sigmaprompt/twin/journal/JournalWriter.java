package io.sigmaprompt.twin.journal;

import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.port.OutsideFailureException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * Writes the inputs of a session as they enter. Every record stands by itself with its length and checksum, so that a
 * journal cut off anywhere can be read up to the cut. Belongs to the runner's thread.
 */
public final class JournalWriter implements AutoCloseable {
    /** First bytes of a journal: its name and the version of its format. */
    static final String MAGIC = "SIGMAJ01";

    static final int INPUT = 1;
    static final int END = 2;

    private final Path file;
    private final OutputStream stream;
    private final CanonicalOutput record = new CanonicalOutput();
    private final CanonicalOutput frame = new CanonicalOutput();
    private final CRC32 checksum = new CRC32();

    /**
     * Creates the file.
     *
     * @throws OutsideFailureException if it cannot be written
     */
    public JournalWriter(Path file) {
        this.file = file;
        try {
            stream = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
            stream.write(MAGIC.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Notes that {@code input} enters at {@code tick}. */
    public void append(long tick, KernelInput input) {
        record.clear();
        record.putByte(INPUT);
        record.putLong(tick);
        InputCodec.encode(input, record);
        write();
    }

    /** Notes that the session ended well after {@code ticks} ticks. */
    public void finish(long ticks, String traceHash) {
        record.clear();
        record.putByte(END);
        record.putLong(ticks);
        record.putString(traceHash);
        write();
        flush();
    }

    private void write() {
        checksum.reset();
        checksum.update(record.array(), 0, record.size());
        frame.clear();
        frame.putInt(record.size());
        frame.putInt((int) checksum.getValue());
        try {
            stream.write(frame.array(), 0, frame.size());
            stream.write(record.array(), 0, record.size());
        } catch (IOException e) {
            throw failure(e);
        }
    }

    public void flush() {
        try {
            stream.flush();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private OutsideFailureException failure(IOException e) {
        return new OutsideFailureException(
                file.toString(), "the journal cannot be written: " + e.getMessage(), "Look at the disk.", e);
    }
}
