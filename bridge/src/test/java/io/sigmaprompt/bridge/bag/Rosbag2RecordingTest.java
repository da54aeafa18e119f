package io.sigmaprompt.bridge.bag;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.bridge.Corpus;
import io.sigmaprompt.bridge.cdr.CdrWriter;
import io.sigmaprompt.bridge.cdr.JointStateMessage;
import io.sigmaprompt.bridge.recording.RecordedEntry;
import io.sigmaprompt.bridge.recording.Recording;
import io.sigmaprompt.bridge.ros.FurtherTopics;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.telemetry.TemperatureFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

class Rosbag2RecordingTest {
    private static final String UR10 = "telemetry/ur10/ur10_exciting_trajectory.db3";
    private static final String JOINT_STATE = JointStateMessage.TYPE;

    @TempDir
    Path folder;

    @Test
    void theRealUr10LogIsReadWholeAndExactly() {
        Path file = Corpus.path(UR10);
        List<RecordedEntry> entries;
        try (var recording = Rosbag2Recording.open(file, null)) {
            assertEquals("/joint_states", recording.topic());
            assertFalse(recording.carriesReceiveTimes());
            assertTrue(recording.warnings().getFirst().contains("no receive times"));
            entries = all(recording);
        }
        assertEquals(3441, entries.size());
        var first = assertInstanceOf(RecordedEntry.JointState.class, entries.getFirst());
        assertEquals(1, first.sourceNanos());
        assertEquals(
                List.of(
                        "shoulder_pan_joint",
                        "shoulder_lift_joint",
                        "elbow_joint",
                        "wrist_1_joint",
                        "wrist_2_joint",
                        "wrist_3_joint"),
                first.names());
        assertArrayEquals(bits("3FE3D539372CC638", "BFFDD49CDB538C5D"), head(first.position()));
        assertArrayEquals(bits("BF908A2AC274E528", "3F812AD6F40E7714"), head(first.velocity()));
        assertArrayEquals(bits("4020A50AC52E80AA", "C034A59E590E94AE"), head(first.effort()));
        var last = assertInstanceOf(RecordedEntry.JointState.class, entries.getLast());
        assertEquals(27_520_000_000L, last.sourceNanos());
        assertArrayEquals(bits("3FE3E0B081792287", "BFFDD7AFFD9C9419"), head(last.position()));
        assertArrayEquals(bits("C0150C35FA783064", "C01FAA78C1053ED6"), head(last.effort()));
        long previous = 0;
        for (RecordedEntry entry : entries) {
            var state = assertInstanceOf(RecordedEntry.JointState.class, entry);
            assertEquals(6, state.position().length);
            assertEquals(6, state.velocity().length);
            assertEquals(6, state.effort().length);
            assertTrue(state.sourceNanos() > previous);
            previous = state.sourceNanos();
        }
    }

    @Test
    void messagesComeByTimestampAndTiesByTheirId() throws Exception {
        Path file = bag("b.db3", "/joint_states", JOINT_STATE);
        insert(file, 1, 300, message(30));
        insert(file, 1, 100, message(11));
        insert(file, 1, 100, message(12));
        try (var recording = Rosbag2Recording.open(file, null)) {
            assertTrue(recording.carriesReceiveTimes());
            assertTrue(recording.warnings().isEmpty());
            List<Long> stamps = new ArrayList<>();
            List<Long> received = new ArrayList<>();
            for (RecordedEntry entry : all(recording)) {
                var state = assertInstanceOf(RecordedEntry.JointState.class, entry);
                stamps.add(state.sourceNanos());
                received.add(state.receiveNanos());
            }
            assertEquals(List.of(11L, 12L, 30L), stamps);
            assertEquals(List.of(100L, 100L, 300L), received);
        }
    }

