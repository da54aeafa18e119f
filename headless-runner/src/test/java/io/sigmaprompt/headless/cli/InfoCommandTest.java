package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class InfoCommandTest {
    private static final Path SHARED = Path.of(System.getProperty("sigma.corpus", "../shared"));
    private static final Path UR10 = SHARED.resolve("telemetry/ur10/ur10_exciting_trajectory.db3");

    @TempDir
    private Path folder;

    @Test
    void aBagTellsItsTopicTypeRateAndSpan() {
        JsonNode info = Call.of("info", UR10.toString(), "--json").object();
        assertEquals("rosbag2, SQLite", info.get("format").asString());
        assertEquals(3441, info.get("messages").asLong());
        assertEquals(27.52, info.get("seconds").asDouble(), 1e-3);
        JsonNode topic = info.get("topics").get(0);
        assertEquals("/joint_states", topic.get("name").asString());
        assertEquals("sensor_msgs/msg/JointState", topic.get("type").asString());
        assertEquals(125, topic.get("rate").asDouble(), 1e-6);
        assertEquals(0, topic.get("gaps").asLong());
    }

    @Test
    void aFlightTellsEveryTopicAndWhatTheLoggerLost() {
        Call call = Call.of(
                "info", SHARED.resolve("telemetry/px4/sample_log_small.ulg").toString());
        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().contains("PX4 ULog"), call.out());
        assertTrue(
                call.out().lines().anyMatch(line -> line.matches("vehicle_attitude +vehicle_attitude +1298 .*")),
                call.out());
        assertTrue(call.out().contains("! the logger lost data once, 30 ms in all"), call.out());
    }

    @Test
    void silencesAreFoundAndPlaced() throws Exception {
        StringBuilder rows = new StringBuilder("time,elbow_joint.position\n");
        for (int k = 0; k < 200; k++) {
            double late = k < 100 ? 0 : 3;
            rows.append(0.01 * k + late).append(",0.5\n");
        }
        Path table = Files.writeString(folder.resolve("gap.csv"), rows);
        JsonNode topic = Call.of("info", table.toString(), "--json")
                .object()
                .get("topics")
                .get(0);
        assertEquals(200, topic.get("messages").asLong());
        assertEquals(100, topic.get("rate").asDouble(), 0.1);
        assertEquals(3.01, topic.get("longestSilenceSeconds").asDouble(), 1e-6);
        assertEquals(0.99, topic.get("longestSilenceAtSeconds").asDouble(), 1e-6);
        assertEquals(1, topic.get("gaps").asLong());
    }

    @Test
    void ofARunTheTraceIsToldAndOfACutOneWhatStandsBefore() throws Exception {
        Path run = folder.resolve("run");
        assertEquals(
                0,
                Call.of("run", "library:first-light-short", "--lock-step", "--out", run.toString())
                        .code());
        JsonNode whole = Call.of("info", run.toString(), "--json").object();
        assertEquals("MCAP", whole.get("format").asString());
        assertTrue(
                whole.get("storage").toString().contains("indexed"),
                whole.get("storage").toString());
        assertEquals(0, whole.get("remarks").size());
        byte[] bytes = Files.readAllBytes(run.resolve("trace.mcap"));
        Path cut = Files.write(folder.resolve("cut.mcap"), Arrays.copyOf(bytes, bytes.length * 2 / 3));
        JsonNode rest = Call.of("info", cut.toString(), "--json").object();
        assertTrue(rest.get("messages").asLong() > 0, rest.toString());
        assertTrue(rest.get("messages").asLong() < whole.get("messages").asLong(), rest.toString());
        assertTrue(rest.get("remarks").toString().contains("What stands before is read"), rest.toString());
    }

    @Test
    void whatIsNoRecordingIsOneError() throws Exception {
        Call missing = Call.of("info", folder.resolve("no.mcap").toString());
        assertEquals(2, missing.code());
        assertTrue(missing.err().contains("there is no such file"), missing.err());
        Call other =
                Call.of("info", Files.writeString(folder.resolve("a.txt2"), "x").toString());
        assertEquals(2, other.code());
        assertTrue(other.err().contains("expected a recording, found another file"), other.err());
        Call empty = Call.of("info", folder.toString());
        assertEquals(2, empty.code());
        assertTrue(empty.err().contains("expected a recording, found another folder"), empty.err());
    }
}
