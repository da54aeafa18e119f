package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The benchmark's layout, its result format and what a user gets wrong; the scoring has a test of its own. */
class BenchNabCommandTest {
    private static final LocalDateTime START = LocalDateTime.of(2014, 4, 1, 0, 0);

    @TempDir
    Path folder;

    private Path labels;

    @BeforeEach
    void writeBenchmark() throws IOException {
        write("real/jump.csv", 1500);
        write("quiet/calm.csv", Integer.MAX_VALUE);
        labels = Files.createDirectories(folder.resolve("labels")).resolve("combined_windows.json");
        Files.writeString(
                labels,
                "{\"real/jump.csv\": [[\"" + stamp(1400) + ".000000\", \"" + stamp(1599)
                        + ".000000\"]],\n \"quiet/calm.csv\": []}");
    }

    private static String stamp(int row) {
        return START.plusMinutes(5L * row).toString().replace('T', ' ') + ":00";
    }

    /** Noise about 10, about 20 from a row on. */
    private void write(String path, int jump) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder("timestamp,value\n");
        for (int row = 0; row < 2000; row++) {
            text.append(stamp(row))
                    .append(',')
                    .append(row >= jump ? 20 : 10 + random.nextDouble())
                    .append('\n');
        }
        Path file = folder.resolve("data").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void itTellsTheScoresAndWritesThemInTheBenchmarksFormat() throws IOException {
        Path out = folder.resolve("new/results");
        Call call = bench("--out", out.toString());
        assertEquals(0, call.code(), call.err());
        for (String word :
                List.of("2 series, 4000 rows, 1 windows", "context", "windowed-gaussian", "reward_low_FP_rate")) {
            assertTrue(call.out().contains(word), call.out());
        }
        assertTrue(call.err().contains("context: real/jump.csv, 2 of 2"), call.err());
        for (String detector : List.of("context", "windowed-gaussian")) {
            List<String> lines = Files.readAllLines(out.resolve(detector + "/real/" + detector + "_jump.csv"));
            assertEquals("timestamp,value,anomaly_score,label", lines.getFirst());
            assertEquals(2001, lines.size());
            assertTrue(lines.get(1500).endsWith(",1"), "row 1499 lies in the window");
            assertTrue(lines.get(1400).endsWith(",0"), "row 1399 does not");
            assertTrue(lines.get(1501).startsWith(stamp(1500) + ",20.0,"), lines.get(1501));
            assertTrue(Double.parseDouble(lines.get(1501).split(",")[2]) > 0.5, lines.get(1501));
        }
        String page = Files.readString(out.resolve("nab.html"));
        assertTrue(page.contains("real/jump.csv") && page.contains("f-ok"), "the series drawn, with its detection");
        assertFalse(page.contains("NaN"));
    }

    @Test
    void oneObjectTellsPrograms() {
        Call call = bench("--detector", "context", "--json");
        assertEquals(0, call.code(), call.err());
        JsonNode json = call.object();
        assertEquals("nab", json.get("bench").asString());
        JsonNode context = json.at("/detectors/0");
        assertEquals("context", context.get("detector").asString());
        assertTrue(context.at("/profiles/standard/score").asDouble() > 80, context::toString);
        assertEquals(1, context.at("/profiles/standard/found").asInt());
        assertEquals(stamp(1500), context.at("/series/1/detections/0").asString());
        assertTrue(json.at("/detectors/1").isMissingNode());
    }

