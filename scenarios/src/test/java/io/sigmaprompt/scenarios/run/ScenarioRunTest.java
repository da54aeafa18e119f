package io.sigmaprompt.scenarios.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.ModelHash;
import io.sigmaprompt.scenarios.TestArm;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.language.ScenarioReader;
import io.sigmaprompt.scenarios.replay.JournalReplay;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.journal.Journal;
import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.twin.record.ModeRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class ScenarioRunTest {
    private static final String MOVING = """
            scenario: moving
            seed: 3
            duration: 600 ms
            robots:
              - name: arm
                model: arm.urdf
                sensors: {position-noise: 0.0001 rad, velocity-noise: 0.001 rad/s, effort-noise: 0.1 %}
                paths:
                  nod: {joints: [elbow_joint], waypoints: [[0 deg], [30 deg]], leg: 0.4 s, cyclic: true}
                minds:
                  - {task: nod, priority: 1, follow: nod}
            expect:
              - signal: robot.position.elbow_joint
                above: 20 deg
            """;

    private static final String WIRED = """
            scenario: wired
            duration: 600 ms
            robots:
              - name: arm
                model: arm.urdf
                hardware: test://arm
                hardware-options: OPTIONS
            timeline:
              - {at: 100 ms, fault: {kind: friction, joint: elbow_joint, factor: 2}}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeRobot() throws IOException {
        TestArm.writeTo(folder);
        TestHardware.FAULTS.clear();
        TestHardware.SENT.clear();
    }

    private Scenario scenario(String text) {
        return ScenarioReader.parse(folder.resolve("s.yaml"), text);
    }

    private RunOptions options(double speed, String directory) {
        return new RunOptions(speed, false, folder.resolve(directory), true);
    }

    private ScenarioRun run(String text, double speed, String directory, RunListener... listeners) {
        return new ScenarioRun(scenario(text), options(speed, directory), List.of(listeners), new SteppedClock(70_000));
    }

    private JsonNode json(String directory, String file) {
        return RunDirectory.read(folder.resolve(directory), file);
    }

    @Test
    void aRunStartsFromWhatAnotherHasLearntAndReplaysWithoutItsFile() throws IOException {
        run(MOVING, 0, "a").run();
        RunResult second = run(MOVING + "timeline:\n  - {at: 0, normal: a/normal-arm.bin}\n", 0, "b")
                .run();
        Files.delete(folder.resolve("a/normal-arm.bin"));
        JournalReplay.Comparison replay = JournalReplay.replay(folder.resolve("b"));
        assertTrue(replay.same());
        assertEquals(second.traceHash(), replay.replayed());
        assertFalse(json("a", "result.json").path("traceHash").asString().equals(second.traceHash()));
    }

    @Test
    void aRunToTheEndPassesAndLeavesEverythingInItsDirectory() {
        RunResult result = run(MOVING, 0, "a").run();
        assertEquals(Verdict.PASSED, result.verdict(), result.reason());
        assertEquals("the one expectation held", result.reason());
        assertEquals(0.6, result.simSeconds());
        assertEquals(
                List.of("health-arm.json", "journal", "normal-arm.bin", "result.json", "session.json", "trace.lines"),
                result.artefacts());
        assertEquals(
                "arm",
                HealthFile.read(folder.resolve("a"), "health-arm.json").health().robot());
        assertEquals("PASSED", json("a", "result.json").path("verdict").asString());
        assertEquals(
                result.traceHash(), json("a", "result.json").path("traceHash").asString());
        assertEquals(3, json("a", "session.json").path("seed").asInt());
        assertTrue(result.exactness().contains("seed 3"), result.exactness());
    }

    @Test
    void theSameScenarioSaysTheSameBitsAtEveryPace() {
        assertEquals(
                run(MOVING, 0, "a").run().traceHash(), run(MOVING, 1, "b").run().traceHash());
    }

    @Test
    void anotherSeedSaysOtherBits() {
        assertNotEquals(
                run(MOVING, 0, "a").run().traceHash(),
                run(MOVING.replace("seed: 3", "seed: 4"), 0, "b").run().traceHash());
    }

    @Test
    void realTimeTakesAsLongAsTheSessionAndDoesNotDriftThoughEverySleepIsTooLong() {
        RunResult result = run(MOVING, 1, "a").run();
        assertEquals(0.6, result.wallSeconds(), 0.0005);
    }

    @Test
    void doubleSpeedTakesHalfTheTime() {
        assertEquals(0.3, run(MOVING, 2, "a").run().wallSeconds(), 0.0005);
    }

    @Test
    void asFastAsItCanNeverWaits() {
        assertEquals(0, run(MOVING, 0, "a").run().wallSeconds());
    }

    @Test
    void anExpectationThatDoesNotHoldFailsTheRunWithItsReason() {
        RunResult result = run(MOVING.replace("20 deg", "80 deg"), 0, "a").run();
        assertEquals(Verdict.FAILED, result.verdict());
        assertTrue(
                result.reason().startsWith("1 of 1 expectation did not hold, first: arm: robot.position.elbow_joint"),
                result.reason());
        assertFalse(result.expectations().getFirst().passed());
    }

    @Test
    void replayingTheJournalGivesTheSameHash() {
        RunResult result = run(MOVING, 0, "a").run();
        JournalReplay.Comparison comparison = JournalReplay.replay(folder.resolve("a"));
        assertTrue(comparison.same());
        assertEquals(result.traceHash(), comparison.replayed());
    }

    @Test
    void aRunRecordsWhichKernelAndWhichModelEachRobotRanOn() {
        run(MOVING, 0, "a").run();
        String hash = ModelHash.of(
                scenario(MOVING).session().twins().getFirst().body().model());
        for (JsonNode robot : List.of(
                json("a", "session.json").path("robots").path(0),
                json("a", "result.json").path("robots").path("arm"))) {
            assertEquals("compiled", robot.path("kernel").asString());
            assertEquals(hash, robot.path("modelHash").asString());
        }
        assertEquals(List.of(), JournalReplay.replay(folder.resolve("a")).differences());
    }

    @Test
    void aReplayByAnotherKernelSaysSo() {
        RunResult generic;
        System.setProperty(CompiledDynamics.SWITCH, "generic");
        try {
            generic = run(MOVING, 0, "a").run();
        } finally {
            System.clearProperty(CompiledDynamics.SWITCH);
        }
        assertEquals("generic", generic.dynamics().getFirst().kernel());
        JournalReplay.Comparison comparison = JournalReplay.replay(folder.resolve("a"));
        assertFalse(comparison.same());
        assertEquals(1, comparison.differences().size());
        assertTrue(
                comparison
                        .differences()
                        .getFirst()
                        .startsWith("the dynamics of 'arm' came from the generic kernel, and come from the compiled"),
                comparison.differences().getFirst());
    }

    @Test
    void aRunDirectoryReplaysWithoutTheScenarioAndItsModel() throws IOException {
        RunResult result = run(WIRED.replace("OPTIONS", "{}"), 0, "a").run();
        Files.delete(folder.resolve("arm.urdf"));
        assertEquals(
                result.traceHash(), JournalReplay.replay(folder.resolve("a")).replayed());
    }

    @Test
    void aJournalThatWasCutOffReplaysUpToTheCut() throws IOException {
        run(WIRED.replace("OPTIONS", "{}"), 0, "a").run();
        Path journal = folder.resolve("a").resolve("journal");
        byte[] bytes = Files.readAllBytes(journal);
        Files.write(journal, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        JournalReplay.Comparison whole = JournalReplay.replay(folder.resolve("a"));
        assertEquals(json("a", "result.json").path("traceHash").asString(), whole.recorded());
        assertFalse(whole.same());
        Files.delete(folder.resolve("a").resolve("result.json"));
        JournalReplay.Comparison comparison = JournalReplay.replay(folder.resolve("a"));
        assertEquals(whole.replayed(), comparison.replayed());
        assertEquals("", comparison.recorded());
        assertFalse(comparison.complete());
        assertTrue(comparison.ticks() > 100 && comparison.ticks() < 600, "ticks " + comparison.ticks());
    }

    @Test
    void aJournalThatLacksOnlyItsEndIsComparedWithTheResult() throws IOException {
        RunResult result = run(WIRED.replace("OPTIONS", "{}"), 0, "a").run();
        Path journal = folder.resolve("a").resolve("journal");
        byte[] bytes = Files.readAllBytes(journal);
        Files.write(journal, java.util.Arrays.copyOf(bytes, bytes.length - 5));
        JournalReplay.Comparison comparison = JournalReplay.replay(folder.resolve("a"));
        assertTrue(comparison.same());
        assertEquals(600, comparison.ticks());
        assertEquals(result.traceHash(), comparison.recorded());
    }

    @Test
    void whatSomebodySubmitsIsJournaledAndReplayed() {
        List<OutputRecord> modes = new ArrayList<>();
        ScenarioRun[] run = new ScenarioRun[1];
        run[0] = run(MOVING, 0, "a", new RunListener() {
            @Override
            public void advanced(long simNanos) {
                if (simNanos == 200_000_000) {
                    run[0].submit(new KernelInput.OperatorStop("arm", true, "tester"));
                    run[0].submit(new KernelInput.ModeRequest("arm", TwinMode.MIRROR, "tester"));
                }
            }

            @Override
            public void output(OutputRecord output) {
                if (output instanceof ModeRecord) {
                    modes.add(output);
                }
            }
        });
        RunResult result = run[0].run();
        List<Journal.Entry> entries =
                Journal.read(folder.resolve("a").resolve("journal")).entries();
        assertEquals(2, entries.size());
        assertEquals(201, entries.getFirst().tick());
        assertEquals(2, modes.size());
        assertTrue(JournalReplay.replay(folder.resolve("a")).same());
        assertTrue(result.exactness().startsWith("exact from its journal"), result.exactness());
    }

    @Test
    void moreInputsThanTheQueueHoldsAreToldToTheSession() {
        ScenarioRun run = run(MOVING, 0, "a");
        for (int i = 0; i < RunControl.QUEUE + 5; i++) {
            run.submit(new KernelInput.OperatorStop("arm", true, "tester"));
        }
        run.run();
        List<Journal.Entry> entries =
                Journal.read(folder.resolve("a").resolve("journal")).entries();
        assertEquals(
                new KernelInput.QueueOverflow("arm", "operator", 5),
                entries.getLast().input());
    }

    @Test
    void aStopInterruptsTheRunAndKeepsAWholeJournal() {
        ScenarioRun[] run = new ScenarioRun[1];
        run[0] = run(MOVING, 0, "a", new RunListener() {
            @Override
            public void advanced(long simNanos) {
                if (simNanos == 100_000_000) {
                    run[0].stop("enough");
                }
            }
        });
        RunResult result = run[0].run();
        assertEquals(Verdict.INTERRUPTED, result.verdict());
        assertEquals("stopped at 0.10 s: enough", result.reason());
        assertTrue(JournalReplay.replay(folder.resolve("a")).same());
    }

    @Test
    void aPausedRunStepsCycleByCycleAndThenGoesOn() throws Exception {
        LinkedBlockingQueue<Long> cycles = new LinkedBlockingQueue<>();
        ScenarioRun run = run(MOVING, 1, "a", new RunListener() {
            @Override
            public void advanced(long simNanos) {
                cycles.add(simNanos);
            }
        });
        run.pause();
        CompletableFuture<RunResult> result = CompletableFuture.supplyAsync(run::run);
        run.step(2);
        assertEquals(10_000_000L, cycles.poll(20, TimeUnit.SECONDS));
        assertEquals(20_000_000L, cycles.poll(20, TimeUnit.SECONDS));
        assertTrue(run.paused());
        assertTrue(cycles.isEmpty());
        run.step(1);
        assertEquals(30_000_000L, cycles.poll(20, TimeUnit.SECONDS));
        run.resume();
        assertEquals(0.6, result.get(30, TimeUnit.SECONDS).simSeconds());
    }

    @Test
    void aPausedRunCanBeStopped() throws Exception {
        ScenarioRun run = run(MOVING, 0, "a");
        run.pause();
        CompletableFuture<RunResult> result = CompletableFuture.supplyAsync(run::run);
        run.stop("changed my mind");
        assertEquals(Verdict.INTERRUPTED, result.get(30, TimeUnit.SECONDS).verdict());
    }

    @Test
    void aLiveWireMakesTheRunFollowRealTimeWhateverSpeedIsWanted() {
        ScenarioRun run = run(WIRED.replace("OPTIONS", "{}"), 0, "a");
        RunResult result = run.run();
        assertEquals(0.6, result.wallSeconds(), 0.0005);
        run.setSpeed(5);
        assertEquals(1, run.speed());
        assertTrue(result.exactness().contains("'arm' from test://arm"), result.exactness());
    }

    @Test
    void aFaultIsGivenToTheRobotBehindTheWire() {
        run(WIRED.replace("OPTIONS", "{}"), 0, "a").run();
        assertEquals(1, TestHardware.FAULTS.size());
        assertEquals("elbow_joint", TestHardware.FAULTS.getFirst().joint());
    }

    @Test
    void aWireThatFailsBreaksTheRunAndKeepsWhatWasRecorded() {
        List<RunResult> told = new ArrayList<>();
        ScenarioRun run = run(WIRED.replace("OPTIONS", "{break: 0.3}"), 0, "a", new RunListener() {
            @Override
            public void finished(RunResult result) {
                told.add(result);
            }
        });
        OutsideFailureException e = assertThrows(OutsideFailureException.class, run::run);
        assertEquals("test://arm: the cable was cut. Mend it.", e.getMessage());
        assertEquals(Verdict.BROKEN, told.getFirst().verdict());
        assertEquals("BROKEN", json("a", "result.json").path("verdict").asString());
        assertTrue(JournalReplay.replay(folder.resolve("a")).same());
    }

    @Test
    void aWireThatIsGivenUpBreaksTheRun() {
        ScenarioRun run = run(WIRED.replace("OPTIONS", "{gone: 0.2}"), 0, "a");
        OutsideFailureException e = assertThrows(OutsideFailureException.class, run::run);
        assertTrue(String.valueOf(e.getMessage()).contains("the wire to robot 'arm' was given up"), e.getMessage());
    }

    @Test
    void anAddressThatNobodyServesIsRefused() {
        ScenarioRun run = run(WIRED.replace("OPTIONS", "{}").replace("test://", "tset://"), 0, "a");
        BadInputException e = assertThrows(BadInputException.class, run::run);
        assertEquals("no hardware interface serves this address", e.problem());
        assertEquals("Did you mean 'test://arm'?", e.remedy());
    }

    @Test
    void aRecordingEndsTheRunOneHorizonAfterItsLastFrame() throws IOException {
        Files.writeString(folder.resolve("log.testlog"), "");
        Scenario replay = ScenarioReader.forReplay(
                folder.resolve("log.testlog"),
                folder.resolve("arm.urdf"),
                java.util.Map.of("seconds", "0.4"),
                List.of());
        RunResult result = new ScenarioRun(replay, options(0, "a"), List.of(), new SteppedClock(0)).run();
        assertEquals(0.5, result.simSeconds());
        assertEquals(
                50, json("a", "result.json").at("/robots/arm/wire/received").asInt());
        assertEquals(0, result.wallSeconds());
    }

    @Test
    void aDirectoryThatHoldsASessionIsNotOverwritten() {
        run(MOVING, 0, "a").run();
        ScenarioRun second = run(MOVING, 0, "a");
        BadInputException e = assertThrows(BadInputException.class, second::run);
        assertEquals("this folder holds a session already", e.problem());
    }

    @Test
    void aDirectoryWithSomebodysFilesIsNotWrittenInto() throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a/mine.yaml"), "scenario: mine");
        ScenarioRun run = run(MOVING, 0, "a");
        BadInputException e = assertThrows(BadInputException.class, run::run);
        assertEquals("expected an empty folder, found files in it", e.problem());
        assertEquals(List.of("mine.yaml"), List.of(folder.resolve("a").toFile().list()));
    }

    @Test
    void theSessionIsTimedFromItsFirstTickAndItsStartUpApart() {
        SteppedClock clock = new SteppedClock(0);
        RunListener slowStart = new RunListener() {
            @Override
            public void started(Scenario scenario, Path runDirectory) {
                clock.sleep(3_000_000_000L);
            }
        };
        RunResult result = new ScenarioRun(scenario(MOVING), options(1, "a"), List.of(slowStart), clock).run();
        assertEquals(0.6, result.wallSeconds(), 1e-9);
        assertEquals(3, result.startSeconds(), 1e-9);
    }

    @Test
    void aCutRunsResultSaysWhatWasNotReached() {
        ScenarioRun[] run = new ScenarioRun[1];
        run[0] = run(MOVING, 0, "a", new RunListener() {
            @Override
            public void advanced(long simNanos) {
                if (simNanos == 50_000_000) {
                    run[0].stop("enough");
                }
            }
        });
        run[0].run();
        JsonNode expectation = json("a", "result.json").at("/expectations/0");
        assertTrue(expectation.path("passed").isNull(), expectation.toString());
        assertEquals("NOT_REACHED", expectation.path("state").asString());
    }

    @Test
    void directoriesOfOneNameAreNumbered() {
        assertEquals("x", String.valueOf(RunDirectory.fresh(folder, "x").getFileName()));
        assertEquals("x-2", String.valueOf(RunDirectory.fresh(folder, "x").getFileName()));
        assertEquals("x-3", String.valueOf(RunDirectory.fresh(folder, "x").getFileName()));
    }

    @Test
    void aVirtualRobotIsStartedInAProcessOfItsOwn() throws IOException {
        String text = MOVING.replace("seed: 3", "seed: 3").replace("    sensors", "    hardware: virtual\n    sensors");
        Files.writeString(folder.resolve("s.yaml"), text);
        List<String> notes = new ArrayList<>();
        RunResult result = run(text, 0, "a", new RunListener() {
                    @Override
                    public void note(String note) {
                        notes.add(note);
                    }
                })
                .run();
        assertEquals(List.of("starting the virtual robot 'arm'", "connected to test://127.0.0.1:4711/arm"), notes);
        assertEquals(0.6, result.simSeconds());
    }

    @Test
    void inLockStepAVirtualRobotIsSimulatedInTheKernel() {
        String text = MOVING.replace("    sensors", "    hardware: virtual\n    mode: SIMULATED\n    sensors");
        RunResult lockStep =
                new ScenarioRun(scenario(text), new RunOptions(0, true, folder.resolve("a"), true), List.of()).run();
        assertEquals(run(MOVING, 0, "b").run().traceHash(), lockStep.traceHash());
        assertTrue(JournalReplay.replay(folder.resolve("a")).same());
    }

    @Test
    void aVirtualRobotThatDoesNotStartIsToldWithItsLastWords() {
        OutsideFailureException e = assertThrows(
                OutsideFailureException.class,
                () -> VirtualRobotProcess.start("arm", List.of("sh", "-c", "echo no port left >&2; exit 7")));
        assertEquals(
                "virtual robot 'arm': its process ended before it listened (exit code 7). It said: no port left",
                e.getMessage());
    }
}
