package io.sigmaprompt.bridge.bag;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.bridge.Corpus;
import io.sigmaprompt.bridge.mcap.McapCompression;
import io.sigmaprompt.bridge.mcap.McapOptions;
import io.sigmaprompt.bridge.mcap.McapWriter;
import io.sigmaprompt.bridge.recording.RecordedEntry;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real bag, stored as MCAP: its joint states come as they do from SQLite. */
class BagMcapTest {
    private static final Path BAG = Corpus.path("telemetry/ur10/ur10_exciting_trajectory.db3");

    @TempDir
    private Path folder;

    private Path converted(McapCompression compression) throws IOException {
        Path file = folder.resolve("bag_0.mcap");
        try (var bag = new BagDatabase(BAG);
                var writer = new McapWriter(
                        new BufferedOutputStream(Files.newOutputStream(file)),
                        "ros2",
                        McapOptions.DEFAULT.withCompression(compression).withChunkSize(1 << 16))) {
            BagStorage.Topic topic = bag.topics().getFirst();
            int schema = writer.schema(topic.type(), "ros2msg", "".getBytes(StandardCharsets.UTF_8));
            int channel = writer.channel(schema, topic.name(), "cdr", Map.of());
            bag.select(bag.topics());
            for (var next = bag.next(); next != null; next = bag.next()) {
                writer.message(channel, next.id(), next.timestampNanos(), next.timestampNanos(), next.data());
            }
        }
        return file;
    }

    @ParameterizedTest
    @EnumSource(McapCompression.class)
    void jointStatesComeAsFromTheDatabase(McapCompression compression) throws IOException {
        int count = 0;
        try (var expected = Rosbag2Recording.open(BAG, null);
                var found = Rosbag2Recording.open(converted(compression), null)) {
            assertEquals(expected.topic(), found.topic());
            assertEquals(expected.carriesReceiveTimes(), found.carriesReceiveTimes());
            for (RecordedEntry next = expected.next(); next != null; next = expected.next()) {
                var one = assertInstanceOf(RecordedEntry.JointState.class, next);
                var other = assertInstanceOf(RecordedEntry.JointState.class, found.next());
                assertEquals(one.sourceNanos(), other.sourceNanos());
                assertEquals(one.receiveNanos(), other.receiveNanos());
                assertEquals(one.names(), other.names());
                assertArrayEquals(one.position(), other.position());
                assertArrayEquals(one.effort(), other.effort());
                count++;
            }
        }
        assertTrue(count > 1000, "messages: " + count);
    }

    @Test
    void aBagFolderMayNameMcapFiles() throws IOException {
        converted(McapCompression.ZSTD);
        Files.writeString(folder.resolve("metadata.yaml"), """
                rosbag2_bagfile_information:
                  storage_identifier: mcap
                  relative_file_paths: [bag_0.mcap]
                """);
        try (var bag = Rosbag2Recording.open(folder, null)) {
            assertNotNull(bag.next());
        }
    }

    @Test
    void aFileThatWasCutIsReadToTheCutAndSaysSo() throws IOException {
        Path file = converted(McapCompression.LZ4);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        try (var bag = Rosbag2Recording.open(file, null)) {
            int count = 0;
            while (bag.next() != null) {
                count++;
            }
            assertTrue(count > 500, "messages: " + count);
            assertFalse(bag.warnings().stream().noneMatch(warning -> warning.contains("bag_0.mcap:byte ")));
        }
    }
}
