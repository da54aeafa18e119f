package io.sigmaprompt.bridge.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.bridge.NodeProgram;
import io.sigmaprompt.bridge.mcap.McapCompression;
import io.sigmaprompt.bridge.mcap.McapOptions;
import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.BaseStateRecord;
import io.sigmaprompt.twin.record.EstimateRecord;
import io.sigmaprompt.twin.record.Evidence;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.ImuRecord;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.record.StreamHealth;
import io.sigmaprompt.twin.record.TelemetryHealthRecord;
import io.sigmaprompt.twin.record.WrenchRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every kind of ROS message of a trace, read by @mcap/core and decoded by the definitions in the file. */
class RosMessagesTest {
    private static final long EPOCH = 1_790_000_000_000_000_000L;
    private static final long STEP = 10_000_000;
    private static final int ROUNDS = 300;
    private static final double HALF = Math.sqrt(0.5);
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(McapCompression.class)
    void anIndependentReaderDecodesEachKindOfMessageFromEachCompression(McapCompression compression)
            throws IOException {
        Path file = folder.resolve("trace.mcap");
        McapOptions options = McapOptions.DEFAULT.withChunkSize(1 << 16).withCompression(compression);
        try (var sink = new McapTraceSink(file, Files.newOutputStream(file), EPOCH, options)) {
            for (int round = 0; round < ROUNDS; round++) {
                records(round).forEach(sink::record);
            }
        }
        JsonNode read = JSON.readTree(NodeProgram.run("read-trace.mjs", file.toString()));
        assertEquals("[\"" + compression.key() + "\"]", read.get("compressions").toString());
        int compared = 0;
        int[] next = new int[9];
        for (JsonNode message : read.get("messages")) {
            JsonNode value = message.get("value");
            String topic = message.get("topic").asString();
            switch (topic) {
                case "/go/joint_states" -> jointState(value, next[0]++);
                case "/tf" -> transform(value, next[1]++);
                case "/go/odom" -> odometry(value, next[2]++);
                case "/go/estimate/odom" -> estimate(value, next[3]++);
                case "/go/imu/base_imu" -> imu(value, next[4]++);
                case "/go/imu/data" -> unknownImu(value, next[5]++);
                case "/go/wrench/left_foot" -> wrench(value, next[6]++);
                case "/diagnostics" -> diagnostics(value, next[7]++);
                default -> {
                    assertEquals("go", value.get("robot").asString(), topic);
                    next[8]++;
                }
            }
            compared++;
        }
        assertEquals(read.get("messageCount").asInt(), compared);
        for (int i = 0; i < 7; i++) {
            assertEquals(ROUNDS, next[i], "kind " + i);
        }
        assertEquals(3 * ROUNDS, next[7]);
        assertEquals(8 * ROUNDS, next[8]);
    }

    private static void jointState(JsonNode value, int round) {
        stamp(value, round, "");
        assertEquals("[\"hip\",\"knee\"]", value.get("name").toString());
        numbers(value.get("position"), 0.25 * round, -1e-300);
        assertEquals(3, value.at("/velocity/0").asDouble());
        assertEquals(-1.0 / 3, value.at("/effort/1").asDouble());
    }

    private static void transform(JsonNode value, int round) {
        JsonNode transform = value.at("/transforms/0");
        stamp(transform, round, "odom");
        assertEquals("go/trunk", transform.get("child_frame_id").asString());
        xyz(transform.at("/transform/translation"), round, 2, 0.5);
        assertEquals(HALF, transform.at("/transform/rotation/z").asDouble());
        assertEquals(HALF, transform.at("/transform/rotation/w").asDouble());
    }

    private static void odometry(JsonNode value, int round) {
        stamp(value, round, "odom");
        assertEquals("go/trunk", value.get("child_frame_id").asString());
        xyz(value.at("/pose/pose/position"), round, 2, 0.5);
        assertEquals(HALF, value.at("/pose/pose/orientation/w").asDouble());
        xyz(value.at("/twist/twist/linear"), 0.1, 0.2, 0.3);
        xyz(value.at("/twist/twist/angular"), 0.4, 0.5, 0.6);
        assertEquals(36, value.at("/pose/covariance").size());
        assertEquals(36, value.at("/twist/covariance").size());
    }

    private static void estimate(JsonNode value, int round) {
        stamp(value, round, "world");
        assertEquals("go/base_link", value.get("child_frame_id").asString());
        xyz(value.at("/pose/pose/position"), 7, 8, 9);
        // Ours has the angular velocity first.
        xyz(value.at("/twist/twist/linear"), 4, 5, 6);
        xyz(value.at("/twist/twist/angular"), 1, 2, 3);
        // Turned by a quarter about z, the base's x is the world's y: what is known of the two changes places.
        JsonNode pose = value.at("/pose/covariance");
        assertEquals(0.01, pose.get(0).asDouble(), 1e-15);
        assertEquals(0.05, pose.get(3 * 7).asDouble(), 1e-15);
        assertEquals(0.04, pose.get(4 * 7).asDouble(), 1e-15);
        assertEquals(0.06, pose.get(5 * 7).asDouble(), 1e-15);
        JsonNode twist = value.at("/twist/covariance");
        assertEquals(0.04, twist.get(0).asDouble(), 1e-15);
        assertEquals(0.01, twist.get(7).asDouble(), 1e-15);
        assertEquals(0.09, twist.get(14).asDouble(), 1e-15);
        assertEquals(0, twist.get(21).asDouble());
    }

    private static void imu(JsonNode value, int round) {
        stamp(value, round, "go/base imu");
        assertEquals(1, value.at("/orientation/w").asDouble());
        xyz(value.get("angular_velocity"), 0, 0.5, round);
        xyz(value.get("linear_acceleration"), 0, 0, 9.81);
        assertEquals(0, value.at("/orientation_covariance/0").asDouble());
    }

