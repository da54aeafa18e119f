package io.sigmaprompt.bridge.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.bridge.NodeProgram;
import io.sigmaprompt.bridge.cdr.JointStateMessage;
import io.sigmaprompt.bridge.mcap.McapOptions;
import io.sigmaprompt.bridge.mcap.McapReader;
import io.sigmaprompt.bridge.mcap.McapRecord;
import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.twin.port.TraceSink;
import io.sigmaprompt.twin.port.TraceSinkProvider;
import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.BaseStateRecord;
import io.sigmaprompt.twin.record.BatteryRecord;
import io.sigmaprompt.twin.record.CommandRecord;
import io.sigmaprompt.twin.record.DecisionRecord;
import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.EstimateRecord;
import io.sigmaprompt.twin.record.Evidence;
import io.sigmaprompt.twin.record.ExplanationRecord;
import io.sigmaprompt.twin.record.FaultRecord;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.GateRecord;
import io.sigmaprompt.twin.record.HealthIndicatorRecord;
import io.sigmaprompt.twin.record.ImuRecord;
import io.sigmaprompt.twin.record.JointCommand;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.twin.record.LateFrame;
import io.sigmaprompt.twin.record.ModeRecord;
import io.sigmaprompt.twin.record.NoticeRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.record.ProposalRecord;
import io.sigmaprompt.twin.record.StreamHealth;
import io.sigmaprompt.twin.record.TelemetryHealthRecord;
import io.sigmaprompt.twin.record.TreeRecord;
import io.sigmaprompt.twin.record.WrenchRecord;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class McapTraceSinkTest {
    private static final long EPOCH = 1_790_000_000_000_000_123L;
    private static final JsonMapper JSON = new JsonMapper();
    private static final double[] NONE = {};

    @TempDir
    Path folder;

    @Test
    void anIndependentReaderFindsEveryRecordWithItsTimeTopicAndValue() throws IOException {
        Path file = folder.resolve("run/trace.mcap");
        List<OutputRecord> records = oneOfEachKind();
        try (TraceSink sink = provider().open(file, EPOCH)) {
            records.forEach(sink::record);
        }
        JsonNode read = JSON.readTree(NodeProgram.run("read-trace.mjs", file.toString()));
        // What ROS has messages for stands there twice: base, estimate, IMU, wrench, finding, alarm and health.
        assertEquals(records.size() + 7, read.get("messageCount").asInt());
        JsonNode transform = message(read, "/tf").at("/value/transforms/0");
        assertEquals("odom", transform.at("/header/frame_id").asString());
        assertEquals(1_790_000_000L, transform.at("/header/stamp/sec").asLong());
        assertEquals("ur10/base_link", transform.at("/child_frame_id").asString());
        assertEquals(
                "{\"x\":1,\"y\":2,\"z\":3}",
                transform.at("/transform/translation").toString());
        assertEquals(
                "{\"x\":0,\"y\":0,\"z\":0.6,\"w\":0.8}",
                transform.at("/transform/rotation").toString());
        assertEquals(1, read.get("chunks").asInt());
        assertEquals(
                Long.toString(EPOCH), read.at("/metadata/0/values/epoch_nanos").asString());
        JsonNode robot = message(read, "/ur10/joint_states");
        assertEquals(Long.toString(EPOCH + 1_000_000), robot.get("logTime").asString());
        assertEquals("shoulder", robot.at("/value/name/0").asString());
        assertEquals("[0.1,-0.2]", robot.at("/value/position").toString());
        assertEquals(1_790_000_000L, robot.at("/value/header/stamp/sec").asLong());
        // The reader's own name for the message's nanosec.
        assertEquals(1_000_123, robot.at("/value/header/stamp/nsec").asInt());
        assertEquals(
                "[3,4]",
                message(read, "/ur10/prediction/joint_states")
                        .at("/value/velocity")
                        .toString());
        assertEquals(
                "[5,6]",
                message(read, "/ur10/shadow/joint_states").at("/value/effort").toString());
        assertEquals(
                "[null,0.5]",
                message(read, "/ur10/divergence").at("/value/sigma").toString());
        assertEquals(
                "slow_and_report",
                message(read, "/ur10/decision").at("/value/behaviour").asString());
        assertEquals(
                0.5, message(read, "/ur10/decision").at("/value/over/0/score").asDouble());
        assertEquals(
                "[1.5]",
                message(read, "/ur10/command").at("/value/command/position").toString());
        assertEquals(
                "HARDWARE", message(read, "/ur10/command").at("/value/target").asString());
        assertEquals("MIRROR", message(read, "/ur10/mode").at("/value/mode").asString());
        assertEquals(
                "Zähler „x\" \n",
                message(read, "/ur10/notice").at("/value/text").asString());
        for (String topic : List.of(
                "base_state",
                "imu",
                "wrench",
                "battery",
                "finding",
                "alarm",
                "proposal",
                "gate",
                "fault",
                "telemetry_health")) {
            assertNotNull(message(read, "/ur10/" + topic));
        }
        JsonNode schemas = read.get("schemas");
        assertEquals("sensor_msgs/msg/JointState", schemas.at("/0/name").asString());
        assertEquals("ros2msg", schemas.at("/0/encoding").asString());
    }

    @Test
    void afterADiskWasFullNothingMoreIsWrittenBehindTheCut() {
        var disk = new ByteArrayOutputStream() {
            private boolean full;

            @Override
            public void write(byte[] bytes, int offset, int length) {
                if (full) {
                    // Room came back: whoever writes now would leave a hole behind the cut.
                    super.write(bytes, offset, length);
                    return;
                }
                int room = Math.min(length, 300 - size());
                super.write(bytes, offset, room);
                if (room < length) {
                    full = true;
                    throw new UncheckedIOException(new IOException("No space left on device"));
                }
            }
        };
        var failing = new FilterOutputStream(disk) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                try {
                    disk.write(bytes, offset, length);
                } catch (UncheckedIOException e) {
                    throw e.getCause();
                }
            }
        };
        var sink = new McapTraceSink(folder.resolve("trace.mcap"), failing, EPOCH, McapOptions.DEFAULT);
        oneOfEachKind().forEach(sink::record);
        assertThrows(OutsideFailureException.class, sink::flush);
        sink.close();
        assertEquals(300, disk.size());
    }

    @Test
    void eachKindOfRecordHasASchemaThatNamesItsFields() throws IOException {
        Path file = folder.resolve("trace.mcap");
        try (TraceSink sink = provider().open(file, EPOCH)) {
            oneOfEachKind().forEach(sink::record);
        }
        Set<String> kinds = new HashSet<>();
        try (var reader = McapReader.open(file)) {
            for (var message = reader.nextMessage(); message != null; message = reader.nextMessage()) {
                McapRecord.Channel channel = reader.channels().get(message.channelId());
                McapRecord.Schema schema = reader.schemas().get(channel.schemaId());
                kinds.add(schema.name());
                if (channel.messageEncoding().equals("json")) {
                    JsonNode properties = JSON.readTree(schema.data()).get("properties");
                    JsonNode value = JSON.readTree(message.data());
                    assertEquals(new ArrayList<>(properties.propertyNames()), new ArrayList<>(value.propertyNames()));
                }
            }
        }
        for (String also : List.of(
                "tf2_msgs/msg/TFMessage",
                "nav_msgs/msg/Odometry",
                "sensor_msgs/msg/Imu",
                "geometry_msgs/msg/WrenchStamped",
                "diagnostic_msgs/msg/DiagnosticArray")) {
            assertTrue(kinds.remove(also), also + " of " + kinds);
        }
        assertEquals(OutputRecord.class.getPermittedSubclasses().length, kinds.size(), kinds.toString());
    }

    @Test
    void whatIsOlderThanASecondSurvivesAKillAndAFlushSavesTheRest() throws IOException {
        Path file = folder.resolve("trace.mcap");
        try (TraceSink sink = provider().open(file, 0)) {
            for (int tick = 0; tick <= 250; tick++) {
                sink.record(state(tick * 10_000_000L, JointStateRecord.Body.ROBOT));
            }
            assertEquals(201, messages(file).size());
            sink.flush();
            List<McapRecord.Message> all = messages(file);
            assertEquals(251, all.size());
            assertEquals(2_500_000_000L, all.getLast().logTime());
            assertArrayEquals(
                    new double[] {0.1, -0.2},
                    JointStateMessage.decode(all.getLast().data(), "test").position());
        }
    }

    @Test
    void aKilledProcessLeavesAReadableTrace() throws Exception {
        Path file = folder.resolve("trace.mcap");
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var said = victim.inputReader()) {
            assertEquals("recorded", said.readLine());
        } finally {
            victim.destroyForcibly().waitFor();
        }
        assertEquals(201, messages(file).size());
        try (var reader = McapReader.open(file)) {
            while (reader.nextMessage() != null) {
                assertTrue(reader.truncation().isEmpty());
            }
            assertTrue(reader.truncation().isPresent());
        }
    }

    /** Records two and a half seconds of a session and waits to be killed. */
    static final class Victim {
        public static void main(String[] arguments) throws IOException {
            TraceSink sink = provider().open(Path.of(arguments[0]), 0);
            for (int tick = 0; tick <= 250; tick++) {
                sink.record(state(tick * 10_000_000L, JointStateRecord.Body.ROBOT));
            }
            System.out.println("recorded");
            assertEquals(0, System.in.read());
        }
    }

    @Test
    void anIndependentReaderFindsTheChunksOfALongTraceThroughItsIndex() throws IOException {
        Path file = folder.resolve("trace.mcap");
        try (TraceSink sink = provider().open(file, EPOCH)) {
            for (int tick = 0; tick < 1000; tick++) {
                sink.record(state(tick * 10_000_000L, JointStateRecord.Body.ROBOT));
                sink.record(new NoticeRecord("b", tick * 10_000_000L, NoticeRecord.Level.INFO, "tick", "" + tick));
            }
        }
        JsonNode read = JSON.readTree(NodeProgram.run("read-trace.mjs", file.toString()));
        assertEquals(2000, read.get("messageCount").asInt());
        assertEquals(10, read.get("chunks").asInt());
        JsonNode messages = read.get("messages");
        assertEquals(2000, messages.size());
        for (int i = 0; i < 2000; i++) {
            assertEquals(
                    Long.toString(EPOCH + i / 2 * 10_000_000L),
                    messages.at("/" + i + "/logTime").asString());
            assertEquals(i / 2, messages.at("/" + i + "/sequence").asInt());
        }
    }

    @Test
    void theSameRecordsGiveTheSameBytes() throws IOException {
        for (String name : List.of("a.mcap", "b.mcap")) {
            try (TraceSink sink = provider().open(folder.resolve(name), EPOCH)) {
                oneOfEachKind().forEach(sink::record);
            }
        }
        assertEquals(-1, Files.mismatch(folder.resolve("a.mcap"), folder.resolve("b.mcap")));
    }

    @Test
    void aFileThatCannotBeWrittenIsAFailureOutside() throws IOException {
        Path occupied = Files.createFile(folder.resolve("file"));
        var thrown = assertThrows(
                OutsideFailureException.class, () -> provider().open(occupied.resolve("trace.mcap"), EPOCH));
        assertTrue(thrown.getMessage().contains("trace.mcap"), thrown.getMessage());
    }

    private static TraceSinkProvider provider() {
        return ServiceLoader.load(TraceSinkProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(candidate -> candidate.extension().equals(".mcap"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode message(JsonNode read, String topic) {
        for (JsonNode message : read.get("messages")) {
            if (message.get("topic").asString().equals(topic)) {
                return message;
            }
        }
        throw new AssertionError("no message on " + topic);
    }

    private static List<McapRecord.Message> messages(Path file) throws IOException {
        List<McapRecord.Message> messages = new ArrayList<>();
        try (var reader = McapReader.open(file)) {
            for (var message = reader.nextMessage(); message != null; message = reader.nextMessage()) {
                messages.add(message);
            }
        }
        return messages;
    }

    private static JointStateRecord state(long nanos, JointStateRecord.Body body) {
        return new JointStateRecord(
                "ur10",
                nanos,
                body,
                List.of("shoulder", "elbow"),
                new double[] {0.1, -0.2},
                new double[] {3, 4},
                new double[] {5, 6});
    }

    private static List<OutputRecord> oneOfEachKind() {
        String robot = "ur10";
        long t = 1_000_000;
        return List.of(
                state(t, JointStateRecord.Body.ROBOT),
                state(t, JointStateRecord.Body.PREDICTION),
                state(t, JointStateRecord.Body.SHADOW),
                new BaseStateRecord(
                        robot,
                        t,
                        "odom",
                        "base_link",
                        new double[] {1, 2, 3},
                        new double[] {0, 0, 0.6, 0.8},
                        NONE,
                        NONE),
                new ImuRecord(robot, t, "imu", NONE, new double[] {0, 0, 1}, new double[] {0, 0, 9.81}),
                new WrenchRecord(robot, t, "wrist", new double[] {1, 2, 3}, new double[] {4, 5, 6}),
                new BatteryRecord(robot, t, "0", 24, -3, Double.NaN, 0.7, Double.NaN),
                new ModeRecord(robot, t, TwinMode.MIRROR, "asked for"),
                new HealthIndicatorRecord(
                        robot,
                        t,
                        List.of(new HealthIndicatorRecord.Joint(
                                "a",
                                false,
                                List.of(new HealthIndicatorRecord.Indicator(
                                        HealthIndicatorRecord.Kind.FRICTION, 3, 0.1, 50, "N·m", "")),
                                Double.NaN,
                                new HealthIndicatorRecord.Load(1, 2, 3, 4, 5, 3, 6, new double[] {1, 0.5})))),
                new DivergenceRecord(
                        robot, t, List.of("a", "b"), new double[] {1, Double.NaN}, NONE, NONE, new double[] {
                            Double.POSITIVE_INFINITY, 0.5
                        }),
                new EstimateRecord(
                        robot,
                        t,
                        List.of("a"),
                        new double[] {1e-5},
                        new double[] {1e-3},
                        new double[] {0.5},
                        new double[] {0.004},
                        new double[] {Double.NaN},
                        new double[] {2},
                        new double[] {-3},
                        new double[] {0.4},
                        List.of(new EstimateRecord.Contact("a", true)),
                        List.of(new EstimateRecord.Base(
                                new double[7],
                                new double[6],
                                new double[36],
                                new double[3],
                                new double[3],
                                new double[3],
                                5.5,
                                6)),
                        List.of(new EstimateRecord.Payload(
                                "tool", 3, 0.1, new double[] {0, 0, 0.1}, new double[3], true))),
                new ExplanationRecord(
                        robot,
                        t,
                        1.5,
                        List.of("a", "b"),
                        List.of(new ExplanationRecord.Cause(
                                ExplanationRecord.Kind.DELAY,
                                "",
                                0.9,
                                0.02,
                                1e-4,
                                "s",
                                120,
                                new double[] {0, 1},
                                "late"))),
                new FindingRecord(
                        robot,
                        t,
                        "f",
                        FindingRecord.Kind.RESIDUAL,
                        "a",
                        true,
                        5,
                        3,
                        "N m",
                        "too much",
                        new Evidence("residual", "a/effort-residual", t, 0.6, "threshold 3 σ")),
                new AlarmRecord(robot, t, "a", AlarmRecord.Priority.HIGH, AlarmRecord.State.UNACKNOWLEDGED, "look", ""),
                new ProposalRecord(robot, t, "tree", "slow_and_report", true, 2, "slow down", "friction"),
                new DecisionRecord(
                        robot,
                        t,
                        "slow_and_report",
                        "tree",
                        2,
                        List.of(new DecisionRecord.Loser("task", "plan", 0.5)),
                        "priority",
                        "stronger"),
                new GateRecord(
                        robot,
                        t,
                        true,
                        false,
                        GateRecord.Verdict.PASSED,
                        List.of(new GateRecord.Check("velocity", "a", 0.4, true)),
                        "within limits"),
                new CommandRecord(
                        robot,
                        t,
                        CommandRecord.Target.HARDWARE,
                        new JointCommand(robot, t, List.of("a"), new double[] {1.5}, new double[] {0}, NONE)),
                new FaultRecord(robot, t, new Fault(Fault.Kind.values()[0], "a", 3, 1_000)),
                new TelemetryHealthRecord(
                        robot,
                        t,
                        1,
                        2,
                        3,
                        4,
                        5,
                        6,
                        7,
                        125,
                        0.008,
                        List.of(new StreamHealth(
                                "imu base",
                                false,
                                1,
                                2,
                                3,
                                4,
                                5,
                                6,
                                7,
                                125,
                                0.1,
                                0.008,
                                0.001,
                                0.002,
                                3,
                                1e-5,
                                20,
                                0.1)),
                        List.of("elbow"),
                        new double[] {0.008},
                        List.of(new LateFrame("imu base", 7, 0.5))),
                new NoticeRecord(robot, t, NoticeRecord.Level.INFO, "link", "Zähler „x\" \n"),
                new TreeRecord(
                        robot,
                        t,
                        "guard",
                        List.of(new TreeRecord.Node(
                                1, "Sequence::1", TreeRecord.Status.RUNNING, TreeRecord.Status.IDLE, t)),
                        List.of(new TreeRecord.Board(
                                "Main", List.of(new TreeRecord.Value("rounds", TreeRecord.Kind.WHOLE, "3"))))));
    }
}
