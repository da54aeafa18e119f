package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.novelty.NoveltyWatch;
import io.sigmaprompt.scenarios.temporal.ExpectationMonitor;
import io.sigmaprompt.scenarios.temporal.Outcome;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.Tick;
import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.CommandRecord;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.record.TelemetryHealthRecord;
import io.sigmaprompt.twin.session.TwinKernel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Drives a kernel tick by tick: gathers what is due, journals it, ticks, and passes on what the kernel says. */
final class RunLoop {
    /** So often live wires are listened to while a tick is not yet due. */
    private static final long LISTENING_NANOS = 200_000;

    private final Scenario scenario;
    private final TwinKernel kernel;
    private final Equipment equipment;
    private final Recording recording;
    private final List<RunListener> listeners;
    private final List<String> warnings;
    private final AlarmNotices notices;
    private final NoveltyWatch novelty;
    private final TimelineCursor timeline;
    private final ExpectationMonitor monitor;
    private final Map<String, TelemetryHealthRecord> telemetryHealth = new LinkedHashMap<>();
    private final List<KernelInput> inputs = new ArrayList<>();
    private final LinkWatch links = new LinkWatch();
    private final Map<String, JointCoverage> coverages = new LinkedHashMap<>();
    /** Whether the next tick has begun and takes what robots say. */
    private boolean open;

    private boolean intervened;
    private boolean complete;
    private int highAlarms;

    RunLoop(
            Scenario scenario,
            TwinKernel kernel,
            Equipment equipment,
            Recording recording,
            List<RunListener> listeners,
            List<String> warnings,
            AlarmNotices notices,
            NoveltyWatch novelty) {
        this.scenario = scenario;
        this.kernel = kernel;
        this.equipment = equipment;
        this.recording = recording;
        this.listeners = listeners;
        this.warnings = warnings;
        this.notices = notices;
        this.novelty = novelty;
        timeline = new TimelineCursor(scenario.timeline());
        monitor = new ExpectationMonitor(scenario.expectations());
    }

    /**
     * Runs until the scenario's end, or until somebody wants it to end.
     *
     * @param first what became known while the wires were opened
     * @throws io.sigmaprompt.twin.port.OutsideFailureException if a robot was lost and is so at the end
     * @throws io.sigmaprompt.physics.model.BadInputException if nothing of a recording can be applied to its robot
     */
    void run(RunControl control, Pace pace, List<KernelInput> first) {
        if (kernel.ticks() > 0) {
            // A forked run begins behind the first of its timeline.
            timeline.skip(kernel.simNanos());
        }
        for (Wire wire : equipment.wires()) {
            scenario.session().twins().stream()
                    .filter(twin -> twin.robot().equals(wire.robot()))
                    .forEach(twin -> coverages.put(wire.robot(), new JointCoverage(wire, twin)));
        }
        inputs.addAll(first);
        try {
            complete = turns(control, pace);
        } catch (RuntimeException e) {
            endOpenTick(e);
            throw e;
        }
        if (complete) {
            coverages.forEach((robot, coverage) -> coverage.check(telemetryHealth.get(robot)));
            links.check();
        }
    }

    /** Tick after tick to the end; whether that was reached. */
    private boolean turns(RunControl control, Pace pace) {
        boolean live = false;
        for (Wire wire : equipment.wires()) {
            live |= !wire.recorded();
        }
        Runnable listen = live ? () -> listen(pace) : () -> {};
        long slice = live ? LISTENING_NANOS : Long.MAX_VALUE;
        long end = scenario.durationNanos();
        while (kernel.simNanos() < end) {
            long due = kernel.simNanos() + Tick.NANOS;
            if (!control.awaitTurn(due, pace, listen, slice)) {
                if (open) {
                    endTick();
                }
                return false;
            }
            gather(due, control, pace);
            tick();
            if (kernel.ticks() % Tick.PER_CYCLE == 0) {
                equipment.check();
                recording.flushWhenDue();
                sayUndelivered();
                listeners.forEach(listener -> listener.advanced(kernel.simNanos()));
                if (end == Long.MAX_VALUE && equipment.recordingsEnded()) {
                    end = kernel.simNanos() + longestHorizon();
                }
            }
        }
        return true;
    }

    /** Lets what live robots have said enter the tick at once: it need not wait until the tick is due. */
    private void listen(Pace pace) {
        for (Wire wire : equipment.wires()) {
            if (!wire.recorded()) {
                wire.poll(pace.sessionNanos(), inputs);
            }
        }
        takeInputs();
    }

