package io.sigmaprompt.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Programs of src/test/node, run with Node and the packages that its lock file pins. */
public final class NodeProgram {
    private static final Path SOURCES = Path.of("src/test/node");
    private static final Path INSTALLED = Path.of("target/node");
    private static final int MINUTES_AT_MOST = 5;
    private static final List<String> FILES = List.of("package.json", "package-lock.json");

    private NodeProgram() {}

    /** Runs a program and gives what it printed; the test is skipped where there is no Node. */
    public static String run(String program, String... arguments) {
        Assumptions.assumeTrue(
                isThere("node") && isThere("npm"),
                "Skipped: node and npm are not installed, so " + program + " cannot run");
        try {
            install();
            Path copy = INSTALLED.resolve(program);
            Files.copy(SOURCES.resolve(program), copy, StandardCopyOption.REPLACE_EXISTING);
            List<String> command = new ArrayList<>(List.of("node", program));
            command.addAll(List.of(arguments));
            return execute(INSTALLED, command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Installs what is pinned, unless just that stands there already. */
    private static synchronized void install() throws IOException {
        Files.createDirectories(INSTALLED);
        boolean fresh = Files.isRegularFile(INSTALLED.resolve("node_modules/.package-lock.json"));
        for (String file : FILES) {
            Path copy = INSTALLED.resolve(file);
            if (!Files.exists(copy) || Files.mismatch(copy, SOURCES.resolve(file)) >= 0) {
                Files.copy(SOURCES.resolve(file), copy, StandardCopyOption.REPLACE_EXISTING);
                fresh = false;
            }
        }
        if (!fresh) {
            execute(INSTALLED, List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"));
        }
    }

    private static boolean isThere(String command) {
        try {
            Process process = new ProcessBuilder(command, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String execute(Path folder, List<String> command) throws IOException {
        Path output = Files.createTempFile("node", ".out");
        Path errors = Files.createTempFile("node", ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(MINUTES_AT_MOST, TimeUnit.MINUTES);
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
