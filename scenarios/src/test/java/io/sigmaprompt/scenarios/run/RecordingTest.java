package io.sigmaprompt.scenarios.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.journal.Journal;
import io.sigmaprompt.twin.journal.JournalWriter;
import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.twin.port.TraceSink;
import io.sigmaprompt.twin.port.TraceSinkProvider;
import io.sigmaprompt.twin.record.ModeRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

class RecordingTest {
    private static final KernelInput STOP = new KernelInput.OperatorStop("arm", true, "tester");
    private static final OutputRecord SAID = new ModeRecord("arm", 1_000_000, TwinMode.MIRROR, "tester");

    @TempDir
    private Path folder;

    private final SteppedClock clock = new SteppedClock(70_000);
    private final FullTrace trace = new FullTrace();

    private RunDirectory directory() {
        return RunDirectory.create("a", folder.resolve("a"));
    }

    private Recording recording(RunDirectory directory) {
        return new Recording(
                directory,
                new JournalWriter(directory.resolve(RunDirectory.JOURNAL)),
                List.of(trace),
                Instant.EPOCH,
                clock);
    }

    @Test
    void aTraceThatFailsDoesNotBreakTheTickNorKeepTheJournalFromItsEnd() {
        RunDirectory directory = directory();
        try (Recording recording = recording(directory)) {
            recording.input(1, STOP);
            assertDoesNotThrow(() -> recording.output(SAID));
            recording.output(SAID);
            assertEquals(1, trace.records, "a trace that failed is left alone");
            assertSame(FullTrace.FULL, assertThrows(OutsideFailureException.class, recording::flushWhenDue));
            recording.finish(10, "abc");
        }
        Journal journal = Journal.read(directory.resolve(RunDirectory.JOURNAL));
        assertTrue(journal.complete());
        assertEquals(1, journal.entries().size());
        assertTrue(trace.closed);
    }

    @Test
    void aFailureInTheLastTickIsToldAtTheEnd() {
        RunDirectory directory = directory();
        try (Recording recording = recording(directory)) {
            recording.output(SAID);
            assertThrows(OutsideFailureException.class, () -> recording.finish(10, "abc"));
        }
        assertTrue(Journal.read(directory.resolve(RunDirectory.JOURNAL)).complete());
    }

    @Test
    void theJournalIsOutOfTheProcessAfterEachCycle() {
        RunDirectory directory = directory();
        try (Recording recording = recording(directory)) {
            recording.input(1, STOP);
            recording.flushWhenDue();
            assertEquals(
                    1,
                    Journal.read(directory.resolve(RunDirectory.JOURNAL))
                            .entries()
                            .size());
        }
    }

    @Test
    void theReserveLeavesNoFile() throws IOException {
        RunDirectory directory = directory();
        recording(directory).close();
        try (Stream<Path> files = Files.list(directory.path())) {
            assertEquals(
                    List.of("journal"),
                    files.map(file -> String.valueOf(file.getFileName())).toList());
        }
    }

    @Test
    void onlyFilesThatAreThereAndHoldSomethingAreNamed() throws IOException {
        RunDirectory directory = directory();
        Files.createFile(directory.resolve("junit.xml"));
        Files.writeString(directory.resolve("result.json.part"), "{");
        Files.writeString(directory.resolve("trace.mcap"), "x");
        assertEquals(List.of("trace.mcap"), directory.files());
    }

    @Test
    void aJsonFileThatCannotBeWrittenLeavesNoPart() throws IOException {
        RunDirectory directory = directory();
        Files.createDirectories(directory.resolve("result.json").resolve("occupied"));
        assertThrows(
                OutsideFailureException.class,
                () -> directory.write(RunDirectory.RESULT, JsonNodeFactory.instance.objectNode()));
        assertFalse(Files.exists(directory.resolve("result.json.part")));
    }

    @Test
    void aBrokenSessionFileIsSaidWithItsPlace() throws IOException {
        Files.writeString(folder.resolve("session.json"), "{\n  \"name\": oops\n}");
        BadInputException thrown =
                assertThrows(BadInputException.class, () -> RunDirectory.read(folder, RunDirectory.SESSION));
        assertTrue(thrown.place().startsWith(folder.resolve("session.json") + ":2:"), thrown.place());
        Files.writeString(folder.resolve("session.json"), "");
        assertThrows(BadInputException.class, () -> RunDirectory.read(folder, RunDirectory.SESSION));
    }

    /** A trace on a disk without room. */
    private static final class FullTrace implements TraceSinkProvider, TraceSink {
        private static final OutsideFailureException FULL =
                new OutsideFailureException("trace", "No space left on device", "Make room.");

        private int records;
        private boolean closed;

        @Override
        public String extension() {
            return ".full";
        }

        @Override
        public TraceSink open(Path file, long epochNanos) {
            return this;
        }

        @Override
        public void record(OutputRecord output) {
            records++;
            throw FULL;
        }

        @Override
        public void flush() {
            throw FULL;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
