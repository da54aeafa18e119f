package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Recordings from the command line to what is found in them. */
class AnalyzeCommandTest {
    private static final int ROWS = 3000;
    private static final int SPIKE = 2500;

    @TempDir
    Path folder;

    @Test
    void aSpikeIsFoundWhereItIsWithItsEvidence() throws IOException {
        Path log = table(row -> row == SPIKE ? 40 : 0);
        Call call = Call.of("analyze", log.toString(), "--detectors", "spike", "--json");
        assertEquals(0, call.code(), call.err());
        JsonNode object = call.object();
        assertEquals(ROWS, object.get("rows").asInt());
        assertEquals(1, object.get("findings").size(), call.err());
        JsonNode finding = object.at("/findings/0");
        assertEquals("spike", finding.get("kind").asString());
        assertEquals("pressure", finding.get("signal").asString());
        assertEquals(SPIKE * 0.01, finding.get("fromSeconds").asDouble(), 0.015);
        assertTrue(finding.get("score").asDouble() > 0.999);
        assertTrue(finding.get("value").asDouble() > finding.get("threshold").asDouble());
        assertEquals("hampel", finding.get("detector").asString());
        assertFalse(finding.get("parameters").asString().isEmpty());
        assertTrue(object.get("columns").asString().contains("\"pressure\": \"channel\""));
    }

