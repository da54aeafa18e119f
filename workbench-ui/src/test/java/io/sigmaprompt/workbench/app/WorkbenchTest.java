package io.sigmaprompt.workbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.workbench.session.TinyScenario;
import io.sigmaprompt.workbench.viewport.HeadlessWindow;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbenchTest {
    private static final String ROBOT = """
            <robot name="pillar">
              <link name="base">
                <inertial><mass value="1"/><inertia ixx="1" ixy="0" ixz="0" iyy="1" iyz="0" izz="1"/></inertial>
                <visual><origin xyz="0 0 0.2"/><geometry><cylinder radius="0.1" length="0.4"/></geometry>
                  <material name="red"><color rgba="0.8 0.1 0.1 1"/></material></visual>
              </link>
            </robot>
            """;

    @TempDir
    Path folder;

    private final StringWriter words = new StringWriter();
    private final StringWriter complaints = new StringWriter();

    private int run(String... arguments) {
        return Workbench.run(arguments, new PrintWriter(words, true), new PrintWriter(complaints, true));
    }

    @Test
    void takesAPictureOfTheAskedSizeWithoutAScreen() throws IOException {
        HeadlessWindow.assumeEgl();
        Path robot = Files.writeString(folder.resolve("pillar.urdf"), ROBOT);
        Path picture = folder.resolve("new/folder/out.png");
        int code = run("--robot", robot.toString(), "--snapshot", picture.toString(), "--size", "1000x640");
        assertEquals("", complaints.toString());
        assertEquals(0, code);
        BufferedImage image = ImageIO.read(picture.toFile());
        assertEquals(1000, image.getWidth());
        assertEquals(640, image.getHeight());
        int red = 0;
        int stop = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                int rgb = image.getRGB(x, y);
                boolean reddish = (rgb >> 16 & 255) > 80 && (rgb >> 8 & 255) < 60 && (rgb & 255) < 60;
                red += reddish && x > 264 && x < 652 && y > 44 ? 1 : 0;
                stop += (rgb & 0xffffff) == 0xd92d2d && x > 850 && y < 44 ? 1 : 0;
            }
        }
        assertTrue(red > 1000, "the pillar: " + red + " red pixels");
        assertTrue(stop > 500, "STOP: " + stop + " pixels");
    }

    @Test
    void aMissingRobotFileIsOneMessageAndExitCodeTwo() {
        int code = run("--robot", folder.resolve("none.urdf").toString(), "--snapshot", "never.png");
        assertEquals(2, code);
        assertTrue(complaints.toString().contains("none.urdf"), complaints.toString());
        assertEquals(1, complaints.toString().strip().lines().count(), complaints.toString());
    }

    @Test
    void aSizeThatIsNoneIsExplained() {
        int code = run("--snapshot", "never.png", "--size", "big");
        assertEquals(2, code);
        assertTrue(complaints.toString().contains("expected WIDTHxHEIGHT"), complaints.toString());
    }

    @Test
    void anOptionThatIsNoneIsNamedWithTheOneThatIsMeant() {
        assertEquals(2, run("--scenaro", "first-light"));
        List<String> lines = complaints.toString().lines().toList();
        assertEquals("error: option: there is no '--scenaro' here. Did you mean --scenario?", lines.getFirst());
        assertEquals("Try: sigma workbench --help", lines.getLast());
    }

    @Test
    void librariesTellWhatIsWrongAndNothingElse() {
        assertFalse(Logging.tells(new LogRecord(
                Level.WARNING, "Unsupported JavaFX configuration: classes were loaded from 'unnamed module'")));
        LogRecord sound = new LogRecord(Level.WARNING, "Cannot find loader {0}");
        sound.setParameters(new Object[] {"com.jme3.audio.plugins.OGGLoader"});
        assertFalse(Logging.tells(sound));
        assertTrue(Logging.tells(new LogRecord(Level.WARNING, "the graphics driver was lost")));
    }

    @Test
    void headlessWithNothingToDoSaysWhatToAdd() {
        assertEquals(2, run("--headless"));
        assertTrue(complaints.toString().contains("--snapshot"), complaints.toString());
    }

    @Test
    void aPictureOfASessionIsTakenAtItsMoment() throws IOException {
        HeadlessWindow.assumeEgl();
        Path scenario = TinyScenario.write(folder);
        Path picture = folder.resolve("tiny.png");
        int code = run(
                "--headless",
                "--scenario",
                scenario.toString(),
                "--at",
                "1.5",
                "--snapshot",
                picture.toString(),
                "--size",
                "1200x760",
                "--camera",
                "-40,25,2.5",
                "--out",
                folder.resolve("run").toString());
        assertEquals("", complaints.toString());
        assertEquals(0, code);
        assertEquals(
                List.of("picture: " + picture + ", tiny at 1.500 s", "recorded: " + folder.resolve("run")),
                words.toString().lines().toList());
        BufferedImage image = ImageIO.read(picture.toFile());
        assertEquals(1200, image.getWidth());
        assertEquals(760, image.getHeight());
        Set<Integer> colours = new HashSet<>();
        int laneRow = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                int rgb = image.getRGB(x, y) & 0xffffff;
                colours.add(rgb);
                laneRow += rgb == 0x7ee787 && y > 530 ? 1 : 0;
            }
        }
        assertTrue(colours.size() > 500, "not blank: " + colours.size() + " colours");
        assertTrue(laneRow > 200, "the decision's lane is filled: " + laneRow + " pixels");
        assertTrue(Files.exists(folder.resolve("run").resolve("result.json")), "the run was closed properly");
    }

    @Test
    void aPictureLaterThanTheEndIsTakenAtTheEndAndSaysSo() {
        HeadlessWindow.assumeEgl();
        Path scenario = TinyScenario.write(folder);
        int code = run(
                "--scenario",
                scenario.toString(),
                "--at",
                "30",
                "--snapshot",
                folder.resolve("late.png").toString(),
                "--size",
                "1000x640",
                "--out",
                folder.resolve("late").toString());
        assertEquals(0, code);
        assertTrue(complaints.toString().contains("ended at 5.000 s"), complaints.toString());
    }

    @Test
    void aMissingScenarioIsOneLineAndExitCodeTwo() {
        int code = run("--scenario", folder.resolve("none.yaml").toString(), "--snapshot", "never.png");
        assertEquals(2, code);
        assertTrue(complaints.toString().contains("none.yaml"), complaints.toString());
        assertTrue(complaints.toString().contains("first-light"), "names what ships: " + complaints);
        assertEquals(1, complaints.toString().strip().lines().count(), complaints.toString());
    }

    @Test
    void aPictureThatCannotBeWrittenIsAFailureOutside() throws IOException {
        HeadlessWindow.assumeEgl();
        Path blocker = Files.writeString(folder.resolve("file"), "");
        int code = run("--snapshot", blocker.resolve("out.png").toString(), "--size", "960x600");
        assertEquals(3, code);
        assertEquals(1, complaints.toString().strip().lines().count(), complaints.toString());
    }

    @Test
    void aMomentWithoutASessionAndACameraThatIsNoneAreExplained() {
        assertEquals(2, run("--at", "3", "--snapshot", "never.png"));
        assertTrue(complaints.toString().contains("--scenario"), complaints.toString());
        assertEquals(2, run("--camera", "north", "--snapshot", "never.png"));
        assertTrue(complaints.toString().contains("AZIMUTH,ELEVATION"), complaints.toString());
    }
}
