package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The scenes that MuJoCo ran for us: the same joints, bodies and times, the same start, and the same fall until something
 * touches. What follows a touch is another matter, for MuJoCo's contacts are soft.
 */
class SimulateReferenceTest {
    private static final Path CONTACT =
            Path.of(System.getProperty("sigma.corpus", "../../shared")).resolve("reference/physics/contact");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "box_drop_flat",
                "box_drop_tilted",
                "go2_pd_stand",
                "incline30_mu0.4_elliptic_impratio10",
                "incline30_mu0.4_pyramidal",
                "incline30_mu0.7_elliptic_impratio10",
                "incline30_mu0.7_pyramidal",
                "pile_20_spheres",
                "sphere_slide_then_roll",
                "stack_5_boxes",
            })
    void itIsWrittenAsMujocoWouldHaveWrittenIt(String name) {
        Path file = CONTACT.resolve(name + ".json");
        assumeTrue(Files.exists(file), "the corpus is not there: " + file);
        JsonNode theirs = ReferenceStates.json(file);
        JsonNode ours = run(theirs);
        assertEquals(theirs.get("model"), ours.get("model"));
        assertEquals(theirs.get("joints").size(), ours.get("joints").size());
        for (int j = 0; j < theirs.get("joints").size(); j++) {
            JsonNode wanted = theirs.get("joints").get(j);
            JsonNode joint = ours.get("joints").get(j);
            for (String field : new String[] {"type", "qpos", "qvel"}) {
                assertEquals(wanted.get(field), joint.get(field), wanted + " " + joint);
            }
            // What MuJoCo leaves without a name has an invented one.
            assertTrue(
                    wanted.get("name").asString().isEmpty()
                            || wanted.get("name").equals(joint.get("name")),
                    wanted + " " + joint);
        }
        assertEquals(theirs.get("bodies"), ours.get("bodies"));
        assertEquals(
                theirs.get("options").get("timestep").asDouble(),
                ours.get("options").get("timestep").asDouble());
        assertEquals(theirs.get("samples").size(), ours.get("samples").size());
        boolean touched = false;
        for (int k = 0; k < theirs.get("samples").size(); k++) {
            JsonNode wanted = theirs.get("samples").get(k);
            JsonNode sample = ours.get("samples").get(k);
            assertEquals(wanted.get("t").asDouble(), sample.get("t").asDouble(), 1e-9);
            touched |= k > 0
                    && (wanted.get("ncon").asInt() > 0 || sample.get("ncon").asInt() > 0);
            if (!touched) {
                // MuJoCo falls by its own rule, of first order: half a step's speed, after a while.
                near(wanted, sample, k == 0 ? 1e-9 : 5e-3);
            }
        }
    }

    private JsonNode run(JsonNode reference) {
        Path out = folder.resolve("trajectory.json");
        JsonNode samples = reference.get("samples");
        Call call = Call.of(
                "simulate",
                CONTACT.resolve("scenes")
                        .resolve(reference.get("model").asString())
                        .toString(),
                "--duration",
                samples.get(samples.size() - 1).get("t").asString(),
                "--rate",
                "100",
                "--out",
                out.toString());
        assertEquals(0, call.code(), call.err());
        return ReferenceStates.json(out);
    }

    private static void near(JsonNode wanted, JsonNode sample, double tolerance) {
        for (String field : new String[] {"qpos", "qvel", "energy"}) {
            assertArrayEquals(
                    numbers(wanted.get(field)),
                    numbers(sample.get(field)),
                    tolerance * 10,
                    field + " at " + wanted.get("t"));
        }
        for (int b = 0; b < wanted.get("xpos").size(); b++) {
            assertArrayEquals(
                    numbers(wanted.get("xpos").get(b)),
                    numbers(sample.get("xpos").get(b)),
                    tolerance);
            double[] a = numbers(wanted.get("xquat_wxyz").get(b));
            double[] c = numbers(sample.get("xquat_wxyz").get(b));
            double along = IntStream.range(0, 4).mapToDouble(i -> a[i] * c[i]).sum();
            assertEquals(1, Math.abs(along), tolerance, "a quaternion and its negative turn alike");
        }
    }

    private static double[] numbers(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToDouble(i -> array.get(i).asDouble())
                .toArray();
    }
}
