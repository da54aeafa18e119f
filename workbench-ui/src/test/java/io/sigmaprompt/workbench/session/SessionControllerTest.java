package io.sigmaprompt.workbench.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.scenarios.run.RunOptions;
import io.sigmaprompt.scenarios.run.Verdict;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.GateRecord;
import io.sigmaprompt.workbench.timeline.Lane;
import io.sigmaprompt.workbench.timeline.WhatIf;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The controller on real runs, without a window; the test's thread is the user's. */
class SessionControllerTest {
    private static final long PATIENCE_SECONDS = 60;
    private static final String ALARM = "residual/elbow_joint";

    @TempDir
    Path folder;

    private final LinkedBlockingQueue<Runnable> userThread = new LinkedBlockingQueue<>();
    private SessionSnapshot seen;
    private int pulses;
    private SessionController session;

    @BeforeEach
    void open() {
        RunOptions options = new RunOptions(0, true, folder.resolve("run"), false);
        session = new SessionController(TinyScenario.read(folder), options, userThread::add, snapshot -> {
            seen = snapshot;
            pulses++;
        });
    }

    @AfterEach
    void close() {
        session.close();
    }

    /** Works as the user's thread until a snapshot is as wanted. */
    private SessionSnapshot await(Predicate<SessionSnapshot> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (seen == null || !wanted.test(seen)) {
            Runnable pulse = userThread.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertNotNull(pulse, () -> "waited in vain; last seen: " + seen);
            pulse.run();
        }
        return seen;
    }

