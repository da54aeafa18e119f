package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.sensor.NoiseStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** On a made-up table in the data set's form: 21 sensors, two of which follow the wear. */
class BenchCmapssCommandTest {
    @TempDir
    private Path folder;

    private static List<String> table(int engines, int most, long seed) {
        NoiseStream draws = new NoiseStream(seed);
        List<String> lines = new ArrayList<>();
        for (int e = 1; e <= engines; e++) {
            int life = 60 + (int) (40 * draws.uniform());
            for (int c = 1; c <= Math.min(life, most); c++) {
                double wear = Math.pow((double) c / life, 3);
                StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%d %d 0.0001 0.0003 100.0", e, c));
                for (int s = 1; s <= 21; s++) {
                    double value =
                            s == 3 ? 1580 + 20 * wear + draws.normal() : s == 11 ? 47 + wear + 0.1 * draws.normal() : s;
                    line.append(String.format(Locale.ROOT, " %.4f", value));
                }
                lines.add(line.append("  ").toString());
            }
        }
        return lines;
    }

    private Path write(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines);
    }

    @Test
    void everyFoldIsToldWithRootMeanSquareScoreAndCoverage() throws IOException {
        Path train = write("train.txt", table(12, 1000, 1));
        Path json = folder.resolve("cmapss.json");
        Path out = folder.resolve("out");
        Call call = Call.of(
                "bench",
                "cmapss",
                train.toString(),
                "--folds",
                "4",
                "--out",
                out.toString(),
                "--json",
                json.toString());
        assertEquals(0, call.code(), call.err());
        for (String word : List.of("12 engines", "sensors 3, 11", "fold 4", "RMSE", "coverage", "below 125")) {
            assertTrue(call.out().contains(word), call.out());
        }
        JsonNode object = ReferenceStates.json(json);
        assertEquals(4, object.get("folds").size());
        assertEquals(120, object.get("predictions").size());
        assertTrue(object.get("all").get("rmse").asDouble() < 20, object.get("all")::toString);
        JsonNode first = object.get("predictions").get(0);
        assertTrue(first.get("low").asDouble() <= first.get("told").asDouble());
        String page = Files.readString(out.resolve("remaining-life.html"));
        assertTrue(page.contains("told over true") && page.contains("Along some lives"), page);
        Call again = Call.of("bench", "cmapss", train.toString(), "--folds", "4");
        assertEquals(
                call.out().lines().filter(line -> line.startsWith("all")).toList(),
                again.out().lines().filter(line -> line.startsWith("all")).toList());
    }

    @Test
    void aTestTableIsToldOnceForEachEngine() throws IOException {
        Path train = write("train.txt", table(10, 1000, 1));
        Path test = write("test.txt", table(3, 50, 2));
        Path lives = write("rul.txt", List.of("20", "31", "", "12 "));
        Call call = Call.of(
                "bench", "cmapss", train.toString(), "--test", test.toString(), "--rul", lives.toString(), "--json");
        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().contains("\"truth\""), call.out());
        Path two = write("two.txt", List.of("20", "31"));
        Call wrong = Call.of("bench", "cmapss", train.toString(), "--test", test.toString(), "--rul", two.toString());
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("expected 3 remaining lives"), wrong.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1 1 0 0 100 1 2 3; train.txt:4; expected 26 columns, found 8",
                "1 4 0 0 100 a 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21; train.txt:4:6; expected a number in column 6, found 'a'",
                "1 4 0 0 100 NaN 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21; train.txt:4:6; expected a finite number",
                "1 3 0 0 100 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21; train.txt:4; expected a cycle above 3",
                "1.5 4 0 0 100 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21; train.txt:4:1; expected an engine's number",
            })
    void aBadRowIsNamed(String row, String place, String complaint) throws IOException {
        List<String> lines = new ArrayList<>(table(8, 1000, 1));
        lines.set(3, row);
        Call call = Call.of("bench", "cmapss", write("train.txt", lines).toString());
        assertEquals(2, call.code(), call.out());
        assertTrue(call.err().contains(place), call.err());
        assertTrue(call.err().contains(complaint), call.err());
    }

    @Test
    void tooFewEnginesAreRefused() throws IOException {
        Call one =
                Call.of("bench", "cmapss", write("train.txt", table(1, 1000, 1)).toString());
        assertEquals(2, one.code());
        assertTrue(one.err().contains("expected more than 5 engines, found 1"), one.err());
        Call empty = Call.of("bench", "cmapss", write("none.txt", List.of("")).toString());
        assertEquals(2, empty.code());
        assertTrue(empty.err().contains("expected rows of 26 numbers, found none"), empty.err());
        Call half =
                Call.of("bench", "cmapss", write("eight.txt", table(8, 1000, 1)).toString(), "--folds", "2");
        assertEquals(2, half.code());
        assertTrue(half.err().contains("only 4 would teach"), half.err());
        Call alone = Call.of("bench", "cmapss", folder.resolve("eight.txt").toString(), "--test", "x.txt");
        assertTrue(alone.err().contains("expected --test and --rul together"), alone.err());
    }

    @Test
    void aFolderIsRefusedWithTheTablesInIt() throws IOException {
        Call none = Call.of("bench", "cmapss", folder.toString());
        assertEquals(2, none.code(), none.err());
        assertTrue(none.err().contains("expected a table, found a folder"), none.err());
        assertTrue(none.err().contains("Name a file as train_FD001.txt"), none.err());
        write("readme.txt", List.of("turbofan engines"));
        write("train_FD002.txt", table(8, 1000, 1));
        Path train = write("train_FD001.txt", table(8, 1000, 1));
        Call some = Call.of("bench", "cmapss", folder.toString());
        assertEquals(2, some.code(), some.err());
        assertTrue(some.err().contains("Name a file in it: train_FD001.txt, train_FD002.txt"), some.err());
        Call lives =
                Call.of("bench", "cmapss", train.toString(), "--test", train.toString(), "--rul", folder.toString());
        assertEquals(2, lives.code(), lives.err());
        assertTrue(lives.err().contains("expected a table, found a folder"), lives.err());
    }
}
