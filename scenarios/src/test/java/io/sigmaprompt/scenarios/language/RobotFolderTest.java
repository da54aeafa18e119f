package io.sigmaprompt.scenarios.language;

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

class RobotFolderTest {
    private static final String URDF = """
            <robot name="a"><link name="l"/><link name="m"><inertial><mass value="1"/>
              <inertia ixx="1" ixy="0" ixz="0" iyy="1" iyz="0" izz="1"/></inertial></link>
              <joint name="j" type="continuous"><parent link="l"/><child link="m"/><axis xyz="0 0 1"/></joint></robot>
            """;
    private static final String MJCF = "<mujoco><worldbody><body><joint/><geom size='.1'/></body></worldbody></mujoco>";
    private static final String SDF = """
            <sdf version="1.9"><model name="m"><link name="l"/><link name="k"/>
              <joint name="j" type="continuous"><parent>l</parent><child>k</child><axis><xyz>0 0 1</xyz></axis></joint>
            </model></sdf>
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void aPackageHasADescriptionOfItsOwn() throws IOException {
        write("package.xml", "<package><name>arm_description</name></package>");
    }

    @Test
    void theOnlyFileOfARobotIsFoundWhateverItsFormat() throws IOException {
        write("arm.xml", MJCF);
        assertEquals("arm.xml", found());
        write("arm.sdf", SDF);
        assertEquals("arm.sdf", found());
        write("arm.urdf", URDF);
        assertEquals("arm.urdf", found());
    }

    @Test
    void aModelsConfigurationNamesItsFile() throws IOException {
        write("arm.urdf", URDF);
        write("old.sdf", SDF);
        write("new.sdf", SDF);
        write("model.config", "<model><name>m</name><sdf version='1.9'>new.sdf</sdf></model>");
        assertEquals("new.sdf", found());
    }

    @Test
    void twoRobotsAreNamed() throws IOException {
        write("arm.xml", MJCF);
        write("scene.xml", MJCF);
        assertTrue(refusal().contains("found 2, arm.xml, scene.xml"), refusal());
    }

    @Test
    void aFolderWithoutARobotIsAnswered() {
        assertTrue(refusal().contains("ends in .urdf, .sdf or .xml), found none"), refusal());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String refusal() {
        return assertThrows(BadInputException.class, this::scenario).getMessage();
    }

    private String found() {
        Path file = scenario().robots().getFirst().modelFile();
        return String.valueOf(file.getFileName());
    }

    private Scenario scenario() {
        return ScenarioReader.parse(folder.resolve("../s.yaml"), """
                scenario: folder
                duration: 1 s
                robots:
                  - name: one
                    model: %s
                """.formatted(folder.getFileName()));
    }
}
