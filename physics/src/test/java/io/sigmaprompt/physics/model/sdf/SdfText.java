package io.sigmaprompt.physics.model.sdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.ForwardKinematics;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.ModelWarning;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Models and worlds as short texts, written to a folder and read from there. */
final class SdfText {
    /** An inertial that nothing is wrong with. */
    static final String SOUND =
            "<inertial><mass>2</mass><inertia><ixx>1</ixx><iyy>1</iyy><izz>1</izz></inertia></inertial>";

    private final Path folder;

    SdfText(Path folder) {
        this.folder = folder;
    }

    /** A link with mass and with this inside. */
    static String link(String name, String inside) {
        return "<link name='" + name + "'>" + SOUND + inside + "</link>\n";
    }

    static String joint(String name, String type, String parent, String child, String inside) {
        return "<joint name='" + name + "' type='" + type + "'><parent>" + parent + "</parent><child>" + child
                + "</child>" + inside + "</joint>\n";
    }

    static String axis(String xyz) {
        return "<axis><xyz>" + xyz + "</xyz></axis>";
    }

    RobotReading model(String version, String body) {
        return file("<sdf version='" + version + "'>\n<model name='m'>\n" + body + "\n</model></sdf>");
    }

    RobotReading model(String body) {
        return model("1.9", body);
    }

    RobotReading world(String body) {
        return file("<sdf version='1.9'>\n<world name='w'>\n" + body + "\n</world></sdf>");
    }

    RobotReading file(String text) {
        return SdfReader.read(write("m.sdf", text));
    }

    Path write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.resolveSibling("x").getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BadInputException assertRefused(String body, String... parts) {
        return assertRefusedFile("<sdf version='1.9'>\n<model name='m'>\n" + body + "\n</model></sdf>", parts);
    }

    BadInputException assertRefusedFile(String text, String... parts) {
        BadInputException e = assertThrows(BadInputException.class, () -> file(text));
        for (String part : parts) {
            assertTrue(e.getMessage().contains(part), () -> "expected '" + part + "' in: " + e.getMessage());
        }
        return e;
    }

    static void assertWarned(RobotReading reading, String... parts) {
        for (String part : parts) {
            assertTrue(
                    reading.warnings().stream().map(ModelWarning::toString).anyMatch(text -> text.contains(part)),
                    () -> "expected '" + part + "' in: " + reading.warnings());
        }
    }

    static Joint joint(RobotModel model, String name) {
        int index = model.jointIndex(name);
        assertTrue(
                index >= 0,
                () -> "no joint " + name + " among "
                        + model.joints().stream().map(Joint::name).toList());
        return model.joints().get(index);
    }

    /** Links as "child < parent by type", in the model's order. */
    static List<String> tree(RobotModel model) {
        return model.joints().stream()
                .map(j -> j.child() + " < " + j.parent() + " by " + j.name() + " "
                        + j.type().name().toLowerCase(java.util.Locale.ROOT))
                .toList();
    }

    /** A link's pose in the world: x y z qx qy qz qw. */
    static double[] pose(RobotModel model, double[] q, String link) {
        ForwardKinematics kinematics = new ForwardKinematics(model);
        kinematics.update(q);
        double[] pose = new double[7];
        kinematics.pose(model.linkIndex(link), pose);
        return pose;
    }

    static void assertAt(RobotModel model, String link, double x, double y, double z) {
        assertAt(model, model.neutral(), link, x, y, z);
    }

    /** Where the file draws a link. */
    static void assertAt(RobotReading reading, String link, double x, double y, double z) {
        assertAt(reading.model(), reading.home(), link, x, y, z);
    }

    private static void assertAt(RobotModel model, double[] q, String link, double x, double y, double z) {
        double[] pose = pose(model, q, link);
        double[] expected = {x, y, z};
        for (int i = 0; i < 3; i++) {
            assertEquals(expected[i], pose[i], 1e-12, link + ", coordinate " + i);
        }
    }
}
