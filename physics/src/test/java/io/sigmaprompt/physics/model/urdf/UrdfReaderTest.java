package io.sigmaprompt.physics.model.urdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Material;
import io.sigmaprompt.physics.model.Mimic;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Shape;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UrdfReaderTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    @TempDir
    Path folder;

    private RobotText text;

    @BeforeEach
    void use_the_folder() {
        text = new RobotText(folder);
    }

    @ParameterizedTest
    @EnumSource(value = JointType.class, mode = EnumSource.Mode.EXCLUDE, names = "SPHERICAL")
    void all_six_joint_types_are_read(JointType type) {
        RobotReading reading = text.joint(
                type.name().toLowerCase(Locale.ROOT), "<limit lower='-1' upper='1' velocity='2' effort='3'/>");
        assertEquals(type, reading.model().joints().getFirst().type());
        assertEquals(type.velocities(), reading.model().nv());
        assertFalse(reading.model().floatingBase());
        assertEquals(List.of(), reading.warnings());
    }

    @Test
    void a_joint_is_read_with_all_that_it_has() {
        Joint joint = joint(text.joint("revolute", """
                <origin xyz="1 2 3" rpy="0.1 0.2 0.3"/><axis xyz="0 3 4"/>
                <limit lower="-1.5" upper="2" velocity="3" effort="40"/>
                <dynamics damping="0.5" friction="0.25"/>
                <safety_controller k_velocity="1"/><calibration rising="0"/>
                """));
        assertEquals("j", joint.name());
        assertEquals("a", joint.parent());
        assertEquals("b", joint.child());
        assertEquals(Pose.fromXyzRpy(1, 2, 3, 0.1, 0.2, 0.3), joint.origin());
        assertEquals(new Vec3(0, 0.6, 0.8), joint.axis());
        assertEquals(new JointLimits(-1.5, 2, 3, 40), joint.limits());
        assertEquals(new JointDynamics(0.5, 0.25, 0), joint.dynamics());
        assertNull(joint.mimic());
    }

    @Test
    void a_joint_without_particulars_has_those_of_the_specification() {
        Joint joint = joint(text.joint("continuous", ""));
        assertEquals(Pose.IDENTITY, joint.origin());
        assertEquals(new Vec3(1, 0, 0), joint.axis());
        assertEquals(JointLimits.NONE, joint.limits());
        assertEquals(JointDynamics.NONE, joint.dynamics());
    }

    @Test
    void a_continuous_joint_keeps_only_the_limits_of_its_rates() {
        Joint joint = joint(text.joint("continuous", "<limit lower='-1' upper='1' velocity='2' effort='3'/>"));
        assertEquals(new JointLimits(-INF, INF, 2, 3), joint.limits());
    }

    @Test
    void bounds_may_be_infinite() {
        Joint joint = joint(text.joint("revolute", "<limit lower='-inf' upper='inf' velocity='inf' effort='3'/>"));
        assertEquals(new JointLimits(-INF, INF, INF, 3), joint.limits());
    }

    @Test
    void tiny_and_huge_axes_keep_their_direction() {
        assertEquals(
                new Vec3(0, 1, 0),
                joint(text.joint("continuous", "<axis xyz='0 1e-200 0'/>")).axis());
        assertEquals(
                new Vec3(0, 0, -1),
                joint(text.joint("continuous", "<axis xyz='0 0 -1e200'/>")).axis());
    }

    @Test
    void a_mimic_joint_follows_with_multiplier_and_offset() {
        RobotReading reading = text.read(RobotText.jointText("continuous", "") + "<link name='c'>" + RobotText.SOUND
                + "</link><joint name='k' type='prismatic'><parent link='b'/><child link='c'/>"
                + "<limit lower='0' upper='1' velocity='1' effort='1'/>"
                + "<mimic joint='j' multiplier='-2' offset='0.5'/></joint>");
        assertEquals(new Mimic("j", -2, 0.5), reading.model().joints().get(1).mimic());
    }

    @Test
    void a_tensor_in_a_turned_frame_is_turned_into_the_links_axes() {
        Inertia inertia = link("""
                <inertial><origin xyz="1 2 3" rpy="0 0 1.5707963267948966"/><mass value="4"/>
                <inertia ixx="3" ixy="0.1" ixz="0.2" iyy="4" iyz="0.3" izz="5"/></inertial>""").inertia();
        // A quarter turn about z takes x to y and y to -x.
        assertEquals(4, inertia.mass());
        assertEquals(new Vec3(1, 2, 3), inertia.com());
        assertEquals(4, inertia.ixx(), 1e-15);
        assertEquals(3, inertia.iyy(), 1e-15);
        assertEquals(5, inertia.izz(), 1e-15);
        assertEquals(-0.1, inertia.ixy(), 1e-15);
        assertEquals(-0.3, inertia.ixz(), 1e-15);
        assertEquals(0.2, inertia.iyz(), 1e-15);
    }

    @Test
    void a_turned_tensor_keeps_its_energy_in_every_direction() {
        Inertia turned = link("""
                <inertial><origin rpy="0.3 -0.7 1.1"/><mass value="4"/>
                <inertia ixx="3" ixy="0.1" ixz="0.2" iyy="4" iyz="0.3" izz="5"/></inertial>""").inertia();
        double[] r = Pose.fromXyzRpy(0, 0, 0, 0.3, -0.7, 1.1).rotation();
        double[] w = {0.4, -1.2, 2.5};
        double[] u = new double[3];
        for (int i = 0; i < 3; i++) {
            u[i] = r[3 * i] * w[0] + r[3 * i + 1] * w[1] + r[3 * i + 2] * w[2];
        }
        assertEquals(energy(new Inertia(4, Vec3.ZERO, 3, 0.1, 0.2, 4, 0.3, 5), w), energy(turned, u), 1e-13);
    }

    private static double energy(Inertia i, double[] w) {
        return i.ixx() * w[0] * w[0]
                + i.iyy() * w[1] * w[1]
                + i.izz() * w[2] * w[2]
                + 2 * (i.ixy() * w[0] * w[1] + i.ixz() * w[0] * w[2] + i.iyz() * w[1] * w[2]);
    }

    @Test
    void every_shape_is_read_with_its_place_and_name() {
        Link link = link("""
                <visual name="v"><origin xyz="1 0 0"/><geometry><box size="1 2 3"/></geometry></visual>
                <visual><geometry><cylinder radius="1" length="2"/></geometry></visual>
                <visual><geometry><sphere radius="3"/></geometry></visual>
                <collision name="c"><geometry><capsule radius="4" length="5"/></geometry></collision>
                <collision><geometry><mesh filename="a.stl" scale="0.001 -0.001 1"/></geometry></collision>""");
        assertEquals(
                new Shape("v", Pose.fromXyzRpy(1, 0, 0, 0, 0, 0), new Geometry.Box(1, 2, 3), null),
                link.visuals().getFirst());
        assertEquals(new Geometry.Cylinder(1, 2), link.visuals().get(1).geometry());
        assertEquals(new Geometry.Sphere(3), link.visuals().get(2).geometry());
        assertEquals("c", link.collisions().getFirst().name());
        assertEquals(new Geometry.Capsule(4, 5), link.collisions().getFirst().geometry());
        assertEquals(
                new Geometry.Mesh("a.stl", null, new Vec3(0.001, -0.001, 1)),
                link.collisions().get(1).geometry());
    }

    @Test
    void meshes_are_found_as_packages_and_paths() throws IOException {
        Path mesh = Files.writeString(
                Files.createDirectories(folder.resolve("arm/meshes")).resolve("a.stl"), "");
        RobotReading reading = text.read("<link name='a'>" + mesh("package://arm/meshes/a.stl")
                + mesh("arm/meshes/a.stl") + mesh(mesh.toString())
                + mesh(mesh.toUri().toString())
                + mesh("package://other/arm/meshes/a.stl") + "</link>");
        assertEquals(List.of(), reading.warnings());
        for (Shape shape : reading.model().links().getFirst().visuals()) {
            Geometry.Mesh found = (Geometry.Mesh) shape.geometry();
            assertEquals(mesh, found.file(), found.uri());
        }
    }

    @Test
    void materials_are_global_local_or_defined_by_another_link() {
        RobotReading reading = text.read("""
                <link name="a">
                  <visual><geometry><sphere radius="1"/></geometry><material name="red"/></visual>
                  <visual><geometry><sphere radius="1"/></geometry><material name="later"/></visual>
                  <visual><geometry><sphere radius="1"/></geometry><material name="">
                    <color rgba="0 1 0 0.5"/></material></visual>
                  <visual><geometry><sphere radius="1"/></geometry><material name="wood">
                    <texture filename="wood.png"/></material></visual>
                  <visual><geometry><sphere radius="1"/></geometry></visual>
                </link>
                <link name="b">
                  <visual><geometry><sphere radius="1"/></geometry><material name="later">
                    <color rgba="0 0 1 1"/></material></visual>
                </link>
                <joint name="j" type="fixed"><parent link="a"/><child link="b"/></joint>
                <material name="red"><color rgba="1 0 0 1"/></material>""");
        List<Shape> visuals = reading.model().links().getFirst().visuals();
        assertEquals(new Material("red", 1, 0, 0, 1), visuals.get(0).material());
        assertEquals(new Material("later", 0, 0, 1, 1), visuals.get(1).material());
        assertEquals(new Material("", 0, 1, 0, 0.5), visuals.get(2).material());
        assertNull(visuals.get(3).material());
        assertNull(visuals.get(4).material());
        assertEquals(List.of(), reading.warnings());
    }

    @Test
    void frames_without_mass_may_hang_on_fixed_joints_and_carry_the_root() {
        RobotReading reading = text.read("""
                <link name="footprint"/><link name="base">%s</link><link name="wheel"/><link name="tyre">%s</link>
                <joint name="f" type="fixed"><parent link="footprint"/><child link="base"/></joint>
                <joint name="w" type="continuous"><parent link="base"/><child link="wheel"/></joint>
                <joint name="t" type="fixed"><parent link="wheel"/><child link="tyre"/></joint>
                """.formatted(RobotText.SOUND, RobotText.SOUND));
        assertEquals(4.0, reading.model().totalMass());
        assertEquals(Inertia.ZERO, reading.model().links().getFirst().inertia());
        assertEquals(List.of(), reading.warnings());
    }

    @Test
    void xacro_is_expanded_without_being_asked_and_with_arguments() {
        String body = """
                <xacro:arg name="prefix" default="left_"/>
                <xacro:property name="m" value="${2 * 1.5}"/>
                <xacro:macro name="part" params="name parent:='' *geometry">
                  <link name="$(arg prefix)${name}">
                    <inertial><mass value="${m}"/><inertia ixx="1" iyy="1" izz="1"/></inertial>
                    <visual><geometry><xacro:insert_block name="geometry"/></geometry></visual>
                  </link>
                  <xacro:if value="${parent != ''}">
                    <joint name="$(arg prefix)${name}_joint" type="continuous">
                      <parent link="$(arg prefix)${parent}"/><child link="$(arg prefix)${name}"/>
                      <origin rpy="0 ${pi/2} 0"/>
                    </joint>
                  </xacro:if>
                </xacro:macro>
                <xacro:part name="base"><box size="1 1 ${m/3}"/></xacro:part>
                <xacro:part name="wheel" parent="base"><sphere radius="0.5"/></xacro:part>
                """;
        RobotReading reading = text.read(body);
        assertEquals(6.0, reading.model().totalMass());
        assertEquals("left_base", reading.model().links().getFirst().name());
        assertEquals(
                new Geometry.Box(1, 1, 1),
                reading.model().links().getFirst().visuals().getFirst().geometry());
        assertEquals(
                Pose.fromXyzRpy(0, 0, 0, 0, Math.PI / 2, 0),
                reading.model().joints().getFirst().origin());
        assertEquals(
                "right_wheel_joint",
                text.read(body, Map.of("prefix", "right_"))
                        .model()
                        .joints()
                        .getFirst()
                        .name());
    }

    private static String mesh(String uri) {
        return "<visual><geometry><mesh filename='" + uri + "'/></geometry></visual>";
    }

    private Link link(String inside) {
        return text.read("<link name='a'>" + inside + "</link>").model().links().getFirst();
    }

    private static Joint joint(RobotReading reading) {
        return reading.model().joints().getFirst();
    }
}
