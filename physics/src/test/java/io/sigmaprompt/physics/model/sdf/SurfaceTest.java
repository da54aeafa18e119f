package io.sigmaprompt.physics.model.sdf;

import static io.sigmaprompt.physics.model.sdf.SdfText.link;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.ContactSurface;
import io.sigmaprompt.physics.model.Softness;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurfaceTest {
    @TempDir
    Path folder;

    private SdfText text;

    @BeforeEach
    void use_the_folder() {
        text = new SdfText(folder);
    }

    @Test
    void restitution_is_read() {
        RobotReading reading = read("<bounce><restitution_coefficient>0.75</restitution_coefficient></bounce>");
        assertEquals(ContactSurface.DEFAULT.withRestitution(0.75), surface(reading));
        assertEquals(List.of(), reading.warnings());
    }

    @Test
    void stiffness_and_damping_ask_for_a_contact_that_yields() {
        Softness softness = surface(read("<contact><ode><kp>2e5</kp><kd>30</kd></ode></contact>"))
                .softness();
        assertEquals(-2e5, softness.timeConstant());
        assertEquals(-30, softness.dampingRatio());
        assertEquals(Softness.DEFAULT.width(), softness.width());
        // The specification's damping where none is written.
        assertEquals(
                -1,
                surface(read("<contact><ode><kp>2e5</kp></ode></contact>"))
                        .softness()
                        .dampingRatio());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<kp>1e12</kp><kd>1</kd>", "<kp>1e13</kp>", "<kp>inf</kp>", "<kd>100</kd>", ""})
    void what_the_specification_has_by_default_is_rigid(String inside) {
        RobotReading reading = read("<contact><ode>" + inside + "</ode></contact>");
        assertEquals(Softness.DEFAULT, surface(reading).softness());
        assertEquals(List.of(), reading.warnings());
    }

    @Test
    void the_rest_of_a_surface_is_named() {
        RobotReading reading = read(
                "<bounce><threshold>1</threshold></bounce><friction><torsional><coefficient>1</coefficient></torsional>"
                        + "<ode><mu2>1</mu2></ode></friction><contact><ode><min_depth>0</min_depth></ode></contact>");
        String warning = reading.warnings().getFirst().message();
        for (String word : List.of("<threshold>", "<torsional>", "<mu2>", "<min_depth>")) {
            assertTrue(warning.contains(word), warning);
        }
        assertEquals(ContactSurface.DEFAULT, surface(reading));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <bounce><restitution_coefficient>1.5</restitution_coefficient></bounce>  | <restitution_coefficient> is 1.5
            <bounce><restitution_coefficient>-1</restitution_coefficient></bounce>   | from 0 (does not bounce) to 1
            <bounce><restitution_coefficient>x</restitution_coefficient></bounce>    | no finite decimal number
            <contact><ode><kp>0</kp></ode></contact>                                 | <kp> of a contact is 0.0 N/m
            <contact><ode><kp>-5</kp></ode></contact>                                | <kp> of a contact is -5.0 N/m
            <contact><ode><kp>nan</kp></ode></contact>                               | no finite decimal number
            <contact><ode><kp>1e5</kp><kd>-1</kd></ode></contact>                    | <kd> of a contact is -1.0 N s/m
            <contact><ode><kp>1e5</kp><kd>inf</kd></ode></contact>                   | less than 1e12
            """)
    void bad_numbers_are_told_with_their_place(String inside, String message) {
        BadInputException e = text.assertRefused(collision("\n" + inside), message);
        assertTrue(e.place().startsWith(folder.resolve("m.sdf") + ":4:"), e.place());
    }

    private RobotReading read(String inside) {
        return text.model(collision(inside));
    }

    private static String collision(String inside) {
        return link(
                "a",
                "<collision name='c'><geometry><sphere><radius>1</radius></sphere></geometry><surface>" + inside
                        + "</surface></collision>");
    }

    private static ContactSurface surface(RobotReading reading) {
        return reading.model().links().getFirst().collisions().getFirst().surface();
    }
}
