package io.sigmaprompt.bridge.bag;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.bridge.recording.RecordedEntry;
import io.sigmaprompt.bridge.recording.Recording;
import io.sigmaprompt.bridge.ros.FurtherTopics;
import io.sigmaprompt.bridge.rosbag.RosBag;
import io.sigmaprompt.physics.model.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BagRos1Test {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"none", "bz2", "lz4"})
    void aRos1BagIsARecordingWithBothItsTimes(String name) throws Exception {
        try (Recording recording = Rosbag2Recording.open(recorded(name), null)) {
            assertTrue(recording.carriesReceiveTimes());
            assertEquals(List.of(), recording.warnings());
            List<RecordedEntry> entries = all(recording);
            assertEquals(60, entries.size());
            var state = assertInstanceOf(RecordedEntry.JointState.class, entries.get(12));
            assertEquals(1001_200_000_000L, state.sourceNanos());
            assertEquals(1001_202_000_000L, state.receiveNanos());
            assertEquals(List.of("shoulder", "elbow"), state.names());
            assertArrayEquals(new double[] {0.1, 3}, state.velocity());
        }
    }

    @Test
    void otherTopicsOfItAreUnderstood() throws Exception {
        try (Recording recording =
                Rosbag2Recording.open(recorded("lz4"), null, FurtherTopics.parse("bag", "/imu=Imu,/odom=Odometry"))) {
            List<RecordedEntry> entries = all(recording);
            assertEquals(
                    40,
                    entries.stream()
                            .filter(RecordedEntry.Frame.class::isInstance)
                            .count());
            assertEquals(100, entries.size());
        }
    }

    @Test
    void oneThatWasCutIsReadUpToTheCutAndSaysWhere() throws Exception {
        byte[] whole = Files.readAllBytes(recorded("none"));
        Path cut = Files.write(folder.resolve("cut.bag"), Arrays.copyOf(whole, whole.length / 2));
        try (Recording recording = Rosbag2Recording.open(cut, null)) {
            String warning = recording.warnings().getFirst();
            assertTrue(warning.startsWith(cut + ":byte "), warning);
            assertTrue(warning.contains("cut") && warning.endsWith("What stands before is read"), warning);
            int count = all(recording).size();
            assertTrue(count > 5 && count < 60, "kept " + count);
        }
    }

    @Test
    void aTopicThatIsNotThereIsAnsweredWithThoseThatAre() throws Exception {
        var bad = assertThrows(BadInputException.class, () -> Rosbag2Recording.open(recorded("lz4"), "/joints"));
        assertTrue(bad.getMessage().contains("/imu (sensor_msgs/msg/Imu)"), bad.getMessage());
    }

    private static List<RecordedEntry> all(Recording recording) {
        List<RecordedEntry> all = new ArrayList<>();
        for (RecordedEntry next = recording.next(); next != null; next = recording.next()) {
            all.add(next);
        }
        return all;
    }

    private static Path recorded(String name) throws Exception {
        return Path.of(
                Objects.requireNonNull(RosBag.class.getResource(name + ".bag")).toURI());
    }
}
