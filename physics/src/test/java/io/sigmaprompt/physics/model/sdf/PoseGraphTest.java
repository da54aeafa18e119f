package io.sigmaprompt.physics.model.sdf;

import static io.sigmaprompt.physics.model.sdf.SdfText.axis;
import static io.sigmaprompt.physics.model.sdf.SdfText.joint;
import static io.sigmaprompt.physics.model.sdf.SdfText.link;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where frames are that are written relative to others. All joints here are to the world, so that poses show. */
class PoseGraphTest {
    private static final String QUARTER = "1.5707963267948966";

    @TempDir
    Path folder;

    private SdfText text;

    @BeforeEach
    void use_the_folder() {
        text = new SdfText(folder);
    }

    @Test
    void links_are_placed_relative_to_links_joints_and_frames() {
        RobotModel model = text.model(weld("a") + link("a", "<pose>1 0 0 0 0 " + QUARTER + "</pose>")
                        + weld("b") + link("b", "<pose relative_to='a'>1 0 0 0 0 0</pose>")
                        + weld("c") + link("c", "<pose relative_to='f'>0 0 1 0 0 0</pose>")
                        + weld("d") + link("d", "<pose relative_to='weld_b'>0 0 5 0 0 0</pose>")
                        + weld("e") + link("e", "<pose relative_to='__model__'>0 7 0 0 0 0</pose>")
                        + "<frame name='f' attached_to='g'><pose>1 0 0 0 0 0</pose></frame>"
                        + "<frame name='g' attached_to='b'/>")
                .model();
        SdfText.assertAt(model, "b", 1, 1, 0);
        SdfText.assertAt(model, "c", 1, 2, 1);
        SdfText.assertAt(model, "d", 1, 1, 5);
        SdfText.assertAt(model, "e", 0, 7, 0);
    }

    @Test
    void a_frame_moves_with_what_it_is_attached_to_wherever_its_pose_is_relative_to() {
        RobotModel model = text.model(link("a", "") + link("b", "<pose>1 0 0 0 0 0</pose>")
                        + link("c", "<pose>5 0 0 0 0 0</pose>")
                        + joint("j", "fixed", "a", "b", "")
                        + "<frame name='f' attached_to='b'><pose relative_to='a'>0 9 0 0 0 0</pose></frame>"
                        + joint("k", "revolute", "f", "c", axis("0 0 1")))
                .model();
        assertEquals("b", SdfText.joint(model, "k").parent());
        SdfText.assertAt(model, "c", 5, 0, 0);
    }

    @Test
    void a_joint_is_placed_relative_to_its_child_frame_unless_it_says_otherwise() {
        String links = link("a", "") + link("b", "<pose>1 0 0 0 0 0</pose>")
                + "<frame name='tip' attached_to='b'><pose>0 0 2 0 0 0</pose></frame>";
        RobotModel model = text.model(
                        links + joint("j", "revolute", "a", "tip", "<pose>0 1 0 0 0 0</pose>" + axis("1 0 0")))
                .model();
        SdfText.assertAt(model, "j_frame", 1, 1, 2);
        SdfText.assertAt(model, "b", 1, 0, 0);
        RobotModel relative = text.model(links
                        + joint("j", "revolute", "a", "b", "<pose relative_to='a'>0 3 0 0 0 0</pose>" + axis("1 0 0")))
                .model();
        SdfText.assertAt(relative, "j_frame", 0, 3, 0);
    }

    @Test
    void an_axis_may_be_expressed_in_any_frame() {
        String links = link("a", "") + link("b", "<pose>0 0 0 0 0 " + QUARTER + "</pose>");
        assertAxis(0, 1, 0, text.model(links + joint("j", "revolute", "a", "b", axis("0 1 0"))));
        assertAxis(
                1,
                0,
                0,
                text.model(links
                        + joint("j", "revolute", "a", "b", "<axis><xyz expressed_in='__model__'>0 1 0</xyz></axis>")));
        assertAxis(
                1,
                0,
                0,
                text.model(links + joint("j", "revolute", "a", "b", "<axis><xyz expressed_in='a'>0 1 0</xyz></axis>")));
    }

