package io.sigmaprompt.twin.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.record.JointCommand;
import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class ContinuedAnglesTest {
    private static final long PERIOD = 8_000_000;
    private static final double[] NONE = {};

    private final Log log = new Log();

    /** Hands out what it is given, one message a poll. */
    private static final class Log implements HardwareInterface {
        final Deque<TelemetryMessage> messages = new ArrayDeque<>();

        @Override
        public HardwareDescription describe() {
            return new HardwareDescription("log", true, true, false, false, false);
        }

        @Override
        public void open(String robot, LongSupplier sessionClock) {}

        @Override
        public void poll(long sessionNanos, TelemetryReceiver receiver) {
            receiver.receive(new KernelInput.Telemetry(messages.remove()));
        }

        @Override
        public boolean exhausted() {
            return messages.isEmpty();
        }

        @Override
        public void send(JointCommand command) {}

        @Override
        public HardwareHealth health() {
            return new HardwareHealth(0, 0, 0, 0, 0, 0, 0);
        }

        @Override
        public void close() {}
    }

    private static DrivenJoints joint(JointType type, double bound) {
        Inertia inertia = new Inertia(1, Vec3.ZERO, 0.1, 0, 0, 0.1, 0, 0.1);
        Link base = new Link("base", inertia, List.of(), List.of());
        Link tip = new Link("tip", inertia, List.of(), List.of());
        Joint joint = new Joint(
                "spin",
                type,
                "base",
                "tip",
                new Pose(0, 0, 0, 0, 0, 0, 1),
                new Vec3(0, 0, 1),
                new JointLimits(-bound, bound, 3, 10),
                JointDynamics.NONE,
                null);
        return new DrivenJoints(new RobotModel("one", false, List.of(base, tip), List.of(joint)));
    }

    private static double wrapped(double angle) {
        return Math.IEEEremainder(angle, 2 * Math.PI);
    }

    private List<Double> read(ContinuedAngles wire) {
        List<Double> positions = new ArrayList<>();
        while (!wire.exhausted()) {
            wire.poll(0, input -> {
                TelemetryMessage message = ((KernelInput.Telemetry) input).message();
                positions.add(
                        message instanceof JointStateFrame state
                                ? state.position()[0]
                                : ((JointReferenceFrame) message).position()[0]);
            });
        }
        return positions;
    }

    private void state(int frame, double position) {
        log.messages.add(
                new JointStateFrame("r", frame * PERIOD, 0, List.of("spin"), new double[] {position}, NONE, NONE));
    }

    @Test
    void aJointThatTurnsOnAndOnIsContinuedWithItsCommandsAndCounted() {
        List<Double> truth = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            double angle = i < 2500 ? 0.01 * i : 25 - 0.01 * (i - 2500);
            truth.add(angle);
            state(i, wrapped(angle));
            if (angle > 4) {
                truth.add(angle + 0.02);
                log.messages.add(new JointReferenceFrame(
                        "r", i * PERIOD, 0, List.of("spin"), new double[] {wrapped(angle + 0.02)}, NONE, NONE));
            }
        }
        ContinuedAngles wire = new ContinuedAngles(log, joint(JointType.CONTINUOUS, Double.POSITIVE_INFINITY));
        List<Double> seen = read(wire);
        for (int i = 0; i < truth.size(); i++) {
            assertEquals(truth.get(i), seen.get(i), 1e-9, "message " + i);
        }
        assertEquals(1, wire.warnings().size());
        assertTrue(
                wire.warnings().getFirst().startsWith("spin leapt by whole turns 6 times"), wire.warnings()::toString);
    }

    @Test
    void aLeapThatWouldLeaveTheLimitsIsASensorsAffairAndStays() {
        state(0, 3.1);
        state(1, -3.1);
        ContinuedAngles wire = new ContinuedAngles(log, joint(JointType.REVOLUTE, 3.14));
        assertEquals(List.of(3.1, -3.1), read(wire));
        assertEquals(List.of(), wire.warnings());
    }

    @Test
    void aRevoluteJointOfTwoTurnsIsContinuedWithinThem() {
        state(0, 3.13);
        state(1, -3.14);
        ContinuedAngles wire = new ContinuedAngles(log, joint(JointType.REVOLUTE, 2 * Math.PI));
        assertEquals(2 * Math.PI - 3.14, read(wire).getLast(), 1e-12);
    }

    @Test
    void afterASilenceAndForWhatTheJointCanDoNothingIsTurned() {
        state(0, 3.1);
        state(200, -3.1);
        ContinuedAngles wire = new ContinuedAngles(log, joint(JointType.CONTINUOUS, Double.POSITIVE_INFINITY));
        assertEquals(List.of(3.1, -3.1), read(wire));
    }
}