    @Test
    void whereNothingIsUnusualItSaysSo() throws IOException {
        Call call = Call.of("analyze", table(row -> 0).toString(), "--detectors", "spike,shift,gap");
        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().contains("nothing unusual in 2 signals over 30.0 s"), call.out());
        assertTrue(call.out().contains("columns as guessed"), call.out());
    }

    @Test
    void thePageShowsTheSignalAndItsFinding() throws IOException {
        Path out = folder.resolve("out");
        Call call = Call.of("analyze", table(row -> row == SPIKE ? 40 : 0).toString(), "--out", out.toString());
        assertEquals(0, call.code(), call.err());
        String page = Files.readString(out.resolve("analysis.html"));
        assertTrue(page.contains("<h3>pressure<span>"), "the signal");
        assertTrue(page.contains("class=\"shade "), "the range");
        assertTrue(page.contains("hampel"), "the detector");
        Call again = Call.of(
                "analyze",
                folder.resolve("log.csv").toString(),
                "--columns",
                out.resolve("columns.yaml").toString(),
                "--json");
        assertEquals(0, again.code(), again.err());
        assertEquals(
                Files.readString(out.resolve("columns.yaml")),
                again.object().get("columns").asString());
    }

    @Test
    void rowsThatAreMissingAreAGapAndDetectorsCanBeLeftOut() throws IOException {
        StringBuilder text = new StringBuilder("time,a\n");
        Random random = new Random(5);
        for (int i = 0; i < 1000; i++) {
            text.append(i * 0.1 + (i >= 700 ? 30 : 0))
                    .append(',')
                    .append(random.nextGaussian())
                    .append('\n');
        }
        Path log = Files.writeString(folder.resolve("gap.csv"), text);
        JsonNode found = Call.of("analyze", log.toString(), "--detectors", "gap", "--json")
                .object()
                .get("findings");
        assertEquals(1, found.size());
        assertEquals(69.9, found.at("/0/fromSeconds").asDouble(), 1e-6);
        assertEquals(30.1, found.at("/0/value").asDouble(), 1e-6);
        JsonNode without = Call.of("analyze", log.toString(), "--detectors", "-gap", "--json")
                .object();
        without.get("findings")
                .forEach(each -> assertFalse(each.get("kind").asString().equals("gap")));
    }

    @Test
    void aRunOfOurOwnIsAnalyzedFromItsDirectory() throws IOException {
        Path scenario = Files.writeString(folder.resolve("short.yaml"), """
                scenario: short
                duration: 1 s
                robots:
                  - {name: arm, model: library:industrial-arm, hardware: simulated, mode: SIMULATED}
                """);
        Path run = folder.resolve("run");
        assertEquals(
                0,
                Call.of("run", scenario.toString(), "--lock-step", "--out", run.toString())
                        .code());
        Call call = Call.of("analyze", run.toString(), "--json");
        assertEquals(0, call.code(), call.err());
        assertEquals(18, call.object().get("signals").size());
        Call trace = Call.of("analyze", run.resolve("trace.mcap").toString(), "--json");
        assertEquals(0, trace.code(), trace.err());
        assertEquals(18, trace.object().get("signals").size(), "what was predicted is no second robot");
    }

    @Test
    void aMapOfARecordingThatIsMirroredIsReadAsWell() throws IOException {
        StringBuilder text = new StringBuilder("Stamp;J1 ang;J2 ang;J1 heat\n");
        for (int i = 0; i < 500; i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%.2f;%.4f;%.4f;%.1f%n",
                    i * 0.01,
                    Math.sin(i * 0.1),
                    Math.cos(i * 0.1),
                    300 + i % 3.0));
        }
        Path log = Files.writeString(folder.resolve("odd.csv"), text);
        String map = """
                time: Stamp
                timeUnit: s
                position: "{joint} ang"
                temperature: "{joint} heat"
                temperatureUnit: K
                joints: {left: J1, right: J2}
                """;
        Path file = Files.writeString(folder.resolve("map.yaml"), map);
        Call call = Call.of("analyze", log.toString(), "--map", file.toString(), "--json");
        assertEquals(0, call.code(), call.err());
        StringBuilder signals = new StringBuilder();
        call.object().get("signals").forEach(each -> signals.append(
                        each.get("name").asString())
                .append(' ')
                .append(each.get("unit").asString())
                .append('\n'));
        assertEquals("left/position rad\nright/position rad\nleft/temperature K\n", signals.toString());
        for (String[] wrong : new String[][] {
            {"{joint} ang", "{joint} angle", "map.yaml:3:1: no column matches '{joint} angle' for position"},
            {"{joint} ang", "J1 ang", "map.yaml:3:1: the pattern 'J1 ang' does not say where"},
            {"temperatureUnit: K", "temperatureUnit: F", "map.yaml:5:1: the unit of temperature 'F' is not known"},
            {"{left: J1, right: J2}", "[J1]", "map.yaml:6:1: expected for each joint under 'joints'"},
            {"position:", "positoin:", "a column map has no key 'positoin' (did you mean 'position'?)"}
        }) {
            Files.writeString(file, map.replace(wrong[0], wrong[1]));
            refused(wrong[2], log.toString(), "--map", file.toString());
        }
    }

    @Test
    void whatWasNormalInOneRecordingIsNormalFromTheFirstRowOfTheNext() throws IOException {
        Path normal = folder.resolve("normal");
        assertEquals(
                0,
                Call.of("analyze", table(row -> 0).toString(), "--learn", normal.toString())
                        .code());
        Path log = table(row -> row == 200 ? 40 : 0);
        String[] call = {"analyze", log.toString(), "--detectors", "spike", "--json"};
        assertEquals(0, Call.of(call).object().get("findings").size(), "200 rows are too few to learn from");
        Call known =
                Call.of("analyze", log.toString(), "--detectors", "spike", "--json", "--normal", normal.toString());
        assertEquals(0, known.code(), known.err());
        assertEquals(1, known.object().get("findings").size());
        refused("log.csv", log.toString(), "--normal", log.toString());
    }

    @Test
    void badInputIsTold() throws IOException {
        Path log = table(row -> 0);
        refused("there is no detector 'spik' (did you mean 'spike'?)", log.toString(), "--detectors", "spik");
        refused("nothing is left to look for", log.toString(), "--detectors", "spike,-spike");
        refused("the table has no column 'stop'", log.toString(), "--labels", "stop");
        refused("expected seconds above 0", log.toString(), "--tolerance", "-1");
        refused("found none at", log.toString(), "--columns", "nowhere.yaml");
        refused("found none at", "nowhere.csv");
        refused(
                "the file is empty",
                Files.createFile(folder.resolve("empty.csv")).toString());
        refused(
                "a header and no rows",
                Files.writeString(folder.resolve("head.csv"), "time,a\n").toString());
        byte[] bytes = new byte[3000];
        new Random(1).nextBytes(bytes);
        refused("garbage.csv", Files.write(folder.resolve("garbage.csv"), bytes).toString());
        refused("garbage.db3", Files.write(folder.resolve("garbage.db3"), bytes).toString());
        refused("a twin mirrors positions", log.toString(), "--robot", "library:industrial-arm");
    }

    @Test
    void onsetsOfTheCobotsLabelsAreFoundBetterThanByTrivialMeans() {
        Path log =
                Path.of(System.getProperty("sigma.corpus", "../shared"), "telemetry/ur3-cobotops/cobotops_part1.csv");
        assumeTrue(Files.exists(log), "the corpus is not there (" + log + ")");
        Call call = Call.of("analyze", log.toString(), "--json");
        assertEquals(0, call.code(), call.err());
        JsonNode object = call.object();
        object.get("signals")
                .forEach(signal -> assertFalse(signal.get("name").asString().contains("Stop")
                        || signal.get("name").asString().contains("grip")));
        assertEquals(2, object.get("labels").size());
        for (JsonNode label : object.get("labels")) {
            JsonNode pattern = label.at("/methods/0/secondHalf");
            assertTrue(pattern.get("recall").asDouble() > 0.35, label::toString);
            for (int other = 2; other < 4; other++) {
                JsonNode trivial = label.at("/methods/" + other + "/secondHalf");
                assertTrue(
                        pattern.get("precision").asDouble()
                                > 2 * trivial.get("precision").asDouble(),
                        label::toString);
            }
            assertEquals(
                    pattern.get("onsets").asInt(), pattern.get("delaySeconds").size(), "a delay for each onset");
        }
    }

    private static void refused(String words, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "analyze";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Call call = Call.of(all);
        assertEquals(2, call.code(), () -> words + ": " + call.out() + call.err());
        assertTrue(call.err().contains(words), () -> words + ", found: " + call.err());
    }

    /** Two noisy signals at 100 Hz, one with something added. */
    private Path table(IntToDoubleFunction extra) throws IOException {
        StringBuilder text = new StringBuilder("time,pressure,flow\n");
        Random random = new Random(3);
        for (int i = 0; i < ROWS; i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%.2f,%.5f,%.5f%n",
                    i * 0.01,
                    5 + random.nextGaussian() + extra.applyAsDouble(i),
                    random.nextGaussian()));
        }
        return Files.writeString(folder.resolve("log.csv"), text);
    }
}
