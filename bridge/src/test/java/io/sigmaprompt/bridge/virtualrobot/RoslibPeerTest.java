package io.sigmaprompt.bridge.virtualrobot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.bridge.rosbridge.RosVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The npm package roslib, which knows nothing of us, moves the virtual robot. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class RoslibPeerTest {
    private static final Path SOURCE = Path.of("src", "test", "node", "roslib");
    private static final Path FOLDER = Path.of("target", "node", "roslib");

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                present("node") && present("npm"),
                "skipped: the virtual robot against npm's roslib; node and npm are not on the path (Debian: apt install"
                        + " nodejs npm)");
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "package-lock.json", "move.js")) {
            Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.isDirectory(FOLDER.resolve("node_modules/roslib"))) {
            Answer installed = run(180, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
            assertEquals(0, installed.code(), "npm ci failed:\n" + installed.text());
        }
    }

    @ParameterizedTest
    @EnumSource(RosVersion.class)
    void anIndependentClientMovesTheRobot(RosVersion version) throws IOException, InterruptedException {
        try (RosbridgeRobotServer server = new RosbridgeRobotServer(TwoJointRobot.spec(), "127.0.0.1", 0)) {
            server.start();
            String url = server.uri().replace("rosbridge://", "ws://");
            Answer answer = run(30, "node", "move.js", url, version == RosVersion.ROS1 ? "1" : "2", "elbow", "0.7");
            assertEquals(0, answer.code(), answer.text());
            assertTrue(answer.text().contains("\"arrived\":0."), answer.text());
            String type = version == RosVersion.ROS1 ? "sensor_msgs/JointState" : "sensor_msgs/msg/JointState";
            assertTrue(answer.text().contains("\"type\":\"" + type + "\""), answer.text());
        }
    }

    private record Answer(int code, String text) {}

    private static boolean present(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Answer run(int seconds, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(FOLDER, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        String text = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        return new Answer(ended ? process.exitValue() : -1, text);
    }
}