    @Test
    void aSeriesWithoutLabelsIsToldByNameAndTheOthersAreScored() throws IOException {
        write("real/new.csv", 1200);
        Files.writeString(labels, "{\"real/jump.csv\": [], \"real/gone.csv\": []}");
        Call call = bench();
        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().contains("data/real/new.csv has no labels"), call.out());
        assertTrue(call.out().contains("data/quiet/calm.csv has no labels"), call.out());
        assertTrue(call.out().contains("1 series that are not there: real/gone.csv"), call.out());
        assertTrue(call.out().contains("1 series, 2000 rows, 0 windows"), call.out());
    }

    @Test
    void aFolderWithoutLabelsOrDataIsRefused() throws IOException {
        Files.delete(labels);
        Call call = bench();
        assertEquals(2, call.code());
        assertTrue(call.err().contains("combined_windows.json: expected the benchmark's labels"), call.err());
        Call other = Call.of("bench", "nab", folder.resolve("labels").toString());
        assertEquals(2, other.code());
        assertTrue(other.err().contains("expected a folder 'data' in it"), other.err());
        Call nowhere = Call.of("bench", "nab", folder.resolve("nowhere").toString());
        assertEquals(2, nowhere.code());
        assertTrue(nowhere.err().contains("DIR: expected a folder, found none"), nowhere.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "time,value|2014-04-01 00:00:00,1; bad.csv:1: expected the header 'timestamp,value', found 'time,value'",
                "timestamp,value|2014-04-01 00:00:00,1|2014-04-01 00:05:00,1x; bad.csv:3: expected a number as value, found '1x'",
                "timestamp,value|2014-04-01 00:00:00,NaN; bad.csv:2: expected a finite value, found 'NaN'",
                "timestamp,value|2014-04-01,3; bad.csv:2: expected a time such as 2014-04-10 07:15:00",
                "timestamp,value|2014-04-01 00:00:00,1,2; bad.csv:2: expected two cells, found 3",
                "timestamp,value; bad.csv:2: expected rows, found none"
            })
    void aWrongFileIsRefusedWithItsLine(String text, String complaint) throws IOException {
        Files.writeString(folder.resolve("data/real/bad.csv"), text.replace('|', '\n') + "\n");
        Files.writeString(labels, "{\"real/bad.csv\": []}");
        Call call = bench();
        assertEquals(2, call.code(), call.out());
        assertTrue(call.err().contains(complaint), call.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"real/jump.csv\": [[\"2015-01-01 00:00:00\", \"2015-01-02 00:00:00\"]]}; expected a window that holds rows",
                "{\"real/jump.csv\": [[\"2014-04-02 00:00:00\"]]}; expected first and last time of a window, found 1",
                "{\"real/jump.csv\": [[\"soon\", \"later\"]]}; expected a time such as",
                "{\"real/jump.csv\": 7}; expected an array in the windows of real/jump.csv",
                "{\"real/jump.csv\": [; expected JSON",
                "{}; expected series that"
            })
    void wrongLabelsAreRefused(String text, String complaint) throws IOException {
        Files.writeString(labels, text);
        Call call = bench();
        assertEquals(2, call.code(), call.out());
        assertTrue(call.err().contains(complaint), call.err());
    }

    @Test
    void aThresholdOfOnesOwnIsTakenForAllProfiles() {
        Call call = bench("--detector", "context", "--threshold", "0.5", "--json");
        assertEquals(0, call.code(), call.err());
        JsonNode profiles = call.object().at("/detectors/0/profiles");
        for (String profile : List.of("standard", "reward_low_FP_rate", "reward_low_FN_rate")) {
            assertEquals(0.5, profiles.get(profile).get("threshold").asDouble());
            assertEquals(1, profiles.get(profile).get("found").asInt());
        }
        Call wrong = bench("--threshold", "1.5");
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("--threshold: expected a score from 0 to 1, found 1.5"), wrong.err());
    }

    @Test
    void anUnknownDetectorIsRefusedWithAProposal() {
        Call call = bench("--detector", "contex");
        assertEquals(2, call.code());
        assertTrue(call.err().contains("expected one of context, windowed-gaussian, found 'contex'"), call.err());
        assertTrue(call.err().contains("did you mean 'context'?"), call.err());
    }

    private Call bench(String... options) {
        String[] words = new String[options.length + 3];
        words[0] = "bench";
        words[1] = "nab";
        words[2] = folder.toString();
        System.arraycopy(options, 0, words, 3, options.length);
        return Call.of(words);
    }
}
