package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.constraint.StepResidual;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Contacts of the worlds that we ship obey Signorini's and Coulomb's laws at every step, those of impact included: a contact
 * that bounces is held against the speed at which it must part.
 */
class LibraryResidualTest {
    private static final double BAR = 1e-6;

    @ParameterizedTest
    @CsvSource({
        "ball_bounces.xml, 2",
        "ball_rolls.xml, 2",
        "box_drop.xml, 2",
        "dominoes.xml, 1.4",
        "four_bar.xml, 1",
        "gripper_lift.xml, 2",
        "heavy_on_light.xml, 5",
        "humanoid_stand.xml, 2",
        "incline_slides.xml, 2",
        "incline_sticks.xml, 2",
        "newton_cradle.xml, 2",
        "quadruped_stand.xml, 2",
        "ramp_and_crates.sdf, 2",
        "rolling_wheels.xml, 2",
        "sphere_pile.xml, 0.5",
        "stack5.xml, 2",
        "stack10.xml, 2",
        "stack20.xml, 2",
        "stairs.xml, 2",
        "swing.sdf, 1",
        "table_and_ball.sdf, 2",
        "wall100.xml, 0.3"
    })
    void every_step_obeys_the_laws_of_contact(String file, double seconds) {
        StepResidual worst = SceneRun.library(file, SceneRun.every(2e-3)).worstResidual(seconds);
        assertTrue(worst.greatest() < BAR, file + ": " + worst);
    }
}
