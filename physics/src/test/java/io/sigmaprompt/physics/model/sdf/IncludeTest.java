package io.sigmaprompt.physics.model.sdf;

import static io.sigmaprompt.physics.model.sdf.SdfText.axis;
import static io.sigmaprompt.physics.model.sdf.SdfText.joint;
import static io.sigmaprompt.physics.model.sdf.SdfText.link;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncludeTest {
    @TempDir
    Path folder;

    private SdfText text;

    @BeforeEach
    void make_a_gripper() {
        text = new SdfText(folder);
        text.write("gripper/model.config", "<model><name>gripper</name><sdf version='1.9'>gripper.sdf</sdf></model>");
        text.write(
                "gripper/gripper.sdf",
                "<sdf version='1.9'><model name='gripper'><pose>0 0 9 0 0 0</pose>" + link("palm", "")
                        + link("finger", "<pose>0 0 1 0 0 0</pose>")
                        + joint("slide", "prismatic", "palm", "finger", axis("1 0 0"))
                        + "<frame name='tip' attached_to='finger'><pose>0 0 1 0 0 0</pose></frame>"
                        + "</model></sdf>");
    }

    @Test
    void a_world_includes_models_by_name_file_and_folder() {
        RobotReading reading = text.world("<include><uri>model://gripper</uri></include>"
                + "<include><uri>gripper/gripper.sdf</uri><name>b</name><pose>0 0 1 0 0 0</pose></include>"
                + "<include><uri>gripper</uri><name>c</name><static>true</static></include>"
                + "<include><uri>model://gripper/gripper.sdf</uri><name>d</name></include>");
        RobotModel model = reading.model();
        assertEquals(
                List.of(
                        "world",
                        "gripper::palm",
                        "gripper::finger",
                        "b::palm",
                        "b::finger",
                        "c::palm",
                        "c::finger",
                        "d::palm",
                        "d::finger"),
                model.links().stream().map(l -> l.name()).toList());
        SdfText.assertAt(reading, "gripper::palm", 0, 0, 9);
        SdfText.assertAt(reading, "b::finger", 0, 0, 2);
        assertEquals("world", SdfText.joint(model, "world_to_c::finger").parent());
    }

    @Test
    void an_included_model_is_placed_by_a_frame_inside_it() {
        RobotReading reading = text.world("<include><uri>model://gripper</uri><pose>0 0 0 0 0 0</pose>"
                + "<placement_frame>tip</placement_frame></include>");
        SdfText.assertAt(reading, "gripper::palm", 0, 0, -2);
    }

    @Test
    void a_model_nests_what_it_includes() {
        RobotModel model = text.model(link("arm", "")
                        + "<include><uri>model://gripper</uri><name>g</name><pose relative_to='arm'>1 0 0 0 0 0</pose>"
                        + "</include>" + joint("mount", "fixed", "arm", "g", ""))
                .model();
        assertEquals(
                List.of("g::palm < arm by mount fixed", "g::finger < g::palm by g::slide prismatic"),
                SdfText.tree(model));
        SdfText.assertAt(model, "g::finger", 1, 0, 1);
    }

    @Test
    void a_merged_model_gives_its_parts_without_a_scope() {
        RobotModel model = text.model(link("arm", "<pose>0 0 0 0 0 0</pose>")
                        + "<include merge='true'><uri>model://gripper</uri><pose>1 0 0 0 0 0</pose></include>"
                        + joint("mount", "fixed", "arm", "palm", ""))
                .model();
        assertEquals(List.of("palm < arm by mount fixed", "finger < palm by slide prismatic"), SdfText.tree(model));
        SdfText.assertAt(model, "finger", 1, 0, 1);
    }

    @Test
    void an_included_file_is_read_by_its_own_version_and_complained_of_by_its_own_name() {
        text.write(
                "old/model.sdf",
                "<sdf version='1.6'><model name='old'><link name='a'>\n<battery name='s'/></link></model></sdf>");
        RobotReading reading = text.world("<include><uri>model://old</uri></include>");
        SdfText.assertWarned(
                reading, folder.resolve("old/model.sdf") + ":2:1: not supported, and left out: <battery> (line 2)");
    }

    @Test
    void a_model_on_a_server_is_found_where_it_was_downloaded_to() {
        RobotModel model = text.world(
                        "<include><uri>https://fuel.gazebosim.org/1.0/someone/models/gripper/3</uri></include>")
                .model();
        assertEquals("gripper::palm", model.links().get(1).name());
    }

    @Test
    void files_that_include_themselves_are_refused() {
        text.write(
                "loop/model.sdf",
                "<sdf version='1.9'><model name='l'><include><uri>model://loop</uri></include></model></sdf>");
        text.assertRefusedFile(
                "<sdf version='1.9'><model name='m'><include><uri>model://loop</uri></include></model></sdf>",
                "includes itself");
    }

    @Test
    void what_is_not_there_is_refused_with_a_remedy() {
        text.assertRefused(
                "<include>\n<uri>model://griper</uri></include>",
                "m.sdf:4:1",
                "no model 'model://griper'",
                "SIGMA_PACKAGE_PATH");
        text.assertRefused(
                "<include><uri>https://fuel.gazebosim.org/1.0/a/models/b</uri></include>",
                "on the network",
                "no folder 'b' was found",
                "Download the model");
        text.assertRefused("<include><name>x</name></include>", "no <uri>");
        text.assertRefused(
                "<include><uri>model://gripper</uri><placement_frame>tip</placement_frame></include>",
                "no <pose> that it could place");
    }

    @Test
    void what_is_included_must_be_a_model() {
        text.write("urdf/model.sdf", "<robot name='r'/>");
        text.write("none/model.sdf", "<sdf version='1.9'/>");
        text.write("sun/model.sdf", "<sdf version='1.9'><light name='sun' type='directional'/></sdf>");
        text.assertRefused("<include><uri>model://urdf</uri></include>", "is <robot>, not <sdf>");
        text.assertRefused("<include><uri>model://none</uri></include>", "has no <model>");
        text.assertRefusedFile(
                "<sdf version='1.9'><world name='w'><include merge='1'><uri>model://gripper</uri></include></world></sdf>",
                "cannot be merged into a world");
        SdfText.assertWarned(
                text.world("<include><uri>model://sun</uri></include>"), "<include> of a light or an actor (line 3)");
    }
}
