package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.twin.command.JointCommand;
import io.sigmaprompt.twin.port.HardwareDescription;
import io.sigmaprompt.twin.port.HardwareHealth;
import io.sigmaprompt.twin.port.HardwareInterface;
import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.twin.session.Fault;
import io.sigmaprompt.twin.session.KernelInput;
import java.util.List;
import java.util.function.LongSupplier;

/** A robot's hardware interface within a run. Belongs to the run's thread. */
final class Wire implements AutoCloseable {
    private final String robot;
    private final HardwareInterface hardware;
    private final boolean recorded;

    Wire(String robot, HardwareInterface hardware) {
        this.robot = robot;
        this.hardware = hardware;
        this.recorded = hardware.describe().recorded();
    }

    String robot() {
        return robot;
    }

    /** What stands behind the wire; some of it is only known once it is open. */
    HardwareDescription description() {
        return hardware.describe();
    }

    boolean recorded() {
        return recorded;
    }

    HardwareHealth health() {
        return hardware.health();
    }

    List<String> warnings() {
        return hardware.warnings();
    }

    /**
     * Connects. What a live robot said before the session began is no part of it and is dropped; what became of the
     * wire is kept.
     */
    void open(LongSupplier sessionClock, List<KernelInput> first) {
        hardware.open(robot, sessionClock);
        if (!recorded()) {
            hardware.poll(0, input -> {
                if (input instanceof KernelInput.Link) {
                    first.add(input);
                }
            });
        }
    }

    /**
     * Adds what has arrived.
     *
     * @param sessionNanos up to when a recording is read
     * @throws OutsideFailureException if a live robot is gone for good
     */
    void poll(long sessionNanos, List<KernelInput> inputs) {
        hardware.poll(sessionNanos, inputs::add);
        if (!recorded() && hardware.exhausted()) {
            throw new OutsideFailureException(
                    description().uri(),
                    "the wire to robot '" + robot + "' was given up",
                    "Look at the robot and the network, then run again; what was recorded is kept.");
        }
    }

    boolean exhausted() {
        return hardware.exhausted();
    }

    void send(JointCommand command) {
        hardware.send(command);
    }

    /**
     * Breaks something on purpose.
     *
     * @return false where this robot cannot be broken on purpose
     */
    boolean inject(Fault fault) {
        if (!description().simulated()) {
            return false;
        }
        hardware.inject(fault);
        return true;
    }

    @Override
    public void close() {
        hardware.close();
    }
}
