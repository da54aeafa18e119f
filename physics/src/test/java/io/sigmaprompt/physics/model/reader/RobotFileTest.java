package io.sigmaprompt.physics.model.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.mechanism.Mechanism;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RobotFileTest {
    @TempDir
    private Path folder;

    @Test
    void theOutermostElementTellsTheFormatWhateverTheFileIsCalled() throws IOException {
        RobotReading urdf = RobotFile.read(file("a.xml", "<robot name='arm'><link name='base'/></robot>"));
        assertEquals("arm", urdf.model().name());
        assertEquals(Mechanism.NONE, urdf.mechanism());
        RobotReading mjcf = RobotFile.read(file("b.urdf", "<mujoco model='scene'><worldbody/></mujoco>"));
        assertEquals("scene", mjcf.model().name());
    }

    @Test
    void anArgumentThatNobodyTakesIsWarnedOf() throws IOException {
        RobotReading mjcf = RobotFile.read(file("m.xml", "<mujoco><worldbody/></mujoco>"), Map.of("side", "left"));
        assertTrue(mjcf.warnings().getFirst().message().contains("no xacro argument side"), mjcf.warnings()::toString);
    }

    @Test
    void anotherFileIsRefusedWithTheFormatsThatAreKnown() throws IOException {
        Path page = file("page.html", "<html/>");
        BadInputException thrown = assertThrows(BadInputException.class, () -> RobotFile.read(page));
        assertTrue(thrown.getMessage().contains("<mujoco> (MJCF) or <sdf> (SDF), found <html>"));
        Path part = file("part.xml", "<mujocoinclude/>");
        thrown = assertThrows(BadInputException.class, () -> RobotFile.read(part));
        assertTrue(thrown.remedy().contains("name the file that includes it"), thrown.remedy());
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
