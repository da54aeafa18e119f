package io.sigmaprompt.headless.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.reader.RobotFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The robots that the page on robots writes out are read without a warning. */
class RobotsPageTest {
    private static final Path PAGE = Handbook.ROOT.resolve("docs/robots.md");

    @ParameterizedTest
    @CsvSource({"arm.urdf.xacro, 2", "pendulum.xml, 1"})
    void theRobotOnThePageIsRead(String name, int freedoms, @TempDir Path folder) throws IOException {
        List<String> text = Handbook.lines(PAGE).stream()
                .filter(line -> ("xml " + name).equals(line.fence()))
                .map(Handbook.Line::text)
                .toList();
        RobotReading reading = RobotFile.read(Files.write(folder.resolve(name), text));
        assertEquals(freedoms, reading.model().nv());
        assertEquals(List.of(), reading.warnings());
    }
}