    @Test
    void furtherTopicsComeBetweenTheJointStates() throws Exception {
        Path file = bag(
                "b.db3", "/joint_states", JOINT_STATE, "/air", "sensor_msgs/msg/Temperature", "/x", "a/msg/Unknown");
        byte[] air = new CdrWriter(java.nio.ByteOrder.LITTLE_ENDIAN)
                .int32(0)
                .int32(15)
                .string("wing")
                .toByteArray();
        byte[] whole = java.util.Arrays.copyOf(air, 4 + 16 + 8 + 16);
        java.nio.ByteBuffer.wrap(whole).order(java.nio.ByteOrder.LITTLE_ENDIAN).putDouble(4 + 24, 20.0);
        insert(file, 1, 100, message(10));
        insert(file, 2, 200, whole);
        insert(file, 3, 210, air);
        insert(file, 2, 220, air);
        insert(file, 1, 300, message(30));
        try (var recording = Rosbag2Recording.open(file, null, FurtherTopics.parse("b.db3", "auto"))) {
            List<RecordedEntry> entries = all(recording);
            assertEquals(4, entries.size());
            var frame = assertInstanceOf(RecordedEntry.Frame.class, entries.get(1));
            var temperature = assertInstanceOf(TemperatureFrame.class, frame.message());
            assertEquals(List.of("wing"), temperature.names());
            assertEquals(293.15, temperature.temperature()[0], 1e-9);
            assertEquals(15, temperature.sourceNanos());
            assertEquals(200, temperature.receiveNanos());
            var bad = assertInstanceOf(RecordedEntry.Unreadable.class, entries.get(2));
            assertTrue(bad.place().endsWith("b.db3 /air message 4"), bad.place());
            assertInstanceOf(RecordedEntry.JointState.class, entries.get(3));
        }
        FurtherTopics absent = FurtherTopics.parse("b.db3", "/wind=Imu");
        var refused = assertThrows(BadInputException.class, () -> Rosbag2Recording.open(file, null, absent));
        assertTrue(refused.remedy().contains("/air"), refused.remedy());
    }

    @Test
    void aDamagedMessageIsReportedWhereItStandsAndTheRestIsRead() throws Exception {
        Path file = bag("b.db3", "/joint_states", JOINT_STATE);
        insert(file, 1, 100, message(10));
        insert(file, 1, 200, new byte[] {0, 1, 0, 0, 9});
        insert(file, 1, 300, message(30));
        byte[] stampBeyondASecond = message(0);
        java.util.Arrays.fill(stampBeyondASecond, 8, 12, (byte) 0xFF);
        insert(file, 1, 400, stampBeyondASecond);
        try (var recording = Rosbag2Recording.open(file, null)) {
            List<RecordedEntry> entries = all(recording);
            assertEquals(4, entries.size());
            assertInstanceOf(RecordedEntry.Unreadable.class, entries.get(3));
            var bad = assertInstanceOf(RecordedEntry.Unreadable.class, entries.get(1));
            assertTrue(bad.place().endsWith("b.db3 /joint_states message 2"), bad.place());
            assertTrue(bad.problem().contains("header.stamp.sec"), bad.problem());
        }
    }

    @Test
    void severalJointStateTopicsAskForAChoice() throws Exception {
        Path file = bag("b.db3", "/left/joint_states", JOINT_STATE, "/right/joint_states", JOINT_STATE);
        insert(file, 2, 5, message(7));
        var thrown = assertThrows(BadInputException.class, () -> Rosbag2Recording.open(file, null));
        assertTrue(thrown.remedy().contains("/left/joint_states, /right/joint_states"), thrown.remedy());
        try (var recording = Rosbag2Recording.open(file, "/right/joint_states")) {
            assertEquals(1, all(recording).size());
        }
    }

    @Test
    void aTopicThatIsNotThereOrOfAnotherTypeIsRefusedWithWhatThereIs() throws Exception {
        Path file = bag("b.db3", "/imu", "sensor_msgs/msg/Imu");
        var none = assertThrows(BadInputException.class, () -> Rosbag2Recording.open(file, null));
        assertTrue(none.remedy().contains("/imu (sensor_msgs/msg/Imu)"), none.remedy());
        var absent = assertThrows(BadInputException.class, () -> Rosbag2Recording.open(file, "/joint_state"));
        assertTrue(absent.problem().contains("'/joint_state'"), absent.problem());
        var wrong = assertThrows(BadInputException.class, () -> Rosbag2Recording.open(file, "/imu"));
        assertTrue(wrong.problem().contains("is sensor_msgs/msg/Imu"), wrong.problem());
    }

