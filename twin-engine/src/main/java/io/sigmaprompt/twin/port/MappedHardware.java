package io.sigmaprompt.twin.port;

import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.record.JointCommand;
import io.sigmaprompt.twin.telemetry.naming.JointMapping;
import io.sigmaprompt.twin.telemetry.naming.JointNames;
import java.util.List;
import java.util.function.LongSupplier;

/** A wire whose joints have other names or units than the model's: both ways are translated at its end. */
public final class MappedHardware implements HardwareInterface {
    private final HardwareInterface wire;
    private final JointNames names;

    public MappedHardware(HardwareInterface wire, JointNames names) {
        this.wire = wire;
        this.names = names;
    }

    @Override
    public HardwareDescription describe() {
        return wire.describe();
    }

    @Override
    public void open(String robot, LongSupplier sessionClock) {
        wire.open(robot, sessionClock);
    }

    @Override
    public void poll(long sessionNanos, TelemetryReceiver receiver) {
        wire.poll(
                sessionNanos,
                input -> receiver.receive(
                        input instanceof KernelInput.Telemetry telemetry
                                ? new KernelInput.Telemetry(names.translate(telemetry.message()))
                                : input));
    }

    @Override
    public boolean exhausted() {
        return wire.exhausted();
    }

    @Override
    public void send(JointCommand command) {
        wire.send(translate(command));
    }

    @Override
    public void inject(Fault fault) {
        wire.inject(new Fault(fault.kind(), sourceOf(fault.joint()), fault.magnitude(), fault.durationNanos()));
    }

    private String sourceOf(String joint) {
        JointMapping mapping = names.of(joint);
        return mapping == null ? joint : mapping.source();
    }

    private JointCommand translate(JointCommand command) {
        double[] position = command.position().clone();
        double[] velocity = command.velocity().clone();
        double[] acceleration = command.acceleration().clone();
        for (int i = 0; i < command.names().size(); i++) {
            JointMapping mapping = names.of(command.names().get(i));
            if (mapping != null) {
                position[i] = (position[i] - mapping.offset()) / mapping.scale();
                divide(velocity, i, mapping.scale());
                divide(acceleration, i, mapping.scale());
            }
        }
        return new JointCommand(
                command.robot(),
                command.simNanos(),
                command.names().stream().map(this::sourceOf).toList(),
                position,
                velocity,
                acceleration);
    }

    private static void divide(double[] values, int i, double scale) {
        if (i < values.length) {
            values[i] /= scale;
        }
    }

    @Override
    public HardwareHealth health() {
        return wire.health();
    }

    @Override
    public List<String> warnings() {
        return wire.warnings();
    }

    @Override
    public void close() {
        wire.close();
    }
}
