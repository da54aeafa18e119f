package io.sigmaprompt.headless.determinism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The short demonstration in fresh virtual machines that compile it in every way there is: one hash. */
class DeterminismTest {
    private static final Map<String, List<String>> MACHINES = machines();

    /** What the short demonstration hashes to; a change that alters it says why in its commit. */
    private static final String GOLDEN = "8910d52cf96d6a12397ee3947e4defb9dad5111ccd9c4a999e388e047c062da8";

    /** What it hashes to where the generic kernel computes, which rounds in another order. */
    private static final String GENERIC = "ddfca1af8aa537669dfd0e39734b29fb38831465812808947de6ad0292c3d763";

    @TempDir
    private Path folder;

    private static Map<String, List<String>> machines() {
        Map<String, List<String>> machines = new LinkedHashMap<>();
        machines.put("default", List.of());
        machines.put("interpreted", List.of("-Xint"));
        machines.put("C1 only", List.of("-XX:TieredStopAtLevel=1"));
        machines.put("without AVX", List.of("-XX:UseAVX=0"));
        machines.put("serial collector", List.of("-XX:+UseSerialGC"));
        machines.put("parallel collector", List.of("-XX:+UseParallelGC"));
        return machines;
    }

    @Test
    void oneHashWhoeverCompiledItAndAfterReplayingItsJournal() throws IOException, InterruptedException {
        Map<String, String> hashes = new LinkedHashMap<>();
        Path run = folder;
        for (Map.Entry<String, List<String>> machine : MACHINES.entrySet()) {
            JsonNode result = sigma(machine.getValue(), "run", "library:first-light-short", "--lock-step", "--json");
            assertEquals("PASSED", result.path("verdict").asString(), machine.getKey());
            hashes.put(machine.getKey(), result.path("traceHash").asString());
            run = Path.of(result.path("runDirectory").asString());
        }
        hashes.put(
                "replayed journal",
                sigma(List.of(), "replay", run.toString(), "--json")
                        .path("traceHash")
                        .asString());
        hashes.forEach((machine, hash) -> assertEquals(GOLDEN, hash, machine + " differs"));
        StringBuilder table = new StringBuilder();
        hashes.forEach((machine, hash) -> table.append(String.format("%-20s %s%n", machine, hash)));
        Files.writeString(Path.of("target", "determinism.txt"), table);
    }

    @Test
    void theGenericKernelHasItsOwnHashAndAReplayByTheCompiledOneSaysWhy() throws IOException, InterruptedException {
        List<String> generic = List.of("-Dsigma.dynamics=generic");
        JsonNode result = sigma(generic, "run", "library:first-light-short", "--lock-step", "--json");
        assertEquals(GENERIC, result.path("traceHash").asString());
        String run = result.path("runDirectory").asString();
        assertEquals(
                GENERIC,
                sigma(generic, "replay", run, "--json").path("traceHash").asString());
        JsonNode compiled = sigma(1, List.of(), "replay", run, "--json");
        assertEquals(GOLDEN, compiled.path("traceHash").asString());
        String difference = compiled.path("differences").path(0).asString();
        assertTrue(difference.contains("-Dsigma.dynamics=generic chooses the generic one"), difference);
    }

    private JsonNode sigma(List<String> flags, String... arguments) throws IOException, InterruptedException {
        return sigma(0, flags, arguments);
    }

    private JsonNode sigma(int code, List<String> flags, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(flags);
        command.addAll(List.of(
                "-Dsigma.root=" + System.getProperty("sigma.root"),
                "-cp",
                System.getProperty("java.class.path"),
                "io.sigmaprompt.headless.cli.Sigma"));
        command.addAll(List.of(arguments));
        Path words = Files.createTempFile(folder, "words", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(words.toFile())
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "it did not end");
        assertEquals(code, process.exitValue(), () -> output + read(words));
        return JsonMapper.shared().readTree(output);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
