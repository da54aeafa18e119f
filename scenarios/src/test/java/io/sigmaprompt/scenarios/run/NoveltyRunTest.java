package io.sigmaprompt.scenarios.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.TestArm;
import io.sigmaprompt.scenarios.language.ScenarioReader;
import io.sigmaprompt.scenarios.replay.JournalReplay;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.Tick;
import io.sigmaprompt.twin.journal.Journal;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.NoticeRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A model outside is asked while a session runs. */
@Timeout(60)
class NoveltyRunTest {
    private static final String SIMULATED = """
            scenario: simulated
            duration: 2 s
            robots:
              - {name: arm, model: arm.urdf, analysis: {novelty: test-novelty, novelty-latency: 30 ms}}
            """;

    private static final String LIVE = """
            scenario: live
            duration: 3 s
            robots:
              - {name: arm, model: arm.urdf, hardware: 'test://arm', analysis: {novelty: test-novelty}}
            """;

    private final List<OutputRecord> said = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void prepare() throws IOException {
        TestArm.writeTo(folder);
        TestNovelty.reset();
    }

    @AfterEach
    void letGo() {
        TestNovelty.reset();
    }

    private RunResult run(String text, double speed, String directory) {
        RunListener listener = new RunListener() {
            @Override
            public void output(OutputRecord output) {
                said.add(output);
            }
        };
        RunOptions options = new RunOptions(speed, false, folder.resolve(directory), true);
        return new ScenarioRun(
                        ScenarioReader.parse(folder.resolve("s.yaml"), text),
                        options,
                        List.of(listener),
                        new SteppedClock(70_000))
                .run();
    }

    private JsonNode tally(String directory) {
        return RunDirectory.read(folder.resolve(directory), "result.json").at("/robots/arm/novelty");
    }

    private List<FindingRecord> novelties() {
        return said.stream()
                .filter(FindingRecord.class::isInstance)
                .map(FindingRecord.class::cast)
                .filter(finding -> finding.kind() == FindingRecord.Kind.NOVELTY)
                .toList();
    }

    @Test
    void anAnswerEntersTheDeclaredTimeAfterItsQuestionAtEveryPace() {
        RunResult result = run(SIMULATED, 0, "a");
        assertEquals("test-novelty", novelties().getFirst().evidence().detector());
        assertEquals(
                result.traceHash(),
                run(SIMULATED, 1, "b").traceHash(),
                "what the run says depends on no machine's pace");
        int scores = 0;
        for (Journal.Entry entry : Journal.read(folder.resolve("a/journal")).entries()) {
            if (entry.input() instanceof KernelInput.NoveltyScore score) {
                scores++;
                assertEquals(score.askedNanos() + 30_000_000, entry.tick() * Tick.NANOS);
            }
        }
        assertEquals(scores, tally("a").path("answered").asInt());
        assertEquals(40, tally("a").path("asked").asInt(), 1);
        assertEquals(0, tally("a").path("lost").asInt());
        assertEquals(
                "exact from its journal: from outside came the novelty of 'arm' from test-novelty", result.exactness());
    }

    @Test
    void aReplayAsksNobody() {
        RunResult result = run(SIMULATED, 0, "a");
        assertEquals(1, TestNovelty.OPENED.get());
        JournalReplay.Comparison replay = JournalReplay.replay(folder.resolve("a"));
        assertTrue(replay.same());
        assertEquals(result.traceHash(), replay.replayed());
        assertEquals(1, TestNovelty.OPENED.get());
    }

    @Test
    void nobodyIsAskedUnlessTheScenarioSaysSo() {
        RunResult result = run(SIMULATED.replace("novelty: test-novelty, ", ""), 0, "a");
        assertEquals(0, TestNovelty.OPENED.get());
        assertTrue(result.exactness().startsWith("exact from the scenario alone"), result.exactness());
    }

    @Test
    void aLiveRobotIsNotKeptWaitingAndWhatIsLeftOutIsTold() {
        TestNovelty.LET.drainPermits();
        RunResult result = run(LIVE, 1, "a");
        assertEquals(3, result.simSeconds(), "the session went on though no answer came");
        int asked = tally("a").path("asked").asInt();
        int lost = tally("a").path("lost").asInt();
        assertTrue(asked > 50, "asked " + asked);
        // Sixteen wait; one is being answered if its thread had its turn before the queue was full.
        assertEquals(asked - 16.5, lost, 0.5);
        assertEquals(0, tally("a").path("answered").asInt());
        List<String> notices = said.stream()
                .filter(NoticeRecord.class::isInstance)
                .map(record -> ((NoticeRecord) record).text())
                .filter(text -> text.contains("'novelty questions'"))
                .toList();
        assertEquals(3, notices.size(), "at once, then once a second: " + notices);
        assertTrue(
                result.warnings().stream()
                        .anyMatch(warning -> warning.startsWith(
                                lost + " of " + asked + " questions about the novelty of robot 'arm' were left out")),
                () -> "told: " + result.warnings());
    }

    @Test
    void aModelThatIsNotThereIsRefusedBeforeAnythingIsWritten() {
        BadInputException refusal = assertThrows(
                BadInputException.class, () -> run(SIMULATED.replace("test-novelty", "test-novelti"), 0, "a"));
        assertTrue(refusal.place().endsWith("s.yaml: robot 'arm', analysis, novelty"), refusal.place());
        assertEquals("Did you mean 'test-novelty'?", refusal.remedy());
        assertFalse(Files.exists(folder.resolve("a")));
    }
}
