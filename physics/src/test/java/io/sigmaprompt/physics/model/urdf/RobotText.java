package io.sigmaprompt.physics.model.urdf;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Robots as short texts, written to a folder and read from there. */
final class RobotText {
    /** An inertial that nothing is wrong with. */
    static final String SOUND =
            "<inertial><mass value='2'/><inertia ixx='1' ixy='0' ixz='0' iyy='1' iyz='0' izz='1'/></inertial>";

    private final Path folder;

    RobotText(Path folder) {
        this.folder = folder;
    }

    RobotReading read(String body) {
        return read(body, Map.of());
    }

    RobotReading read(String body, Map<String, String> arguments) {
        return readFile("<robot name='r'>\n" + body + "\n</robot>", arguments);
    }

    RobotReading readFile(String text, Map<String, String> arguments) {
        try {
            return UrdfReader.read(Files.writeString(folder.resolve("r.urdf"), text), arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two links and, between them, a joint with this inside. */
    RobotReading joint(String type, String inside) {
        return read(jointText(type, inside));
    }

    static String jointText(String type, String inside) {
        return "<link name='a'/>\n<link name='b'>" + SOUND + "</link>\n<joint name='j' type='" + type
                + "'><parent link='a'/><child link='b'/>" + inside + "</joint>";
    }

    BadInputException assertRefused(String body, String... parts) {
        BadInputException e = assertThrows(BadInputException.class, () -> read(body));
        for (String part : parts) {
            assertTrue(e.getMessage().contains(part), () -> "expected '" + part + "' in: " + e.getMessage());
        }
        return e;
    }
}
