package io.sigmaprompt.bridge.rosbag;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.bridge.cdr.CdrReader;
import io.sigmaprompt.bridge.cdr.JointStateMessage;
import io.sigmaprompt.physics.model.BadInputException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bags were written by ROS 1's own recorder; {@code record.py} beside them says how. */
class RosBagTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"none", "bz2", "lz4"})
    void whatRos1RecordedIsReadInEachCompression(String compression) throws Exception {
        try (RosBag bag = RosBag.open(recorded(compression))) {
            assertTrue(bag.damage().isEmpty());
            assertTrue(bag.isIndexed());
            assertTrue(bag.chunks().size() > 1);
            assertEquals(compression, bag.chunks().getFirst().compression());
            BagConnection joints = connection(bag, "/joint_states");
            assertEquals("sensor_msgs/JointState", joints.type());
            List<BagMessage> messages = all(bag, List.of(joints.id()));
            assertEquals(60, messages.size());
            BagMessage message = messages.get(37);
            assertEquals(1003_702_000_000L, message.timeNanos());
            var state = JointStateMessage.decode(new CdrTranscoder(joints, "bag").toCdr(message.data(), "m"), "m");
            assertEquals(1003_700_000_000L, state.stampNanos());
            assertEquals("base", state.frameId());
            assertEquals(List.of("shoulder", "elbow"), state.names());
            assertArrayEquals(new double[] {0.37, -0.5}, state.position());
            assertArrayEquals(new double[] {0.1, 0.25 * 37}, state.velocity());
            assertArrayEquals(new double[] {3, -41}, state.effort());
        }
    }

    @Test
    void everyTypeIsWrittenAnewByItsDefinition() throws Exception {
        try (RosBag bag = RosBag.open(recorded("lz4"))) {
            CdrReader imu = cdr(bag, "/imu", 1);
            header(imu);
            assertEquals(List.of(0.0, 0.0, 0.0, 1.0), doubles(imu, 4));
            doubles(imu, 9);
            assertEquals(List.of(0.0, 0.0, 1.5), doubles(imu, 3));
            CdrReader odometry = cdr(bag, "/odom", 2);
            header(odometry);
            assertEquals("body", odometry.readString("child"));
            assertEquals(1.5, odometry.readFloat64("x"));
            doubles(odometry, 2 + 4 + 36 + 6 + 36);
            assertEquals(0, odometry.remaining());
            CdrReader wrench = cdr(bag, "/wrench", 1);
            header(wrench);
            assertEquals(List.of(0.0, 0.0, -20.0), doubles(wrench, 3));
            CdrReader frames = cdr(bag, "/tf", 1);
            assertEquals(2, frames.readUint32("count"));
            header(frames);
            assertEquals("tool", frames.readString("child"));
            assertEquals(List.of(20.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0), doubles(frames, 7));
            assertEquals("hello 40", cdr(bag, "/say", 2).readString("data"));
            assertEquals(1, cdr(bag, "/ping", 0).remaining());
            CdrReader numbers = cdr(bag, "/numbers", 1);
            assertEquals(1, numbers.readUint32("dimensions"));
            assertEquals("row", numbers.readString("label"));
            assertEquals(2, numbers.readUint32("size"));
            assertEquals(2, numbers.readUint32("stride"));
            assertEquals(0, numbers.readUint32("offset"));
            assertArrayEquals(new double[] {1.5, 20}, numbers.readFloat64s("data"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "bz2", "lz4"})
    void aBagThatIsCutAnywhereKeepsWhatStandsBeforeTheCut(String compression) throws Exception {
        byte[] whole = Files.readAllBytes(recorded(compression));
        List<String> all = read(write(whole));
        int most = 0;
        for (int length = 13; length < whole.length; length += 61) {
            List<String> kept = read(write(Arrays.copyOf(whole, length)));
            assertEquals(all.subList(0, kept.size()), kept);
            assertTrue(kept.size() >= most, "a longer piece holds no less");
            most = kept.size();
        }
        assertEquals(all.size(), most);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "bz2", "lz4"})
    void aBagWithAnyBitFlippedIsReadOrToldOf(String compression) throws Exception {
        byte[] whole = Files.readAllBytes(recorded(compression));
        Random random = new Random(7);
        int told = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Path file = write(damaged);
            try (RosBag bag = RosBag.open(file)) {
                told += bag.damage().isPresent() ? 1 : 0;
                bag.damage().ifPresent(bad -> assertTrue(bad.place().startsWith(file + ":byte ")));
                all(bag, bag.connections().keySet());
            } catch (BadInputException e) {
                assertTrue(e.place().startsWith(file + ":byte 0"), e.getMessage());
                told++;
            }
        }
        assertTrue(told > 50, "told of " + told);
    }

    @Test
    void aBagWithoutIndexIsReadByItsChunks() throws Exception {
        byte[] whole = Files.readAllBytes(recorded("lz4"));
        ByteBuffer bytes = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        int at = new String(whole, StandardCharsets.ISO_8859_1).indexOf("index_pos=") + 10;
        int index = (int) bytes.getLong(at);
        bytes.putLong(at, 0);
        try (RosBag bag = RosBag.open(write(Arrays.copyOf(whole, index)))) {
            assertFalse(bag.isIndexed());
            assertTrue(bag.damage().isEmpty());
            assertEquals(
                    60, all(bag, List.of(connection(bag, "/joint_states").id())).size());
        }
    }

    @Test
    void whatIsNoBagOfThisFormatIsNamed() throws Exception {
        assertProblem("the file is empty", new byte[0]);
        assertProblem("does not begin with '#ROSBAG V2.0'", "SQLite format 3".getBytes(StandardCharsets.UTF_8));
        assertProblem("found #ROSBAG V1.2", "#ROSBAG V1.2\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void lengthsThatAreClaimedAreHeldAgainstTheFile() throws Exception {
        byte[] magic = "#ROSBAG V2.0\n".getBytes(StandardCharsets.UTF_8);
        byte[] claim = Arrays.copyOf(magic, magic.length + 8);
        Arrays.fill(claim, magic.length, magic.length + 4, (byte) 0xFF);
        try (RosBag bag = RosBag.open(write(claim))) {
            assertTrue(bag.damage().orElseThrow().problem().contains("claims 4294967295 bytes and 4 are left"));
        }
    }

    private void assertProblem(String expected, byte[] content) throws IOException {
        Path file = write(content);
        var bad = assertThrows(BadInputException.class, () -> RosBag.open(file));
        assertTrue(bad.problem().contains(expected), bad.problem());
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("x.bag"), content);
    }

    private static List<String> read(Path file) throws IOException {
        try (RosBag bag = RosBag.open(file)) {
            return all(bag, bag.connections().keySet()).stream()
                    .map(m -> m.connection() + " " + m.timeNanos() + " " + Arrays.hashCode(m.data()))
                    .toList();
        }
    }

    private static List<BagMessage> all(RosBag bag, Collection<Integer> connections) {
        List<BagMessage> all = new ArrayList<>();
        BagMessages messages = bag.messages(connections);
        for (BagMessage next = messages.next(); next != null; next = messages.next()) {
            all.add(next);
        }
        return all;
    }

    private static CdrReader cdr(RosBag bag, String topic, int index) {
        BagConnection connection = connection(bag, topic);
        byte[] ros1 = all(bag, List.of(connection.id())).get(index).data();
        return new CdrReader(new CdrTranscoder(connection, "bag").toCdr(ros1, topic), topic);
    }

    private static void header(CdrReader reader) {
        assertTrue(reader.readInt32("sec") >= 1000);
        reader.readUint32("nanosec");
        assertEquals("base", reader.readString("frame"));
    }

    private static List<Double> doubles(CdrReader reader, int count) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(reader.readFloat64("value"));
        }
        return values;
    }

    private static BagConnection connection(RosBag bag, String topic) {
        return bag.connections().values().stream()
                .filter(each -> each.topic().equals(topic))
                .findFirst()
                .orElseThrow();
    }

    static Path recorded(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(RosBagTest.class.getResource(name + ".bag"))
                .toURI());
    }
}
