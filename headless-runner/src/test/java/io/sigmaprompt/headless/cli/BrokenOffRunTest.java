package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.replay.RecordedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Real processes that are killed while they record, or whose disk is full: what they leave is opened and replayed. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BrokenOffRunTest {
    private static final String SCENARIO = "library:first-light-short";

    @TempDir
    private Path folder;

    @Test
    void aKilledRunIsReplayedToTheLastCycleThatWasSeenOfIt() throws Exception {
        Path run = folder.resolve("run");
        List<String> command = java();
        command.addAll(List.of("run", SCENARIO, "--lock-step", "--speed", "1", "--out", run.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        long seen = 0;
        try {
            while (seen < 2_500 && process.isAlive()) {
                seen = seen(run);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertTrue(seen >= 2_500, () -> "it ended before: " + text(folder.resolve("said")));
        assertTrue(Files.notExists(run.resolve("result.json")), "it was killed");
        Call call = Call.of("replay", run.toString(), "--verify", "--json");
        assertEquals(0, call.code(), call.err());
        JsonNode object = call.object();
        assertEquals("PASSED_SO_FAR", object.get("verdict").asString());
        assertTrue(object.get("ticks").asLong() >= seen, object + " after " + seen);
        assertEquals("", object.get("damage").asString());
        assertTrue(call.err().contains("where the run was cut off"), call.err());
        assertTrue(Files.size(run.resolve("trace.mcap")) > 10_000);
        Call fork =
                Call.of("fork", "" + run, "--at", "now", "--for", "0.2", "--json", "--out", "" + folder.resolve("on"));
        assertTrue(fork.object().get("atSeconds").asDouble() >= 2.5, fork.err());
    }

    /** The newest tick in the journal of a run that may not have begun. */
    private static long seen(Path run) {
        try {
            return Files.exists(run.resolve("journal")) ? RecordedRun.read(run).newestTick() : 0;
        } catch (BadInputException notYet) {
            return 0;
        }
    }

    @Test
    void aFullDiskEndsTheTraceAndNotTheJournal() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Path kept = folder.resolve("kept");
        Process unshare;
        try {
            unshare = new ProcessBuilder(
                            "unshare", "-rm", "sh", "-c", "mount -t tmpfs -o size=64k none \"$0\"", disk.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            unshare = null;
        }
        Assumptions.assumeTrue(
                unshare != null && unshare.waitFor() == 0, "Skipped: no small disk can be mounted in a namespace here");
        List<String> command = new ArrayList<>(List.of(
                "unshare",
                "-rm",
                "sh",
                "-c",
                "disk=$0; kept=$1; shift; mount -t tmpfs -o size=2500k none $disk; \"$@\"; code=$?;"
                        + " cp -r $disk/run $kept; exit $code",
                disk.toString(),
                kept.toString()));
        command.addAll(java());
        command.addAll(List.of("run", SCENARIO, "--lock-step", "--speed", "0", "--out", disk.resolve("run") + ""));
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertEquals(ExitCode.OUTSIDE, process.waitFor(), () -> text(said));
        assertTrue(text(said).contains("the trace cannot be written (No space left on device)"), () -> text(said));
        assertTrue(Files.size(kept.resolve("trace.mcap")) > 500_000);
        assertTrue(Files.size(kept.resolve("result.json")) > 0, "the reserve made room for the result");
        Call call = Call.of("replay", kept.toString(), "--verify", "--json");
        assertEquals(0, call.code(), call.err());
        assertTrue(call.object().get("ticks").asLong() > 500, call.object().toString());
        assertEquals(-1, call.object().get("firstDifferentTick").asLong());
        assertEquals("", call.object().get("damage").asString());
    }

    private static List<String> java() {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dsigma.root=" + System.getProperty("sigma.root", ""),
                "-cp",
                System.getProperty("java.class.path"),
                Sigma.class.getName()));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
