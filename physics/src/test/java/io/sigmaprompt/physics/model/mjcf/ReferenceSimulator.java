package io.sigmaprompt.physics.model.mjcf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** MuJoCo itself, as the npm package mujoco-js (WebAssembly), asked what it makes of a model. */
final class ReferenceSimulator {
    private static final Path SOURCES = Path.of("src/test/node");
    private static final Path INSTALLED = Path.of("target/node");
    private static final String PROGRAM = "describe-model.mjs";
    private static final JsonMapper JSON = JsonMapper.shared();

    private ReferenceSimulator() {}

    /** One model, and the configurations (MuJoCo's qpos) to take it to. */
    record Question(Path model, List<double[]> configurations) {}

    /** What MuJoCo makes of each model; the calling test is skipped where Node is not installed. */
    static JsonNode ask(List<Question> questions) {
        ObjectNode request = JSON.createObjectNode();
        ArrayNode models = request.putArray("models");
        for (Question question : questions) {
            ObjectNode model = models.addObject();
            model.put("path", question.model.toAbsolutePath().toString());
            ArrayNode configurations = model.putArray("qpos");
            question.configurations.forEach(q -> configurations.add(JSON.valueToTree(q)));
        }
        return answer(PROGRAM, request);
    }

    /** What one of the programs beside this test's sources prints; the calling test is skipped where Node is missing. */
    static JsonNode answer(String program, JsonNode request) {
        Assumptions.assumeTrue(
                isThere("node") && isThere("npm"),
                "skipped: MuJoCo, as npm's mujoco-js; node and npm are not on the path (Debian: apt install nodejs npm)");
        try {
            install(program);
            Path file = Files.createTempFile("models", ".json");
            try {
                Files.writeString(file, JSON.writeValueAsString(request));
                return JSON.readTree(run(List.of("node", program, file.toString())));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Installs what the lock file pins, unless just that stands there already. */
    private static synchronized void install(String program) throws IOException {
        Files.createDirectories(INSTALLED);
        boolean fresh = Files.isRegularFile(INSTALLED.resolve("node_modules/.package-lock.json"));
        for (String file : List.of("package.json", "package-lock.json")) {
            Path copy = INSTALLED.resolve(file);
            if (!Files.exists(copy) || Files.mismatch(copy, SOURCES.resolve(file)) >= 0) {
                Files.copy(SOURCES.resolve(file), copy, StandardCopyOption.REPLACE_EXISTING);
                fresh = false;
            }
        }
        if (!fresh) {
            run(List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"));
        }
        Files.copy(SOURCES.resolve(program), INSTALLED.resolve(program), StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean isThere(String command) {
        try {
            return new ProcessBuilder(command, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String run(List<String> command) throws IOException {
        Path output = Files.createTempFile("node", ".out");
        Path errors = Files.createTempFile("node", ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(INSTALLED.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(5, TimeUnit.MINUTES);
            if (!ended) {
                process.destroyForcibly();
            }
            String said = Files.readString(errors);
            assertEquals(0, ended ? process.exitValue() : -1, () -> command + " failed or did not end: " + said);
            return Files.readString(output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + command, e);
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }
}
