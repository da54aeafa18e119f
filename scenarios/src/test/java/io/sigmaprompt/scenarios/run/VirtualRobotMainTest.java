package io.sigmaprompt.scenarios.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.scenarios.TestArm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VirtualRobotMainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private int run(String... args) throws IOException {
        return run("arm", args);
    }

    private int run(String robot, String[] args) throws IOException {
        TestArm.writeTo(folder);
        Files.writeString(
                folder.resolve("s.yaml"),
                "scenario: s\nduration: 1 s\nrobots:\n  - {name: " + robot + ", model: arm.urdf, hardware: virtual}\n");
        return VirtualRobotMain.run(
                List.of(args),
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void saysWhereItListensAndEndsWithItsInput() throws IOException {
        assertEquals(0, run(folder.resolve("s.yaml").toString(), "arm", "--port", "9"));
        assertEquals(
                "listening on test://127.0.0.1:9/arm",
                out.toString(StandardCharsets.UTF_8).strip());
    }

    @Test
    void aSimulationThatFailsEndsTheProcessWithAMessage() throws IOException {
        assertEquals(4, run("singular", new String[] {folder.resolve("s.yaml").toString(), "singular"}));
        assertEquals(
                "its simulation failed", err.toString(StandardCharsets.UTF_8).strip());
    }

    @Test
    void anUnknownRobotIsBadInput() throws IOException {
        assertEquals(2, run(folder.resolve("s.yaml").toString(), "leg"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("there is no robot 'leg'. Its robots are arm."));
    }

    @Test
    void aWrongCommandLineIsBadInput() throws IOException {
        assertEquals(2, run("--prot", "1"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("Usage: scenario.yaml robotName"));
        assertEquals(2, run("a", "b", "--port", "70000"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("found '70000'"));
    }
}
