package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** From runs on disk to advice on maintenance. */
class MaintainCommandTest {
    private static final String ELBOW = "elbow_joint";

    @TempDir
    private static Path shared;

    /** One real run, which histories are made of. */
    private static Path first;

    @TempDir
    private Path folder;

    @BeforeAll
    static void record() throws IOException {
        first = run(shared, "first", 7);
    }

    /** A real run of an arm at work. */
    private static Path run(Path folder, String name, int seed) throws IOException {
        Path scenario = Files.writeString(folder.resolve(name + ".yaml"), """
                scenario: shift
                seed: %d
                duration: 9 s
                robots:
                  - name: arm
                    model: library:industrial-arm
                    hardware: simulated
                    mode: SIMULATED
                    sensors: {position-noise: 0.01 mrad, velocity-noise: 1 mrad/s, effort-noise: 0.2 %%}
                    paths:
                      pick:
                        joints: [shoulder_lift_joint, elbow_joint]
                        waypoints: [[-70 deg, 100 deg], [-40 deg, 40 deg]]
                        leg: 1.1 s
                        cyclic: true
                    minds:
                      - {task: pick_part, priority: 10, follow: pick}
                    start: {shoulder_lift_joint: -70 deg, elbow_joint: 100 deg}
                """.formatted(seed));
        Path run = folder.resolve("runs").resolve(name);
        Call call = Call.of("run", scenario.toString(), "--lock-step", "--out", run.toString());
        assertEquals(0, call.code(), call.err());
        return run;
    }

    /** Copies of what a run told, day by day, whose elbow takes more and more. */
    private Path history(double growth) throws IOException {
        Path days = Files.createDirectories(folder.resolve("days"));
        Random random = new Random(3);
        for (int day = 0; day < 20; day++) {
            Path copy = Files.createDirectories(days.resolve("day-" + day));
            ObjectNode session = object(first.resolve("session.json"));
            session.put(
                    "started",
                    Instant.parse("2026-03-01T08:00:00Z")
                            .plus(day, ChronoUnit.DAYS)
                            .toString());
            Files.writeString(copy.resolve("session.json"), session.toString());
            ObjectNode health = object(first.resolve("health-arm.json"));
            for (JsonNode joint : health.path("joints")) {
                if (joint.path("name").asString().equals(ELBOW)) {
                    ObjectNode friction = (ObjectNode) joint.path("indicators").get(0);
                    double worn = 1 + growth * day + 0.01 * random.nextGaussian();
                    friction.put("value", friction.path("value").asDouble() * worn);
                }
            }
            Files.writeString(copy.resolve("health-arm.json"), health.toString());
        }
        return days;
    }

    private static ObjectNode object(Path file) throws IOException {
        return (ObjectNode) JsonMapper.shared().readTree(Files.readString(file));
    }

    private void assertRefused(String place, String... arguments) {
        Call call = Call.of(arguments);
        assertEquals(2, call.code(), call.err());
        assertTrue(call.err().contains(place), call.err());
        assertEquals("", call.out());
    }

