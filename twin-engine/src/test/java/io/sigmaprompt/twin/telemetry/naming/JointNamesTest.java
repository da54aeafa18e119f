package io.sigmaprompt.twin.telemetry.naming;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.port.HardwareDescription;
import io.sigmaprompt.twin.port.HardwareHealth;
import io.sigmaprompt.twin.port.HardwareInterface;
import io.sigmaprompt.twin.port.MappedHardware;
import io.sigmaprompt.twin.port.TelemetryReceiver;
import io.sigmaprompt.twin.record.JointCommand;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class JointNamesTest {
    private static final double DEGREE = Math.PI / 180;
    private final JointNames names = new JointNames(
            List.of(new JointMapping("J1", "pan", DEGREE, -1, 0.5), new JointMapping("rail", "lift", 0.001, 2, 0)));

    private JointStateFrame state() {
        return (JointStateFrame) names.translate(new JointStateFrame(
                "arm",
                1,
                2,
                List.of("rail", "J1", "elbow"),
                new double[] {100, 90, 0.3},
                new double[] {10, 180, 1},
                new double[] {8, 5, 7}));
    }

    @Test
    void namesUnitsGearsAndOffsetsAreTheModelsBehindTheDoor() {
        JointStateFrame state = state();
        assertEquals(List.of("lift", "pan", "elbow"), state.names());
        assertArrayEquals(new double[] {0.2, 0.5 - Math.PI / 2, 0.3}, state.position(), 1e-12);
        assertArrayEquals(new double[] {0.02, -Math.PI, 1}, state.velocity(), 1e-12);
        assertArrayEquals(new double[] {4, -5, 7}, state.effort(), 1e-12);
    }

    @Test
    void aCommandOnTheWayOutIsWhatTelemetryWouldHaveSaid() {
        Wire wire = new Wire();
        MappedHardware mapped = new MappedHardware(wire, names);
        JointStateFrame state = state();
        mapped.send(new JointCommand("arm", 0, state.names(), state.position(), state.velocity(), new double[0]));
        assertEquals(List.of("rail", "J1", "elbow"), wire.sent.getFirst().names());
        assertArrayEquals(new double[] {100, 90, 0.3}, wire.sent.getFirst().position(), 1e-9);
        assertArrayEquals(new double[] {10, 180, 1}, wire.sent.getFirst().velocity(), 1e-9);

        mapped.inject(new Fault(Fault.Kind.FRICTION, "pan", 3, 0));
        assertEquals("J1", wire.faults.getFirst().joint());

        List<KernelInput> inputs = new ArrayList<>();
        mapped.poll(0, inputs::add);
        assertEquals(List.of("pan"), ((JointStateFrame) ((KernelInput.Telemetry) inputs.getFirst()).message()).names());
    }

    @Test
    void twoMappingsOfOneJointAreRefused() {
        List<JointMapping> twice = List.of(JointMapping.renamed("a", "pan"), JointMapping.renamed("b", "pan"));
        assertThrows(IllegalArgumentException.class, () -> new JointNames(twice));
        assertThrows(IllegalArgumentException.class, () -> new JointMapping("a", "pan", 1, 0, 0));
    }

    /** Remembers what it is told, and says one thing. */
    private static final class Wire implements HardwareInterface {
        private final List<JointCommand> sent = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();

        @Override
        public HardwareDescription describe() {
            return new HardwareDescription("test", false, false, true, true, true);
        }

        @Override
        public void open(String robot, LongSupplier sessionClock) {}

        @Override
        public void poll(long sessionNanos, TelemetryReceiver receiver) {
            receiver.receive(new KernelInput.Telemetry(
                    new JointStateFrame("arm", 1, 2, List.of("J1"), new double[] {1}, new double[0], new double[0])));
        }

        @Override
        public boolean exhausted() {
            return false;
        }

        @Override
        public void send(JointCommand command) {
            sent.add(command);
        }

        @Override
        public void inject(Fault fault) {
            faults.add(fault);
        }

        @Override
        public HardwareHealth health() {
            return new HardwareHealth(0, 0, 0, 0, 0, 0, 0);
        }

        @Override
        public void close() {}
    }
}
