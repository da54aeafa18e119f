package io.sigmaprompt.physics.model.urdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.mechanism.ModelWarning;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UrdfWarningTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    @TempDir
    Path folder;

    private RobotText text;

    @BeforeEach
    void use_the_folder() {
        text = new RobotText(folder);
    }

    @Test
    void zero_rates_are_taken_as_unlimited_and_said_so_once() {
        RobotReading reading = text.joint("revolute", "\n<limit lower='-1' upper='1' velocity='0' effort='0'/>");
        assertEquals(new JointLimits(-1, 1, INF, INF), limits(reading));
        assertEquals(1, reading.warnings().size());
        ModelWarning warning = reading.warnings().getFirst();
        assertEquals(folder.resolve("r.urdf") + ":5:1", warning.place());
        assertEquals(
                "joint 'j' limits velocity and effort to zero: taken as unlimited, since it could not move otherwise",
                warning.message());
        assertEquals(warning.place() + ": " + warning.message(), warning.toString());
    }

    @Test
    void absent_rates_are_taken_as_unlimited() {
        RobotReading reading = text.joint("revolute", "<limit lower='-1' upper='1'/>");
        assertEquals(new JointLimits(-1, 1, INF, INF), limits(reading));
        assertOnly(reading, "no limit of velocity and effort");
    }

    @Test
    void a_limit_of_nothing_but_zeros_is_taken_as_none() {
        RobotReading reading = text.joint("revolute", "<limit lower='0' upper='0' velocity='0' effort='0'/>");
        assertEquals(JointLimits.NONE, limits(reading));
        assertOnly(reading, "nothing but zeros");
    }

    @Test
    void equal_bounds_hold_and_are_told() {
        RobotReading reading = text.joint("prismatic", "<limit velocity='1' effort='1'/>");
        assertEquals(new JointLimits(0, 0, 1, 1), limits(reading));
        assertOnly(reading, "it cannot move");
    }

    @Test
    void limits_of_fixed_joints_are_nobodys_business() {
        assertEquals(
                List.of(),
                text.joint("fixed", "<limit lower='0' upper='0' velocity='0' effort='0'/>")
                        .warnings());
    }

    @Test
    void tensors_that_no_body_has_are_told() {
        assertOnly(inertial("ixx='1' iyy='1' izz='3'"), "breaks the triangle inequality");
        assertOnly(inertial("ixx='1' ixy='2' iyy='1' izz='1'"), "not positive definite");
        assertOnly(inertial("ixx='0' iyy='0' izz='0'"), "taken as a point mass");
        assertEquals(List.of(), inertial("ixx='1' iyy='1' izz='2'").warnings());
    }

    @Test
    void missing_meshes_are_one_warning_that_names_them() {
        RobotReading reading = text.read("<link name='a'>" + mesh("package://x/a.stl") + mesh("package://x/b.stl")
                + mesh("package://x/a.stl") + "</link>");
        assertOnly(reading, "2 mesh files not found (package://x/a.stl, package://x/b.stl): shown as placeholders");
        StringBuilder many = new StringBuilder("<link name='a'>");
        for (int i = 0; i < 9; i++) {
            many.append(mesh(i + ".stl"));
        }
        assertOnly(
                text.read(many + "</link>"), "9 mesh files not found (0.stl, 1.stl, 2.stl, 3.stl, 4.stl, and 4 more)");
    }

    @Test
    void unknown_elements_are_told_once_and_those_of_simulators_not_at_all() {
        RobotReading reading = text.read("""
                <link name="a"><contact/><visul/></link>
                <link name="b"><contact/></link>
                <joint name="j" type="fixed"><parent link="a"/><child link="b"/></joint>
                <gazebo reference="a"/><transmission name="t"/><ros2_control name="c"/>""");
        assertEquals(2, reading.warnings().size());
        assertTrue(reading.warnings().get(0).message().contains("<contact> in <link> is not URDF"));
        assertTrue(reading.warnings().get(0).message().contains("(2 times, here first)"));
        assertTrue(reading.warnings().get(1).message().contains("did you mean 'visual'?"));
    }

    @Test
    void odd_shapes_and_materials_are_told() {
        assertOnly(
                text.read("<link name='a'><visual><geometry><cilinder/></geometry></visual></link>"),
                "the shape <cilinder> is unknown and is left out (did you mean 'cylinder'?)");
        assertOnly(
                text.read("<link name='a'><visual><geometry><sphere radius='0'/></geometry></visual></link>"),
                "it has no extent");
        assertOnly(
                text.read("<link name='a'><visual><geometry><sphere radius='1'/></geometry>"
                        + "<material name='gone'/></visual></link>"),
                "material 'gone' is not defined");
        assertOnly(
                text.read("<link name='a'/><material name='m'><color rgba='1 1 1 1'/></material>"
                        + "<material name='m'><color rgba='0 0 0 1'/></material>"),
                "material 'm' is defined twice");
    }

    @Test
    void a_second_element_where_one_is_meant_is_told() {
        assertOnly(text.joint("fixed", "<origin xyz='1 0 0'/><origin xyz='2 0 0'/>"), "a second <origin>");
    }

    @Test
    void arguments_that_nobody_asked_for_are_told() {
        assertOnly(text.read("<link name='a'/>", Map.of("side", "left")), "no xacro argument side: ignored");
        String asking = "<xacro:arg name='side' default='right'/><link name='$(arg side)'/>";
        assertEquals(List.of(), text.read(asking, Map.of("side", "left")).warnings());
        assertOnly(text.read(asking, Map.of("sied", "left")), "no xacro argument sied: ignored");
    }

    @Test
    void negative_damping_is_told() {
        assertOnly(text.joint("continuous", "<dynamics damping='-1'/>"), "negative damping");
    }

    private RobotReading inertial(String tensor) {
        return text.read("<link name='a'><inertial><mass value='1'/><inertia " + tensor + "/></inertial></link>");
    }

    private static String mesh(String uri) {
        return "<visual><geometry><mesh filename='" + uri + "'/></geometry></visual>";
    }

    private static JointLimits limits(RobotReading reading) {
        return reading.model().joints().getFirst().limits();
    }

    private static void assertOnly(RobotReading reading, String part) {
        assertEquals(1, reading.warnings().size(), () -> reading.warnings().toString());
        String message = reading.warnings().getFirst().message();
        assertTrue(message.contains(part), message);
    }
}
