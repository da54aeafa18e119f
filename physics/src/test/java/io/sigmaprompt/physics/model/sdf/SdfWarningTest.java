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

class SdfWarningTest {
    @TempDir
    Path folder;

    private SdfText text;

    @BeforeEach
    void use_the_folder() {
        text = new SdfText(folder);
    }

    @Test
    void what_is_not_supported_is_named_once_with_all_its_lines() {
        RobotReading reading = text.model("<plugin name='p' filename='f'/>\n<enable_wind>true</enable_wind>\n"
                + link("a", "<battery name='l'/>\n<drake:extra/>\n<battery name='m'/>"));
        assertEquals(1, reading.warnings().size(), reading.warnings().toString());
        assertEquals(
                folder.resolve("m.sdf")
                        + ":3:1: not supported, and left out: <plugin> (line 3), <enable_wind> (line 4),"
                        + " <battery> (lines 5, 7), <drake:extra> (line 6)",
                reading.warnings().getFirst().toString());
    }

    @Test
    void what_states_only_the_default_is_not_worth_a_word() {
        RobotReading reading = text.model("<self_collide>false</self_collide>"
                + link("a", "<gravity>true</gravity><kinematic>0</kinematic><enable_wind>0</enable_wind>"));
        assertEquals(List.of(), reading.warnings());
    }

    @Test
    void unknown_words_are_told_with_what_they_may_mean() {
        SdfText.assertWarned(
                text.model(link("a", "<visuel name='v'/>")),
                "<visuel> in <link> is not SDFormat and is ignored (did you mean 'visual'?)");
        SdfText.assertWarned(
                text.model(link("a", "<visual name='v'><geometry><bocks/></geometry></visual>")),
                "the shape <bocks> is unknown");
    }

    @Test
    void screws_and_gearboxes_hold_fast_what_nothing_else_holds() {
        String links = link("a", "") + link("b", "") + link("c", "");
        RobotReading reading = text.model(links
                + joint("s", "screw", "a", "b", axis("0 0 1"))
                + joint("g", "gearbox", "b", "c", axis("0 0 1"))
                + joint("j", "revolute", "a", "c", axis("0 0 1")));
        assertEquals(List.of("b < a by s fixed", "c < a by j continuous"), SdfText.tree(reading.model()));
        SdfText.assertWarned(reading, "joint type screw of 's' (line 6)", "joint type gearbox of 'g' (line 7)");
    }

    @Test
    void a_joint_that_closes_a_loop_and_that_no_constraint_stands_for_is_left_out_and_told() {
        RobotReading reading = text.model(link("a", "")
                + link("b", "")
                + joint("j", "fixed", "a", "b", "")
                + joint("k", "prismatic", "a", "b", axis("0 0 1")));
        assertEquals(List.of("b < a by j fixed"), SdfText.tree(reading.model()));
        assertEquals(List.of(), reading.mechanism().equalities());
        SdfText.assertWarned(
                reading,
                "m.sdf:6:1: joint 'k' closes a loop, since link 'a' and link 'b' are tied already: it is left out");
    }

    @Test
    void joints_of_static_models_are_left_out_and_told() {
        RobotReading reading = text.model("<static>true</static>" + link("a", "") + link("b", "")
                + joint("j", "revolute", "a", "b", axis("0 0 1")));
        assertEquals(
                List.of("a < world by world_to_a fixed", "b < world by world_to_b fixed"),
                SdfText.tree(reading.model()));
        SdfText.assertWarned(reading, "model 'm' is static: its links are fixed to the world, and its joints left out");
    }

    @Test
    void the_pose_of_a_lone_model_is_passed_over_and_told() {
        SdfText.assertWarned(
                text.model("<pose>0 0 1 0 0 0</pose>" + link("a", "")), "the root link 'a' stands at the origin");
        assertEquals(
                List.of(),
                text.model("<pose>0 0 0 0 0 0</pose>" + link("a", "")).warnings());
    }

    @Test
    void odd_inertia_is_told() {
        SdfText.assertWarned(
                text.model("<link name='a'><inertial><mass>1</mass><inertia><ixx>9</ixx></inertia></inertial></link>"),
                "the inertia of link 'a' breaks the triangle inequality");
        SdfText.assertWarned(
                text.model("1.11", "<link name='a'><inertial auto='true'><density>5</density></inertial></link>"),
                "to be worked out from its shapes (auto)",
                "<density>");
    }

    @Test
    void odd_limits_and_losses_are_told() {
        String odd = "<axis><xyz>0 0 1</xyz><limit><lower>0</lower><upper>0</upper><effort>0</effort>"
                + "<velocity>0</velocity></limit><dynamics><damping>-1</damping></dynamics></axis>";
        SdfText.assertWarned(
                text.model(link("a", "") + link("b", "") + joint("j", "revolute", "a", "b", odd)),
                "joint 'j' limits velocity and effort to zero: taken as unlimited",
                "joint 'j' has one lower and upper limit, 0.0: it cannot move",
                "negative damping");
    }

    @Test
    void meshes_that_are_nowhere_are_told_once() {
        SdfText.assertWarned(
                text.model(link(
                        "a", "<visual name='v'><geometry><mesh><uri>model://x/y.stl</uri></mesh></geometry></visual>")),
                "1 mesh file not found (model://x/y.stl)");
    }
}
