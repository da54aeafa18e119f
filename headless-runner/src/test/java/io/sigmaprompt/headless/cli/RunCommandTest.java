package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.headless.report.RunRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs, suites and replays from the command line to the files they leave. */
class RunCommandTest {
    @TempDir
    Path folder;

    private Path scenarios;

    @BeforeEach
    void scenarios() throws IOException {
        scenarios = Files.createDirectories(folder.resolve("scenarios"));
        Files.writeString(scenarios.resolve("arm.urdf"), """
                <robot name="arm">
                  <link name="base">
                    <inertial><mass value="3"/><inertia ixx="1" ixy="0" ixz="0" iyy="1" iyz="0" izz="1"/></inertial>
                  </link>
                  <link name="upper">
                    <inertial><origin xyz="0.2 0 0"/><mass value="2"/>
                    <inertia ixx="0.1" ixy="0" ixz="0" iyy="0.1" iyz="0" izz="0.1"/></inertial>
                  </link>
                  <joint name="shoulder" type="revolute">
                    <parent link="base"/><child link="upper"/><axis xyz="0 1 0"/>
                    <limit lower="-2" upper="2" velocity="3" effort="150"/><dynamics damping="1" friction="1"/>
                  </joint>
                </robot>
                """);
    }

    @Test
    void aScenarioWhoseExpectationsHoldPassesAndLeavesItsRecords() throws Exception {
        Path run = folder.resolve("run");
        Call call = Call.of("run", scenario("good", "below: 2 rad"), "--lock-step", "--out", run.toString());
        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().contains("✓ "), call.out());
        assertTrue(call.out().contains("PASSED  "), call.out());
        assertTrue(call.out().contains(run.resolve(RunRecorder.REPORT).toString()), call.out());
        assertTrue(Files.readString(run.resolve(RunRecorder.REPORT)).contains("✓ PASSED"));
        assertTrue(Files.readString(run.resolve(RunRecorder.JUNIT)).contains("failures=\"0\""));
        assertTrue(Files.size(run.resolve("journal")) > 0);
    }

    @Test
    void aScenarioWhoseExpectationFailsIsExitCodeOneAndSaysWhy() throws Exception {
        Path run = folder.resolve("run");
        Call call = Call.of("run", scenario("bad", "below: -1 rad"), "--lock-step", "--out", run.toString());
        assertEquals(1, call.code(), call.err());
        assertTrue(call.out().contains("✗ "), call.out());
        assertTrue(call.out().contains("FAILED  "), call.out());
        assertTrue(Files.readString(run.resolve(RunRecorder.JUNIT)).contains("<failure "));
    }

    @Test
    void withJsonARunIsOneObjectWithVerdictHashDirectoryAndTimings() throws Exception {
        Path run = folder.resolve("run");
        Call call = Call.of("run", scenario("good", "below: 2 rad"), "--lock-step", "--json", "--out", run.toString());
        assertEquals(0, call.code(), call.err());
        JsonNode object = call.object();
        assertEquals("PASSED", object.get("verdict").asString());
        assertEquals(64, object.get("traceHash").asString().length());
        assertEquals(run.toString(), object.get("runDirectory").asString());
        assertEquals(0.5, object.get("timings").get("simSeconds").asDouble(), 0.02);
        assertTrue(object.get("timings").get("wallSeconds").asDouble() > 0);
        assertEquals(1, object.get("expectations").size());
        assertTrue(call.err().contains("PASSED"), "the words go to standard error");
    }

    @Test
    void aRunDirectoryReplaysToTheSameHash() throws Exception {
        Path run = folder.resolve("run");
        JsonNode ran = Call.of(
                        "run", scenario("good", "below: 2 rad"), "--lock-step", "--json", "--out", run.toString())
                .object();
        Call call = Call.of("replay", run.toString(), "--json");
        assertEquals(0, call.code(), call.err());
        assertEquals(
                ran.get("traceHash").asString(), call.object().get("traceHash").asString());
        assertTrue(Call.of("replay", run.toString()).out().contains("✓ the same"));
    }

    @Test
    void aRunWhoseRecordWasChangedDoesNotReplayToItsHash() throws Exception {
        Path run = folder.resolve("run");
        Call.of("run", scenario("good", "below: 2 rad"), "--lock-step", "--out", run.toString());
        Path session = run.resolve("session.json");
        String text = Files.readString(session);
        String changed = text.replace("start: {shoulder: 0.5 rad}", "start: {shoulder: 0.4 rad}");
        assertNotEquals(text, changed);
        Files.writeString(session, changed);
        Call call = Call.of("replay", run.toString());
        assertEquals(1, call.code(), call.err());
        assertTrue(call.out().contains("✗ not the same"), call.out());
    }

    @Test
    void aReplayOnAnotherModelSaysWhichHashItHas() throws Exception {
        Path run = folder.resolve("run");
        Call.of("run", scenario("good", "below: 2 rad"), "--lock-step", "--out", run.toString());
        Path session = run.resolve("session.json");
        String recorded = JsonMapper.shared()
                .readTree(session.toFile())
                .at("/robots/0/modelHash")
                .asString();
        assertEquals(64, recorded.length());
        String other = "0123456789abcdef".repeat(4);
        Files.writeString(session, Files.readString(session).replace(recorded, other));
        Call call = Call.of("replay", run.toString());
        assertTrue(
                call.out()
                        .contains("is another (hash 0123456789ab… recorded, " + recorded.substring(0, 12) + "… here)"),
                call.out());
        assertEquals(
                1,
                Call.of("replay", run.toString(), "--json")
                        .object()
                        .get("differences")
                        .size());
    }

    @Test
    void aMisspeltKeyIsBadInputWithItsPlaceAndTheNearestName() throws Exception {
        Path file = Path.of(scenario("good", "below: 2 rad"));
        Files.writeString(file, Files.readString(file).replace("duration:", "duratoin:"));
        Call call = Call.of("run", file.toString());
        assertEquals(2, call.code());
        assertTrue(call.err().matches("(?s)error: .*good\\.yaml:\\d+:\\d+: .*duration.*"), call.err());
    }

    @Test
    void aSuiteTellsEachCaseAndFailsWhenOneDoes() throws Exception {
        scenario("good", "below: 2 rad");
        scenario("bad", "below: -1 rad");
        Path out = folder.resolve("suite");
        Call call = Call.of("suite", scenarios.toString(), "--out", out.toString(), "--json");
        assertEquals(1, call.code(), call.err());
        JsonNode object = call.object();
        assertEquals(1, object.get("passed").asInt());
        assertEquals(1, object.get("failed").asInt());
        assertEquals(2, object.get("cases").size());
        Path directory = Path.of(object.get("suiteDirectory").asString());
        String junit = Files.readString(directory.resolve(RunRecorder.JUNIT));
        assertTrue(junit.contains("<testsuites name=\"scenarios\" tests=\"4\" failures=\"1\" errors=\"0\""), junit);
        for (JsonNode each : object.get("cases")) {
            assertTrue(Files.isRegularFile(Path.of(each.get("runDirectory").asString(), RunRecorder.REPORT)));
        }
    }

    @Test
    void aSuiteNamesEachCasesFileAndRefusesAFile() throws Exception {
        String one = scenario("one", "below: 2 rad");
        Path deep = Files.createDirectories(scenarios.resolve("deep"));
        Files.writeString(
                deep.resolve("two.yaml"),
                Files.readString(Path.of(one)).replace("model: arm.urdf", "model: ../arm.urdf"));
        Path out = folder.resolve("suite");
        Call call = Call.of("suite", scenarios.toString(), "--out", out.toString());
        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().matches("(?s).*✓ one .* deep/two\\.yaml\n.*"), call.out());
        Call file = Call.of("suite", one);
        assertEquals(2, file.code());
        assertTrue(file.err().contains("expected a folder, found the file"), file.err());
        Call none = Call.of("suite", folder.resolve("nowhere").toString());
        assertTrue(none.err().contains("expected a folder, found none"), none.err());
    }

    @Test
    void aRunThatWasKilledReplaysAndIsNoFailure() throws Exception {
        Path run = folder.resolve("run");
        Call.of("run", scenario("good", "below: 2 rad"), "--lock-step", "--out", run.toString());
        Path journal = run.resolve("journal");
        byte[] whole = Files.readAllBytes(journal);
        Files.write(journal, Arrays.copyOf(whole, whole.length - 4));
        Files.delete(run.resolve("result.json"));
        Call call = Call.of("replay", run.toString());
        assertEquals(0, call.code(), call.out() + call.err());
        assertTrue(call.out().contains("the same up to 0.500 s, where the run was cut off"), call.out());
    }

    @Test
    void aFolderThatIsNeitherRunNorBagIsToldSo() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Call call = Call.of("replay", empty.toString());
        assertEquals(2, call.code());
        assertTrue(call.err().contains("expected a run directory, which holds a journal, or a rosbag2"), call.err());
    }

    @Test
    void aRunOfWhichNothingWasExpectedIsDoneAndItsExitCodeIsStillZero() throws Exception {
        Path file = Path.of(scenario("plain", "below: 2 rad"));
        Files.writeString(file, Files.readString(file).replaceAll("(?s)expect:.*", ""));
        Path run = folder.resolve("run");
        Call call = Call.of("run", file.toString(), "--lock-step", "--out", run.toString());
        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().contains("DONE  it ran to its end; nothing was expected of it"), call.out());
        assertTrue(call.out().contains("sigma replay " + run), call.out());
        String report = Files.readString(run.resolve(RunRecorder.REPORT));
        assertTrue(report.contains("✓ DONE") && report.contains("nothing was expected"));
    }

    @Test
    void aRobotThatCannotBeFoundIsBadInput() throws Exception {
        Path file = Path.of(scenario("good", "below: 2 rad"));
        Files.writeString(file, Files.readString(file).replace("arm.urdf", "amr.urdf"));
        Call call = Call.of("run", file.toString());
        assertEquals(2, call.code());
        assertTrue(call.err().contains("amr.urdf"), call.err());
    }

    private String scenario(String name, String bound) throws IOException {
        return Files.writeString(scenarios.resolve(name + ".yaml"), """
                        scenario: %s
                        description: An arm that stays where it is.
                        seed: 3
                        duration: 500 ms
                        robots:
                          - name: arm
                            model: arm.urdf
                            hardware: simulated
                            start: {shoulder: 0.5 rad}
                        expect:
                          - always: {signal: robot.position.shoulder, %s}
                            within: [100 ms, 400 ms]
                        """.formatted(name, bound))
                .toString();
    }
}