    @Test
    void whatIsNoRunIsRefusedWithWhatIsNeeded() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Path file = Files.writeString(folder.resolve("file.txt"), "no");
        assertRefused("expected runs in this folder, found none", "maintain", empty.toString());
        assertRefused("found a file", "maintain", file.toString());
        assertRefused("RUN|DIR", "maintain", folder.resolve("nowhere").toString());
        Files.writeString(empty.resolve("session.json"), "{\"started\": \"2026-03-01T08:00:00Z\"}");
        assertRefused("expected runs with the health of a robot", "maintain", empty.toString());
        Files.writeString(empty.resolve("health-arm.json"), "{\"format\": \"sigma joint health\", \"version\": 9}");
        assertRefused("expected version 1 of joint health, found 9", "maintain", empty.toString());
        Files.writeString(empty.resolve("health-arm.json"), "{\"joints\": [");
        assertRefused("health-arm.json:1:", "maintain", empty.toString());
    }

    @Test
    void limitsThatAreNoneAreRefusedWithTheirLine() throws IOException {
        Path days = history(0.02);
        for (Map.Entry<String, String> each : Map.of(
                        "limits:\n  frictoin: {change: 40 %}\n",
                                "limits.yaml:2:3: a list of limits has no key 'frictoin'",
                        "limits:\n  friction: {change: 40 kg}\n", "limits.yaml:2:22",
                        "limits:\n  friction: 3\n", "limits.yaml:2",
                        "limits:\n  travel: {change: 3 %}\n", "only the sum can be limited",
                        "healthy-sessions: 0\n", "1 to 10000, found 0",
                        "joints:\n  elbow_jiont:\n    friction: none\n", "no robot has a joint 'elbow_jiont'")
                .entrySet()) {
            Path limits = Files.writeString(folder.resolve("limits.yaml"), each.getKey());
            assertRefused(each.getValue(), "maintain", days.toString(), "--limits", limits.toString());
        }
        assertRefused("no run has a robot 'amr'", "maintain", days.toString(), "--robot", "amr");
    }

    @Test
    void aJointThatWearsIsAdvisedOnWithReasonAndDate() throws IOException {
        Path days = history(0.015);
        Path out = folder.resolve("out");
        Call call = Call.of("maintain", days.toString(), "--json", "--out", out.toString());
        assertEquals(0, call.code(), call.err());
        JsonNode robot = call.object().at("/robots/0");
        assertEquals(20, robot.path("sessions").size());
        assertEquals("day-0", robot.at("/sessions/0").asString());
        assertEquals(1, robot.path("advice").size(), call.err());
        JsonNode advice = robot.at("/advice/0");
        assertEquals(ELBOW, advice.path("joint").asString());
        assertEquals("friction", advice.path("aspect").asString());
        assertTrue(advice.path("what").asString().contains("gear"));
        assertTrue(advice.path("why").asString().contains("friction went from"));
        assertTrue(advice.path("when").asString().contains("days at this pace"));
        JsonNode left = advice.path("hoursLeft");
        // By 1.015 a day from 1.03, the median of the first five, to 1.545 at day 36.3: 17.3 days after the last.
        double day = robot.path("hours").asDouble() / 20;
        assertEquals(17.3 * day, left.path("median").asDouble(), 4 * day);
        assertTrue(left.path("low").asDouble() < 17.3 * day && left.path("high").asDouble() > 17.3 * day);
        String page = Files.readString(out.resolve("maintenance.html"));
        assertTrue(page.contains("<svg") && page.contains("grease or replace"), "the page shows plots and advice");
    }

    @Test
    void limitsOfAFileAndOfAJointCount() throws IOException {
        Path days = history(0.015);
        Path limits = Files.writeString(folder.resolve("limits.yaml"), """
                healthy-sessions: 3
                limits:
                  friction: none
                  travel: {most: 1.5}
                joints:
                  elbow_joint: {friction: {change: 20 %}}
                """);
        Call call = Call.of("maintain", days.toString(), "--limits", limits.toString());
        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().contains("✗ elbow_joint  grease"), call.out());
        assertTrue(call.out().contains("replace its bearings"), call.out());
    }

    @Test
    void realRunsAreReadInTheOrderOfTheirTimesAndAHealthyOneAsksForNothing() throws IOException {
        for (int k = 0; k < 2; k++) {
            run(folder, "run-" + k, k);
        }
        Call call = Call.of("maintain", folder.resolve("runs").toString());
        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().contains("arm  2 sessions"), call.out());
        assertTrue(call.out().contains("no joint asks for maintenance"), call.out());
        assertTrue(call.out().contains("one encoder shows no play"), call.out());
        assertFalse(call.out().contains("NaN"), call.out());
        String report = Files.readString(folder.resolve("runs/run-0/report.html"));
        assertTrue(report.contains("Joint health") && report.contains("cycles by range of effort"));
    }
}
