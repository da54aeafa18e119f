package io.sigmaprompt.scenarios.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.TestArm;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.language.ScenarioReader;
import io.sigmaprompt.scenarios.run.RunListener;
import io.sigmaprompt.scenarios.run.RunOptions;
import io.sigmaprompt.scenarios.run.RunResult;
import io.sigmaprompt.scenarios.run.ScenarioRun;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.Tick;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded session, wound to and fro, forked and compared. */
class RewindTest {
    private static final String SESSION = """
            scenario: long
            seed: 3
            duration: 25 s
            robots:
              - name: arm
                model: arm.urdf
                sensors: {position-noise: 0.0001 rad, velocity-noise: 0.001 rad/s, effort-noise: 0.1 %}
                paths:
                  nod: {joints: [elbow_joint], waypoints: [[0 deg], [30 deg]], leg: 0.4 s, cyclic: true}
                  rest: {joints: [elbow_joint], waypoints: [[0 deg], [2 deg]], leg: 2 s, cyclic: true}
                minds:
                  - {task: nod, priority: 1, follow: nod}
            timeline:
              - {at: 14 s, fault: {kind: friction, joint: elbow_joint, factor: 8}}
              - {at: 20 s, fault: {kind: friction, joint: elbow_joint, factor: 2}}
            """;

    private static final SessionFork.Without NOTHING = new SessionFork.Without(false, false);

    @TempDir
    private Path folder;

    @BeforeEach
    void writeRobot() throws IOException {
        TestArm.writeTo(folder);
    }

    private Scenario scenario(String text) {
        return ScenarioReader.parse(folder.resolve("s.yaml"), text);
    }

    private RunOptions options(String directory) {
        return new RunOptions(0, true, folder.resolve(directory), false);
    }

    private RecordedRun recorded() {
        new ScenarioRun(scenario(SESSION), options("a"), List.of()).run();
        return RecordedRun.read(folder.resolve("a"));
    }

    private RecordedRun run(SessionFork fork, String directory) {
        RunResult result = new ScenarioRun(fork.scenario(), options(directory), List.of(), fork.origin()).run();
        return RecordedRun.read(result.runDirectory());
    }

    @Test
    void anyInstantIsReachedByAnyWayWithTheSameState() {
        RecordedRun run = recorded();
        SessionPlayer straight = new SessionPlayer(run);
        SessionPlayer jumping = new SessionPlayer(run);
        Random random = new Random(5);
        long[] ticks = random.longs(6, 100, 25_000).sorted().toArray();
        byte[][] states = new byte[ticks.length][];
        for (int i = 0; i < ticks.length; i++) {
            straight.play(ticks[i], output -> {});
            states[i] = straight.kernel().snapshot();
        }
        for (int i : new int[] {5, 0, 3, 1, 4, 2}) {
            jumping.seek(ticks[i]);
            assertArrayEquals(states[i], jumping.kernel().snapshot(), "tick " + ticks[i]);
        }
        assertEquals(-1, straight.firstDifference());
        assertTrue(straight.checked() > ticks[5] / 11, "compared: " + straight.checked());
    }

    @Test
    void aForkWithoutChangesGoesOnToTheBitsOfTheRun() {
        RecordedRun run = recorded();
        RecordedRun forked = run(SessionFork.of(run, 12_345, run.scenario(), NOTHING), "b");
        assertEquals(12_345, forked.firstTick());
        assertEquals(run.journal().traceHash(), forked.journal().traceHash());
        assertTrue(RunComparison.of(run, forked).same());
        JournalReplay.Comparison replayed = JournalReplay.replay(folder.resolve("b"));
        assertTrue(replayed.same());
    }

