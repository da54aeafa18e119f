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
     * @throws BadInputException if the file is not there, is no journal, or is damaged rather than cut off
     */
    public static Journal read(Path file) {
        byte[] bytes = load(file);
        byte[] magic = JournalWriter.MAGIC.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length < magic.length || !Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length)) {
            throw new BadInputException(
                    file.toString(),
                    bytes.length == 0 ? "the journal is empty" : "this is no journal of a session",
                    "Name a run directory's file 'journal'.");
        }
        List<Entry> entries = new ArrayList<>();
        JournalFrames frames = new JournalFrames(bytes, magic.length);
        while (frames.next()) {
            try {
                CanonicalInput record = frames.record();
                switch (record.getByte()) {
                    case JournalWriter.INPUT -> entries.add(new Entry(record.getLong(), InputCodec.decode(record)));
                    case JournalWriter.END -> {
                        return new Journal(entries, record.getLong(), record.getString(), true);
                    }
                    default -> throw new CorruptDataException("a record of an unknown kind");
                }
            } catch (CorruptDataException e) {
                throw new BadInputException(
                        file + ": byte " + frames.start(),
                        "expected a record of " + JournalWriter.MAGIC + ", found " + e.getMessage(),
                        "Read it with the version of the workbench that wrote it; session.json names it.");
            }
        }
        if (frames.damaged()) {
            throw damaged(file, frames.start(), "a record there is not what was written");
        }
        return new Journal(entries, -1, "", false);
    }

    private static BadInputException damaged(Path file, int at, String how) {
        return new BadInputException(
                file.toString(),
                "journal damaged at byte " + at + ": " + how,
                "Copy the run directory again from where it was recorded; what came of the run stands in its"
                        + " result.json.");
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