    private SessionSnapshot runTo(double seconds) throws Exception {
        session.runTo(Math.round(seconds * 1e9)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return await(s -> s.phase() == Phase.PAUSED && s.seconds() >= seconds - 1e-9);
    }

    @Test
    void nothingMovesUntilItIsRun() throws InterruptedException {
        SessionSnapshot ready = await(s -> true);
        assertEquals(Phase.READY, ready.phase());
        assertEquals(0, ready.simNanos());
        assertNull(ready.directory());
        assertEquals(TwinMode.SIMULATED, ready.robot("left").mode());
    }

    @Test
    void runsToItsEndAndTellsTheHash() throws InterruptedException {
        session.run();
        SessionSnapshot ended = await(s -> s.phase() == Phase.ENDED);
        assertNotNull(ended.result());
        assertEquals(Verdict.PASSED, ended.result().verdict());
        assertEquals(64, ended.result().traceHash().length());
        assertEquals(5.0, ended.seconds(), 1e-9);
    }

    @Test
    void pausesExactlyWhereItIsToldTo() throws Exception {
        SessionSnapshot paused = runTo(0.5);
        assertEquals(500_000_000L, paused.simNanos());
        assertNotNull(paused.robot("left").robot());
        assertEquals(500_000_000L, session.snapshot().simNanos(), "time stands still");
    }

    @Test
    void aStepIsOneCycleFromReadyAndFromPaused() throws InterruptedException {
        session.step();
        await(s -> s.phase() == Phase.PAUSED && s.simNanos() == 10_000_000);
        session.step();
        session.step();
        SessionSnapshot stepped = await(s -> s.simNanos() >= 30_000_000);
        assertEquals(30_000_000, stepped.simNanos());
        assertEquals(Phase.PAUSED, stepped.phase());
    }

    @Test
    void goesOnAfterAPause() throws Exception {
        runTo(0.2);
        session.run();
        assertEquals(Phase.ENDED, await(s -> s.phase() == Phase.ENDED).phase());
    }

    @Test
    void resetGoesBackToTheStartAndTheSecondRunIsTheFirstToTheBit() throws Exception {
        session.run();
        String first = await(s -> s.result() != null && s.phase() == Phase.ENDED)
                .result()
                .traceHash();
        session.reset();
        SessionSnapshot again = await(s -> s.phase() == Phase.READY);
        assertEquals(0, again.simNanos());
        assertTrue(again.robot("left").lanes().isEmpty());
        session.run();
        String second = await(s -> s.result() != null && s.phase() == Phase.ENDED)
                .result()
                .traceHash();
        assertEquals(first, second);
    }

    @Test
    void resetWhileItRunsEndsTheRunThatWas() throws Exception {
        runTo(0.3);
        session.reset();
        await(s -> s.phase() == Phase.READY && s.simNanos() == 0);
        session.run();
        assertEquals(5.0, await(s -> s.phase() == Phase.ENDED).seconds(), 1e-9);
    }

    @Test
    void theSpeedIsToldBackAndKeptOverAReset() throws InterruptedException {
        session.setSpeed(2);
        await(s -> s.speed() == 2);
        session.reset();
        assertEquals(2, session.snapshot().speed());
        session.setSpeed(0);
        assertEquals(0, await(s -> s.speed() == 0).speed());
    }

    @Test
    void stopHaltsTheRobotEvenWhilePausedAndTheReleaseLetsItGoOn() throws Exception {
        runTo(0.5);
        session.stop(true);
        SessionSnapshot stopped = await(s -> s.robot("left").stopped());
        assertEquals(Phase.PAUSED, stopped.phase());
        assertEquals(510_000_000, stopped.simNanos());
        SessionSnapshot halted = runTo(1.5);
        GateRecord gate = halted.robot("left").gate();
        assertNotNull(gate);
        assertEquals(GateRecord.Verdict.HELD, gate.verdict());
        for (double velocity : halted.robot("left").robot().velocity()) {
            assertEquals(0, velocity, 0.02);
        }
        session.stop(false);
        await(s -> !s.robot("left").stopped());
        assertTrue(session.snapshot().robot("left").lanes().get(Lane.OPERATOR).stream()
                .anyMatch(interval -> interval.label().equals("STOP") && Double.isFinite(interval.to())));
    }

    @Test
    void aRefusedModeIsTold() throws Exception {
        runTo(0.1);
        session.requestMode("left", TwinMode.LIVE);
        SessionSnapshot refused = runTo(0.2);
        assertEquals(TwinMode.SIMULATED, refused.robot("left").mode());
        assertNotNull(refused.robot("left").notice());
        assertTrue(refused.robot("left").notice().text().contains("the gate is not armed"));
        session.arm("left", true);
        session.requestMode("left", TwinMode.LIVE);
        SessionSnapshot live = runTo(0.3);
        assertTrue(live.robot("left").armed());
        assertEquals(TwinMode.LIVE, live.robot("left").mode());
    }

    @Test
    void aFaultIsFoundRaisesAnAlarmAndTheAlarmIsAcknowledged() throws Exception {
        SessionSnapshot found = runTo(4.2);
        RobotSnapshot robot = found.robot("left");
        assertEquals("elbow_joint", robot.findings().getFirst().joint());
        assertEquals(ALARM, robot.alarms().getFirst().latest().id());
        assertFalse(robot.lanes().get(Lane.FAULTS).isEmpty());
        assertFalse(robot.lanes().get(Lane.FINDINGS).isEmpty());
        assertTrue(robot.efforts().size() > 100);
        session.acknowledge("left", ALARM);
        session.run();
        SessionSnapshot ended = await(s -> s.phase() == Phase.ENDED);
        boolean unseen = ended.robot("left").alarms().stream()
                .anyMatch(alarm -> alarm.latest().id().equals(ALARM)
                        && alarm.latest().state() == AlarmRecord.State.UNACKNOWLEDGED
                        && alarm.latest().simNanos() < 4_200_000_000L);
        assertFalse(unseen, "the alarm was acknowledged");
        assertTrue(ended.robot("left").lanes().get(Lane.OPERATOR).stream()
                .anyMatch(interval -> interval.label().equals("acknowledged")));
    }

    @Test
    void aSlowUserSeesOnlyTheNewest() throws Exception {
        session.runTo(1_000_000_000L).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        // Nobody looked while a hundred cycles went by: of all that came, one call waits.
        assertTrue(userThread.size() <= 1, userThread.size() + " calls wait");
        await(s -> s.simNanos() == 1_000_000_000L);
        assertTrue(pulses <= 2, pulses + " calls were made");
    }

    @Test
    void aHistoryStaysAsItWasWhenTheSessionGoesOn() throws Exception {
        EffortHistory early = runTo(0.3).robot("left").efforts();
        int size = early.size();
        double last = early.measured(size - 1, 0);
        EffortHistory late = runTo(0.6).robot("left").efforts();
        assertEquals(size, early.size());
        assertEquals(last, early.measured(size - 1, 0));
        assertTrue(late.size() > size);
        assertEquals(last, late.measured(size - 1, 0));
    }

    @Test
    void aFolderThatHoldsASessionAlreadyIsAFailureThatSaysSo() throws Exception {
        runTo(0.1);
        session.close();
        SessionController second = new SessionController(
                TinyScenario.read(folder),
                new RunOptions(0, true, folder.resolve("run"), false),
                userThread::add,
                snapshot -> seen = snapshot);
        second.run();
        SessionSnapshot failed = await(s -> s.phase() == Phase.FAILED);
        assertTrue(failed.failure().contains("holds a session already"), failed.failure());
        second.close();
    }

    @Test
    void aRunThatEndedIsRewoundToHowItStood() throws Exception {
        RobotSnapshot early = runTo(2.0).robot("left");
        RobotSnapshot late = runTo(4.2).robot("left");
        session.run();
        SessionSnapshot ended = await(s -> s.phase() == Phase.ENDED);
        assertTrue(ended.rewindable());
        for (RobotSnapshot then : new RobotSnapshot[] {late, early}) {
            double seconds = then == late ? 4.2 : 2.0;
            session.rewind(seconds);
            SessionSnapshot rewound = await(s -> s.rewound() && Math.abs(s.seconds() - seconds) < 1e-9);
            assertEquals(ended.knownNanos(), rewound.knownNanos());
            RobotSnapshot now = rewound.robot("left");
            assertArrayEquals(then.robot().position(), now.robot().position());
            assertArrayEquals(
                    then.divergence().effortResidual(), now.divergence().effortResidual());
            assertEquals(
                    then.findings().stream().map(FindingRecord::id).toList(),
                    now.findings().stream().map(FindingRecord::id).toList());
            assertEquals(
                    then.alarms().stream().map(RaisedAlarm::sinceNanos).toList(),
                    now.alarms().stream().map(RaisedAlarm::sinceNanos).toList());
            assertEquals(then.decision(), now.decision());
            assertEquals(then.mode(), now.mode());
            assertEquals(then.armed(), now.armed());
            // The course of the whole session stays in view.
            assertEquals(ended.robot("left").efforts().size(), now.efforts().size());
        }
        session.reset();
        assertFalse(session.snapshot().rewound());
    }

    @Test
    void aPausedRunIsRewoundAndGoesOnFromWhereItStood() throws Exception {
        runTo(3.5);
        session.rewind(1.0);
        await(s -> s.rewound() && s.seconds() == 1.0);
        session.run();
        SessionSnapshot ended = await(s -> s.phase() == Phase.ENDED);
        assertFalse(ended.rewound());
        assertEquals(5.0, ended.seconds(), 1e-9);
    }

    @Test
    void aForkFromAnInstantGoesOnBesideTheRun() throws Exception {
        session.run();
        String hash = await(s -> s.phase() == Phase.ENDED).result().traceHash();
        session.rewind(2.0);
        await(SessionSnapshot::rewound);
        session.fork(WhatIf.WITHOUT_FAULTS);
        ForkOutcome fork = await(s -> s.fork().directory().isPresent()).fork();
        assertTrue(fork.words().startsWith("forked at 2.000 s, without faults: they part at 3."), () -> fork.words());
        EffortHistory efforts = fork.efforts("left");
        assertEquals(2.01, efforts.seconds(0), 1e-6);
        assertEquals(5.0, efforts.seconds(efforts.size() - 1), 1e-6);
        session.fork(WhatIf.AS_IT_WAS);
        ForkOutcome same = await(s -> s.fork().words().contains("as it was")).fork();
        assertTrue(same.words().endsWith("the same to the bit up to 5.000 s"), () -> same.words());
        assertEquals(hash, session.snapshot().result().traceHash());
    }
}
