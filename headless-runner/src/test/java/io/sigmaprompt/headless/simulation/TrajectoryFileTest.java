package io.sigmaprompt.headless.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sigmaprompt.physics.constraint.StepResidual;
import io.sigmaprompt.physics.model.mjcf.MjcfReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrajectoryFileTest {
    private static final TrajectorySample SAMPLE = new TrajectorySample(
            0.01,
            new double[] {0, 0, 0.1, 1, 0, 0, 0},
            new double[6],
            0.981,
            0,
            List.of(new TrajectorySample.Contact(
                    "world", "box", new double[] {0.1, 0.1, 0}, new double[] {0, 0, 1}, -1e-5, new double[] {0, 0, 9.81
                    })),
            new double[][] {{0, 0, 0.1}},
            new double[][] {{1, 0, 0, 0}},
            new StepResidual(1e-9, 2e-9, 0, 3e-9),
            4);

    @TempDir
    Path folder;

    private JsonNode written(List<TrajectorySample> samples, boolean ended) throws IOException {
        Path scene = Files.writeString(folder.resolve("box.xml"), """
                <mujoco><worldbody><body name="box"><freejoint name="box"/><geom type="box" size=".1 .1 .1"/></body></worldbody>
                </mujoco>""");
        MujocoLayout layout = new MujocoLayout(MjcfReader.read(scene).model());
        Path file = folder.resolve("traj.json");
        try (TrajectoryFile out =
                TrajectoryFile.begin(file, "box.xml", "SigmaPrompt", "", Map.of("timestep", 0.001), layout)) {
            samples.forEach(out::add);
            if (ended) {
                out.end("abc", Map.of("settled", true));
            }
        }
        return JsonMapper.shared().readTree(file);
    }

    @Test
    void aSampleIsReadBackWithAllThatItHolds() throws IOException {
        JsonNode root = written(List.of(SAMPLE), true);
        assertEquals("abc", root.get("traceHash").asString());
        assertTrue(root.get("summary").get("settled").asBoolean());
        assertEquals(
                "{\"name\":\"box\",\"type\":\"free\",\"qpos\":0,\"qvel\":0}",
                root.get("joints").get(0).toString());
        assertEquals("[\"box\"]", root.get("bodies").toString());
        assertEquals(
                "{\"t\":0.01,\"qpos\":[0.0,0.0,0.1,1.0,0.0,0.0,0.0],\"qvel\":[0.0,0.0,0.0,0.0,0.0,0.0],"
                        + "\"energy\":[0.981,0.0],\"ncon\":1,\"xpos\":[[0.0,0.0,0.1]],\"xquat_wxyz\":[[1.0,0.0,0.0,0.0]],"
                        + "\"contacts\":[{\"bodies\":[\"world\",\"box\"],\"point\":[0.1,0.1,0.0],\"normal\":[0.0,0.0,1.0],"
                        + "\"gap\":-1.0E-5,\"force\":[0.0,0.0,9.81]}],"
                        + "\"residual\":{\"greatest\":3.0E-9,\"complementarity\":1.0E-9,\"penetrationVelocity\":2.0E-9,"
                        + "\"cone\":0.0,\"dissipation\":3.0E-9},\"iterations\":4}",
                root.get("samples").get(0).toString());
    }

    @Test
    void allThatTheReferenceTrajectoriesSayIsSaidInTheSameWords() throws IOException {
        Path corpus = Path.of(System.getProperty("sigma.corpus", "../../shared"))
                .resolve("reference/physics/contact/box_drop_flat.json");
        assumeTrue(Files.exists(corpus), "the corpus is not there: " + corpus);
        JsonNode theirs = JsonMapper.shared().readTree(corpus);
        JsonNode ours = written(List.of(SAMPLE), true);
        theirs.propertyNames().forEach(key -> assertTrue(ours.has(key), key));
        JsonNode sample = theirs.get("samples").get(1);
        sample.propertyNames().forEach(key -> {
            JsonNode mine = ours.get("samples").get(0).get(key);
            assertTrue(mine != null, key);
            assertEquals(sample.get(key).size(), mine.size(), key);
        });
        assertEquals(theirs.get("joints"), ours.get("joints"));
        assertEquals(theirs.get("bodies"), ours.get("bodies"));
    }

    @Test
    void whatIsNoNumberIsNull() throws IOException {
        TrajectorySample broken = new TrajectorySample(
                0.02,
                new double[] {Double.NaN},
                new double[] {Double.POSITIVE_INFINITY},
                Double.NaN,
                0,
                List.of(),
                new double[0][],
                new double[0][],
                StepResidual.NONE,
                0);
        JsonNode sample = written(List.of(broken), true).get("samples").get(0);
        assertTrue(sample.get("qpos").get(0).isNull());
        assertTrue(sample.get("qvel").get(0).isNull());
        assertTrue(sample.get("energy").get(0).isNull());
    }

    @Test
    void whatWasWrittenIsWholeEvenIfNobodyEndsIt() throws IOException {
        JsonNode root = written(List.of(SAMPLE, SAMPLE), false);
        assertEquals(2, root.get("samples").size());
    }

    @Test
    void theHashIsOfEveryBitAndOfNothingElse() {
        assertEquals(hash(SAMPLE), hash(SAMPLE));
        TrajectorySample other = new TrajectorySample(
                SAMPLE.time(),
                new double[] {0, 0, Math.nextUp(0.1), 1, 0, 0, 0},
                SAMPLE.qvel(),
                SAMPLE.potential(),
                SAMPLE.kinetic(),
                SAMPLE.contacts(),
                SAMPLE.origins(),
                SAMPLE.quaternions(),
                SAMPLE.residual(),
                SAMPLE.iterations());
        assertNotEquals(hash(SAMPLE), hash(other));
        assertEquals(64, hash(SAMPLE).length());
    }

    private static String hash(TrajectorySample sample) {
        TrajectoryHash hash = new TrajectoryHash();
        for (int i = 0; i < 20; i++) {
            hash.add(sample);
        }
        return hash.hex();
    }
}