    @Test
    void aFileThatIsNoBagIsRefused() throws Exception {
        assertProblem(folder.resolve("absent.db3"), "no such file");
        assertProblem(Files.createFile(folder.resolve("empty.db3")), "is empty");
        assertProblem(Files.writeString(folder.resolve("text.db3"), "x".repeat(300)), "SQLite");
        Path other = folder.resolve("other.db3");
        execute(other, "CREATE TABLE songs(id INTEGER PRIMARY KEY)");
        assertProblem(other, "no table 'topics'");
        Path none = Files.createDirectory(folder.resolve("none"));
        assertProblem(none, "metadata.yaml");
        assertProblem(bag("bag.db3", "/joint_states", JOINT_STATE), "has no messages");
    }

    @Test
    void aCutDatabaseSaysHowMuchIsMissing() throws IOException {
        byte[] whole = Files.readAllBytes(Corpus.path(UR10));
        Path file = Files.write(folder.resolve("cut.db3"), java.util.Arrays.copyOf(whole, 700_000));
        assertProblem(file, "should have 1257472 bytes and the file has 700000");
    }

    @Test
    void aDatabaseDamagedInTheMiddleIsRefusedAfterWhatCouldBeRead() throws Exception {
        Path file = bag("b.db3", "/joint_states", JOINT_STATE);
        for (int i = 0; i < 400; i++) {
            insert(file, 1, 100 + i, message(i));
        }
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, bytes.length - 16_384, bytes.length - 4096, (byte) 0x55);
        Files.write(file, bytes);
        List<RecordedEntry> read = new ArrayList<>();
        var thrown = assertThrows(BadInputException.class, () -> {
            try (var recording = Rosbag2Recording.open(file, null)) {
                for (var entry = recording.next(); entry != null; entry = recording.next()) {
                    read.add(entry);
                }
            }
        });
        assertEquals("Copy it again from its source.", thrown.remedy());
        assertFalse(read.isEmpty());
    }

    @Test
    void aColumnMapForABagIsSaidToBelongToTables() {
        var thrown = assertThrows(BadInputException.class, () -> new Rosbag2Provider()
                .create("absent.db3", java.util.Map.of("map", "absent.yaml")));
        assertTrue(thrown.problem().contains("a bag has no columns"), thrown.problem());
    }

    @Test
    void aBagFolderIsReadFileByFile() throws Exception {
        insert(bag("bag_0.db3", "/imu", "sensor_msgs/msg/Imu", "/joint_states", JOINT_STATE), 2, 10, message(1));
        insert(bag("bag_1.db3", "/joint_states", JOINT_STATE), 1, 20, message(2));
        metadata("""
                rosbag2_bagfile_information:
                  version: 8
                  storage_identifier: sqlite3
                  compression_mode: ''
                  relative_file_paths:
                    - bag_0.db3
                    - bag_1.db3
                """);
        try (var recording = Rosbag2Recording.open(folder, null)) {
            assertEquals(2, all(recording).size());
            assertNull(recording.next());
        }
    }

    @Test
    void aRenamedOnlyFileOfABagIsFoundBesideItsMetadata() throws Exception {
        insert(bag("renamed.db3", "/joint_states", JOINT_STATE), 1, 10, message(1));
        metadata("rosbag2_bagfile_information: {relative_file_paths: [original.db3]}");
        try (var recording = Rosbag2Recording.open(folder, null)) {
            assertEquals(1, all(recording).size());
        }
    }

    @Test
    void compressedBagsOtherStoragesAndBrokenMetadataAreRefusedByName() throws IOException {
        metadata("rosbag2_bagfile_information: {compression_mode: FILE, compression_format: zstd}");
        assertProblem(folder, "'FILE' (zstd)");
        metadata("rosbag2_bagfile_information: {storage_identifier: leveldb}");
        assertProblem(folder, "'leveldb'");
        metadata("rosbag2_bagfile_information: {");
        assertProblem(folder, "not YAML");
        metadata("rosbag2_bagfile_information: {}");
        assertProblem(folder, "names no file");
    }

    @Test
    void readingLeavesNoFileBesideTheBag() throws Exception {
        Path bags = Files.createDirectory(folder.resolve("strange name #1 100%?"));
        Path file = bags.resolve("b c.db3");
        Files.move(bag("b.db3", "/joint_states", JOINT_STATE), file);
        insert(file, 1, 10, message(1));
        try (var recording = Rosbag2Recording.open(file, null)) {
            assertEquals(1, all(recording).size());
            try (Stream<Path> files = Files.list(bags)) {
                assertEquals(List.of(file), files.toList());
            }
        }
    }

    @Test
    void aWriteAheadLogThatARecorderLeftIsReadToo() throws Exception {
        Path file = bag("live.db3", "/joint_states", JOINT_STATE);
        try (var connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA wal_autocheckpoint=0");
            try (var insert =
                    connection.prepareStatement("INSERT INTO messages(topic_id, timestamp, data) VALUES (1, 50, ?)")) {
                insert.setBytes(1, message(4));
                insert.executeUpdate();
            }
            try (var recording = Rosbag2Recording.open(file, null)) {
                assertEquals(1, all(recording).size());
            }
        }
    }

    private void assertProblem(Path file, String expected) {
        var thrown = assertThrows(BadInputException.class, () -> Rosbag2Recording.open(file, null));
        assertTrue(thrown.problem().contains(expected), thrown.getMessage());
        assertTrue(thrown.place().startsWith(file.toString()), thrown.place());
        assertFalse(thrown.remedy().isBlank());
    }

    private void metadata(String yaml) throws IOException {
        Files.writeString(folder.resolve("metadata.yaml"), yaml);
    }

    private Path bag(String name, String... topicsAndTypes) throws Exception {
        Path file = folder.resolve(name);
        execute(
                file,
                "CREATE TABLE topics(id INTEGER PRIMARY KEY, name TEXT, type TEXT, serialization_format TEXT)",
                "CREATE TABLE messages(id INTEGER PRIMARY KEY, topic_id INTEGER, timestamp INTEGER, data BLOB)",
                "CREATE INDEX timestamp_idx ON messages (timestamp ASC)");
        for (int i = 0; i < topicsAndTypes.length; i += 2) {
            execute(
                    file,
                    "INSERT INTO topics(name, type, serialization_format) VALUES ('" + topicsAndTypes[i] + "', '"
                            + topicsAndTypes[i + 1] + "', 'cdr')");
        }
        return file;
    }

    private static void execute(Path file, String... statements) throws Exception {
        try (var connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static void insert(Path file, int topic, long timestamp, byte[] data) throws Exception {
        String escaped = java.net.URLEncoder.encode(file.toString(), java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
        try (var connection = new SQLiteConfig().createConnection("jdbc:sqlite:file:" + escaped);
                var insert = connection.prepareStatement(
                        "INSERT INTO messages(topic_id, timestamp, data) VALUES (?, ?, ?)")) {
            insert.setInt(1, topic);
            insert.setLong(2, timestamp);
            insert.setBytes(3, data);
            insert.executeUpdate();
        }
    }

    private static byte[] message(long stamp) {
        return new JointStateMessage(
                        stamp, "", List.of("a", "b"), new double[] {1, 2}, new double[] {}, new double[] {})
                .encode();
    }

    private static List<RecordedEntry> all(Recording recording) {
        List<RecordedEntry> entries = new ArrayList<>();
        for (var entry = recording.next(); entry != null; entry = recording.next()) {
            entries.add(entry);
        }
        return entries;
    }

    private static double[] head(double[] values) {
        return java.util.Arrays.copyOf(values, 2);
    }

    private static double[] bits(String... hex) {
        return Stream.of(hex)
                .mapToDouble(text -> Double.longBitsToDouble(Long.parseUnsignedLong(text, 16)))
                .toArray();
    }
}