    @Test
    void old_versions_write_axes_in_the_joint_or_on_demand_in_the_model() {
        String links = link("a", "") + link("b", "<pose>0 0 0 0 0 " + QUARTER + "</pose>");
        String inModel = "<axis><xyz>0 1 0</xyz><use_parent_model_frame>true</use_parent_model_frame></axis>";
        assertAxis(0, 1, 0, text.model("1.6", links + joint("j", "revolute", "a", "b", axis("0 1 0"))));
        assertAxis(1, 0, 0, text.model("1.6", links + joint("j", "revolute", "a", "b", inModel)));
        assertAxis(1, 0, 0, text.model("1.4", links + joint("j", "revolute", "a", "b", axis("0 1 0"))));
        RobotReading later = text.model("1.7", links + joint("j", "revolute", "a", "b", inModel));
        assertAxis(0, 1, 0, later);
        SdfText.assertWarned(later, "SDFormat 1.7 knows no <use_parent_model_frame>");
    }

    @Test
    void what_an_old_version_does_not_know_is_ignored_and_told() {
        RobotReading reading = text.model(
                "1.6",
                link("a", "") + link("b", "<pose relative_to='a' frame='x'>0 0 1 0 0 0</pose>") + "<frame name='f'/>"
                        + joint("j", "fixed", "a", "b", ""));
        SdfText.assertWarned(
                reading,
                "SDFormat 1.6 knows no attribute relative_to",
                "frame='x' of <pose> never had a meaning",
                "<frame>, which has a meaning from SDFormat 1.7 on (line 5)");
    }

    @Test
    void rotations_are_in_radians_degrees_or_quaternions() {
        String half = String.valueOf(Math.sqrt(0.5));
        for (String pose : new String[] {
            "<pose>0 0 0 0 0 " + QUARTER + "</pose>",
            "<pose degrees='true'>0 0 0 0 0 90</pose>",
            "<pose rotation_format='euler_rpy'>0 0 0 0 0 " + QUARTER + "</pose>",
            "<pose rotation_format='quat_xyzw'>0 0 0 0 0 " + half + " " + half + "</pose>",
            "<pose rotation_format='quat_xyzw'>0 0 0 0 0 3 3</pose>"
        }) {
            RobotModel model = text.model(weld("a")
                            + link("a", pose)
                            + weld("b")
                            + link("b", "<pose relative_to='a'>1 0 0 0 0 0</pose>"))
                    .model();
            SdfText.assertAt(model, "b", 0, 1, 0);
        }
    }

    @Test
    void a_placement_frame_is_put_where_the_model_pose_says() {
        RobotReading reading =
                text.world("<model name='m' placement_frame='tip'><pose>0 0 10 0 0 " + QUARTER + "</pose>"
                        + link("a", "<pose>1 0 0 0 0 0</pose>")
                        + "<frame name='tip' attached_to='a'><pose>1 0 0 0 0 0</pose>"
                        + "</frame></model>");
        SdfText.assertAt(reading, "m::a", 0, -1, 10);
    }

    @Test
    void models_of_a_world_are_placed_relative_to_each_other_and_to_frames() {
        RobotReading reading = text.world("<frame name='table'><pose>0 0 1 0 0 0</pose></frame>"
                + "<model name='a'><pose relative_to='table'>1 0 0 0 0 0</pose>" + link("l", "") + "</model>"
                + "<model name='b'><pose relative_to='a::l'>0 1 0 0 0 0</pose>" + link("l", "") + "</model>");
        SdfText.assertAt(reading, "a::l", 1, 0, 1);
        SdfText.assertAt(reading, "b::l", 1, 1, 1);
    }

    @Test
    void shapes_may_be_placed_relative_to_other_frames() {
        RobotModel model = text.model(link(
                        "a",
                        "<pose>1 0 0 0 0 0</pose><visual name='v'>"
                                + "<pose relative_to='__model__'>0 0 0 0 0 0</pose>"
                                + "<geometry><sphere><radius>1</radius></sphere></geometry></visual>"))
                .model();
        assertEquals(-1, model.links().getFirst().visuals().getFirst().origin().x());
    }

    private static String weld(String link) {
        return joint("weld_" + link, "fixed", "world", link, "");
    }

    private static void assertAxis(double x, double y, double z, RobotReading reading) {
        Vec3 axis = SdfText.joint(reading.model(), "j").axis();
        assertEquals(x, axis.x(), 1e-12);
        assertEquals(y, axis.y(), 1e-12);
        assertEquals(z, axis.z(), 1e-12);
    }
}
