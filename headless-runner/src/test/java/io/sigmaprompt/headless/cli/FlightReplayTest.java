package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Flights from the command line to the files that they leave. */
class FlightReplayTest {
    @TempDir
    Path folder;

    private static String flight() {
        Path path = Path.of(System.getProperty("sigma.corpus", "../shared"), "telemetry/px4/sample_log_small.ulg");
        assumeTrue(Files.exists(path), "the corpus is not there (" + path + ")");
        return path.toAbsolutePath().toString();
    }

    @Test
    void aFlightMovesAFreeBodyWithoutARobotBeingNamed() throws Exception {
        Path run = folder.resolve("run");
        Call call = Call.of("replay", flight(), "--json", "--out", run.toString());
        assertEquals(0, call.code(), call.err());
        JsonNode base = call.object().get("base");
        // Least and greatest of vehicle_local_position and vehicle_attitude, read by a program of its own; the session
        // samples them each 10 ms.
        assertEquals(6.5, base.get("seconds").asDouble(), 0.02);
        assertEquals(1.09, base.get("pathMetres").asDouble(), 0.005);
        assertEquals(0.1325, base.at("/heightMetres/0").asDouble(), 0.005);
        assertEquals(1.1831, base.at("/heightMetres/1").asDouble(), 0.005);
        assertEquals(90 - 13.879, base.at("/yawDegrees/0").asDouble(), 0.05);
        assertEquals(90 - 1.981, base.at("/yawDegrees/1").asDouble(), 0.05);
        assertEquals(1.0055, base.at("/rollDegrees/0").asDouble(), 0.005);
        assertEquals(636, base.at("/framesApplied").get("odometry base_link").asInt());
        assertEquals(1298, base.at("/framesApplied").get("imu imu").asInt());
        String report = Files.readString(run.resolve("report.html"));
        assertTrue(report.contains("<b>height</b>") && report.contains("<b>battery 0</b>"), "the base's plots");
        assertTrue(report.contains("no divergence is claimed"), "why nothing is compared");
        Call again = Call.of("replay", run.toString(), "--json");
        assertEquals(0, again.code(), again.err());
        assertEquals(
                call.object().get("traceHash").asString(),
                again.object().get("traceHash").asString());
    }

    @Test
    void theEndSaysInWordsWhatWasMirroredAndThatNothingWasCompared() {
        Call call = Call.of(
                "replay",
                flight(),
                "--robot",
                "library:quadruped",
                "--out",
                folder.resolve("run").toString());
        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().contains("path length      1.1 m"), call.out());
        assertTrue(call.out().contains("battery 0        23.35 V to 23.38 V, 74 % left"), call.out());
        assertTrue(call.out().contains("no divergence is claimed"), call.out());
        assertTrue(call.out().contains("the logger lost data once, 30 ms in all"), call.out());
        assertFalse(call.out().contains("effort residual [N·m]"), call.out());
    }

    @Test
    void whatIsNoFlightIsBadInput() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.ulg"), "took off at noon\n");
        Call call = Call.of("replay", text.toString());
        assertEquals(2, call.code());
        assertTrue(call.err().contains("does not begin like a ULog file"), call.err());
        assertEquals(1, call.err().lines().count(), call.err());
    }
}