    @Test
    void aRunThatIsForkedAgainAndAgainWhileItGoesOnSaysTheSameAsOneThatIsNot() {
        String undisturbed = recorded().journal().traceHash();
        List<RecordedRun> forks = new ArrayList<>();
        RunListener forking = new RunListener() {
            @Override
            public void advanced(long simNanos) {
                if (simNanos % 6_000_000_000L == 0) {
                    RecordedRun going = RecordedRun.read(folder.resolve("live"));
                    long now = going.newestTick();
                    assertEquals(simNanos, now * Tick.NANOS);
                    forks.add(run(SessionFork.of(going, now, going.scenario(), NOTHING), "fork" + now));
                }
            }
        };
        RunResult live = new ScenarioRun(scenario(SESSION), options("live"), List.of(forking)).run();
        assertEquals(undisturbed, live.traceHash());
        assertEquals(4, forks.size());
        // Nothing was changed in them, and what was to come came: each ends as the run did.
        forks.forEach(fork -> assertEquals(undisturbed, fork.journal().traceHash()));
    }

    @Test
    void aFaultThatIsTakenOutIsWhereTheRunsPart() {
        RecordedRun run = recorded();
        RecordedRun healthy =
                run(SessionFork.of(run, 13_000, run.scenario(), new SessionFork.Without(false, true)), "b");
        RunComparison comparison = RunComparison.of(run, healthy);
        RunComparison.Parting input = comparison.input();
        assertNotNull(input);
        assertEquals(14_000, input.tick());
        assertTrue(
                input.difference().one().startsWith("fault FRICTION at arm/elbow_joint"),
                input.difference().one());
        assertEquals("nothing", input.difference().other());
        RunComparison.Parting output = comparison.output();
        assertNotNull(output);
        assertTrue(output.tick() >= 14_000 && output.tick() <= 14_020, "parted at " + output.tick());
    }

    @Test
    void afterTheFaultItIsHealed() {
        RecordedRun run = recorded();
        SessionFork fork = SessionFork.of(run, 16_000, run.scenario(), new SessionFork.Without(false, true));
        assertEquals(1, fork.origin().inputs().size());
        KernelInput.FaultInjection healing =
                (KernelInput.FaultInjection) fork.origin().inputs().getFirst();
        assertEquals(1, healing.fault().magnitude());
        assertFalse(RunComparison.of(run, run(fork, "b")).same());
    }

    @Test
    void anotherMindDecidesOtherwise() {
        RecordedRun run = recorded();
        Scenario calm = scenario(
                SESSION.replace("{task: nod, priority: 1, follow: nod}", "{task: rest, priority: 1, follow: rest}"));
        RecordedRun forked = run(SessionFork.of(run, 12_000, calm, NOTHING), "b");
        RunComparison comparison = RunComparison.of(run, forked);
        RunComparison.Parting decision = comparison.decision();
        assertNotNull(decision);
        assertEquals("rest", decision.difference().other());
        assertNull(comparison.input());
        assertTrue(JournalReplay.replay(folder.resolve("b")).same());
    }

    @Test
    void anotherRobotOrAnInstantBeyondTheEndIsRefused() {
        RecordedRun run = recorded();
        assertTrue(assertThrows(BadInputException.class, () -> SessionFork.of(run, 26_000, run.scenario(), NOTHING))
                .getMessage()
                .contains("0.000 to 25.000 s"));
        Scenario other = scenario(SESSION.replace("name: arm", "name: leg"));
        assertTrue(assertThrows(BadInputException.class, () -> SessionFork.of(run, 12_000, other, NOTHING))
                .getMessage()
                .contains("[leg]"));
    }

    @Test
    void aDamagedJournalIsReplayedUpToTheDamage() throws IOException {
        recorded();
        Path journal = folder.resolve("a").resolve("journal");
        byte[] bytes = Files.readAllBytes(journal);
        bytes[bytes.length * 3 / 4] ^= 8;
        Files.write(journal, bytes);
        Files.delete(folder.resolve("a").resolve("result.json"));
        JournalReplay.Comparison comparison = JournalReplay.replay(folder.resolve("a"));
        assertTrue(comparison.damage().startsWith("byte "), comparison.damage());
        assertFalse(comparison.same());
        assertEquals(-1, comparison.firstDifference());
        assertTrue(comparison.ticks() > 10_000, "ticks " + comparison.ticks());
        Files.write(journal, Arrays.copyOf(bytes, 4));
        assertThrows(BadInputException.class, () -> JournalReplay.replay(folder.resolve("a")));
    }
}
