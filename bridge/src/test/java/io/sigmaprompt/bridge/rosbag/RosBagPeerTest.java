package io.sigmaprompt.bridge.rosbag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.bridge.NodeProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What we read from a bag and make of it, held against @foxglove/rosbag and the two decoders that go with it. */
class RosBagPeerTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"none", "bz2", "lz4"})
    void anIndependentReaderFindsTheSameMessagesAndTheSameValuesInOurCdr(String compression) throws Exception {
        Path bag = RosBagTest.recorded(compression);
        Map<String, String> ours = transcoded(bag);
        Path told = Files.writeString(folder.resolve("ours.json"), JSON.writeValueAsString(ours));

        JsonNode messages = JSON.readTree(NodeProgram.run("read-bag.mjs", bag.toString(), told.toString()));

        List<String> keys = new ArrayList<>();
        Set<String> types = new TreeSet<>();
        for (JsonNode message : messages) {
            String key = message.get("key").asString();
            JsonNode expected = message.get("ros1");
            forgetSequence(expected);
            assertEquals(expected, message.get("cdr"), key);
            keys.add(key);
            types.add(message.get("type").asString());
        }
        keys.sort(null);
        assertEquals(List.copyOf(ours.keySet()), keys);
        // 60 joint states, 20 of two other topics, 3 of five.
        assertEquals(115, keys.size());
        assertEquals(8, types.size(), types::toString);
        assertTrue(types.contains("sensor_msgs/JointState"), types::toString);
    }

    /** All of a bag's messages as CDR, by topic and time: no topic of these bags tells two things at one time. */
    private static Map<String, String> transcoded(Path file) throws Exception {
        Map<String, String> all = new TreeMap<>();
        try (RosBag bag = RosBag.open(file)) {
            BagMessages messages = bag.messages(bag.connections().keySet());
            for (BagMessage next = messages.next(); next != null; next = messages.next()) {
                BagConnection connection =
                        Objects.requireNonNull(bag.connections().get(next.connection()));
                byte[] cdr = new CdrTranscoder(connection, file.toString()).toCdr(next.data(), connection.topic());
                String key = connection.topic() + " " + next.timeNanos();
                assertNull(all.put(key, Base64.getEncoder().encodeToString(cdr)), key);
            }
        }
        return all;
    }

    /** ROS 2's header has no sequence number. */
    private static void forgetSequence(JsonNode value) {
        if (value.get("header") instanceof ObjectNode header) {
            header.remove("seq");
        }
        value.forEach(RosBagPeerTest::forgetSequence);
    }
}
