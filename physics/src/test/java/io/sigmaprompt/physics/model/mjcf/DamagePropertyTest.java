package io.sigmaprompt.physics.model.mjcf;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.sigmaprompt.physics.model.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class DamagePropertyTest {
    private static final String SOUND = """
            <mujoco model="m"><compiler angle="radian" boundmass="1"/>
            <default><geom size=".1 .2 .3"/><default class="c"><joint range="-1 1" ref=".1"/></default></default>
            <asset><mesh name="t" vertex="0 0 0 1 0 0 0 1 0 0 0 1" face="0 2 1 0 1 3 1 2 3 0 3 2"/>
            <hfield name="h" nrow="2" ncol="2" size="1 1 1 1" elevation="0 1 2 3"/></asset>
            <worldbody><geom type="hfield" hfield="h"/><body name="b" childclass="c"><freejoint/><geom name="g"/>
            <replicate count="3" euler="0 0 1" sep="-"><body pos="1 0 0" name="k"><joint name="j"/><joint type="ball"/>
            <geom type="mesh" mesh="t"/><site name="s"/></body></replicate></body></worldbody>
            <equality><weld body1="k-0" body2="k-1"/></equality><tendon><fixed name="f"><joint joint="j" coef="1"/></fixed>
            </tendon><actuator><position joint="j" kp="3" inheritrange="1"/></actuator><sensor><gyro site="s"/></sensor>
            <contact><exclude body1="k-0" body2="b"/></contact>
            <keyframe><key qpos="0 0 0 1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1 0 0 0"/></keyframe></mujoco>
            """;

    private static Path folder = Path.of("");

    @BeforeContainer
    static void make_a_folder() throws IOException {
        folder = Files.createTempDirectory("damage");
    }

    @AfterContainer
    static void remove_it() throws IOException {
        Files.deleteIfExists(folder.resolve("m.xml"));
        Files.delete(folder);
    }

    @Property(tries = 800)
    void a_damaged_scene_is_read_or_refused(@ForAll("damaged") String text) throws IOException {
        Path file = Files.writeString(folder.resolve("m.xml"), text);
        try {
            assertFalse(MjcfReader.read(file).model().links().isEmpty());
        } catch (BadInputException e) {
            assertFalse(e.remedy().isBlank());
        }
    }

    @Provide
    Arbitrary<String> damaged() {
        Arbitrary<String> pieces = Arbitraries.of(
                "",
                "<",
                ">",
                "\"",
                "NaN",
                "-",
                "1e400",
                "1e300",
                "0",
                "b",
                "9",
                " ",
                ".",
                "<body/>",
                "<geom/>",
                "<joint/>",
                "free",
                "ball",
                "-1",
                "\u0000",
                "class",
                "k",
                "/>");
        return Combinators.combine(
                        Arbitraries.integers().between(0, SOUND.length()),
                        Arbitraries.integers().between(0, 8),
                        pieces,
                        Arbitraries.integers().between(0, SOUND.length()),
                        pieces)
                .as((at, cut, piece, second, other) -> {
                    String once = SOUND.substring(0, at) + piece + SOUND.substring(Math.min(SOUND.length(), at + cut));
                    int where = Math.min(once.length(), second);
                    return once.substring(0, where) + other + once.substring(where);
                });
    }
}
