package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.language.TimelineEvent;
import io.sigmaprompt.scenarios.temporal.ExpectationMonitor;
import io.sigmaprompt.scenarios.temporal.Outcome;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.Tick;
import io.sigmaprompt.twin.record.CommandRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.record.TelemetryHealthRecord;
import io.sigmaprompt.twin.session.TwinKernel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Drives a kernel tick by tick: gathers what is due, journals it, ticks, and passes on what the kernel says. */
final class RunLoop {
    private final Scenario scenario;
    private final TwinKernel kernel;
    private final Equipment equipment;
    private final Recording recording;
    private final List<RunListener> listeners;
    private final List<String> warnings;
    private final ExpectationMonitor monitor;
    private final Map<String, TelemetryHealthRecord> telemetryHealth = new LinkedHashMap<>();
    private final List<KernelInput> inputs = new ArrayList<>();
    private int nextEvent;
    private boolean intervened;

    RunLoop(
            Scenario scenario,
            Equipment equipment,
            Recording recording,
            List<RunListener> listeners,
            List<String> warnings) {
        this.scenario = scenario;
        this.kernel = new TwinKernel(scenario.session());
        this.equipment = equipment;
        this.recording = recording;
        this.listeners = listeners;
        this.warnings = warnings;
        monitor = new ExpectationMonitor(scenario.expectations());
    }

    /**
     * Runs until the scenario's end, or until somebody wants it to end.
     *
     * @param first what became known while the wires were opened
     */
    void run(RunControl control, Pace pace, List<KernelInput> first) {
        inputs.addAll(first);
        long end = scenario.durationNanos();
        while (kernel.simNanos() < end) {
            long due = kernel.simNanos() + Tick.NANOS;
            if (!control.awaitTurn(due, pace)) {
                return;
            }
            gather(due, control, pace);
            tick();
            if (kernel.ticks() % Tick.PER_CYCLE == 0) {
                equipment.check();
                recording.flushWhenDue();
                listeners.forEach(listener -> listener.advanced(kernel.simNanos()));
                if (end == Long.MAX_VALUE && equipment.recordingsEnded()) {
                    end = kernel.simNanos() + longestHorizon();
                }
            }
        }
    }

    private void gather(long due, RunControl control, Pace pace) {
        List<TimelineEvent> timeline = scenario.timeline();
        while (nextEvent < timeline.size() && timeline.get(nextEvent).atNanos() <= due) {
            inputs.add(timeline.get(nextEvent++).input());
        }
        int before = inputs.size();
        control.drain(inputs);
        intervened |= inputs.size() > before;
        for (Wire wire : equipment.wires()) {
            wire.poll(wire.recorded() ? due : pace.sessionNanos(), inputs);
        }
    }

    private void tick() {
        for (KernelInput input : inputs) {
            recording.input(kernel.ticks() + 1, input);
            if (input instanceof KernelInput.FaultInjection injection && !equipment.inject(injection)) {
                warnings.add("robot '" + injection.robot() + "' is not simulated and was not told of its fault");
            }
        }
        kernel.tick(inputs, this::said);
        inputs.clear();
    }

    private void said(OutputRecord output) {
        if (output instanceof CommandRecord command && command.target() == CommandRecord.Target.HARDWARE) {
            equipment.send(command);
        }
        if (output instanceof TelemetryHealthRecord health) {
            telemetryHealth.put(health.robot(), health);
        }
        monitor.accept(output);
        recording.output(output);
        for (RunListener listener : listeners) {
            listener.output(output);
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
        return monitor.finish(kernel.simNanos());
    }

    /** Whether somebody submitted inputs while it ran. */
    boolean intervened() {
        return intervened;
    }

    /** The last word on each robot's telemetry. */
    Map<String, TelemetryHealthRecord> telemetryHealth() {
        return telemetryHealth;
    }
}
