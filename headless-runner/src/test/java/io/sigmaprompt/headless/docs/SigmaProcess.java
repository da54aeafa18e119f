package io.sigmaprompt.headless.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line as a process of its own, on the class path of the tests. */
final class SigmaProcess {
    private SigmaProcess() {}

    static ProcessBuilder of(Path folder, List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dsigma.root=" + Handbook.ROOT,
                "-cp",
                System.getProperty("java.class.path"),
                "io.sigmaprompt.headless.cli.Sigma"));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(folder.toFile());
        builder.environment().put("SIGMA_RUNS", folder.resolve("runs").toString());
        return builder;
    }

    /** Ends a process and waits until it is gone. */
    static void end(Process process) throws IOException, InterruptedException {
        process.destroy();
        process.getInputStream().close();
        process.waitFor();
    }
}
