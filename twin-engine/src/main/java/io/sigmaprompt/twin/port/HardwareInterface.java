package io.sigmaprompt.twin.port;

import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.record.JointCommand;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The wire to one robot, real, virtual or recorded. All methods are called by the session's runner from one thread;
 * whatever threads the interface has of its own hand over through bounded queues that {@link #poll} empties.
 */
public interface HardwareInterface extends AutoCloseable {
    HardwareDescription describe();

    /**
     * Connects, and begins to receive. Waits until the robot is there or the interface's time-out is over.
     *
     * @param robot the session's name for the robot, to be written into each message
     * @param sessionClock nanoseconds since the session's start, for stamping what arrives; may be read by any thread
     * @throws OutsideFailureException if the robot cannot be reached
     */
    void open(String robot, LongSupplier sessionClock);

    /**
     * Hands over what has arrived until now, in order. A recording hands over what it holds up to {@code sessionNanos}.
     */
    void poll(long sessionNanos, TelemetryReceiver receiver);

    /** Whether nothing will ever come again: a recording at its end, a wire given up. */
    boolean exhausted();

    /** Sends a command that passed the gate; never blocks. */
    void send(JointCommand command);

    /**
     * Breaks something on purpose.
     *
     * @throws UnsupportedOperationException if the robot behind this wire is not a simulated one
     */
    default void inject(Fault fault) {
        throw new UnsupportedOperationException(describe().uri() + " is not a simulated robot: it takes no faults");
    }

    HardwareHealth health();

    /** What a recording's reader found odd so far, or an interface wants said once; may be empty. */
    default List<String> warnings() {
        return List.of();
    }

    @Override
    void close();
}
