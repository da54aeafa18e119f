package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.language.RobotEntry;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.novelty.NoveltyWatch;
import io.sigmaprompt.scenarios.temporal.Outcome;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.twin.session.TwinConfiguration;
import io.sigmaprompt.twin.session.TwinKernel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One run of a scenario. {@link #run} belongs to one thread; the other methods may be called from any. */
public final class ScenarioRun implements AutoCloseable {
    private static final long REMARKABLE_LAG_NANOS = 500_000_000L;

    private final Scenario scenario;
    private final RunOptions options;
    private final List<RunListener> listeners;
    private final RunClock clock;
    private final RunControl control;
    private final Pace pace;
    private final AtomicBoolean begun = new AtomicBoolean();

    /** Where it begins, if not at its own beginning. */
    private final @Nullable Origin origin;

    /** When the first tick was about to be made, by the clock outside. */
    private @Nullable Long ticking;

    public ScenarioRun(Scenario scenario, RunOptions options, List<RunListener> listeners) {
        this(scenario, options, listeners, RunClock.SYSTEM, null);
    }

    /** A run that goes on from a kernel of the scenario which has run before. */
    public ScenarioRun(Scenario scenario, RunOptions options, List<RunListener> listeners, Origin origin) {
        this(scenario, options, listeners, RunClock.SYSTEM, origin);
    }

    ScenarioRun(Scenario scenario, RunOptions options, List<RunListener> listeners, RunClock clock) {
        this(scenario, options, listeners, clock, null);
    }

    private ScenarioRun(
            Scenario scenario,
            RunOptions options,
            List<RunListener> listeners,
            RunClock clock,
            @Nullable Origin origin) {
        this.origin = origin;
        this.scenario = options.lockStep() ? LockStep.of(scenario) : scenario;
        this.options = options;
        this.listeners = List.copyOf(listeners);
        this.clock = clock;
        control = new RunControl(clock, options.speed());
        pace = new Pace(clock);
    }

    /**
     * Runs to the end on the calling thread, once.
     *
     * @throws OutsideFailureException if something outside failed; what was recorded is kept
     * @throws BadInputException if hardware, a log or the run directory was named wrongly
     */
    public RunResult run() {
        if (!begun.compareAndSet(false, true)) {
            throw new IllegalStateException("a run runs once; make another for another run");
        }
        Instant started = Instant.now();
        long begin = clock.nanos();
        List<String> warnings = new ArrayList<>(scenario.warnings());
        // What the kernel refuses leaves nothing behind.
        TwinKernel kernel = kernel();
        NoveltyWatch novelty = new NoveltyWatch(scenario);
        AlarmNotices notices = new AlarmNotices(scenario, options.alarmAddresses());
        List<DynamicsProvenance> dynamics = DynamicsProvenance.of(scenario.session(), kernel);
        RunDirectory directory = RunDirectory.create(scenario.name(), options.runDirectory());
        directory.write(RunDirectory.SESSION, SessionFile.of(scenario, options, started, dynamics, origin));
        listeners.forEach(listener -> listener.started(scenario, directory.path()));

        Recording recording = new Recording(directory, options.record(), started, clock, warnings);
        if (origin != null) {
            recording.begin(kernel);
        }
        Equipment equipment = new Equipment();
        RunLoop loop = new RunLoop(scenario, kernel, equipment, recording, listeners, warnings, notices, novelty);
        RuntimeException failure = null;
        try {
            drive(equipment, novelty, loop);
        } catch (RuntimeException e) {
            failure = e;
        }
        // The wires close last: until here a closing wire must not add to what is judged.
        failure = attempt(failure, () -> warnings.addAll(equipment.warnings()));
        warnings.addAll(loop.wireWarnings());
        warnings.addAll(novelty.warnings());
        failure = attempt(failure, novelty::close);
        boolean whole =
                failure == null || failure instanceof OutsideFailureException || failure instanceof BadInputException;
        if (whole) {
            failure = attempt(
                    failure,
                    () -> recording.finish(loop.kernel().ticks(), loop.kernel().traceHash()));
        }
        failure = attempt(failure, recording::close);
        failure = attempt(failure, notices::close);
        warnings.addAll(notices.troubles());
        failure = attempt(failure, () -> writeNormal(loop.kernel(), directory));
        failure = attempt(failure, () -> writeHealth(loop.kernel(), directory));
        if (pace.worstLagNanos() > REMARKABLE_LAG_NANOS) {
            warnings.add(String.format(
                    Locale.ROOT, "the session fell up to %.1f s behind its pace", pace.worstLagNanos() * 1e-9));
        }
        RunResult result = result(directory, equipment, novelty, loop, failure, warnings, begin);
        failure = attempt(
                failure,
                () -> directory.write(
                        RunDirectory.RESULT,
                        ResultFile.of(result, equipment.health(), loop.telemetryHealth(), novelty.tallies())));
        failure = attempt(failure, equipment::close);
        for (RunListener listener : listeners) {
            failure = attempt(failure, () -> listener.finished(result));
        }
        if (failure != null) {
            throw failure;
        }
        return result;
    }

    /** What was learnt to be normal, for another run to start from. */
    private void writeNormal(TwinKernel kernel, RunDirectory directory) {
        for (TwinConfiguration twin : scenario.session().twins()) {
            directory.write(
                    RunDirectory.normal(twin.robot()),
                    kernel.normal(twin.robot()).encode());
        }
    }

    /** How joints fared, for trends over many runs. */
    private void writeHealth(TwinKernel kernel, RunDirectory directory) {
        for (TwinConfiguration twin : scenario.session().twins()) {
            HealthFile file = new HealthFile(twin.body().model().name(), kernel.health(twin.robot()));
            directory.write(HealthFile.name(twin.robot()), file.json());
        }
    }

    private TwinKernel kernel() {
        if (origin != null) {
            return origin.kernel();
        }
        try {
            return new TwinKernel(scenario.session());
        } catch (BadInputException e) {
            throw new BadInputException(scenario.file() + ": " + e.place(), e.problem(), e.remedy());
        }
    }

    private void drive(Equipment equipment, NoveltyWatch novelty, RunLoop loop) {
        boolean virtual =
                scenario.robots().stream().anyMatch(robot -> robot.hardware().equals(RobotEntry.VIRTUAL));
        Thread warmUp = virtual ? WarmUp.start(scenario) : null;
        equipment.set(scenario, this::note);
        novelty.begin(equipment.live());
        if (equipment.keepsRealTime()) {
            control.holdRealTime();
            await(warmUp == null ? WarmUp.start(scenario) : warmUp);
        }
        List<KernelInput> first = new ArrayList<>(origin == null ? List.of() : origin.inputs());
        equipment.open(pace::sessionNanos, first, this::note);
        equipment.checkFaults(scenario);
        ticking = clock.nanos();
        loop.run(control, pace, first);
    }

    private static void await(Thread warmUp) {
        try {
            warmUp.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private RunResult result(
            RunDirectory directory,
            Equipment equipment,
            NoveltyWatch novelty,
            RunLoop loop,
            @Nullable RuntimeException failure,
            List<String> warnings,
            long begin) {
        List<ExpectationResult> expectations =
                loop.outcomes().stream().map(ScenarioRun::result).toList();
        List<ExpectationResult> broken =
                expectations.stream().filter(each -> !each.passed()).toList();
        String stop = control.stopReason();
        double simSeconds = loop.kernel().simNanos() / 1e9;
        Verdict verdict;
        String reason;
        if (failure != null) {
            verdict = Verdict.BROKEN;
            reason = String.valueOf(failure.getMessage());
        } else if (stop != null) {
            verdict = Verdict.INTERRUPTED;
            reason = String.format(Locale.ROOT, "stopped at %.2f s: %s", simSeconds, stop);
        } else if (!broken.isEmpty()) {
            verdict = Verdict.FAILED;
            reason = broken.size() + " of " + counted(expectations.size()) + " did not hold, first: "
                    + broken.getFirst().text() + " (" + broken.getFirst().explanation() + ")";
        } else {
            verdict = Verdict.PASSED;
            reason = expectations.isEmpty()
                    ? "it ran to its end; nothing was expected of it" + loop.alarmsInWords()
                    : (expectations.size() == 1 ? "the one expectation" : "all " + counted(expectations.size()))
                            + " held";
        }
        long now = clock.nanos();
        long from = ticking == null ? now : ticking;
        TreeSet<String> artefacts = new TreeSet<>(directory.files());
        artefacts.add(RunDirectory.RESULT);
        return new RunResult(
                scenario.name(),
                verdict,
                reason,
                expectations,
                loop.kernel().traceHash(),
                exactness(equipment, novelty, loop),
                directory.path(),
                simSeconds,
                (now - from) * 1e-9,
                (from - begin) * 1e-9,
                DynamicsProvenance.of(scenario.session(), loop.kernel()),
                warnings,
                List.copyOf(artefacts));
    }

    private static String counted(int expectations) {
        return expectations + (expectations == 1 ? " expectation" : " expectations");
    }

    private String exactness(Equipment equipment, NoveltyWatch novelty, RunLoop loop) {
        List<String> outside = new ArrayList<>(equipment.sources());
        outside.addAll(novelty.sources());
        if (loop.intervened()) {
            outside.add("inputs that somebody gave while it ran");
        }
        if (origin != null) {
            return "exact from its journal, which begins with a state of " + origin.run();
        }
        return outside.isEmpty()
                ? "exact from the scenario alone, seed " + scenario.session().seed() + ": nothing came in from outside"
                : "exact from its journal: from outside came " + String.join(", ", outside);
    }

    private static ExpectationResult result(Outcome outcome) {
        return new ExpectationResult(
                outcome.expectation().name(),
                outcome.expectation().text(),
                outcome.judgement(),
                outcome.atSeconds(),
                outcome.explanation());
    }

    /** Does one more step of ending, whatever has failed before; the first failure is the one that is told. */
    private static @Nullable RuntimeException attempt(@Nullable RuntimeException before, Runnable step) {
        try {
            step.run();
            return before;
        } catch (RuntimeException e) {
            if (before == null) {
                return e;
            }
            before.addSuppressed(e);
            return before;
        }
    }

    private void note(String text) {
        listeners.forEach(listener -> listener.note(text));
    }

    /** Session time stands still until {@link #resume}. */
    public void pause() {
        control.pause();
    }

    public void resume() {
        control.resume();
    }

    /** Pauses, and advances by so many cycles of 10 ms. */
    public void step(int cycles) {
        control.step(cycles);
    }

    /** Changes the pace: 0 as fast as it can, 1 real time. A run with a live wire stays at 1. */
    public void setSpeed(double speed) {
        control.setSpeed(speed);
    }

    /** Ends the run before its next tick. */
    public void stop(String reason) {
        control.stop(reason);
    }

    /** Hands an input to the next tick. */
    public void submit(KernelInput input) {
        control.submit(input);
    }

    public boolean paused() {
        return control.paused();
    }

    public double speed() {
        return control.speed();
    }

    /** Stops it, if it still runs. */
    @Override
    public void close() {
        control.stop("closed");
    }
}
