package io.sigmaprompt.scenarios.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.world.SimulationSettings;
import io.sigmaprompt.scenarios.TestArm;
import io.sigmaprompt.scenarios.temporal.Condition;
import io.sigmaprompt.scenarios.temporal.Expectation.Quantifier;
import io.sigmaprompt.twin.analysis.AnalysisSettings;
import io.sigmaprompt.twin.analysis.NoveltySettings;
import io.sigmaprompt.twin.analysis.watch.WatchSettings;
import io.sigmaprompt.twin.arbitration.ArbitrationSettings;
import io.sigmaprompt.twin.cognition.MindSpec;
import io.sigmaprompt.twin.cognition.tree.ElementDesign;
import io.sigmaprompt.twin.command.GateSettings;
import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.prediction.PredictionSettings;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import io.sigmaprompt.twin.session.TwinConfiguration;
import io.sigmaprompt.twin.skill.Goal;
import io.sigmaprompt.twin.telemetry.ingest.IngestSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScenarioReaderTest {
    private static final String GUARD = """
            <root BTCPP_format="4"><BehaviorTree ID="Guard">
              <Sequence>
                <FindingActive kind="stale" hold="{patience}"/>
                <Propose behaviour="wait" priority="80"/>
                <Propose behaviour="slow" priority="50" speed="0.3" path="pick"/>
              </Sequence>
            </BehaviorTree></root>
            """;

    private static final String EVERYTHING = """
            scenario: everything
            description: all of it
            seed: 7
            duration: 24 s
            robots:
              - name: arm
                model: arm.urdf
                base: fixed
                start: {shoulder_joint: -70 deg, rail_joint: 50 mm}
                hardware: virtual
                hardware-options: {topic: /joints, depth: 4}
                sensors: {rate: 250 Hz, position-noise: 0.1 mrad, velocity-noise: 1 mrad/s, effort-noise: 0.2 %}
                simulation: {integrator: runge-kutta-4, gravity: 1.62 m/s^2, servo-damping: 0.9}
                mode: SHADOW
                ingest: {reorder: 20 ms}
                prediction: {horizon: 80 ms}
                analysis: {stale-after: 90 ms, residual-sigma: 8, residual-floor: 0.5 %, residual-hold: 0.1 s,
                           look-for: [spike, flat-line], learning: 300, alarm-probability: 1e-7, finding-hold: 1 s,
                           novelty: random-cut-forest, novelty-period: 40 ms, novelty-latency: 10 ms,
                           novelty-score: 99.99 %, novelty-hold: 100 ms}
                gate: {armed: true, acceleration: 6 rad/s^2, velocity-share: 50 %, watchdog: 200 ms}
                arbitration: {margin: 4, dwell: 0.3 s}
                paths:
                  pick: {joints: [shoulder_joint, rail_joint], waypoints: [[10 deg, 20 mm], [0, 0.1]], leg: 1.5 s}
                minds:
                  - {task: pick_part, priority: 10, follow: pick, speed: 80 %}
                  - tree: guard.xml
                    blackboard: {patience: 0.5, who: me}
            timeline:
              - {at: 10 s, fault: {kind: friction, joint: elbow_joint, factor: 3}}
              - {at: 2 s, mode: LIVE, by: me}
              - {at: 16 s, fault: {kind: telemetry-gap, for: 400 ms}}
              - {at: 18 s, acknowledge: residual/elbow_joint}
              - {at: 30 s, stop: true}
            expect:
              - finding: {kind: residual, joint: elbow_joint}
                within: [10 s, 12 s]
              - never: {decision: slow}
              - always: {signal: divergence.position.elbow_joint, magnitude: true, below: 2 deg}
                within: [1 s, 2 s]
              - final: {mode: LIVE}
              - command: {target: hardware}
                name: it drives
              - alarm: {id: limit/elbow_joint/velocity, state: acknowledged}
            """;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeRobot() throws IOException {
        TestArm.writeTo(folder);
        file = folder.resolve("s.yaml");
        Files.writeString(folder.resolve("guard.xml"), GUARD);
    }

    @Test
    void everythingThatIsWrittenIsRead() {
        Scenario scenario = ScenarioReader.parse(file, EVERYTHING);
        assertEquals("everything", scenario.name());
        assertEquals(24_000_000_000L, scenario.durationNanos());
        TwinConfiguration twin = scenario.session().twins().getFirst();
        assertArrayEquals(
                new double[] {-70 * Math.PI / 180, 0, 0.05}, twin.body().initialPosition(), 1e-15);
        assertEquals(4_000_000, twin.body().telemetryNanos());
        assertEquals(1e-4, twin.body().positionNoise(), 1e-18);
        assertEquals(0.002, twin.body().effortNoise(), 1e-18);
        assertEquals(1.62, twin.body().settings().gravity());
        assertEquals(30, twin.body().settings().servoFrequency());
        assertEquals(TwinMode.SHADOW, twin.mode());
        assertEquals(new IngestSettings(4_000_000, 5, 20_000_000), twin.ingest());
        assertEquals(80_000_000, twin.prediction().horizonNanos());
        WatchSettings watch =
                new WatchSettings(List.of(Kind.FLAT_LINE, Kind.SPIKE), 300, 10_000, 1e-7, 0.01, 1_000_000_000, false);
        assertEquals(
                new AnalysisSettings(
                        90_000_000,
                        8,
                        0.005,
                        100_000_000,
                        300,
                        new NoveltySettings("random-cut-forest", 40_000_000, 10_000_000, 0.9999, 100_000_000),
                        watch),
                twin.analysis());
        assertEquals(new GateSettings(true, 0.02, 0.5, 6, 0.95, 200_000_000), twin.gate());
        assertEquals(new ArbitrationSettings(4, 300_000_000), twin.arbitration());
        assertEquals(
                Map.of("topic", "/joints", "depth", "4"),
                scenario.robots().getFirst().hardwareOptions());

        MindSpec.Task task = assertInstanceOf(MindSpec.Task.class, twin.minds().getFirst());
        Goal.FollowPath follow = assertInstanceOf(Goal.FollowPath.class, task.goal());
        assertEquals(0.8, follow.speed());
        assertEquals(List.of("shoulder_joint", "rail_joint"), follow.path().joints());
        assertArrayEquals(
                new double[] {10 * Math.PI / 180, 0.02},
                follow.path().waypoints().getFirst(),
                1e-15);
        MindSpec.Tree tree = assertInstanceOf(MindSpec.Tree.class, twin.minds().getLast());
        assertEquals("guard", tree.name());
        assertEquals(Map.of("patience", "0.5", "who", "me"), tree.board());
        assertEquals(
                List.of("Sequence", "FindingActive", "Propose", "Propose"),
                tree.design().elements().stream().map(ElementDesign::id).toList());
        Scenario recorded = ScenarioReader.parseRecorded(
                file, EVERYTHING, Map.of("arm", scenario.robots().getFirst().modelFile()), "", scenario.trees());
        assertEquals(scenario.trees(), recorded.trees());
    }

    @Test
    void aTreeIsHeldAgainstItsRobotAndComplainedOfWithItsOwnPlace() throws IOException {
        Files.writeString(folder.resolve("guard.xml"), GUARD.replace("path=\"pick\"", "path=\"pik\""));
        BadInputException e = assertThrows(BadInputException.class, () -> ScenarioReader.parse(file, EVERYTHING));
        assertEquals(folder.resolve("guard.xml") + ":5:63", e.place());
        assertEquals("the robot has no path 'pik' (did you mean 'pick'?)", e.problem());
    }

    @Test
    void aTreeFileThatIsNotThereIsComplainedOfWhereItIsNamed() {
        String text = EVERYTHING.replace("tree: guard.xml", "tree: gard.xml");
        BadInputException e = assertThrows(BadInputException.class, () -> ScenarioReader.parse(file, text));
        assertTrue(e.problem().contains("there is no tree file"), e.problem());
        assertTrue(e.place().startsWith(file + ":"), e.place());
    }

    @Test
    void theTimelineIsInTheOrderOfTimeAndSaysWhatNeverHappens() {
        Scenario scenario = ScenarioReader.parse(file, EVERYTHING);
        assertEquals(
                List.of(
                        new TimelineEvent(2_000_000_000L, new KernelInput.ModeRequest("arm", TwinMode.LIVE, "me")),
                        new TimelineEvent(
                                10_000_000_000L,
                                new KernelInput.FaultInjection(
                                        "arm", new Fault(Fault.Kind.FRICTION, "elbow_joint", 3, 0))),
                        new TimelineEvent(
                                16_000_000_000L,
                                new KernelInput.FaultInjection(
                                        "arm", new Fault(Fault.Kind.TELEMETRY_GAP, "", 1, 400_000_000))),
                        new TimelineEvent(
                                18_000_000_000L,
                                new KernelInput.AlarmAcknowledgement("arm", "residual/elbow_joint", "the scenario")),
                        new TimelineEvent(30_000_000_000L, new KernelInput.OperatorStop("arm", true, "the scenario"))),
                scenario.timeline());
        assertTrue(
                scenario.warnings().contains("the event at 30 s comes after the session's end and never happens"),
                scenario.warnings().toString());
    }

    @Test
    void expectationsAreReadWithTheirWindowsAndWords() {
        Scenario scenario = ScenarioReader.parse(file, EVERYTHING);
        assertEquals(
                List.of(
                        Quantifier.EVENTUALLY,
                        Quantifier.NEVER,
                        Quantifier.ALWAYS,
                        Quantifier.FINAL,
                        Quantifier.EVENTUALLY,
                        Quantifier.EVENTUALLY),
                scenario.expectations().stream().map(each -> each.quantifier()).toList());
        assertEquals(
                "arm: a residual finding at elbow_joint at least once from 10 s to 12 s",
                scenario.expectations().getFirst().text());
        assertEquals(
                "arm: always |divergence.position.elbow_joint| below 0.034907 rad from 1 s to 2 s",
                scenario.expectations().get(2).text());
        Condition.Signal signal = assertInstanceOf(
                Condition.Signal.class, scenario.expectations().get(2).condition());
        assertEquals(2 * Math.PI / 180, signal.below(), 1e-15);
        assertEquals("it drives", scenario.expectations().get(4).name());
    }

    @Test
    void whatIsNotWrittenIsAsEachPartsOwnDefaultSays() {
        Scenario scenario =
                ScenarioReader.parse(file, "scenario: s\nduration: 1 s\nrobots: [{name: arm, model: arm.urdf}]\n");
        TwinConfiguration twin = scenario.session().twins().getFirst();
        assertTrue(twin.lockStep());
        assertEquals(TwinMode.SIMULATED, twin.mode());
        assertEquals(SimulationSettings.DEFAULT, twin.body().settings());
        assertEquals(IngestSettings.DEFAULT, twin.ingest());
        assertEquals(PredictionSettings.DEFAULT, twin.prediction());
        assertEquals(AnalysisSettings.DEFAULT, twin.analysis());
        assertEquals(ArbitrationSettings.DEFAULT, twin.arbitration());
        assertEquals(GateSettings.DEFAULT, twin.gate());
        assertEquals(List.of(), twin.minds());
    }

    @Test
    void twoRobotsOfOneKindHaveNoiseOfTheirOwn() {
        Scenario scenario = ScenarioReader.parse(
                file, "scenario: s\nduration: 1 s\nrobots: [{name: a, model: arm.urdf}, {name: b, model: arm.urdf}]\n");
        assertEquals(
                2,
                scenario.session().twins().stream()
                        .map(twin -> twin.body().noiseSeed())
                        .distinct()
                        .count());
    }

    @Test
    void aFolderStandsForTheModelInIt() {
        Scenario scenario = ScenarioReader.parse(file, "scenario: s\nduration: 1 s\nrobots: [{name: arm, model: .}]\n");
        assertEquals(folder.resolve("arm.urdf"), scenario.robots().getFirst().modelFile());
    }

    @Test
    void lockedJointsRestWhereTheyStartAndAreNoneOfTheTwins() {
        Scenario scenario = ScenarioReader.parse(file, """
                scenario: s
                duration: 1 s
                robots:
                  - {name: arm, model: arm.urdf, locked: [elbow_joint], start: {elbow_joint: 0.3 rad}}
                """);
        RobotModel body = scenario.session().twins().getFirst().body().model();
        assertEquals(-1, new DrivenJoints(body).index("elbow_joint"));
        Pose origin = body.joints().get(body.jointIndex("elbow_joint")).origin();
        assertEquals(Math.sin(0.15), Math.sqrt(1 - origin.qw() * origin.qw()), 1e-12);
        assertTrue(
                scenario.warnings().toString().contains("locked where the robot starts, and not compared: elbow_joint"),
                () -> scenario.warnings().toString());
    }

    @Test
    void aReplayMirrorsTheLogUntilItEnds() throws IOException {
        Path log = Files.writeString(folder.resolve("it's a log.csv"), "t\n");
        Scenario scenario = ScenarioReader.forReplay(log, folder.resolve("arm.urdf"), Map.of("time", "'t'"), List.of());
        assertEquals("replay-it-s-a-log", scenario.name());
        assertEquals(Long.MAX_VALUE, scenario.durationNanos());
        assertEquals(TwinMode.MIRROR, scenario.session().twins().getFirst().mode());
        RobotEntry robot = scenario.robots().getFirst();
        assertEquals(log.toString(), robot.hardware());
        assertEquals(Map.of("time", "'t'"), robot.hardwareOptions());
    }

    @Test
    void everyShippedRobotAndScenarioCanBeRead() {
        assertTrue(ShippedLibrary.robots().contains("industrial-arm"), ShippedLibrary.robots()::toString);
        assertTrue(ShippedLibrary.scenarios().contains("first-light"), ShippedLibrary.scenarios()::toString);
        for (String name : ShippedLibrary.scenarios()) {
            assertEquals(
                    name, ScenarioReader.read(ShippedLibrary.scenario(name)).name());
        }
    }

    @Test
    void theExampleOfTheDocumentationIsAScenario() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("sigma.root"), "docs", "scenarios.md"));
        Files.writeString(folder.resolve("guard.xml"), fenced(page, "```xml guard.xml"));
        Scenario scenario = ScenarioReader.parse(file, fenced(page, "```yaml"));
        assertEquals("drag", scenario.name());
        assertEquals(3, scenario.timeline().size());
    }

    private static String fenced(String page, String fence) {
        int begin = page.indexOf("\n", page.indexOf(fence)) + 1;
        return page.substring(begin, page.indexOf("```", begin));
    }

    @Test
    void thePublishedSchemaDescribesEveryKeyAndKnowsNoOthers() {
        JsonNode schema = JsonMapper.shared().readTree(ScenarioSchema.text());
        assertEquals(
                "https://json-schema.org/draft/2020-12/schema",
                schema.path("$schema").asString());
        List<String> gaps = new ArrayList<>();
        collectGaps(schema, "#", gaps);
        assertEquals(List.of(), gaps);
    }

    private static void collectGaps(JsonNode node, String at, List<String> gaps) {
        if (node.has("properties") && !node.has("additionalProperties")) {
            gaps.add(at + " allows any key");
        }
        node.path("properties").properties().forEach(entry -> {
            if (!entry.getValue().has("description") && !entry.getValue().has("$ref")) {
                gaps.add(at + "/" + entry.getKey() + " has no description");
            }
        });
        node.properties().forEach(entry -> collectGaps(entry.getValue(), at + "/" + entry.getKey(), gaps));
    }
}
