package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The bench counts what it sends and what arrives; speed is nobody's promise. */
class BenchMirrorCommandTest {
    @TempDir
    Path folder;

    @Test
    @Timeout(value = 240, unit = TimeUnit.SECONDS)
    void everyFrameThatIsSentArrivesAndLeavesLittleBehind() {
        Path file = folder.resolve("mirror.json");
        Call call = bench("--robots", "2", "--rate", "100", "--joints", "3", "--quick", "--json", file.toString());
        assertEquals(0, call.code(), call.err());
        for (String word : List.of("ingest, estimate and prediction", "frames/s", "B/frame", "p99 µs", "2 robots")) {
            assertTrue(call.out().contains(word), call.out());
        }
        JsonNode json = ReferenceStates.json(file);
        assertTrue(json.at("/withPrediction/framesPerSecond").asDouble() > 0);
        assertTrue(json.at("/withPrediction/recordsPerFrame").asDouble()
                > json.at("/withoutPrediction/recordsPerFrame").asDouble());
        JsonNode asked = json.at("/latency/0");
        assertEquals(0, asked.get("lost").asInt());
        // A second of two robots at 100 Hz, each frame with what was commanded, but for those under way at either end.
        assertEquals(400, asked.get("frames").asInt(), 20);
        assertTrue(asked.get("p50Nanos").asLong() <= asked.get("p99Nanos").asLong());
        assertTrue(asked.get("p99Nanos").asLong() <= asked.get("worstNanos").asLong());
    }

    @Test
    @Timeout(value = 240, unit = TimeUnit.SECONDS)
    void aSoakOfTwoMinutesLeavesMemoryFlat() {
        Path file = folder.resolve("soak.json");
        Call call = bench("--robots", "2", "--rate", "50", "--joints", "3", "--soak", "120", "--json", file.toString());
        assertEquals(0, call.code(), call.err() + call.out());
        assertTrue(call.out().contains("memory is flat"), call.out());
        assertEquals(12_000, ReferenceStates.json(file).get("frames").asInt(), 12);
    }

    @ParameterizedTest
    @CsvSource({
        "--robots, 0, expected 1 to 1000",
        "--rate, 5000, expected 1 to 1000",
        "--references, 600, expected 0 to 500",
        "--joints, -1, expected 1 to 200",
        "--threads, 21, expected 0 to 20",
        "--load, 1.5, expected a part",
        "--seconds, 0.1, expected 1 to 600",
        "--soak, -3, expected up to"
    })
    void anImpossibleWishIsRefused(String option, String value, String expected) {
        Call call = bench(option, value);
        assertEquals(2, call.code());
        assertTrue(call.err().contains(option) && call.err().contains(expected), call.err());
    }

    private static Call bench(String... options) {
        List<String> words = new ArrayList<>(List.of("bench", "mirror"));
        words.addAll(List.of(options));
        return Call.of(words.toArray(String[]::new));
    }
}
