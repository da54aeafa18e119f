package io.sigmaprompt.bridge.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.bridge.Corpus;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.LinkState;
import io.sigmaprompt.twin.port.HardwareInterface;
import io.sigmaprompt.twin.port.HardwareInterfaces;
import io.sigmaprompt.twin.record.JointCommand;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedRobotTest {
    @TempDir
    Path folder;

    @Test
    void theRealUr10LogArrivesAsItWasRecorded() {
        Path file = Corpus.path("telemetry/ur10/ur10_exciting_trajectory.db3");
        try (HardwareInterface robot = HardwareInterfaces.create(file.toString(), Map.of())) {
            assertTrue(robot.describe().recorded());
            assertFalse(robot.describe().carriesReceiveTimes());
            assertFalse(robot.describe().carriesReferences());
            assertFalse(robot.describe().acceptsCommands());
            robot.open("ur10", () -> 0);
            List<KernelInput> inputs = new ArrayList<>();
            robot.poll(0, inputs::add);
            assertEquals(
                    LinkState.CONNECTED,
                    assertInstanceOf(KernelInput.Link.class, inputs.get(0)).state());
            var first = frame(inputs.get(1));
            assertEquals("ur10", first.robot());
            assertEquals(1, first.sourceNanos());
            assertEquals(TelemetryMessage.UNAVAILABLE, first.receiveNanos());
            assertEquals(2, inputs.size());
            robot.poll(7_999_998, inputs::add);
            assertEquals(2, inputs.size());
            robot.poll(7_999_999, inputs::add);
            assertEquals(3, inputs.size());
            robot.poll(100_000_000_000L, inputs::add);
            assertTrue(robot.exhausted());
            assertEquals(3441 + 2, inputs.size());
            assertEquals(
                    LinkState.ENDED,
                    assertInstanceOf(KernelInput.Link.class, inputs.getLast()).state());
            assertEquals(3441, robot.health().received());
            robot.poll(200_000_000_000L, inputs::add);
            assertEquals(3441 + 2, inputs.size());
        }
    }

    @Test
    void receiveTimesCountFromTheFirstFrame() {
        var robot = robot(true, state(5, 1000), state(15, 1020), state(8, 1010));
        List<KernelInput> inputs = poll(robot, 20);
        assertEquals(0, frame(inputs.get(1)).receiveNanos());
        assertEquals(20, frame(inputs.get(2)).receiveNanos());
        // Out of order in the file: handed over behind the frame it stands behind, with its own times.
        assertEquals(10, frame(inputs.get(3)).receiveNanos());
        assertEquals(8, frame(inputs.get(3)).sourceNanos());
    }

    @Test
    void whatCannotBeReadArrivesAsRejectedWithItsPlace() {
        var robot = robot(false, new RecordedEntry.Unreadable("a.csv:2:1", "empty"), state(5, 5), state(9, 9));
        List<KernelInput> inputs = poll(robot, 3);
        var bad = assertInstanceOf(KernelInput.RejectedTelemetry.class, inputs.get(1));
        assertEquals("a.csv:2:1", bad.place());
        assertEquals(3, inputs.size());
        assertFalse(robot.exhausted());
        assertEquals(1, robot.health().rejected());
        assertEquals(5, poll(robot, 4).size() + inputs.size());
        assertTrue(robot.exhausted());
    }

    @Test
    void commandsReachNobodyAndAreCounted() {
        var robot = robot(false, state(1, 1));
        robot.send(new JointCommand("r", 0, List.of(), new double[0], new double[0], new double[0]));
        assertEquals(1, robot.health().unsent());
        assertEquals(0, robot.health().sent());
    }

    @Test
    void damageInTheMiddleIsSaidOnceAndEndsTheRecording() {
        var robot = new RecordedRobot("test", new Recording() {
            private int calls;

            @Override
            public RecordedEntry next() {
                if (calls++ == 0) {
                    return state(1, 1);
                }
                throw new BadInputException("a.db3", "damaged", "Copy it again.");
            }

            @Override
            public boolean carriesReceiveTimes() {
                return false;
            }

            @Override
            public List<String> warnings() {
                return List.of();
            }

            @Override
            public void close() {}
        });
        List<KernelInput> inputs = new ArrayList<>();
        robot.open("r", () -> 0);
        assertThrows(BadInputException.class, () -> robot.poll(10, inputs::add));
        assertEquals(2, inputs.size());
        assertTrue(robot.exhausted());
        robot.poll(20, inputs::add);
        assertEquals(3, inputs.size());
    }

    @Test
    void tablesAreFoundByAddressWithTheirOptions() throws IOException {
        Path file = Files.writeString(folder.resolve("log 1.csv"), "when;J a;x\n1,5;2,5;\n1,75;3;\n");
        Path map =
                Files.writeString(folder.resolve("map.yaml"), "{time: when, decimal: \",\", position: \"J {joint}\"}");
        List<String> addresses = List.of(
                "csv:" + file + "?time=when&decimal=,&position=J%20{joint}",
                "file:" + file + "?map=" + map,
                file.toUri() + "?map=" + map);
        for (String address : addresses) {
            try (HardwareInterface robot = HardwareInterfaces.create(address, Map.of())) {
                robot.open("r", () -> 0);
                List<KernelInput> inputs = new ArrayList<>();
                robot.poll(250_000_000, inputs::add);
                assertEquals(1_750_000_000, frame(inputs.get(2)).sourceNanos());
                assertEquals(List.of("a"), frame(inputs.get(2)).names());
            }
        }
        try (HardwareInterface robot = HardwareInterfaces.create(file.toString(), Map.of("map", map.toString()))) {
            assertEquals(file.toString(), robot.describe().uri());
        }
    }

    @Test
    void wrongAddressesAndOptionsAreRefusedBeforeASessionStarts() {
        assertProblem("rosbag2:" + folder.resolve("absent.db3"), Map.of(), "no such file");
        assertProblem("file:" + folder.resolve("absent.db3"), Map.of(), "no such file");
        assertProblem("rosbag2:x.db3", Map.of("topics", "/a"), "no option 'topics'");
        assertProblem("rosbag2:x.db3?topic", Map.of(), "key=value");
        assertProblem("csv:x.csv?position=%2", Map.of(), "%-escape");
        assertProblem("csv:x.csv?map=m&time=t", Map.of(), "further options");
        assertProblem(folder.toString(), Map.of(), "no hardware interface");
    }

    private static void assertProblem(String uri, Map<String, String> options, String expected) {
        var thrown = assertThrows(BadInputException.class, () -> HardwareInterfaces.create(uri, options));
        assertTrue(thrown.problem().contains(expected), thrown.getMessage());
    }

    private static List<KernelInput> poll(HardwareInterface robot, long nanos) {
        robot.open("r", () -> 0);
        List<KernelInput> inputs = new ArrayList<>();
        robot.poll(nanos, inputs::add);
        return inputs;
    }

    private static JointStateFrame frame(KernelInput input) {
        return assertInstanceOf(
                JointStateFrame.class,
                assertInstanceOf(KernelInput.Telemetry.class, input).message());
    }

    private static RecordedEntry.JointState state(long source, long receive) {
        return new RecordedEntry.JointState(
                source, receive, List.of("a"), new double[] {source}, new double[0], new double[0]);
    }

    private static RecordedRobot robot(boolean receiveTimes, RecordedEntry... entries) {
        var queue = new ArrayDeque<>(Arrays.asList(entries));
        return new RecordedRobot("test", new Recording() {
            @Override
            public @Nullable RecordedEntry next() {
                return queue.poll();
            }

            @Override
            public boolean carriesReceiveTimes() {
                return receiveTimes;
            }

            @Override
            public List<String> warnings() {
                return List.of();
            }

            @Override
            public void close() {}
        });
    }
}
