package io.sigmaprompt.physics.model.mjcf;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** MJCF as short texts, written to a folder and read from there. */
final class SceneText {
    /** A body with a hinge that nothing is wrong with. */
    static final String ARM =
            "<worldbody><body name='arm'><joint name='j'/><geom name='g' size='.1'/></body></worldbody>";

    private final Path folder;

    SceneText(Path folder) {
        this.folder = folder;
    }

    RobotReading read(String inside) {
        return MjcfReader.read(write("m.xml", "<mujoco model='m'>\n" + inside + "\n</mujoco>"));
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reading fails, at this line, with all these words in its message. */
    void fails(String inside, int line, String... words) {
        BadInputException thrown = assertThrows(BadInputException.class, () -> read(inside));
        assertTrue(thrown.place().startsWith(folder.resolve("m.xml") + ":" + line + ":"), thrown.place());
        for (String word : words) {
            assertTrue(thrown.getMessage().contains(word), thrown.getMessage() + "\nlacks " + word);
        }
    }
}
