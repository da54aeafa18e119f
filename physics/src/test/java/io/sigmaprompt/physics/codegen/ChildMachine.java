package io.sigmaprompt.physics.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;

/** Virtual machines that tests start beside their own. */
public final class ChildMachine {
    private ChildMachine() {}

    /**
     * Runs a main class of the tests in a fresh virtual machine.
     *
     * @param flags for the machine
     * @return what it printed, without the last line's end
     */
    public static String run(Class<?> main, List<String> flags, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.add("-Dsigma.corpus=" + System.getProperty("sigma.corpus", "../shared"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Assertions.assertTrue(process.waitFor(5, TimeUnit.MINUTES), "it did not end");
        Assertions.assertEquals(0, process.exitValue(), () -> command + " printed " + output);
        return output.strip();
    }
}
