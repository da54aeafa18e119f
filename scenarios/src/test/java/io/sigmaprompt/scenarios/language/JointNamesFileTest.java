package io.sigmaprompt.scenarios.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JointNamesFileTest {
    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("names.yaml"), text);
    }

    @Test
    void unitsGearsAndZeroPointsAreTheModelsAfterwards() throws IOException {
        Path file = file("""
                fer_joint1: panda_joint1
                J2: {joint: panda_joint2, unit: deg, gear: -1, offset: 90 deg}
                rail: {joint: slide, unit: mm}
                """);
        JointStateFrame frame = (JointStateFrame) JointNamesFile.read(file)
                .translate(new JointStateFrame(
                        "arm",
                        0,
                        0,
                        List.of("fer_joint1", "J2", "rail"),
                        new double[] {0.5, 30, 250},
                        new double[0],
                        new double[0]));
        assertEquals(List.of("panda_joint1", "panda_joint2", "slide"), frame.names());
        assertArrayEquals(new double[] {0.5, Math.PI / 3, 0.25}, frame.position(), 1e-12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {a: pan, b: pan}                    | 1:13 | joint 'pan' is 'a' already
            {a: {joint: pan, unit: degree}}     | 1:24 | found 'degree'
            {a: {joint: pan, gear: 0}}          | 1:24 | turns of the model's joint
            {a: {jiont: pan}}                   | 1:5  | joint
            {a: {joint: pan, offset: 3 kg}}     | 1:26 | kg
            [a, b]                              | 1:1  | a mapping of the source's joints
            {a: }                               | 1:4  | expected the model's joint for 'a'
            """)
    void whatIsWrongIsToldWithItsPlace(String text, String place, String problem) throws IOException {
        Path file = file(text);
        BadInputException e = assertThrows(BadInputException.class, () -> JointNamesFile.read(file));
        assertTrue(e.place().endsWith(":" + place), e.place());
        assertTrue(e.problem().contains(problem), e.problem());
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path file = folder.resolve("none.yaml");
        BadInputException e = assertThrows(BadInputException.class, () -> JointNamesFile.read(file));
        assertTrue(e.place().contains("none.yaml"));
    }
}
