package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.headless.dynamics.Kernel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The command writes what Pinocchio wrote, field by field. */
class DynamicsReferenceTest {
    private static final double TOLERANCE = 1e-10;
    /** Forward dynamics of robots with very light links is as badly conditioned as their mass matrix. */
    private static final double TOLERANCE_OF_LIGHT_LINKS = 1e-9;

    private static final List<String> VECTORS =
            List.of("v", "a", "tau", "rnea_tau", "aba_qdd", "gravity_vector", "nonlinear_effects");

    @TempDir
    Path folder;

    static Stream<Arguments> robotsAndKernels() {
        return ReferenceStates.ROBOTS.stream()
                .flatMap(robot -> Stream.of(Kernel.values()).map(kernel -> Arguments.of(robot, kernel)));
    }

    @ParameterizedTest
    @MethodSource("robotsAndKernels")
    void everyQuantityOfEveryRobotIsPinocchios(String robot, Kernel kernel) {
        Path states = ReferenceStates.states(robot);
        JsonNode found = computed(robot, states, kernel);
        JsonNode expected = ReferenceStates.json(states);
        for (String field : List.of("robot", "floating_base", "nv", "n_joints", "joints")) {
            assertEquals(expected.get(field), found.get(field), field);
        }
        assertEquals(kernel.toString(), found.get("kernel").asString());
        assertEquals(64, found.get("model_hash").asString().length());
        assertEquals(
                expected.get("total_mass").asDouble(), found.get("total_mass").asDouble(), 1e-12);
        compare(robot, expected, found);
    }

    @ParameterizedTest
    @MethodSource("robotsAndKernels")
    void theOrderOfTheJointsIsTheFilesOwn(String robot, Kernel kernel) throws Exception {
        ObjectNode shuffled = (ObjectNode) ReferenceStates.json(ReferenceStates.states(robot));
        new Shuffle(shuffled).apply();
        Path states = Files.writeString(folder.resolve("shuffled.json"), shuffled.toString());
        JsonNode found = computed(robot, states, kernel);
        assertEquals(shuffled.get("joints"), found.get("joints"));
        compare(robot, shuffled, found);
    }

    private JsonNode computed(String robot, Path states, Kernel kernel) {
        Path out = folder.resolve("out.json");
        Call call = Call.of(
                "dynamics",
                ReferenceStates.urdf(robot).toString(),
                "--states",
                states.toString(),
                "--out",
                out.toString(),
                "--kernel",
                kernel.toString());
        assertEquals(0, call.code(), call.err());
        return ReferenceStates.json(out);
    }

    private static void compare(String robot, JsonNode expected, JsonNode found) {
        assertEquals(20, found.get("states").size());
        for (int s = 0; s < 20; s++) {
            JsonNode theirs = expected.get("states").get(s);
            JsonNode ours = found.get("states").get(s);
            assertEquals(List.copyOf(theirs.propertyNames()), List.copyOf(ours.propertyNames()));
            for (String field : theirs.propertyNames()) {
                boolean light = field.equals("aba_qdd") && robot.equals("g1_29dof");
                double difference = ReferenceStates.difference(theirs.get(field), ours.get(field));
                assertTrue(
                        difference <= (light ? TOLERANCE_OF_LIGHT_LINKS : TOLERANCE),
                        robot + ", state " + s + ", " + field + ": " + difference);
            }
        }
    }

    /** Lists the joints in another order, with their entries of v in a third one. */
    private static final class Shuffle {
        private final ObjectNode root;
        private final int base;
        /** Where the old places in the list, and the old entries of v, have gone. */
        private final List<Integer> listed;

        private final List<Integer> entries;

        Shuffle(ObjectNode root) {
            this.root = root;
            int nv = root.get("nv").asInt();
            int joints = root.get("joints").size();
            base = nv - joints;
            Random random = new Random(7);
            listed = new ArrayList<>(IntStream.range(0, joints).boxed().toList());
            Collections.shuffle(listed, random);
            List<Integer> moved =
                    new ArrayList<>(IntStream.range(base, nv).boxed().toList());
            Collections.shuffle(moved, random);
            entries = new ArrayList<>(IntStream.range(0, base).boxed().toList());
            entries.addAll(moved);
        }

        void apply() {
            for (JsonNode joint : root.get("joints")) {
                ((ObjectNode) joint)
                        .put("v_index", entries.get(joint.get("v_index").asInt()));
            }
            root.set("joints", moved(root.get("joints"), listed));
            for (JsonNode each : root.get("states")) {
                ObjectNode state = (ObjectNode) each;
                state.set("q", moved(state.get("q"), listed));
                VECTORS.forEach(field -> state.set(field, moved(state.get(field), entries)));
                state.set("mass_matrix", moved(columns(state.get("mass_matrix")), entries));
                state.set("frame_jacobian", columns(state.get("frame_jacobian")));
            }
        }

        private JsonNode columns(JsonNode rows) {
            ArrayNode out = root.arrayNode();
            rows.forEach(row -> out.add(moved(row, entries)));
            return out;
        }

        private ArrayNode moved(JsonNode from, List<Integer> places) {
            ArrayNode out = root.arrayNode();
            for (int i = 0; i < from.size(); i++) {
                out.add(from.get(places.indexOf(i)));
            }
            return out;
        }
    }
}
