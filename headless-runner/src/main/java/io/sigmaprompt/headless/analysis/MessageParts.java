package io.sigmaprompt.headless.analysis;

import io.sigmaprompt.twin.port.signal.Signal;
import io.sigmaprompt.twin.port.signal.SignalGroup;
import io.sigmaprompt.twin.telemetry.BatteryFrame;
import io.sigmaprompt.twin.telemetry.ChannelFrame;
import io.sigmaprompt.twin.telemetry.CurrentFrame;
import io.sigmaprompt.twin.telemetry.ImuFrame;
import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import io.sigmaprompt.twin.telemetry.OdometryFrame;
import io.sigmaprompt.twin.telemetry.PoseFrame;
import io.sigmaprompt.twin.telemetry.StatusFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import io.sigmaprompt.twin.telemetry.TemperatureFrame;
import io.sigmaprompt.twin.telemetry.WrenchFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes messages apart into named numbers. Messages of one kind, source and shape share a group. */
final class MessageParts {
    /**
     * A message's numbers.
     *
     * @param group the same object for all messages that hold the same
     */
    record Part(SignalGroup group, double[] values) {}

    private final Map<List<Signal>, SignalGroup> groups = new HashMap<>();
    private final List<Signal> signals = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();

    /** The message's numbers, or null where it has none. */
    @Nullable
    Part of(TelemetryMessage message) {
        signals.clear();
        values.clear();
        take(message);
        if (signals.isEmpty()) {
            return null;
        }
        SignalGroup group = groups.get(signals);
        if (group == null) {
            String name = message.getClass().getSimpleName().replace("Frame", "");
            group = SignalGroup.of(message.source().isEmpty() ? name : name + " " + message.source(), signals);
            groups.put(group.signals(), group);
        }
        return new Part(group, values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private void take(TelemetryMessage message) {
        switch (message) {
            case JointStateFrame state -> {
                joints(state.names(), "position", "rad", state.position());
                joints(state.names(), "velocity", "rad/s", state.velocity());
                joints(state.names(), "effort", "N·m", state.effort());
            }
            case JointReferenceFrame reference -> {
                // What was commanded is no measurement.
            }
            case CurrentFrame current -> joints(current.names(), "current", "A", current.current());
            case TemperatureFrame warm -> joints(warm.names(), "temperature", "K", warm.temperature());
            case OdometryFrame body -> {
                vector(body.child() + "/position", "m", body.position());
                vector(body.child() + "/linear_velocity", "m/s", body.linearVelocity());
                vector(body.child() + "/angular_velocity", "rad/s", body.angularVelocity());
            }
            case PoseFrame pose -> vector(pose.child() + "/position", "m", pose.position());
            case ImuFrame imu -> {
                vector(imu.sensor() + "/angular_velocity", "rad/s", imu.angularVelocity());
                vector(imu.sensor() + "/specific_force", "m/s²", imu.specificForce());
            }
            case WrenchFrame wrench -> {
                vector(wrench.frame() + "/force", "N", wrench.force());
                vector(wrench.frame() + "/torque", "N·m", wrench.torque());
            }
            case BatteryFrame battery -> {
                String name = battery.battery().isEmpty() ? "battery" : "battery_" + battery.battery();
                add(name + "/voltage", "V", battery.voltage());
                add(name + "/current", "A", battery.current());
                add(name + "/temperature", "K", battery.temperature());
            }
            case ChannelFrame channel -> {
                for (int i = 0; i < channel.names().size(); i++) {
                    add(channel.channel() + "/" + channel.names().get(i), channel.unit(), channel.values()[i]);
                }
            }
            case StatusFrame status -> {
                // Words are no signal.
            }
        }
    }

    private void joints(List<String> names, String quantity, String unit, double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            add(names.get(i) + "/" + quantity, unit, numbers[i]);
        }
    }

    private void vector(String name, String unit, double[] numbers) {
        for (int i = 0; i < Math.min(3, numbers.length); i++) {
            add(name + "." + "xyz".charAt(i), unit, numbers[i]);
        }
    }

    private void add(String name, String unit, double value) {
        signals.add(new Signal(name, unit));
        values.add(value);
    }
}
