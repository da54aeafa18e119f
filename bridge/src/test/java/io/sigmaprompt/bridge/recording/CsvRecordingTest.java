package io.sigmaprompt.bridge.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.bridge.Corpus;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.telemetry.CurrentFrame;
import io.sigmaprompt.twin.telemetry.TemperatureFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRecordingTest {
    @TempDir
    Path folder;

    @Test
    void columnsNamedAfterJointAndQuantityNeedNoMap() throws IOException {
        Path file = table("""
                time,shoulder_position,elbow_position,shoulder_velocity,elbow_velocity,tau_elbow,effort_shoulder
                0.000,1,2,3,4,6,5
                0.008,1.5,-2e-3,3,4,6,5
                """);
        try (var recording = CsvRecording.open(file, CsvMap.GUESSED)) {
            List<RecordedEntry> entries = all(recording);
            assertEquals(2, entries.size());
            var second = assertInstanceOf(RecordedEntry.JointState.class, entries.get(1));
            assertEquals(8_000_000, second.sourceNanos());
            assertEquals(List.of("shoulder", "elbow"), second.names());
            assertArrayEquals(new double[] {1.5, -0.002}, second.position());
            assertArrayEquals(new double[] {3, 4}, second.velocity());
            assertArrayEquals(new double[] {5, 6}, second.effort());
            assertFalse(recording.carriesReceiveTimes());
            assertTrue(recording.warnings().isEmpty());
        }
    }

    @Test
    void namesOfPlottingToolsAreUnderstood() throws IOException {
        Path file = table("""
                timestamp_ns\t/joint_states/a/position\t/joint_states/b/position
                12\t1\t2
                """);
        try (var recording = CsvRecording.open(file, CsvMap.GUESSED)) {
            var only = assertInstanceOf(RecordedEntry.JointState.class, recording.next());
            assertEquals(List.of("a", "b"), only.names());
            assertEquals(12, only.sourceNanos());
        }
    }

    @Test
    void currentsAndTemperaturesFollowTheJointStateAndNeedNotBeThereForEveryJoint() throws IOException {
        Path file = table("""
                t,a.position,b.position,a.current,b.current,b.temperature
                0,1,2,0.5,-0.5,20
                1,1,2,0.5,,21
                """);
        try (var recording = CsvRecording.open(file, CsvMap.GUESSED)) {
            List<RecordedEntry> entries = all(recording);
            assertEquals(5, entries.size());
            assertInstanceOf(RecordedEntry.JointState.class, entries.get(0));
            var current = assertInstanceOf(CurrentFrame.class, ((RecordedEntry.Frame) entries.get(1)).message());
            assertEquals(List.of("a", "b"), current.names());
            assertArrayEquals(new double[] {0.5, -0.5}, current.current());
            var warm = assertInstanceOf(TemperatureFrame.class, ((RecordedEntry.Frame) entries.get(4)).message());
            assertEquals(List.of("b"), warm.names());
            assertArrayEquals(new double[] {294.15}, warm.temperature(), 1e-9);
            assertEquals(1_000_000_000, warm.sourceNanos());
            assertTrue(recording.warnings().getFirst().contains("the current is not complete"));
        }
    }

    @Test
    void temperaturesInKelvinsAreTakenAsTheyAreAndOtherUnitsRefused() throws IOException {
        Path file = table("t,q_a,T_a\n0,1,300\n");
        var map = CsvMap.of(
                "map", Map.of("position", "q_{joint}", "temperature", "T_{joint}", "temperatureUnit", "K"), Map.of());
        try (var recording = CsvRecording.open(file, map)) {
            var frame = (RecordedEntry.Frame) all(recording).get(1);
            assertArrayEquals(new double[] {300}, ((TemperatureFrame) frame.message()).temperature());
        }
        assertThrows(BadInputException.class, () -> CsvMap.of("map", Map.of("temperatureUnit", "F"), Map.of()));
    }

    @Test
    void aCobotsLogWithoutPositionsIsRefusedSayingWhatItHas() {
        Path file = Corpus.path("telemetry/ur3-cobotops/cobotops_part1.csv");
        var map = CsvMap.of("map", Map.of("decimal", ",", "time", "Timestamp"), Map.of());
        var refused = assertThrows(BadInputException.class, () -> CsvRecording.open(file, map));
        assertTrue(refused.problem().contains("6 of velocity"), refused.problem());
        assertTrue(refused.problem().contains("of temperature"), refused.problem());
        assertTrue(refused.remedy().contains("record it with positions"), refused.remedy());
    }

    @Test
    void aMapSaysWhatTheHeaderDoesNot() throws IOException {
        Path file = table("""
                \uFEFF"when";q1;"q2";w1;w2;note
                "2026-01-31T12:00:00.250Z";1,5;"-2,25";0;1;"says ""hi"";
                and more"
                2026-01-31 12:00:01;1;2;3;4;
                """);
        Path map = Files.writeString(folder.resolve("map.yaml"), """
                decimal: ","
                time: when
                position: "q{joint}"
                velocity: "w{joint}"
                joints: {elbow: "2", shoulder: "1"}
                """);
        try (var recording = CsvRecording.open(file, CsvMap.read(map))) {
            List<RecordedEntry> entries = all(recording);
            var first = assertInstanceOf(RecordedEntry.JointState.class, entries.get(0));
            assertEquals(1_769_860_800_250_000_000L, first.sourceNanos());
            assertEquals(List.of("elbow", "shoulder"), first.names());
            assertArrayEquals(new double[] {-2.25, 1.5}, first.position());
            assertArrayEquals(new double[] {1, 0}, first.velocity());
            var second = assertInstanceOf(RecordedEntry.JointState.class, entries.get(1));
            assertEquals(750_000_000L, second.sourceNanos() - first.sourceNanos());
        }
    }

    @Test
    void everyBadRowIsReportedWithLineAndColumn() throws IOException {
        Path file = table("""
                t_ms,a_pos,b_pos,a_vel,b_vel
                1,0.5,0.5,0,0
                2,,0.5,0,0
                3,0.5,0x1p3,0,0

                4,0.5
                soon,0.5,0.5,0,0
                6,0.5,1e999,0,0
                7,0.5,0.5,0,
                8,0.5,0.5,NaN,0
                9,0,5,0,5,0,0
                10,0.5,0.5,0,0""");
        try (var recording = CsvRecording.open(file, CsvMap.GUESSED)) {
            List<RecordedEntry> entries = all(recording);
            List<String> places = new ArrayList<>();
            for (RecordedEntry entry : entries) {
                if (entry instanceof RecordedEntry.Unreadable bad) {
                    places.add(bad.place().substring(file.toString().length()) + " " + bad.problem());
                }
            }
            assertEquals(
                    List.of(
                            ":3:3 the cell for a is empty",
                            ":4:7 expected a number with the decimal sign '.' for b, found '0x1p3'",
                            ":6:1 the row has 2 cells and the header 5",
                            ":7:1 expected a time in ms, found 'soon'",
                            ":8:7 expected a number with the decimal sign '.' for b, found '1e999'",
                            ":11:1 the row has 7 cells and the header 5 (maybe its numbers have decimal commas)"),
                    places);
            assertEquals(10, entries.size());
            var withoutVelocity = assertInstanceOf(RecordedEntry.JointState.class, entries.get(6));
            assertEquals(0, withoutVelocity.velocity().length);
            assertEquals(
                    List.of(file
                            + ":9:13: the velocity is not complete here and in 1 more rows; those frames have none"),
                    recording.warnings());
        }
    }

    @Test
    void aRealTableWithoutPositionsIsRefusedWithTheColumnsItHas() {
        Path file = Corpus.path("telemetry/ur3-cobotops/cobotops_part1.csv");
        var map = CsvMap.of("map", Map.of("decimal", ",", "velocity", "Speed_{joint}"), Map.of());
        var thrown = assertThrows(BadInputException.class, () -> CsvRecording.open(file, map));
        assertEquals(file + ":1:1", thrown.place());
        assertTrue(thrown.problem().contains("mirrors positions"), thrown.problem());
        assertTrue(thrown.problem().contains("Speed_J0, Speed_J1"), thrown.problem());
        assertTrue(thrown.problem().contains("Temperature_T0"), thrown.problem());
    }

    @Test
    void everyRowOfARealTableWithGapsIsAFrameOrAReport() {
        Path file = Corpus.path("telemetry/ur3-cobotops/cobotops_part1.csv");
        // The table holds no positions; its currents stand in for them here, to read real rows with real gaps.
        var map = CsvMap.of(
                "map", Map.of("decimal", ",", "position", "Current_{joint}", "velocity", "Speed_{joint}"), Map.of());
        int frames = 0;
        int reports = 0;
        try (var recording = CsvRecording.open(file, map)) {
            assertEquals(List.of("J0", "J1", "J2", "J3", "J4", "J5"), recording.names());
            long previous = Long.MIN_VALUE;
            for (var entry = recording.next(); entry != null; entry = recording.next()) {
                if (entry instanceof RecordedEntry.JointState state) {
                    if (frames == 0) {
                        assertEquals(1_666_772_241_847_000_000L, state.sourceNanos());
                        assertEquals(0.109627604, state.position()[0]);
                        assertEquals(-0.152962238, state.velocity()[5]);
                    }
                    assertTrue(state.sourceNanos() >= previous);
                    previous = state.sourceNanos();
                    frames++;
                } else {
                    reports++;
                }
            }
        }
        assertEquals(3699, frames + reports);
        assertTrue(reports > 0 && frames > 3600, frames + " frames, " + reports + " reports");
    }

    @Test
    void filesThatAreNoTablesAreRefused() throws IOException {
        assertProblem(folder.resolve("absent.csv"), "no such file");
        assertProblem(folder, "folder");
        assertProblem(table(""), "empty");
        assertProblem(table("\n\n"), "empty");
        assertProblem(table("t,a_pos\n\n"), "no rows");
        assertProblem(
                table("a_position,b_position\n1,2\n"), "named like a time; the columns are a_position, b_position");
        assertProblem(table("time,x,y\n1,2,3\n"), "no column is named like one; the columns are time, x, y");
        assertProblem(table("\"" + "x".repeat(1 << 21)), "longer than");
    }

    @Test
    void aVelocityThatSomeJointsLackIsLeftOutAndSaid() throws IOException {
        try (var recording = CsvRecording.open(table("t,a_pos,b_pos,a_vel\n1,2,3,4\n"), CsvMap.GUESSED)) {
            var only = assertInstanceOf(RecordedEntry.JointState.class, recording.next());
            assertEquals(0, only.velocity().length);
            assertTrue(recording.warnings().getFirst().contains("no velocity of b"));
        }
    }

    @Test
    void aMappedJointWithoutAColumnIsRefused() throws IOException {
        Path file = table("t,q1\n1,2\n");
        var map = CsvMap.of("map", Map.of("position", "q{joint}"), Map.of("elbow", "1", "wrist", "2"));
        var thrown = assertThrows(BadInputException.class, () -> CsvRecording.open(file, map));
        assertTrue(thrown.problem().contains("'wrist' stands as '2'"), thrown.problem());
    }

    @Test
    void mapsThatSaySomethingUnknownAreRefused() throws IOException {
        assertMapProblem("positions: \"q_{joint}\"", "'positions'");
        assertMapProblem("position: q_1", "where the joint's name stands");
        assertMapProblem("timeUnit: h", "'h'");
        assertMapProblem("decimal: x", "must be . or ,");
        assertMapProblem("delimiter: \"::\"", "one character");
        assertMapProblem("- a", "keys and values");
        assertMapProblem("a: [", "not YAML");
        assertThrows(BadInputException.class, () -> CsvMap.read(folder.resolve("absent.yaml")));
    }

    @Test
    void timesThatSpanYearsAreRefusedWithTheUnitThatMakesSense() throws IOException {
        assertTimesRefused("time", 8_000_000L, "span 126 years", "timeUnit: ns, which gives a row every 8.00 ms");
        assertTimesRefused("time", 8_000L, "span", "timeUnit: us, which gives a row every 8.00 ms");
        assertTimesRefused("time_ms", 8_000_000L, "span", "timeUnit: ns");
        var stated = CsvMap.of("map", Map.of("timeUnit", "ns"), Map.of());
        try (var recording = CsvRecording.open(tableOfTimes("time", 8_000_000), stated)) {
            assertEquals(500, all(recording).size());
        }
        try (var recording = CsvRecording.open(tableOfTimes("time_ns", 8_000_000), CsvMap.GUESSED)) {
            assertEquals(500, all(recording).size());
        }
    }

    @Test
    void timesThatDoNotGrowAreRefused() throws IOException {
        assertProblem(tableOfTimes("time", 0), "do not grow");
        assertProblem(tableOfTimes("time", -1), "do not grow");
    }

    @Test
    void wholeNumbersTooFarApartForSecondsAreRefusedUnlessTheirNameSaysSo() throws IOException {
        String rows = "0,1\n1,1\n2,1\n4,1\n5,1\n6,1\n7,1\n8,1\n";
        Path file = table("time,a_pos\n" + rows);
        var thrown = assertThrows(BadInputException.class, () -> CsvRecording.open(file, CsvMap.GUESSED));
        assertTrue(thrown.problem().contains("'time' holds whole numbers"), thrown.problem());
        assertTrue(thrown.remedy().contains("time_ms") && thrown.remedy().contains("timeUnit: ms"), thrown.remedy());
        CsvRecording.open(table("time_s,a_pos\n" + rows), CsvMap.GUESSED).close();
        CsvRecording.open(table("time_ms,a_pos\n" + rows), CsvMap.GUESSED).close();
    }

    private void assertTimesRefused(String header, long step, String problem, String remedy) throws IOException {
        Path file = tableOfTimes(header, step);
        var thrown = assertThrows(BadInputException.class, () -> CsvRecording.open(file, CsvMap.GUESSED));
        assertTrue(thrown.problem().contains(problem), thrown.problem());
        assertTrue(thrown.remedy().contains(remedy), thrown.remedy());
    }

    private Path tableOfTimes(String header, long step) throws IOException {
        var text = new StringBuilder(header).append(",a_pos\n");
        for (int i = 0; i < 500; i++) {
            text.append(1_666_772_241_000L + i * step).append(",0.5\n");
        }
        return table(text.toString());
    }

    @Test
    void anUnknownKeyOfAMapIsSaidWithItsLineAndTheNearestKnownOne() throws IOException {
        Path map = Files.writeString(folder.resolve("map.yaml"), "position: \"q_{joint}\"\ntme: stamp\n");
        var thrown = assertThrows(BadInputException.class, () -> CsvMap.read(map));
        assertEquals(map + ":2:1", thrown.place());
        assertTrue(thrown.remedy().startsWith("Did you mean 'time'?"), thrown.remedy());
    }

    @Property(tries = 200)
    void numbersComeBackExactlyWhateverTheDelimiterAndDecimalSign(
            @ForAll @Size(min = 1, max = 4) List<Double> values, @ForAll boolean comma) throws IOException {
        Path file = Files.createTempFile("numbers", ".csv");
        try {
            var text = new StringBuilder("t;a_pos\n");
            int row = 0;
            for (double value : values) {
                text.append(row++)
                        .append(';')
                        .append(comma ? String.valueOf(value).replace('.', ',') : value)
                        .append("\r\n");
            }
            Files.writeString(file, text);
            var map = CsvMap.of("map", Map.of("decimal", comma ? "," : "."), Map.of());
            try (var recording = CsvRecording.open(file, map)) {
                for (double value : values) {
                    var state = assertInstanceOf(RecordedEntry.JointState.class, recording.next());
                    assertEquals(value, state.position()[0]);
                }
            }
        } finally {
            Files.delete(file);
        }
    }

    private Path table(String text) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), text);
    }

    private void assertProblem(Path file, String expected) {
        var thrown = assertThrows(BadInputException.class, () -> CsvRecording.open(file, CsvMap.GUESSED));
        assertTrue(thrown.problem().contains(expected), thrown.getMessage());
        assertTrue(thrown.place().startsWith(file.toString()), thrown.place());
    }

    private void assertMapProblem(String yaml, String expected) throws IOException {
        Path map = Files.writeString(folder.resolve("map.yaml"), yaml);
        var thrown = assertThrows(BadInputException.class, () -> CsvMap.read(map));
        assertTrue(thrown.problem().contains(expected), thrown.getMessage());
        assertTrue(thrown.place().startsWith(map.toString()), thrown.place());
    }

    private static List<RecordedEntry> all(Recording recording) {
        List<RecordedEntry> entries = new ArrayList<>();
        for (var entry = recording.next(); entry != null; entry = recording.next()) {
            entries.add(entry);
        }
        return entries;
    }
}
