package io.sigmaprompt.scenarios.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MjcfRobotTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("ball.xml"), """
                <mujoco model="ball"><worldbody>
                  <body name="ball" pos="1 2 3"><freejoint name="root"/><geom size=".1"/>
                    <body pos="0 0 1"><joint name="tail" ref="30" stiffness="2"/><geom size=".1"/></body></body>
                </worldbody><actuator><motor joint="tail"/></actuator></mujoco>
                """);
    }

    @Test
    void anMjcfRobotBeginsWhereItsFileDrawsIt() {
        Scenario scenario = scenario("fixed");
        assertArrayEquals(
                new double[] {1, 2, 3, 0, 0, 0, 1, Math.PI / 6},
                scenario.session().twins().getFirst().body().initialPosition(),
                1e-15);
        assertTrue(
                scenario.warnings().contains("ball: read but not simulated: joint springs (1), actuators (1)"),
                scenario.warnings()::toString);
    }

    @Test
    void theWorldItselfDoesNotFloat() {
        BadInputException thrown = assertThrows(BadInputException.class, () -> scenario("floating"));
        assertTrue(thrown.getMessage().contains("a model whose root is the world"), thrown.getMessage());
        assertEquals(2, thrown.getMessage().split("floating", -1).length);
    }

    @Test
    void aFilesOwnGravityIsSaidNotToCount() throws IOException {
        Path file = folder.resolve("ball.xml");
        Files.writeString(
                file, Files.readString(file).replace("<worldbody>", "<option gravity='0 0 -1.62'/><worldbody>"));
        assertTrue(
                scenario("fixed").warnings().stream().anyMatch(each -> each.contains("gravity of 0.0 0.0 -1.62 m/s²")),
                scenario("fixed").warnings()::toString);
    }

    private Scenario scenario(String base) {
        return ScenarioReader.parse(folder.resolve("s.yaml"), """
                scenario: ball
                duration: 1 s
                robots:
                  - name: one
                    model: ball.xml
                    base: %s
                """.formatted(base));
    }
}
