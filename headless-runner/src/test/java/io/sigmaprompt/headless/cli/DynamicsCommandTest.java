package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class DynamicsCommandTest {
    private static final String COMPLETE =
            "{\"states\":[{\"q\":[0.4,0.1,0.2],\"v\":[1,2,3],\"a\":[0.5,-1,2],\"tau\":[3,1,-2]}]}";

    @TempDir
    Path folder;

    private Path robot;

    /** A shoulder that carries a slide, and a second finger that follows the first, twice as far and backwards. */
    @BeforeEach
    void writeRobot() throws IOException {
        robot = Files.writeString(folder.resolve("gripper.urdf"), """
                <robot name="gripper">
                  <link name="base">
                    <inertial><mass value="3"/><inertia ixx="1" ixy="0" ixz="0" iyy="1" iyz="0" izz="1"/></inertial>
                  </link>
                  <link name="palm">
                    <inertial><origin xyz="0.3 0 0.1"/><mass value="2"/>
                      <inertia ixx="0.1" ixy="0.01" ixz="0" iyy="0.2" iyz="0" izz="0.15"/></inertial>
                  </link>
                  <link name="left">
                    <inertial><origin xyz="0.1 0.2 0"/><mass value="0.5"/>
                      <inertia ixx="0.01" ixy="0" ixz="0" iyy="0.02" iyz="0" izz="0.015"/></inertial>
                  </link>
                  <link name="right">
                    <inertial><origin xyz="0 0.1 0.1"/><mass value="0.7"/>
                      <inertia ixx="0.02" ixy="0" ixz="0" iyy="0.02" iyz="0" izz="0.02"/></inertial>
                  </link>
                  <joint name="shoulder" type="continuous">
                    <parent link="base"/><child link="palm"/><axis xyz="0 1 0"/>
                  </joint>
                  <joint name="left_finger" type="prismatic">
                    <parent link="palm"/><child link="left"/><origin xyz="0.5 0 0"/><axis xyz="1 0 0"/>
                    <limit lower="-1" upper="1" velocity="3" effort="150"/>
                  </joint>
                  <joint name="right_finger" type="prismatic">
                    <parent link="palm"/><child link="right"/><origin xyz="0.5 0 0" rpy="0 0 0.3"/><axis xyz="1 0 0"/>
                    <limit lower="-2" upper="2" velocity="3" effort="150"/>
                    <mimic joint="left_finger" multiplier="-2" offset="0.05"/>
                  </joint>
                </robot>
                """);
    }

    @Test
    void statesWithoutJointsAreInTheModelsOrder() throws Exception {
        JsonNode found = computed(COMPLETE);
        assertEquals("gripper", found.get("robot").asString());
        assertEquals(
                List.of("shoulder", "left_finger", "right_finger"),
                found.get("joints")
                        .valueStream()
                        .map(joint -> joint.get("name").asString())
                        .toList());
        assertEquals(3, found.get("states").get(0).get("mass_matrix").size());
        assertEquals("right", found.get("states").get(0).get("frame").asString());
        // The root is welded to the world and moves no mass.
        assertEquals(3.2, found.get("total_mass").asDouble(), 1e-15);
    }

    @Test
    void whatNeedsMissingInputsIsLeftOut() throws Exception {
        JsonNode state = computed("{\"states\":[{\"q\":[0.4,0.1,0.2],\"frame\":\"palm\"}]}")
                .get("states")
                .get(0);
        assertEquals(
                Set.of(
                        "q",
                        "mass_matrix",
                        "gravity_vector",
                        "potential_energy",
                        "com",
                        "frame",
                        "frame_jacobian",
                        "link_poses_xyz_qxyzw"),
                Set.copyOf(state.propertyNames()));
        assertEquals("palm", state.get("frame").asString());
    }

    @Test
    void gravityCanBeChosen() throws Exception {
        JsonNode found = computed(COMPLETE, "--gravity", "0,0,0");
        assertEquals(
                "[0.0,0.0,0.0]",
                found.get("states").get(0).get("gravity_vector").toString());
        JsonNode ofFile = computed(COMPLETE.replace("{\"states\"", "{\"gravity\":[1,2,3],\"states\""));
        assertEquals("[1.0,2.0,3.0]", ofFile.get("gravity").toString());
    }

    @Test
    void aFloatingRootComesFromTheOptionOrTheFile() throws Exception {
        String free = "{\"states\":[{\"base_pos\":[1,2,3],\"base_quat_xyzw\":[0,0,0,1],\"q\":[0.4,0.1,0.2]}]}";
        JsonNode byOption = computed(free, "--floating");
        Call call = call(free.replace("{\"states\"", "{\"floating_base\":true,\"states\""));
        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().contains("free the robot's root"), call.out());
        JsonNode byFile = ReferenceStates.json(folder.resolve("out.json"));
        assertEquals(byOption, byFile);
        JsonNode mass = byFile.get("states").get(0).get("mass_matrix");
        assertEquals(9, mass.size());
        // The linear part of a free root stands first, and weighs what the robot does.
        assertEquals(6.2, mass.get(0).get(0).asDouble(), 1e-12);
    }

    @Test
    void theDerivativeOfForwardDynamicsByForceInvertsTheMassMatrix() throws Exception {
        for (String[] options : new String[][] {{"--derivatives"}, {"--derivatives", "--mimic"}}) {
            JsonNode state = computed(COMPLETE, options).get("states").get(0);
            JsonNode mass = state.get("mass_matrix");
            JsonNode inverse = state.get("aba_by_tau");
            for (int r = 0; r < mass.size(); r++) {
                for (int c = 0; c < mass.size(); c++) {
                    double sum = 0;
                    for (int k = 0; k < mass.size(); k++) {
                        sum += mass.get(r).get(k).asDouble()
                                * inverse.get(k).get(c).asDouble();
                    }
                    assertEquals(r == c ? 1 : 0, sum, 1e-12, String.join(" ", options));
                }
            }
            assertEquals(mass.size(), state.get("regressor").size());
        }
    }

    @ParameterizedTest
    @CsvSource({"rnea_by_q, rnea_tau, q", "rnea_by_v, rnea_tau, v", "aba_by_q, aba_qdd, q", "aba_by_v, aba_qdd, v"})
    void derivativesAreThoseOfTheTiedRobot(String derivative, String quantity, String input) throws Exception {
        double step = 1e-5;
        for (int k = 0; k < 2; k++) {
            JsonNode above = computed(moved(input, k, step), "--mimic")
                    .get("states")
                    .get(0)
                    .get(quantity);
            JsonNode below = computed(moved(input, k, -step), "--mimic")
                    .get("states")
                    .get(0)
                    .get(quantity);
            JsonNode found = computed(COMPLETE, "--mimic", "--derivatives")
                    .get("states")
                    .get(0)
                    .get(derivative);
            for (int r = 0; r < 2; r++) {
                double slope = (above.get(r).asDouble() - below.get(r).asDouble()) / (2 * step);
                assertEquals(slope, found.get(r).get(k).asDouble(), 1e-7 * (1 + Math.abs(slope)));
            }
        }
    }

    @Test
    void tiedJointsFollowTheirLeadersAndLeaveTheirEffortsToThem() throws Exception {
        JsonNode found = computed(COMPLETE, "--mimic");
        assertEquals(2, found.get("nv").asInt());
        assertEquals(2, found.get("joints").size());
        assertEquals("tied", found.get("mimic_joints").asString());
        JsonNode state = found.get("states").get(0);
        assertEquals("[0.4,0.1]", state.get("q").toString());
        assertEquals("[1.0,2.0]", state.get("v").toString());
        assertEquals("[3.0,5.0]", state.get("tau").toString());
        // A robot of three joints that move as the tied ones do says the same.
        JsonNode free = computed("{\"states\":[{\"q\":[0.4,0.1,-0.15],\"v\":[1,2,-4],\"a\":[0.5,-1,2]}]}")
                .get("states")
                .get(0);
        for (String field : List.of("kinetic_energy", "com", "com_velocity", "link_poses_xyz_qxyzw")) {
            assertTrue(ReferenceStates.difference(free.get(field), state.get(field)) < 1e-14, field);
        }
        assertEquals(
                free.get("rnea_tau").get(1).asDouble()
                        - 2 * free.get("rnea_tau").get(2).asDouble(),
                state.get("rnea_tau").get(1).asDouble(),
                1e-12);
    }

    @Test
    void tiedForwardDynamicsIsTheInverseOfTiedInverseDynamics() throws Exception {
        JsonNode state = computed(COMPLETE, "--mimic").get("states").get(0);
        String back = "{\"joints\":[{\"name\":\"shoulder\"},{\"name\":\"left_finger\"}],\"states\":[{\"q\":[0.4,0.1],"
                + "\"v\":[1,2],\"a\":" + state.get("aba_qdd") + "}]}";
        JsonNode tau = computed(back, "--mimic").get("states").get(0).get("rnea_tau");
        assertTrue(ReferenceStates.difference(state.get("tau"), tau) < 1e-13, tau::toString);
    }

    @Test
    void aMisspeltInputIsWarnedOf() throws Exception {
        Call call = call(COMPLETE.replace("tau", "tua"));
        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().contains("states.json:1:"), call.out());
        assertTrue(call.out().contains("nothing is made of 'tua' (did you mean 'tau'?)"), call.out());
    }

    @Test
    void aFrameBesideTheStatesIsWarnedOf() throws Exception {
        Call call = call(COMPLETE.replace("{\"states\"", "{\"frame\":\"palm\",\"states\""));
        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().contains("nothing is made of 'frame' beside the states"), call.out());
    }

    @Test
    void whatIsOddAboutTheRobotIsSaid() throws Exception {
        Files.writeString(robot, Files.readString(robot).replace("ixx=\"0.1\"", "ixx=\"5\""));
        Call call = call(COMPLETE);
        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().contains("the inertia of link 'palm' breaks the triangle inequality"), call.out());
        assertEquals(1, call(COMPLETE, "--json").object().get("warnings").size());
    }

    @Test
    void numbersTooLargeForAnAnswerAreSaid() throws Exception {
        Call call = call(COMPLETE.replace("[1,2,3]", "[1e300,2,3]"));
        assertEquals(0, call.code(), call.err());
        assertTrue(
                call.out().contains("states[0]: its numbers are too large to compute rnea_tau, aba_qdd,"), call.out());
    }

    @ParameterizedTest
    @CsvSource({"gripper.urdf, the robot", "states.json, the states"})
    void theInputsAreNotOverwritten(String written, String what) throws Exception {
        Path states = Files.writeString(folder.resolve("states.json"), COMPLETE);
        Path target = folder.resolve(written);
        String before = Files.readString(target);
        Call call = Call.of("dynamics", robot.toString(), "--states", states.toString(), "--out", target.toString());
        assertEquals(2, call.code(), call.out());
        assertTrue(call.err().contains("--out: expected a file of its own, found " + what), call.err());
        assertEquals(before, Files.readString(target));
    }

    @Test
    void bytesThatAreNoTextAreBadInput() throws Exception {
        Path states = Files.write(folder.resolve("noise.json"), new byte[] {(byte) 0xc3, 0x28, 0});
        Call call =
                Call.of("dynamics", robot.toString(), "--states", states.toString(), "--out", folder.resolve("o") + "");
        assertEquals(2, call.code(), call.out());
        assertTrue(
                call.err().contains("noise.json: expected JSON in UTF-8, found bytes that are no such text"),
                call.err());
    }

    @Test
    void aMisspeltOptionIsNamedBeforeTheOneThatIsMissing() {
        Call call = Call.of("dynamics", robot.toString(), "--sates", "s.json", "--out", "o.json");
        assertEquals(2, call.code(), call.out());
        assertTrue(call.err().contains("option: there is no '--sates' here. Did you mean --states?"), call.err());
    }

    @Test
    void jsonSaysWhatWasDone() throws Exception {
        JsonNode object = call(COMPLETE, "--json").object();
        assertEquals(1, object.get("states").asInt());
        assertEquals(3, object.get("nv").asInt());
        assertFalse(object.get("floatingBase").asBoolean());
        assertEquals(64, object.get("modelHash").asString().length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'states':[{'q':[0,0]}]}; :1:17: expected 3 numbers in states[0].q (one a coordinate",
                "{'states':[{'q':[0,0,NaN]}]}; :1:22: expected a finite number in states[0].q[2], found NaN",
                "{'states':[{'q':[0,0,1e999]}]}; expected a finite number in states[0].q[2], found Infinity",
                "{'states':[{'q':[0,0,'x']}]}; expected a number in states[0].q[2], found the string \"x\"",
                "{'states':[{'v':[0,0,0]}]}; :1:12: expected q in states[0], found none",
                "{'states':[{'q':[0,0,0],'v':[1]}]}; expected 3 numbers in states[0].v (one a freedom",
                "{'state':[]}; expected states, found none (did you mean 'state'?)",
                "{'states':{}}; expected an array in states, found an object",
                "{'states':[{'q':[0,0,0],'frame':'plam'}]}; has no link 'plam' (did you mean 'palm'?)",
                "{'joints':[{'name':'sholder'}],'states':[]}; has no joint 'sholder' (did you mean 'shoulder'?)",
                "{'joints':[{'name':'shoulder'}],'states':[]}; found none named left_finger, right_finger",
                "{'joints':[{'name':'shoulder'},{'name':'shoulder'}],'states':[]}; found 'shoulder' again",
                "{'joints':[{'v_index':1}],'states':[]}; expected a joint with a name, found none",
                "{'joints':[{'name':'shoulder','v_index':3}],'states':[]}; from 0 to 2",
                "{'joints':[{'name':'shoulder','v_index':0},{'name':'left_finger','v_index':0}],'states':[]};"
                        + " found 0, which 'shoulder' has",
                "{'floating_base':true,'states':[{'q':[0,0,0]}]}; expected base_pos in states[0], because the robot's root",
                "{'floating_base':true,'states':[{'q':[0,0,0],'base_pos':[0,0,0],'base_quat_xyzw':[0,0,0,2]}]};"
                        + " found one of length 2.0",
                "{'states':[; :1:12: expected JSON, found",
                "{'states':[],'states':[]}; expected JSON, found Duplicate",
            })
    void whatIsWrongInTheStatesIsNamedWithFileLineAndColumn(String text, String complaint) throws Exception {
        Call call = call(text.replace('\'', '"'));
        assertEquals(2, call.code(), call.err());
        assertTrue(call.err().contains("states.json:1:"), call.err());
        assertTrue(call.err().contains(complaint.strip()), call.err());
        assertEquals(1, call.err().lines().count(), call.err());
    }

    @Test
    void lengthsOfAFreeRootAreExplained() throws Exception {
        Call call = call(
                "{\"states\":[{\"base_pos\":[0,0,0],\"base_quat_xyzw\":[0,0,0,1],\"q\":[0,0,0],\"v\":[1,2,3]}]}",
                "--floating");
        assertEquals(2, call.code());
        assertTrue(call.err().contains("expected 9 numbers in states[0].v (6 of the free root"), call.err());
    }

    @ParameterizedTest
    @CsvSource({
        "--gravity, '1,2', expected three finite numbers",
        "--gravity, '1,2,NaN', expected three finite numbers",
        "--kernel, fast, fast",
        "--out, nowhere/out.json, expected a file in a folder that is there",
        "--states, nothing.json, expected a file that can be read",
    })
    void aWrongOptionIsBadInput(String option, String value, String complaint) throws Exception {
        Call call = call(
                COMPLETE, option, option.equals("--out") ? folder.resolve(value).toString() : value);
        assertEquals(2, call.code(), call.out());
        assertTrue(call.err().contains(option), call.err());
        assertTrue(call.err().contains(complaint), call.err());
    }

    @Test
    void aFolderInThePlaceOfStatesIsBadInput() {
        Call call = Call.of(
                "dynamics",
                robot.toString(),
                "--states",
                folder.toString(),
                "--out",
                folder.resolve("o.json").toString());
        assertEquals(2, call.code());
        assertTrue(call.err().contains("expected a JSON file, found a folder"), call.err());
    }

    /** The complete state with one entry moved. */
    private static String moved(String input, int k, double step) {
        String head = "\"" + input + "\":[";
        int begin = COMPLETE.indexOf(head) + head.length();
        int end = COMPLETE.indexOf(']', begin);
        String[] numbers = COMPLETE.substring(begin, end).split(",");
        numbers[k] = Double.toString(Double.parseDouble(numbers[k]) + step);
        return COMPLETE.substring(0, begin) + String.join(",", numbers) + COMPLETE.substring(end);
    }

    private JsonNode computed(String states, String... options) throws IOException {
        Call call = call(states, options);
        assertEquals(0, call.code(), call.err());
        return ReferenceStates.json(folder.resolve("out.json"));
    }

    /** The command over these states; an option given replaces the usual one. */
    private Call call(String states, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("states.json"), states);
        List<String> words = new ArrayList<>(List.of("dynamics", robot.toString()));
        List<String> given = List.of(options);
        if (!given.contains("--states")) {
            words.addAll(List.of("--states", file.toString()));
        }
        if (!given.contains("--out")) {
            words.addAll(List.of("--out", folder.resolve("out.json").toString()));
        }
        words.addAll(given);
        return Call.of(words.toArray(String[]::new));
    }
}
