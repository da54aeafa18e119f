package io.sigmaprompt.physics.model.sdf;

import static io.sigmaprompt.physics.model.sdf.SdfText.SOUND;
import static io.sigmaprompt.physics.model.sdf.SdfText.axis;
import static io.sigmaprompt.physics.model.sdf.SdfText.joint;
import static io.sigmaprompt.physics.model.sdf.SdfText.link;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SdfErrorTest {
    private static final String TWO = link("upper_arm", "") + link("b", "");

    @TempDir
    Path folder;

    private SdfText text;

    @BeforeEach
    void use_the_folder() {
        text = new SdfText(folder);
    }

    @Test
    void a_time_step_that_is_not_positive_is_told() {
        text.assertRefusedFile(
                "<sdf version='1.9'><world name='w'><physics type='ode'><max_step_size>0</max_step_size></physics>"
                        + "<model name='m'><link name='a'/></model></world></sdf>",
                "<max_step_size> is 0.0 s");
    }

    @Test
    void an_unknown_link_is_told_with_place_suggestion_and_remedy() {
        BadInputException e = text.assertRefused(
                TWO + "<joint name='j' type='fixed'>\n<parent>uper_arm</parent><child>b</child></joint>");
        assertEquals(folder.resolve("m.sdf") + ":6:1", e.place());
        assertEquals(
                "joint 'j' names the parent 'uper_arm', but there is no such link or frame in 'm'"
                        + " (did you mean 'upper_arm'?)",
                e.problem());
        assertTrue(e.remedy().startsWith("Correct the name"), e.remedy());
    }

    @Test
    void names_inside_nested_models_are_suggested_with_their_scope() {
        text.assertRefused(
                link("a", "") + "<model name='gripper'>" + link("palm", "") + "</model>"
                        + joint("j", "fixed", "a", "gripper::plam", ""),
                "did you mean 'gripper::palm'?");
    }

    @Test
    void the_version_must_be_there_and_known() {
        text.assertRefusedFile(
                "<sdf><model name='m'><link name='a'/></model></sdf>", "m.sdf:1:1", "no version", "1.11");
        text.assertRefusedFile("<sdf version='1.12'/>", "newer than what is read");
        text.assertRefusedFile("<sdf version='1.2'/>", "older than what is read", "gz sdf -p");
        text.assertRefusedFile("<sdf version='2.0'/>", "none of SDFormat's");
        text.assertRefusedFile("<sdf version='one'/>", "none of SDFormat's");
    }

    @Test
    void other_formats_are_named() {
        text.assertRefusedFile("<robot name='r'/>", "must be <sdf>, found <robot>", "URDF");
        text.assertRefusedFile("<mujoco/>", "MJCF");
    }

    @Test
    void a_file_holds_one_world_or_one_model() {
        text.assertRefusedFile("<sdf version='1.9'/>", "neither a <model> nor a <world>");
        text.assertRefusedFile(
                "<sdf version='1.9'>\n<model name='a'><link name='l'/></model>\n<model name='b'/></sdf>",
                "m.sdf:3:1",
                "2 models and worlds",
                "stand in one <world>");
    }

    @Test
    void poses_that_are_relative_to_each_other_are_told_one_by_one() {
        text.assertRefused(
                link("a", "<pose relative_to='f'/>") + "<frame name='f' attached_to='g'/>"
                        + "<frame name='g'>\n<pose relative_to='a'/></frame>",
                "in a circle",
                "link 'a' → frame 'f' → frame 'g' → link 'a'");
    }

    @Test
    void frames_that_are_attached_to_each_other_are_refused() {
        text.assertRefused(
                link("a", "") + "<frame name='f' attached_to='g'><pose relative_to='a'/></frame>"
                        + "<frame name='g' attached_to='f'><pose relative_to='a'/></frame>",
                "the frames are attached to each other in a circle, frame 'f' → frame 'g' → frame 'f'");
    }

    @Test
    void a_joint_placed_by_its_own_child_side_is_a_circle() {
        text.assertRefused(
                link("a", "") + link("b", "<pose relative_to='j'/>") + joint("j", "fixed", "a", "b", ""),
                "in a circle");
    }

    @Test
    void unknown_frames_are_told_wherever_they_are_named() {
        text.assertRefused(link("a", "<pose relative_to='x'/>"), "the pose of link 'a' is relative to 'x'");
        text.assertRefused(link("a", "") + "<frame name='f' attached_to='x'/>", "frame 'f' is attached to 'x'");
        text.assertRefused(
                TWO + joint("j", "revolute", "upper_arm", "b", "<axis><xyz expressed_in='x'>0 0 1</xyz></axis>"),
                "the axis of joint 'j' is expressed in 'x'");
        text.assertRefusedFile(
                "<sdf version='1.9'><model name='m' canonical_link='x'><link name='a'/></model></sdf>",
                "names the canonical link 'x'");
        text.assertRefusedFile(
                "<sdf version='1.9'><model name='m' placement_frame='x'><link name='a'/></model></sdf>",
                "is placed by its frame 'x'");
        text.assertRefusedFile(
                "<sdf version='1.9'><model name='m' canonical_link='f'><link name='a'/><frame name='f'/></model></sdf>",
                "which is no link");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<pose>0 0 0 0 0</pose>",
                "<pose>0 0 0 0 0 NaN</pose>",
                "<pose>0 0 0 0 0 1e999</pose>",
                "<pose>0,0 0 0 0 0 0</pose>",
                "<pose rotation_format='quat_xyzw'>0 0 0 0 0 0</pose>",
                "<pose rotation_format='quat_xyzw'>0 0 0 0 0 0 0</pose>",
                "<pose rotation_format='axis'>0 0 0 0 0 0</pose>",
                "<pose degrees='1' rotation_format='quat_xyzw'>0 0 0 0 0 0 1</pose>",
                "<pose degrees='yes'>0 0 0 0 0 0</pose>"
            })
    void poses_that_are_none_are_refused_at_their_place(String pose) {
        assertEquals(
                folder.resolve("m.sdf") + ":4:1",
                text.assertRefused("<link name='a'>\n" + pose + "</link>").place());
    }

    @Test
    void loose_links_of_a_lone_model_are_refused() {
        text.assertRefused(
                TWO,
                "m.sdf:4:1",
                "link 'b' is not tied to the model's canonical link 'upper_arm'",
                "Tie it by a joint");
    }

    @Test
    void names_are_given_once() {
        text.assertRefused(link("a", "") + link("a", ""), "m.sdf:4:1", "link 'a' has the name of link 'a', first at");
        text.assertRefused(link("a", "") + "<frame name='a'/>", "frame 'a' has the name of link 'a'");
        text.assertRefused("<link name='__a__'/>", "is reserved");
        text.assertRefused("<link name='world'/>", "is reserved");
        text.assertRefused("<link name=' '/>", "the name is empty");
        text.assertRefused("<link/>", "needs the attribute 'name'");
    }

    @Test
    void joints_say_all_that_they_need() {
        text.assertRefused(TWO + "<joint name='j' type='fixed'><child>b</child></joint>", "joint 'j' has no <parent>");
        text.assertRefused(TWO + "<joint name='j' type='fixed'><parent>b</parent></joint>", "joint 'j' has no <child>");
        text.assertRefused(
                TWO + "<joint name='j' type='fixed'><parent link='b'/><child>b</child></joint>",
                "the <parent> of joint 'j' is empty",
                "Write <parent>b</parent>");
        text.assertRefused(TWO + joint("j", "revolute", "upper_arm", "b", ""), "revolute joint 'j' has no <axis>");
        text.assertRefused(
                TWO + joint("j", "universal", "upper_arm", "b", axis("0 0 1")), "universal joint 'j' has no <axis2>");
        text.assertRefused(TWO + joint("j", "revolute", "upper_arm", "b", "<axis/>"), "has no <xyz>");
        text.assertRefused(
                TWO + joint("j", "revolte", "upper_arm", "b", axis("0 0 1")),
                "did you mean 'revolute'?",
                "The types are");
    }

    @Test
    void joints_that_cannot_be_are_refused() {
        text.assertRefused(TWO + joint("j", "revolute", "upper_arm", "b", axis("0 0 0")), "is zero");
        text.assertRefused(TWO + joint("j", "fixed", "b", "b", ""), "ties link 'b' to itself");
        text.assertRefused(TWO + joint("j", "fixed", "b", "world", ""), "is the world", "Swap");
        text.assertRefused(
                TWO + joint("j", "universal", "upper_arm", "b", axis("0 0 1") + "<axis2><xyz>0 0 -2</xyz></axis2>"),
                "both axes of joint 'j' are parallel");
        text.assertRefused(
                TWO
                        + joint(
                                "j",
                                "revolute",
                                "upper_arm",
                                "b",
                                "<axis><xyz>0 0 1</xyz><limit><lower>1</lower><upper>-1</upper></limit></axis>"),
                "a lower limit of 1.0 above its upper limit of -1.0");
    }

    @Test
    void mimics_follow_joints_that_move_by_themselves() {
        assertMimicRefused("x", "mimics 'x', but there is no such");
        assertMimicRefused("b", "mimics link 'b', which is no joint");
        assertMimicRefused("k", "mimics joint 'k', itself");
        assertMimicRefused("f", "mimics joint 'f', which has no single coordinate");
        assertMimicRefused("j' axis='axis2", "mimics axis2 of joint 'j', which it has not");
    }

    private void assertMimicRefused(String leader, String problem) {
        text.assertRefused(
                TWO
                        + link("c", "")
                        + link("d", "")
                        + joint("j", "revolute", "upper_arm", "b", axis("0 0 1"))
                        + joint("f", "fixed", "upper_arm", "d", "")
                        + joint(
                                "k",
                                "revolute",
                                "upper_arm",
                                "c",
                                "<axis><xyz>0 0 1</xyz><mimic joint='" + leader + "'/></axis>"),
                problem);
    }

    @Test
    void a_moving_link_must_weigh_something_and_no_link_less_than_nothing() {
        String none = "<inertial><mass>0</mass></inertial>";
        text.assertRefused(
                link("a", "") + "<link name='b'>" + none + "</link>" + joint("j", "revolute", "a", "b", axis("0 0 1")),
                "link 'b' has no mass, but the moving joint 'j' carries it");
        text.assertRefused(
                link("a", "") + "<link name='b'>" + none + "</link>"
                        + joint("j", "universal", "a", "b", axis("0 0 1") + "<axis2><xyz>1 0 0</xyz></axis2>"),
                "link 'b' has no mass");
        text.assertRefused("<link name='a'><inertial><mass>-1</mass></inertial></link>", "is negative, -1.0 kg");
    }

    @Test
    void shapes_that_are_none_are_refused() {
        assertShapeRefused("", "<geometry> is empty");
        assertShapeRefused("<box/>", "<box> has no <size>");
        assertShapeRefused("<sphere><radius>-1</radius></sphere>", "<radius> is negative");
        assertShapeRefused("<cylinder><radius>1</radius></cylinder>", "<cylinder> has no <length>");
        assertShapeRefused("<mesh/>", "<mesh> has no <uri>");
        assertShapeRefused("<mesh><uri> </uri></mesh>", "an empty <uri>");
        assertShapeRefused("<mesh><uri>a.stl</uri><scale>1 0 1</scale></mesh>", "has a zero");
        text.assertRefused(link("a", "<visual name='v'/>"), "the <visual> of link 'a' has no <geometry>");
        text.assertRefused(
                link(
                        "a",
                        "<visual name='v'><geometry><empty/></geometry><material><diffuse>255 0 0</diffuse></material>"
                                + "</visual>"),
                "is outside 0 … 1");
    }

    private void assertShapeRefused(String shape, String problem) {
        text.assertRefused(link("a", "<collision name='c'><geometry>" + shape + "</geometry></collision>"), problem);
    }

    @Test
    void a_model_without_links_is_refused() {
        text.assertRefused("<frame name='f'/>", "the model 'm' has no <link>");
        text.assertRefused(
                link("a", "") + "<model name='n'/>" + joint("j", "fixed", "a", "n", ""),
                "model 'n' has no link, so nothing can hang on it");
    }

    @Test
    void flags_are_true_or_false() {
        text.assertRefused("<static>maybe</static><link name='a'>" + SOUND + "</link>", "true or false, found 'maybe'");
    }

    @Test
    void folders_without_a_model_are_refused() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        BadInputException e = assertThrows(BadInputException.class, () -> SdfReader.read(empty));
        assertTrue(e.problem().contains("neither a model.config"), e.problem());
    }
}
