package io.sigmaprompt.headless.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.headless.cli.Sigma;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration as a visitor sees it: processes of their own, the robot's own protocol, real time. */
class DemoTest {
    private static final Pattern SILENCE = Pattern.compile("(?m)^(\\d\\d):(\\d\\d\\.\\d+)\\s+finding\\s+▲ stale");

    @TempDir
    private Path folder;

    private record End(int code, JsonNode result, String words) {
        boolean passed() {
            return code == 0 && result.path("verdict").asString("").equals("PASSED");
        }

        /** Whether the machine kept the session or the virtual robot waiting; the story's own silence is at 16 s. */
        boolean wasStarved() {
            for (JsonNode warning : result.path("warnings")) {
                if (warning.asString("").contains("behind its pace")) {
                    return true;
                }
            }
            Matcher silence = SILENCE.matcher(words);
            while (silence.find()) {
                double at = 60 * Double.parseDouble(silence.group(1)) + Double.parseDouble(silence.group(2));
                if (at < 16 || at > 16.6) {
                    return true;
                }
            }
            return false;
        }
    }

    @Test
    void theDemonstrationPassesAndItsRunReplaysToTheSameHash() throws Exception {
        End end = demonstrate("first");
        if (!end.passed() && end.code() == 1 && end.wasStarved()) {
            System.out.println("The machine was too busy for the demonstration in real time; it is run once more. "
                    + end.result().path("reason").asString() + " "
                    + end.result().path("warnings"));
            end = demonstrate("second");
        }
        String words = end.words();
        assertEquals(0, end.code(), words);
        assertEquals("PASSED", end.result().path("verdict").asString());
        assertEquals(10, end.result().path("expectations").size());
        for (JsonNode each : end.result().path("expectations")) {
            assertTrue(each.path("passed").asBoolean(), each::toString);
        }
        assertTrue(end.result().path("exactness").asString().contains("rosbridge://"), "it was not over the wire");
        Path run = Path.of(end.result().path("runDirectory").asString());
        for (String file : List.of("report.html", "trace.mcap", "journal", "junit.xml", "result.json")) {
            assertTrue(Files.size(run.resolve(file)) > 0, file);
        }
        assertReplays(run, end.result().path("traceHash").asString());
    }

    private static void assertReplays(Path run, String hash) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = {"replay", run.toString(), "--json"};
        assertEquals(0, Sigma.execute(words, new PrintWriter(out), new PrintWriter(err)), err::toString);
        JsonNode replayed = JsonMapper.shared().readTree(out.toString());
        assertTrue(hash.matches("[0-9a-f]{64}"), hash);
        assertEquals(hash, replayed.path("traceHash").asString());
    }

    private End demonstrate(String name) throws IOException, InterruptedException {
        Path out = folder.resolve(name + ".json");
        Path err = folder.resolve(name + ".txt");
        Process process = SigmaProcess.of(
                        folder,
                        List.of("demo", "--json", "--out", folder.resolve(name).toString()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        String words = Files.readString(err);
        assertTrue(ended, () -> "it did not end\n" + words);
        String object = Files.readString(out);
        assertEquals(1, object.lines().count(), () -> object + words);
        return new End(process.exitValue(), JsonMapper.shared().readTree(object), words);
    }
}
