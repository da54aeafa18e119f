package io.sigmaprompt.physics.model.sdf;

import static io.sigmaprompt.physics.model.sdf.SdfText.axis;
import static io.sigmaprompt.physics.model.sdf.SdfText.joint;
import static io.sigmaprompt.physics.model.sdf.SdfText.link;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.model.mechanism.RobotReading;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfCollisionTest {
    private static final String BALL =
            "<collision name='c'><geometry><sphere><radius>0.1</radius></sphere></geometry></collision>";
    private static final String TWO = link("a", BALL) + link("b", BALL) + link("bare", "");

    @TempDir
    Path folder;

    private SdfText text;

    @BeforeEach
    void use_the_folder() {
        text = new SdfText(folder);
    }

    @Test
    void links_of_one_model_do_not_touch_each_other_but_those_of_others() {
        RobotReading reading = text.world("<model name='m'>" + TWO + "</model><model name='n'>" + TWO + "</model>");
        assertEquals(List.of("m::a m::b", "n::a n::b"), excluded(reading));
        assertEquals(List.of(), reading.warnings());
    }

    @Test
    void a_model_or_one_of_two_links_may_say_otherwise() {
        String third = link("c", BALL);
        String yes = "<self_collide>true</self_collide>";
        String no = "<self_collide>false</self_collide>";
        assertEquals(List.of(), excluded(text.world("<model name='m'>" + yes + TWO + third + "</model>")));
        assertEquals(
                List.of("m::a m::b"),
                excluded(text.world("<model name='m'>" + TWO + link("c", BALL + yes) + "</model>")));
        assertEquals(
                List.of("m::c m::d"),
                excluded(text.world(
                        "<model name='m'>" + yes + TWO + link("c", no + BALL) + link("d", no + BALL) + "</model>")));
    }

    @Test
    void links_that_a_joint_ties_do_not_touch_even_where_it_closes_a_loop() {
        String hinges = joint("p", "revolute", "a", "b", axis("0 0 1"))
                + joint("q", "revolute", "b", "c", axis("0 0 1"))
                + joint("r", "revolute", "a", "c", axis("0 0 1"));
        RobotReading reading = text.model("<self_collide>1</self_collide>" + link("a", BALL)
                + link("b", BALL + "<pose>1 0 0 0 0 0</pose>") + link("c", BALL + "<pose>1 1 0 0 0 0</pose>")
                + hinges);
        assertEquals(1, excluded(reading).size());
        assertEquals(
                1,
                reading.model().joints().stream()
                        .filter(joint ->
                                joint.name().equals("q") || joint.name().equals("r"))
                        .count());
    }

    @Test
    void what_is_static_needs_no_word() {
        assertEquals(List.of(), excluded(text.world("<model name='m'><static>true</static>" + TWO + "</model>")));
    }

    private static List<String> excluded(RobotReading reading) {
        return reading.mechanism().exclusions().stream()
                .map(exclusion -> exclusion.firstLink() + " " + exclusion.secondLink())
                .toList();
    }
}
