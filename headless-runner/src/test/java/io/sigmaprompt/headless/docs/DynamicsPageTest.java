package io.sigmaprompt.headless.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.codegen.KernelCatalogue;
import io.sigmaprompt.physics.model.reader.RobotFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on dynamics shows what the generator makes today. */
class DynamicsPageTest {
    private static final Path PAGE = Handbook.ROOT.resolve("docs/dynamics.md");

    private static List<String> fenced(String fence) {
        return Handbook.lines(PAGE).stream()
                .filter(line -> fence.equals(line.fence()))
                .map(Handbook.Line::text)
                .toList();
    }

    @Test
    void theListingIsThatOfTheRobotAboveIt(@TempDir Path folder) throws IOException {
        Path robot = Files.write(folder.resolve("pendulum.urdf"), fenced("xml pendulum.urdf"));
        KernelCatalogue catalogue = new KernelCatalogue(RobotFile.read(robot).model());
        assertEquals(fenced("text listing"), catalogue.listing("inverse-dynamics"));
    }
}
