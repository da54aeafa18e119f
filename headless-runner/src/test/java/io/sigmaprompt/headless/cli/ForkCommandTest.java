package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.language.ScenarioReader;
import io.sigmaprompt.scenarios.run.RunListener;
import io.sigmaprompt.scenarios.run.RunOptions;
import io.sigmaprompt.scenarios.run.RunResult;
import io.sigmaprompt.scenarios.run.ScenarioRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Forks from the command line: of runs that ended, of one that goes on, and several side by side. */
class ForkCommandTest {
    private static final String SCENARIO = "library:first-light-short";

    @TempDir
    private Path folder;

    @Test
    void aSessionWithARobotBehindAWireIsForkedWhileItGoesOnAndStaysAsItWas() throws Exception {
        Path directory = folder.resolve("live");
        CompletableFuture<Boolean> live = new CompletableFuture<>();
        RunListener watch = new RunListener() {
            @Override
            public void advanced(long simNanos) {
                if (simNanos >= 2_000_000_000L) {
                    live.complete(true);
                }
            }
        };
        Scenario scenario = ScenarioReader.read(GivenPath.scenario(SCENARIO));
        try (ScenarioRun run = new ScenarioRun(scenario, new RunOptions(1, false, directory, true), List.of(watch))) {
            CompletableFuture<RunResult> end = CompletableFuture.supplyAsync(run::run);
            end.whenComplete((result, failure) -> live.complete(false));
            assertTrue(live.get(2, TimeUnit.MINUTES), "the run came to two seconds");
            Path forked = folder.resolve("forked");
            JsonNode fork = Call.of(
                            "fork", directory.toString(), "--at", "now", "--for", "1", "--json", "--out", "" + forked)
                    .object();
            double at = fork.get("atSeconds").asDouble();
            assertTrue(at >= 1.9 && at < 5.8, "forked at " + at);
            assertEquals(at + 1, fork.get("timings").get("simSeconds").asDouble(), 1e-6);
            assertEquals(0, Call.of("replay", forked.toString(), "--verify").code());

            RunResult result = end.get(2, TimeUnit.MINUTES);
            JsonNode replay = Call.of("replay", directory.toString(), "--verify", "--json")
                    .object();
            assertEquals("PASSED", replay.get("verdict").asString());
            assertEquals(result.traceHash(), replay.get("traceHash").asString());
        }
    }

    @Test
    void severalForksRunSideBySideAndAreComparedWithTheFirst() throws Exception {
        Path run = recorded();
        String text = scenarioBesideItsTree();
        Path as = Files.writeString(folder.resolve("as-was.yaml"), text);
        Path drag = Files.writeString(folder.resolve("drag.yaml"), text.replace("factor: 3}", "factor: 6}"));
        Path out = folder.resolve("forks");
        String[] words = {
            "fork", run.toString(), "--at", "2.9", "--scenario", "" + as, "--scenario", "" + drag, "--scenario", "" + as
        };
        Call call = Call.of(join(words, "--json", "--out", out.toString()));
        assertEquals(0, call.code(), call.err());
        JsonNode forks = call.object().get("forks");
        assertEquals(3, forks.size());
        assertEquals("as-was-2", forks.get(2).get("name").asString());
        assertEquals(
                forks.get(0).get("traceHash").asString(),
                forks.get(2).get("traceHash").asString());
        assertNotEquals(
                forks.get(0).get("traceHash").asString(),
                forks.get(1).get("traceHash").asString());
        JsonNode parted = forks.get(1).get("comparedWithFirst");
        assertEquals(3.2, parted.at("/input/seconds").asDouble(), 1e-9);
        assertEquals("arm/decision.reason", parted.at("/decision/what").asString());
        assertTrue(forks.get(2).at("/comparedWithFirst/same").asBoolean());
        assertTrue(call.err().contains("▲ they part at 3.200 s"), call.err());
        for (String each : List.of("as-was", "drag", "as-was-2")) {
            assertEquals(
                    0,
                    Call.of("replay", out.resolve(each).toString(), "--verify").code());
            assertTrue(Files.size(out.resolve(each).resolve("report.html")) > 0);
        }
        Call again = Call.of(join(words, "--out", out.toString()));
        assertEquals(2, again.code());
        assertTrue(again.err().contains("expected an empty folder"), again.err());
    }

    @Test
    void anInstantThatIsNoneAndAScenarioOfAnotherRobotAreRefused() throws Exception {
        Path run = recorded();
        Call word = Call.of("fork", run.toString(), "--at", "soon");
        assertEquals(2, word.code());
        assertTrue(word.err().contains("expected seconds from 0 on, or 'now', found soon"), word.err());
        Call late = Call.of("fork", run.toString(), "--at", "99", "--for", "1");
        assertEquals(2, late.code());
        assertTrue(late.err().contains("the run goes from 0.000 to 5.800 s"), late.err());
        String text = scenarioBesideItsTree();
        Path other = Files.writeString(folder.resolve("other.yaml"), text.replace("name: arm", "name: leg"));
        Path same = Files.writeString(folder.resolve("same.yaml"), text);
        Path out = folder.resolve("nothing");
        Call robots = Call.of(
                "fork", "" + run, "--at", "2", "--scenario", "" + same, "--scenario", "" + other, "--out", "" + out);
        assertEquals(2, robots.code());
        assertTrue(robots.err().contains("[leg]"), robots.err());
        assertTrue(Files.notExists(out), "nothing was begun");
    }

    /** The scenario's text, to be changed and written into the test's folder, where its tree stands already. */
    private String scenarioBesideItsTree() throws Exception {
        Path scenario = GivenPath.scenario(SCENARIO);
        Files.copy(scenario.resolveSibling("guard.xml"), folder.resolve("guard.xml"));
        return Files.readString(scenario);
    }

    private Path recorded() throws Exception {
        Path run = folder.resolve("run");
        assertEquals(
                0,
                Call.of("run", SCENARIO, "--lock-step", "--out", run.toString()).code());
        return run;
    }

    private static String[] join(String[] words, String... more) {
        return Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray(String[]::new);
    }
}