    private static void unknownImu(JsonNode value, int round) {
        stamp(value, round, "go/");
        // That is how the message says that there is none.
        assertEquals(-1, value.at("/orientation_covariance/0").asDouble());
        assertEquals(0, value.at("/angular_velocity_covariance/0").asDouble());
        xyz(value.get("linear_acceleration"), 1, 2, 3);
    }

    private static void wrench(JsonNode value, int round) {
        stamp(value, round, "go/left_foot");
        xyz(value.at("/wrench/force"), 1, 2, 100 + round);
        xyz(value.at("/wrench/torque"), 4, 5, 6);
    }

    private static void diagnostics(JsonNode value, int index) {
        int round = index / 3;
        stamp(value, round, "");
        JsonNode first = value.at("/status/0");
        assertEquals("go", first.get("hardware_id").asString());
        switch (index % 3) {
            case 0 -> {
                assertEquals(round % 2 == 0 ? 1 : 0, first.get("level").asInt());
                assertEquals("go: residual/knee", first.get("name").asString());
                assertEquals("drags — 5 N m", first.get("message").asString());
                assertEquals("value", first.at("/values/2/key").asString());
                assertEquals("5.0", first.at("/values/2/value").asString());
            }
            case 1 -> {
                assertEquals(2, first.get("level").asInt());
                assertEquals("go: alarm drag", first.get("name").asString());
            }
            default -> {
                assertEquals("go: telemetry", first.get("name").asString());
                // One more frame was rejected in each round, and later all falls silent.
                assertEquals(round < 200 ? 1 : 3, first.get("level").asInt());
                assertEquals(2, value.get("status").size());
                assertEquals(
                        "go: telemetry/imu base", value.at("/status/1/name").asString());
                assertEquals(0, value.at("/status/1/level").asInt());
            }
        }
    }

    private static void stamp(JsonNode message, int round, String frame) {
        long nanos = EPOCH + round * STEP;
        assertEquals(nanos / 1_000_000_000, message.at("/header/stamp/sec").asLong());
        assertEquals(nanos % 1_000_000_000, message.at("/header/stamp/nsec").asLong());
        assertEquals(frame, message.at("/header/frame_id").asString());
    }

    private static void xyz(JsonNode vector, double x, double y, double z) {
        assertEquals(x, vector.get("x").asDouble());
        assertEquals(y, vector.get("y").asDouble());
        assertEquals(z, vector.get("z").asDouble());
    }

    private static void numbers(JsonNode array, double... expected) {
        assertEquals(expected.length, array.size());
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], array.get(i).asDouble());
        }
    }

    private static List<OutputRecord> records(int round) {
        String robot = "go";
        long t = round * STEP;
        double[] quarterTurn = {0, 0, HALF, HALF};
        double[] covariance = new double[36];
        for (int i = 0; i < 6; i++) {
            covariance[7 * i] = (i + 1) / 100.0;
        }
        List<OutputRecord> records = new ArrayList<>();
        records.add(new JointStateRecord(
                robot,
                t,
                JointStateRecord.Body.ROBOT,
                List.of("hip", "knee"),
                new double[] {0.25 * round, -1e-300},
                new double[] {3, 4},
                new double[] {5, -1.0 / 3}));
        records.add(new BaseStateRecord(
                robot,
                t,
                "odom",
                "trunk",
                new double[] {round, 2, 0.5},
                quarterTurn,
                new double[] {0.1, 0.2, 0.3},
                new double[] {0.4, 0.5, 0.6}));
        records.add(estimate(robot, t, covariance));
        records.add(new ImuRecord(
                robot, t, "base imu", new double[] {0, 0, 0, 1}, new double[] {0, 0.5, round}, new double[] {0, 0, 9.81
                }));
        records.add(new ImuRecord(robot, t, "", new double[0], new double[3], new double[] {1, 2, 3}));
        records.add(new WrenchRecord(robot, t, "left_foot", new double[] {1, 2, 100 + round}, new double[] {4, 5, 6}));
        records.add(new FindingRecord(
                robot,
                t,
                "residual/knee",
                FindingRecord.Kind.RESIDUAL,
                "knee",
                round % 2 == 0,
                5,
                3,
                "N m",
                "drags — 5 N m",
                new Evidence("residual", "knee/effort", t, 0.9, "")));
        records.add(new AlarmRecord(
                robot, t, "drag", AlarmRecord.Priority.CRITICAL, AlarmRecord.State.ACKNOWLEDGED, "look", "me"));
        records.add(new TelemetryHealthRecord(
                robot,
                t,
                10,
                0,
                0,
                0,
                round + 1,
                0,
                0,
                100,
                round < 200 ? 0.01 : Double.POSITIVE_INFINITY,
                List.of(new StreamHealth(
                        "imu base", false, 1, 2, 3, 0, 0, 0, 7, 125, 0.1, 0.008, 0.001, 0.002, 3, 1e-5, 20, 0.1)),
                List.of("knee"),
                new double[] {0.008},
                List.of()));
        return records;
    }

    private static EstimateRecord estimate(String robot, long t, double[] covariance) {
        double[] none = {0};
        return new EstimateRecord(
                robot,
                t,
                List.of("knee"),
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                List.of(),
                List.of(new EstimateRecord.Base(
                        new double[] {7, 8, 9, 0, 0, HALF, HALF},
                        new double[] {1, 2, 3, 4, 5, 6},
                        covariance,
                        new double[] {0.1, 0.2, 0.3},
                        new double[3],
                        new double[3],
                        1,
                        6)),
                List.of());
    }
}
