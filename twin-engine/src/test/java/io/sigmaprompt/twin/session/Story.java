package io.sigmaprompt.twin.session;

import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.OutputRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A kernel driven through a timeline of inputs, and all that it said. */
public final class Story {
    private final TwinKernel kernel;
    private final Map<Long, List<KernelInput>> timeline = new TreeMap<>();
    private final List<OutputRecord> said = new ArrayList<>();

    public Story(SessionConfiguration configuration) {
        kernel = new TwinKernel(configuration);
    }

    public Story at(double seconds, KernelInput input) {
        timeline.computeIfAbsent(Math.round(seconds * 1000), k -> new ArrayList<>())
                .add(input);
        return this;
    }

    public Story until(double seconds) {
        return until(seconds, said::add);
    }

    public Story until(double seconds, Consumer<OutputRecord> outputs) {
        while (kernel.ticks() < Math.round(seconds * 1000)) {
            kernel.tick(timeline.getOrDefault(kernel.ticks() + 1, List.of()), outputs);
        }
        return this;
    }

    public TwinKernel kernel() {
        return kernel;
    }

    public <T extends OutputRecord> List<T> said(Class<T> type) {
        return said.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public static Story pickWithElbowFriction() {
        return new Story(ThreeJointArm.session(true, TwinMode.MIRROR))
                .at(0.5, new KernelInput.ModeRequest("arm", TwinMode.SHADOW, "operator"))
                .at(1.0, new KernelInput.GateArming("arm", true, "operator"))
                .at(1.0, new KernelInput.ModeRequest("arm", TwinMode.LIVE, "operator"))
                .at(5.0, new KernelInput.FaultInjection("arm", new Fault(Fault.Kind.FRICTION, "elbow", 3, 0)))
                .at(8.0, new KernelInput.FaultInjection("arm", new Fault(Fault.Kind.TELEMETRY_GAP, "", 1, 400_000_000)))
                .at(9.5, new KernelInput.AlarmAcknowledgement("arm", "residual/elbow", "operator"));
    }
}
