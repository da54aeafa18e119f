package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PlanCommandTest {
    private static final String ARM = "library:industrial-arm";
    private static final String BALL = "0,0.8,0.1,0.15";

    @TempDir
    private Path folder;

    @Test
    void whatStandsInTheWayIsPassedAndTheMotionIsWritten() throws Exception {
        Path file = folder.resolve("motion.csv");
        Call call = Call.of(
                "plan", ARM, "--to", "shoulder_pan_joint=2", "--ball", BALL, "--out", file.toString(), "--rate", "50");
        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().contains("planned: "), call.out());
        assertTrue(call.out().contains("nearest "), call.out());
        List<String> rows = Files.readAllLines(file);
        assertTrue(rows.getFirst().startsWith("time,shoulder_pan_joint_position,"), rows.getFirst());
        assertEquals(1 + 3 * 6, rows.getFirst().split(",").length);
        assertEquals(2, Double.parseDouble(rows.getLast().split(",")[1]), 1e-9);
        assertEquals(0, Double.parseDouble(rows.getLast().split(",")[2]), 1e-9);
        assertEquals(0.02, Double.parseDouble(rows.get(2).split(",")[0]), 1e-12);
    }

    @Test
    void withoutIsStraightAndWithLeadsAround() {
        JsonNode free = plan("--to", "shoulder_pan_joint=2");
        JsonNode around = plan("--to", "shoulder_pan_joint=2", "--ball", BALL);
        assertEquals(2, free.get("waypoints").size());
        assertTrue(around.get("waypoints").size() > 2, around.toString());
        assertTrue(around.get("nearestMetres").asDouble() >= 0.005, around.toString());
        assertEquals(
                around.toString(),
                plan("--to", "shoulder_pan_joint=2", "--ball", BALL).toString());
    }

    @Test
    void aFrameIsBroughtWhereItIsWanted() {
        JsonNode plan = plan("--frame", "tool0", "--xyz", "-0.3", "0.5", "0.5", "--box", "0.35,0.35,0.4,0.1,0.1,0.8");
        assertEquals("PASSED", plan.get("verdict").asString());
        assertEquals(6, plan.get("joints").size());
    }

    private static JsonNode plan(String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "plan";
        all[1] = ARM;
        all[2] = "--json";
        System.arraycopy(words, 0, all, 3, words.length);
        Call call = Call.of(all);
        assertEquals(0, call.code(), call.err());
        return call.object();
    }

    @Test
    void whatCannotBeSaysWhy() {
        Call limits = Call.of("plan", ARM, "--to", "shoulder_pan_joint=9");
        assertEquals(1, limits.code());
        assertTrue(limits.out().contains("beyond its limits"), limits.out());
        Call far = Call.of("plan", ARM, "--frame", "tool0", "--xyz", "5", "0", "0");
        assertEquals(1, far.code());
        assertTrue(far.out().contains("out of reach"), far.out());
        Call inside = Call.of("plan", ARM, "--to", "elbow_joint=1", "--floor", "0.1");
        assertEquals(1, inside.code());
        assertTrue(inside.out().contains("at the start") && inside.out().contains("'floor' overlap"), inside.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--to shoulder_pn_joint=1; did you mean 'shoulder_pan_joint'?",
                "--speed 0.5; expected one of them, found none",
                "--to elbow_joint=1 --frame tool0; expected one of them, found both",
                "--to elbow_joint=1 --box 1,2,3; expected 6 numbers",
                "--to elbow_joint=1 --ball 1,2,3,-1; expected sizes above 0 m",
                "--to elbow_joint=1 --margin 0; expected up to 0.1 m",
                "--to elbow_joint=1 --speed 2; expected up to 1",
                "--to elbow_joint=1 --rate 0; expected up to 10000 Hz",
                "--to elbow_joint=1 --out no/such/folder/x.csv; no folder",
                "--frame base_link --xyz 1 1 1; fixed to the world"
            })
    void badInputIsOneError(String words, String expected) {
        Call call = Call.of(("plan " + ARM + " " + words).split(" "));
        assertEquals(2, call.code(), call.err());
        assertTrue(call.err().contains(expected.strip()), call.err());
    }
}
