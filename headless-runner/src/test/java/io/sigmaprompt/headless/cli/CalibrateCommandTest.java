package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.urdf.UrdfReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CalibrateCommandTest {
    private static final String ARM = "library:industrial-arm";

    @TempDir
    private Path folder;

    private static String corpus(String relative) {
        Path path = Path.of(System.getProperty("sigma.corpus", "../shared")).resolve(relative);
        assumeTrue(Files.exists(path), "the corpus is not there: " + path);
        return path.toString();
    }

    @Test
    void theUr10IsExplainedByItsOwnLog() throws IOException {
        Path out = folder.resolve("calibrated.urdf");
        Path page = folder.resolve("calibration.html");
        Call call = Call.of(
                "calibrate",
                corpus("telemetry/ur10/ur10_exciting_trajectory.db3"),
                "--robot",
                corpus("robots/ur10/ur10.urdf"),
                "--out",
                out.toString(),
                "--report",
                page.toString(),
                "--json");
        assertEquals(0, call.code(), call.err());
        JsonNode answer = call.object();
        assertEquals(6, answer.get("joints").size());
        for (JsonNode joint : answer.get("joints")) {
            assertTrue(joint.get("ratio").asDouble() <= 0.3, joint::toString);
            boolean carriesMuch = Set.of("shoulder_lift_joint", "elbow_joint")
                    .contains(joint.get("joint").asString());
            if (carriesMuch) {
                double friction = joint.get("rmsFrictionOnly").asDouble();
                assertTrue(joint.get("rmsAfter").asDouble() < 0.5 * friction, joint::toString);
            }
        }
        assertTrue(!answer.get("notExcited").isEmpty(), answer::toString);
        RobotModel calibrated = UrdfReader.read(out).model();
        for (Link link : calibrated.links()) {
            assertTrue(link.inertia().mass() >= 0, link::name);
            assertTrue(link.inertia().mass() == 0 || link.inertia().isPositive(), link::name);
            assertTrue(link.inertia().mass() == 0 || link.inertia().obeysTriangleInequality(), link::name);
        }
        double found = answer.get("joints")
                .get(0)
                .get("parameters")
                .get("viscous")
                .get("value")
                .asDouble();
        int joint = calibrated.jointIndex("shoulder_pan_joint");
        assertEquals(found, calibrated.joints().get(joint).dynamics().damping(), 1e-12);
        assertTrue(Files.readString(out).contains("<!-- measured from model -->"));
        String html = Files.readString(page);
        assertTrue(html.contains("held out") && html.contains("elbow_joint"), html);
    }

    @Test
    void aDesignedMotionIsATableThatStartsAndEndsAtRest() throws IOException {
        Path out = folder.resolve("trajectory.csv");
        Call call = Call.of(
                "calibrate", "--design", "--robot", ARM, "--out", out.toString(), "--evaluations", "20", "--json");
        assertEquals(0, call.code(), call.err());
        assertTrue(call.object().get("condition").asDouble() > 1, call.out());
        var lines = Files.readAllLines(out);
        assertEquals(1002, lines.size());
        assertTrue(lines.getFirst().startsWith("time,"), lines.getFirst());
        String[] header = lines.getFirst().split(",");
        for (int row : new int[] {1, 1001}) {
            String[] cells = lines.get(row).split(",");
            for (int i = 0; i < header.length; i++) {
                if (header[i].endsWith(".velocity")) {
                    assertEquals(0, Double.parseDouble(cells[i]), 1e-6, header[i]);
                }
            }
        }
    }

    @Test
    void aLogWithoutMotionIsRefusedWithTheJointsNamed() throws IOException {
        StringBuilder table = new StringBuilder("time,elbow_joint.position,elbow_joint.effort\n");
        for (int i = 0; i < 500; i++) {
            table.append(i * 0.008).append(",1.7,").append(-20 + 0.01 * (i % 3)).append('\n');
        }
        Path log = Files.writeString(folder.resolve("still.csv"), table);
        Call call = Call.of("calibrate", log.toString(), "--robot", ARM);
        assertEquals(2, call.code(), call.out());
        assertTrue(call.err().contains("elbow_joint stands still"), call.err());
    }

    @Test
    void missingEffortsAnotherRobotAndContradictionsAreBadInput() throws IOException {
        StringBuilder silent = new StringBuilder("time,elbow_joint.position\n");
        StringBuilder stranger = new StringBuilder("time,knee.position,knee.effort\n");
        for (int i = 0; i < 500; i++) {
            silent.append(i * 0.008).append(',').append(0.01 * i).append('\n');
            stranger.append(i * 0.008).append(',').append(0.01 * i).append(",1\n");
        }
        Path noEffort = Files.writeString(folder.resolve("silent.csv"), silent);
        Path other = Files.writeString(folder.resolve("stranger.csv"), stranger);
        assertBad("found none of elbow_joint", "calibrate", noEffort.toString(), "--robot", ARM);
        assertBad("those of knee", "calibrate", other.toString(), "--robot", ARM);
        assertBad("expected a recording", "calibrate", "--robot", ARM);
        assertBad("--out", "calibrate", "--design", "--robot", ARM);
        assertBad("--train", "calibrate", other.toString(), "--robot", ARM, "--train", "2");
    }

    @Test
    void namesAndUnitsOfTheLogAreMapped() throws IOException {
        StringBuilder table = new StringBuilder("time,J3.position,J3.effort\n");
        for (int i = 0; i < 2000; i++) {
            double t = 0.01 * i;
            table.append(t).append(',').append(57.3 * Math.sin(2 * t)).append(',');
            table.append(-20 + 3 * Math.signum(Math.cos(2 * t))).append('\n');
        }
        Path log = Files.writeString(folder.resolve("degrees.csv"), table);
        Path names = Files.writeString(folder.resolve("names.yaml"), "J3: {joint: elbow_joint, unit: deg}\n");
        Call call = Call.of("calibrate", log.toString(), "--robot", ARM, "--names", names.toString(), "--json");
        assertEquals(0, call.code(), call.err());
        assertEquals(
                "elbow_joint", call.object().get("joints").get(0).get("joint").asString());
        double friction = call.object()
                .get("joints")
                .get(0)
                .get("parameters")
                .get("coulomb")
                .get("value")
                .asDouble();
        assertEquals(3, friction, 1.5);
        assertBad("J3", "calibrate", log.toString(), "--robot", ARM);
    }

    /** Currents of an elbow with friction of 3 N m whose motor makes 8 N m of an ampere, under some gravity of the file's. */
    private Path currents() throws IOException {
        StringBuilder table = new StringBuilder("time,elbow_joint.position,elbow_joint.effort\n");
        for (int i = 0; i < 3000; i++) {
            double t = 0.008 * i;
            table.append(t).append(',').append(Math.sin(1.5 * t)).append(',');
            table.append((-20 + 3 * Math.signum(Math.cos(1.5 * t))) / 8).append('\n');
        }
        return Files.writeString(folder.resolve("currents.csv"), table);
    }

    @Test
    void aKnownGainTurnsCurrentsIntoNewtonMetresAndNoneAllowsRatiosAlone() throws IOException {
        String log = currents().toString();
        Path out = folder.resolve("out.urdf");
        Call known = Call.of(
                "calibrate",
                log,
                "--robot",
                ARM,
                "--currents",
                "--gain",
                "elbow_joint=8",
                "--out",
                out.toString(),
                "--json");
        assertEquals(0, known.code(), known.err());
        JsonNode numbers = known.object().get("joints").get(0).get("parameters");
        assertEquals(8, numbers.get("gain").get("value").asDouble(), 1e-9, numbers::toString);
        assertEquals(3, numbers.get("coulomb").get("value").asDouble(), 1.5, numbers::toString);
        assertTrue(Files.exists(out));

        Call unknown = Call.of("calibrate", log, "--robot", ARM, "--currents", "--json");
        assertEquals(0, unknown.code(), unknown.err());
        assertTrue(unknown.err().contains("--gain JOINT=VALUE"), unknown.err());
        assertBad("--gain", "calibrate", log, "--robot", ARM, "--currents", "--out", out.toString());
    }

    @Test
    void withoutAGainFrictionAndMassesHaveNoInterval() throws IOException {
        String log = currents().toString();
        Path page = folder.resolve("page.html");
        Call json = Call.of("calibrate", log, "--robot", ARM, "--currents", "--json", "--report", page.toString());
        JsonNode numbers = json.object().get("joints").get(0).get("parameters");
        assertTrue(numbers.get("coulomb").get("value").isNumber(), numbers::toString);
        assertTrue(numbers.get("coulomb").get("interval95").isNull(), numbers::toString);
        assertTrue(numbers.get("coulomb").get("deviation").isNull(), numbers::toString);
        assertTrue(numbers.get("gain").get("interval95").isArray(), numbers::toString);
        json.object()
                .get("masses")
                .forEach(mass -> assertTrue(mass.get("interval95").isNull(), mass::toString));
        assertTrue(Files.readString(page).contains("no interval: gains unknown"));
        Call text = Call.of("calibrate", log, "--robot", ARM, "--currents");
        String friction = text.out()
                .lines()
                .filter(line -> line.contains("Coulomb"))
                .findFirst()
                .orElseThrow();
        assertTrue(friction.contains("–") && friction.contains("no interval: gains unknown"), friction);
        Call known = Call.of("calibrate", log, "--robot", ARM, "--currents", "--gain", "elbow_joint=8", "--json");
        assertTrue(known.object()
                .get("joints")
                .get(0)
                .get("parameters")
                .get("coulomb")
                .get("interval95")
                .isArray());
    }

    @Test
    void gainsThatCannotBeAreBadInput() throws IOException {
        String log = currents().toString();
        assertBad("Did you mean 'elbow_joint'?", "calibrate", log, "--robot", ARM, "--currents", "--gain", "elbow=8");
        assertBad("Choose one in between", "calibrate", log, "--robot", ARM, "--cutoff", "0");
        assertBad("knee", "calibrate", log, "--robot", ARM, "--currents", "--gain", "knee=8");
        assertBad("above 0, found -8", "calibrate", log, "--robot", ARM, "--currents", "--gain", "elbow_joint=-8");
        assertBad("--currents", "calibrate", log, "--robot", ARM, "--gain", "elbow_joint=8");
        assertBad("--gain", "calibrate", log, "--robot", ARM, "--currents", "--gain", "elbow_joint=eight");
    }

    private static void assertBad(String said, String... words) {
        Call call = Call.of(words);
        assertEquals(2, call.code(), call.out());
        assertTrue(call.err().contains(said), call.err());
    }
}
