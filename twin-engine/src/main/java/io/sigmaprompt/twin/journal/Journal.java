package io.sigmaprompt.twin.journal;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CorruptDataException;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.port.OutsideFailureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A journal that was read.
 *
 * @param entries the inputs, in the order they entered
 * @param ticks how many ticks the session ran, or -1 where its writer died
 * @param traceHash the session's hash, empty where its writer died
 * @param complete whether the session ended well
 */
public record Journal(List<Entry> entries, long ticks, String traceHash, boolean complete) {
    /** An input and the tick it entered at. */
    public record Entry(long tick, KernelInput input) {}

    public Journal {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a journal; one that was cut off gives all that stands whole before the cut.
     *
     * @throws BadInputException if the file is not there or is no journal
     */
    public static Journal read(Path file) {
        byte[] bytes = load(file);
        byte[] magic = JournalWriter.MAGIC.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length < magic.length || !Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length)) {
            throw new BadInputException(
                    file.toString(), "this is no journal of a session", "Name a run directory's file 'journal'.");
        }
        List<Entry> entries = new ArrayList<>();
        int position = magic.length;
        CRC32 checksum = new CRC32();
        while (bytes.length - position >= 8) {
            CanonicalInput head = new CanonicalInput(bytes, position, 8);
            int length = head.getInt();
            int expected = head.getInt();
            if (length <= 0 || length > bytes.length - position - 8) {
                break;
            }
            checksum.reset();
            checksum.update(bytes, position + 8, length);
            if ((int) checksum.getValue() != expected) {
                break;
            }
            CanonicalInput record = new CanonicalInput(bytes, position + 8, length);
            position += 8 + length;
            try {
                switch (record.getByte()) {
                    case JournalWriter.INPUT -> entries.add(new Entry(record.getLong(), InputCodec.decode(record)));
                    case JournalWriter.END -> {
                        return new Journal(entries, record.getLong(), record.getString(), true);
                    }
                    default -> throw new CorruptDataException("a record of an unknown kind");
                }
            } catch (CorruptDataException e) {
                throw new BadInputException(
                        file + ": byte " + (position - length),
                        "expected a record of " + JournalWriter.MAGIC + ", found " + e.getMessage(),
                        "Read it with the version of the workbench that wrote it; session.json names it.");
            }
        }
        return new Journal(entries, -1, "", false);
    }

    private static byte[] load(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new BadInputException(
                    file.toString(), "there is no such file", "Name a run directory that holds a journal.");
        } catch (IOException e) {
            throw new OutsideFailureException(
                    file.toString(), "cannot be read: " + e.getMessage(), "Look at its permissions.", e);
        }
    }
}
