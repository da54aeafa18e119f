package io.sigmaprompt.physics.model.urdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrdfErrorTest {
    private static final String LIMIT = "<limit lower='-1' upper='1' velocity='1' effort='1'/>";

    @TempDir
    Path folder;

    private RobotText text;

    @BeforeEach
    void use_the_folder() {
        text = new RobotText(folder);
    }

    @Test
    void an_unknown_joint_type_is_told_with_place_suggestion_and_remedy() {
        BadInputException e = text.assertRefused(RobotText.jointText("revolut", LIMIT));
        assertEquals(folder.resolve("r.urdf") + ":4:1", e.place());
        assertEquals("the type 'revolut' of joint 'j' is unknown (did you mean 'revolute'?)", e.problem());
        assertEquals("The types are fixed, revolute, continuous, prismatic, planar, floating", e.remedy());
    }

    @Test
    void a_missing_file_is_told() {
        BadInputException e =
                assertThrows(BadInputException.class, () -> UrdfReader.read(folder.resolve("nobody.urdf")));
        assertTrue(e.problem().contains("no such file"), e.problem());
    }

    @Test
    void broken_xml_is_told_with_its_line() {
        text.assertRefused("<link name='a'>\n", "r.urdf:4:3", "XML is broken");
    }

    @Test
    void other_formats_are_named() {
        assertRefusedFile("<mujoco/>", "must be <robot>, found <mujoco>", "MJCF");
        assertRefusedFile("<sdf/>", "SDF");
        assertRefusedFile("<robot><link name='a'/></robot>", "needs the attribute 'name'");
    }

    @Test
    void joint_cycles_are_told_link_by_link() {
        text.assertRefused(
                "<link name='r'/><link name='a'/><link name='b'/>\n" + joint("j", "a", "b") + "\n"
                        + joint("k", "b", "a"),
                "r.urdf:",
                "the joints form a cycle, b → a → b");
        text.assertRefused("<link name='a'/>\n" + joint("j", "a", "a"), "cycle, a → a");
    }

    @Test
    void two_roots_are_told() {
        text.assertRefused(
                "<link name='a'/><link name='b'/>\n<link name='c'/>" + joint("j", "a", "b"),
                "r.urdf:3:1",
                "2 roots, [a, c]");
    }

    @Test
    void no_link_at_all_is_told() {
        text.assertRefused("", "no <link>");
    }

    @Test
    void a_link_on_two_joints_is_told_with_both() {
        text.assertRefused(
                "<link name='a'/><link name='b'/><link name='c'/>\n" + joint("j", "a", "c") + "\n"
                        + joint("k", "b", "c"),
                "r.urdf:4:1",
                "child of two joints, 'j' (at ",
                "r.urdf:3:1) and 'k'");
    }

    @Test
    void links_that_a_joint_names_must_exist() {
        text.assertRefused(
                "<link name='base'/>" + joint("j", "bass", "base"), "parent link 'bass'", "did you mean 'base'?");
        text.assertRefused(
                "<link name='base'/>" + joint("j", "base", "arm"), "child link 'arm'", "<link name=\"arm\"/>");
    }

    @Test
    void a_joint_needs_parent_and_child() {
        text.assertRefused(
                "<link name='a'/><joint name='j' type='fixed'><child link='a'/></joint>", "joint 'j' has no <parent>");
        text.assertRefused(
                "<link name='a'/><joint name='j' type='fixed'><parent link='a'/></joint>", "joint 'j' has no <child>");
    }

    @Test
    void doubled_names_are_told_with_the_first_place() {
        text.assertRefused("<link name='a'/>\n<link name='a'/>", "r.urdf:3:1", "link 'a' is defined twice, first at");
        text.assertRefused(
                "<link name='a'/><link name='b'/><link name='c'/>" + joint("j", "a", "b") + joint("j", "a", "c"),
                "joint 'j' is defined twice");
    }

    @Test
    void names_must_be_there() {
        text.assertRefused("<link/>", "<link> needs the attribute 'name'");
        text.assertRefused("<link name=' '/>", "empty name");
        text.assertRefused("<link name='a'/><joint type='fixed'/>", "<joint> needs the attribute 'name'");
        text.assertRefused("<link name='a'/><joint name='j'/>", "<joint> needs the attribute 'type'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"revolute", "continuous", "prismatic", "planar", "floating"})
    void a_moving_joint_must_carry_mass(String type) {
        String body = "<link name='a'/>\n<link name='b'/>\n<link name='c'/>" + "<joint name='j' type='" + type
                + "'><parent link='a'/><child link='b'/>" + LIMIT + "</joint>" + joint("f", "b", "c");
        text.assertRefused(body, "r.urdf:3:1", "link 'b' has no mass", "moving joint 'j'", "<inertial>");
    }

    @Test
    void mass_behind_the_next_moving_joint_does_not_count() {
        text.assertRefused(
                "<link name='a'/><link name='b'/><link name='c'>" + RobotText.SOUND + "</link>"
                        + "<joint name='j' type='continuous'><parent link='a'/><child link='b'/></joint>"
                        + "<joint name='k' type='continuous'><parent link='b'/><child link='c'/></joint>",
                "link 'b' has no mass");
    }

    @Test
    void impossible_inertials_are_told() {
        text.assertRefused(
                "<link name='a'><inertial>\n<mass value='-1'/><inertia ixx='1' iyy='1' izz='1'/></inertial></link>",
                "r.urdf:3:1",
                "mass of link 'a' is negative, -1 kg");
        text.assertRefused("<link name='a'><inertial><inertia/></inertial></link>", "has no <mass>");
        text.assertRefused("<link name='a'><inertial><mass value='1'/></inertial></link>", "has no <inertia>");
        text.assertRefused(
                "<link name='a'><inertial><mass value='1'/><inertia ixx='1'/></inertial></link>", "attribute 'iyy'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "inf", "1e999", "0x10", "1,5", "1f", "one", ""})
    void what_is_no_finite_decimal_number_is_told(String number) {
        text.assertRefused(
                "<link name='a'><inertial><mass value='" + number
                        + "'/><inertia ixx='1' iyy='1' izz='1'/></inertial></link>",
                "attribute value=\"" + number + "\" of <mass>");
    }

    @Test
    void a_comma_in_a_number_is_recognised() {
        text.assertRefused(RobotText.jointText("fixed", "<origin xyz='0,5 0 0'/>"), "Use a point for the decimals");
    }

    @Test
    void vectors_need_three_numbers() {
        text.assertRefused(RobotText.jointText("fixed", "<origin xyz='1 2'/>"), "needs 3 numbers, found 2");
        text.assertRefused(RobotText.jointText("continuous", "<axis xyz='1 NaN 0'/>"), "'NaN', which is no finite");
    }

    @Test
    void a_zero_axis_is_told() {
        text.assertRefused(
                RobotText.jointText("continuous", "\n<axis xyz='0 0 0'/>"), "r.urdf:5:1", "axis of joint 'j' is zero");
        assertEquals(
                1, text.joint("fixed", "<axis xyz='0 0 0'/>").model().joints().size());
    }

    @Test
    void limits_must_be_there_and_in_order() {
        text.assertRefused(
                RobotText.jointText("revolute", ""), "revolute joint 'j' has no <limit>", "make its type continuous");
        text.assertRefused(RobotText.jointText("prismatic", ""), "prismatic joint 'j' has no <limit>");
        text.assertRefused(
                RobotText.jointText("revolute", "<limit lower='2' upper='1' velocity='1' effort='1'/>"),
                "lower limit of 2 above its upper limit of 1");
        text.assertRefused(
                RobotText.jointText("revolute", "<limit lower='2' velocity='1' effort='1'/>"), "upper limit of 0");
        text.assertRefused(
                RobotText.jointText("revolute", "<limit lower='0' upper='1' velocity='-1' effort='1'/>"),
                "velocity limit of joint 'j' is negative");
        text.assertRefused(
                RobotText.jointText("continuous", "<dynamics armature='-1'/>"), "armature of joint 'j' is negative");
        text.assertRefused(
                RobotText.jointText("revolute", "<limit lower='nan' upper='1' velocity='1' effort='1'/>"), "'nan'");
    }

    @Test
    void a_mimic_must_follow_another_joint_that_moves_by_itself() {
        text.assertRefused(RobotText.jointText("continuous", "<mimic joint='j'/>"), "joint 'j' mimics itself");
        text.assertRefused(
                RobotText.jointText("continuous", "<mimic joint='i'/>"), "no such joint", "did you mean 'j'?");
        text.assertRefused(RobotText.jointText("fixed", "<mimic joint='j'/>"), "fixed joint 'j' cannot mimic");
        String second = "<link name='c'>" + RobotText.SOUND
                + "</link><joint name='k' type='continuous'><parent link='b'/><child link='c'/>";
        text.assertRefused(
                RobotText.jointText("fixed", "") + second + "<mimic joint='j'/></joint>", "no single coordinate");
        text.assertRefused(
                RobotText.jointText("continuous", "<mimic joint='k'/>") + second + "<mimic joint='j'/></joint>",
                "which itself mimics another");
    }

    @Test
    void impossible_shapes_are_told() {
        text.assertRefused(shape(""), "has no <geometry>");
        text.assertRefused(shape("<geometry/>"), "<geometry> is empty");
        text.assertRefused(shape("<geometry><sphere radius='-1'/></geometry>"), "radius of <sphere> is negative");
        text.assertRefused(shape("<geometry><box size='1 -1 1'/></geometry>"), "size of <box> is negative");
        text.assertRefused(shape("<geometry><box/></geometry>"), "attribute 'size'");
        text.assertRefused(shape("<geometry><mesh/></geometry>"), "attribute 'filename'");
        text.assertRefused(shape("<geometry><mesh filename=''/></geometry>"), "empty filename");
        text.assertRefused(shape("<geometry><mesh filename='a' scale='1 0 1'/></geometry>"), "has a zero");
        text.assertRefused("<link name='a'/><material name='m'><color rgba='255 0 0 1'/></material>", "outside 0 … 1");
    }

    @Test
    void a_mistake_behind_a_macro_names_its_line_and_the_call() {
        text.assertRefused(
                "<link name='a'/>\n<xacro:macro name='m' params='t'>\n<joint name='j' type='${t}'/>\n</xacro:macro>\n"
                        + "<xacro:m t='bolted'/>",
                "r.urdf:4:1",
                "'bolted'",
                "in macro 'm' called at",
                "r.urdf:6:1");
    }

    private static String joint(String name, String parent, String child) {
        return "<joint name='" + name + "' type='fixed'><parent link='" + parent + "'/><child link='" + child
                + "'/></joint>";
    }

    private static String shape(String inside) {
        return "<link name='a'><visual>" + inside + "</visual></link>";
    }

    private void assertRefusedFile(String file, String... parts) {
        BadInputException e = assertThrows(BadInputException.class, () -> text.readFile(file, Map.of()));
        for (String part : parts) {
            assertTrue(e.getMessage().contains(part), e.getMessage());
        }
    }
}
