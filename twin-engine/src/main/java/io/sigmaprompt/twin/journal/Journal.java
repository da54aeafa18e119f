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
import org.jspecify.annotations.Nullable;

/**
 * A journal that was read: of one that was cut off or damaged, all that stands whole before.
 *
 * @param entries the inputs, in the order they entered
 * @param checks the session's hash after each tick that changed it
 * @param snapshots the kernel's state now and then
 * @param ticks how many ticks the session ran, or -1 where its writer died
 * @param traceHash the session's hash, empty where its writer died
 * @param complete whether the session ended well and the journal is whole
 * @param damage where and how the journal is damaged, empty where it is not; one that was only cut off is not damaged
 */
public record Journal(
        List<Entry> entries,
        List<Check> checks,
        List<Snapshot> snapshots,
        long ticks,
        String traceHash,
        boolean complete,
        String damage) {
    /** An input and the tick it entered at. */
    public record Entry(long tick, KernelInput input) {}

    /** The first eight bytes of the session's hash after a tick. */
    public record Check(long tick, long hash) {}

    /** The kernel's state after a tick. */
    public static final class Snapshot {
        private final long tick;
        private final byte[] packed;

        Snapshot(long tick, byte[] packed) {
            this.tick = tick;
            this.packed = packed;
        }

        public long tick() {
            return tick;
        }

        /** The state, as the kernel gave it. */
        public byte[] state() {
            return SegmentUnpacker.alone(packed);
        }

        /** Bytes it takes in the journal. */
        public int packedBytes() {
            return packed.length;
        }
    }

    public Journal {
        entries = List.copyOf(entries);
        checks = List.copyOf(checks);
        snapshots = List.copyOf(snapshots);
    }

    /** The last snapshot at or before a tick, or null. */
    public @Nullable Snapshot snapshotBefore(long tick) {
        Snapshot found = null;
        for (Snapshot each : snapshots) {
            if (each.tick() <= tick) {
                found = each;
            }
        }
        return found;
    }

    /**
     * Reads a journal.
     *
     * @throws BadInputException if the file is not there or is no journal of this version
     */
    public static Journal read(Path file) {
        byte[] bytes = load(file);
        byte[] magic = JournalFormat.MAGIC.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length < magic.length || !Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length)) {
            boolean older = new String(bytes, 0, Math.min(bytes.length, 6), StandardCharsets.US_ASCII).equals("SIGMAJ");
            throw new BadInputException(
                    file.toString(),
                    bytes.length == 0
                            ? "the journal is empty"
                            : older
                                    ? "this journal has another format than " + JournalFormat.MAGIC
                                    : "this is no journal of a session",
                    older
                            ? "Read it with the version of the workbench that wrote it; session.json names it."
                            : "Name a run directory's file 'journal'.");
        }
        try (Reading reading = new Reading(new JournalFrames(bytes, magic.length), bytes)) {
            return reading.read();
        }
    }

    /** Frame after frame, to the end or to the first that is not whole. */
    private static final class Reading implements AutoCloseable {
        private final JournalFrames frames;
        private final byte[] bytes;
        private final SegmentUnpacker unpacker = new SegmentUnpacker();
        private final List<Entry> entries = new ArrayList<>();
        private final List<Check> checks = new ArrayList<>();
        private final List<Snapshot> snapshots = new ArrayList<>();
        private long ticks = -1;
        private String traceHash = "";

        Reading(JournalFrames frames, byte[] bytes) {
            this.frames = frames;
            this.bytes = bytes;
        }

        Journal read() {
            String damage = "";
            try {
                while (ticks < 0 && frames.next()) {
                    frame();
                }
                if (ticks < 0 && frames.damaged()) {
                    damage = at("a frame there is not what was written");
                }
            } catch (CorruptDataException e) {
                damage = at(String.valueOf(e.getMessage()));
            }
            return new Journal(entries, checks, snapshots, ticks, traceHash, ticks >= 0 && damage.isEmpty(), damage);
        }

        private String at(String how) {
            return "byte " + frames.start() + ": " + how;
        }

        private void frame() {
            switch (frames.kind()) {
                case JournalFormat.SEGMENT ->
                    unpacker.unpack(bytes, frames.contentAt(), frames.contentLength(), this::record);
                case JournalFormat.SNAPSHOT -> {
                    CanonicalInput content = frames.content();
                    long tick = content.getLong();
                    int from = frames.contentAt() + Long.BYTES;
                    snapshots.add(new Snapshot(
                            tick, Arrays.copyOfRange(bytes, from, frames.contentAt() + frames.contentLength())));
                    unpacker.restart();
                }
                case JournalFormat.END -> {
                    CanonicalInput content = frames.content();
                    ticks = content.getLong();
                    traceHash = content.getString();
                }
                default -> throw new CorruptDataException("a frame of an unknown kind");
            }
        }

        private void record(CanonicalInput record) {
            switch (record.getByte()) {
                case JournalFormat.INPUT -> entries.add(new Entry(record.getLong(), InputCodec.decode(record)));
                case JournalFormat.CHECK -> checks.add(new Check(record.getLong(), record.getLong()));
                default -> throw new CorruptDataException("a record of an unknown kind");
            }
        }

        @Override
        public void close() {
            unpacker.close();
        }
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