    private void gather(long due, RunControl control, Pace pace) {
        timeline.drain(due, inputs);
        int before = inputs.size();
        control.drain(inputs);
        intervened |= inputs.size() > before;
        for (Wire wire : equipment.wires()) {
            wire.poll(wire.recorded() ? due : pace.sessionNanos(), inputs);
        }
        novelty.poll(due, inputs);
    }

    private void tick() {
        takeInputs();
        beginTick();
        endTick();
    }

    private void takeInputs() {
        for (KernelInput input : inputs) {
            // A fault that no robot takes never was: neither the journal nor the kernel is told of it.
            if (input instanceof KernelInput.FaultInjection injection && refused(injection)) {
                continue;
            }
            beginTick();
            recording.input(kernel.ticks(), input);
            watch(input);
            kernel.take(input);
        }
        inputs.clear();
    }

    private void beginTick() {
        if (!open) {
            open = true;
            kernel.begin(this::said);
        }
    }

    private void endTick() {
        open = false;
        kernel.end();
        recording.ticked(kernel);
    }

    /** What entered is in the journal: its tick is brought to its end, whatever else went wrong. */
    private void endOpenTick(RuntimeException cause) {
        if (!open) {
            return;
        }
        try {
            endTick();
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private boolean refused(KernelInput.FaultInjection injection) {
        if (equipment.inject(injection)) {
            return false;
        }
        String text = "robot '" + injection.robot() + "' is not simulated: it takes no faults, and was given none";
        warnings.add(text);
        listeners.forEach(listener -> listener.note(text));
        return true;
    }

    private void watch(KernelInput input) {
        if (input instanceof KernelInput.Link link) {
            links.accept(link, kernel.simNanos());
        }
        JointCoverage coverage = coverages.get(input.robot());
        if (coverage != null) {
            coverage.accept(input);
        }
    }

    private void said(OutputRecord output) {
        if (output instanceof CommandRecord command && command.target() == CommandRecord.Target.HARDWARE) {
            equipment.send(command);
        }
        if (output instanceof TelemetryHealthRecord health) {
            telemetryHealth.put(health.robot(), health);
        }
        if (output instanceof AlarmRecord alarm) {
            said(alarm);
        }
        if (output instanceof JointStateRecord state) {
            novelty.see(state);
        }
        monitor.accept(output);
        recording.output(output);
        for (RunListener listener : listeners) {
            listener.output(output);
        }
    }

    private void said(AlarmRecord alarm) {
        notices.accept(alarm);
        if (alarm.state() == AlarmRecord.State.UNACKNOWLEDGED
                && !alarm.isGroup()
                && !alarm.detail().escalated()
                && alarm.priority().compareTo(AlarmRecord.Priority.HIGH) >= 0) {
            highAlarms++;
        }
    }

    /** Says, while the run goes on, what people could not be told. */
    private void sayUndelivered() {
        for (String trouble : notices.troubles()) {
            warnings.add(trouble);
            listeners.forEach(listener -> listener.note(trouble));
        }
    }

    private long longestHorizon() {
        return scenario.session().twins().stream()
                .mapToLong(twin -> twin.prediction().horizonNanos())
                .max()
                .orElse(0);
    }

    TwinKernel kernel() {
        return kernel;
    }

    List<Outcome> outcomes() {
        return monitor.finish(kernel.simNanos(), !complete);
    }

    /** Whether somebody submitted inputs while it ran. */
    boolean intervened() {
        return intervened;
    }

    /** How many alarms of high priority came, as the end of a sentence; empty where none did. */
    String alarmsInWords() {
        return highAlarms == 0
                ? ""
                : ", though " + (highAlarms == 1 ? "1 alarm" : highAlarms + " alarms") + " of high priority came";
    }

    /** Whether the session ran to its planned end. */
    boolean complete() {
        return complete;
    }

    /** What was odd about the wires, in sentences. */
    List<String> wireWarnings() {
        List<String> all = new ArrayList<>(links.warnings());
        coverages.forEach((robot, coverage) -> all.addAll(coverage.warnings(telemetryHealth.get(robot))));
        return all;
    }

    /** The last word on each robot's telemetry. */
    Map<String, TelemetryHealthRecord> telemetryHealth() {
        return telemetryHealth;
    }
}
