package io.sigmaprompt.physics.model.sdf;

import static io.sigmaprompt.physics.model.sdf.SdfText.SOUND;
import static io.sigmaprompt.physics.model.sdf.SdfText.axis;
import static io.sigmaprompt.physics.model.sdf.SdfText.joint;
import static io.sigmaprompt.physics.model.sdf.SdfText.link;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SdfReaderTest {
    @TempDir
    Path folder;

    private SdfText text;

    @BeforeEach
    void use_the_folder() {
        text = new SdfText(folder);
    }

    @Test
    void a_lone_model_has_its_first_link_as_the_root_and_names_without_its_own() {
        RobotModel model = text.model(link("base", "<pose>0 0 0.3 0 0 0</pose>")
                        + link("arm", "<pose>0 0 0.8 0 0 0</pose>")
                        + joint("j", "revolute", "base", "arm", axis("0 1 0")))
                .model();
        assertEquals("m", model.name());
        assertEquals("base", model.links().getFirst().name());
        assertEquals(List.of("arm < base by j continuous"), SdfText.tree(model));
        SdfText.assertAt(model, "base", 0, 0, 0);
        SdfText.assertAt(model, "arm", 0, 0, 0.5);
    }

    @Test
    void the_canonical_link_is_the_root_where_one_is_named() {
        RobotModel model = text.file("<sdf version='1.7'><model name='m' canonical_link='b'>" + link("a", "")
                        + link("b", "") + joint("j", "fixed", "b", "a", "") + "</model></sdf>")
                .model();
        assertEquals("b", model.links().getFirst().name());
    }

    @Test
    void a_joint_to_the_world_makes_the_world_the_root_and_the_model_pose_count() {
        RobotReading reading = text.model("<pose>1 2 3 0 0 0</pose>" + link("a", "<pose>0 0 1 0 0 0</pose>")
                + joint("j", "revolute", "world", "a", axis("0 0 1")));
        assertEquals(List.of("a < world by j continuous"), SdfText.tree(reading.model()));
        assertEquals(0, reading.model().links().getFirst().inertia().mass());
        SdfText.assertAt(reading.model(), "a", 1, 2, 4);
        assertEquals(List.of(), reading.warnings());
    }

    @Test
    void a_lone_static_model_is_fixed_to_the_world_where_it_stands() {
        RobotModel model = text.model("<static>true</static><pose>1 0 0 0 0 0</pose><link name='a'/>"
                        + "<link name='b'><pose>0 1 0 0 0 0</pose></link>")
                .model();
        assertEquals(List.of("a < world by world_to_a fixed", "b < world by world_to_b fixed"), SdfText.tree(model));
        SdfText.assertAt(model, "b", 1, 1, 0);
        assertEquals(0, model.totalMass());
    }

    @Test
    void a_static_model_inside_another_is_fixed_to_the_world() {
        RobotModel model = text.model(
                        link("a", "") + "<model name='stand'><static>true</static>" + link("s", "") + "</model>")
                .model();
        assertEquals(
                List.of("a < world by world_to_a floating", "stand::s < world by world_to_stand::s fixed"),
                SdfText.tree(model));
    }

    @Test
    void a_world_carries_its_models_floating_or_fixed() {
        RobotReading reading = text.world("<model name='ground'><static>1</static><link name='link'/></model>"
                + "<model name='box'><pose>0 0 2 0 0 0</pose>" + link("link", "<pose>0 0 1 0 0 0</pose>") + "</model>"
                + "<model name='arm'>" + link("base", "") + link("hand", "")
                + joint("weld", "fixed", "world", "base", "") + joint("wrist", "ball", "base", "hand", "")
                + "</model>");
        RobotModel model = reading.model();
        assertEquals("w", model.name());
        assertEquals(
                List.of(
                        "ground::link < world by world_to_ground::link fixed",
                        "box::link < world by world_to_box::link floating",
                        "arm::base < world by arm::weld fixed",
                        "arm::hand < arm::base by arm::wrist spherical"),
                SdfText.tree(model));
        assertEquals(Pose.IDENTITY, SdfText.joint(model, "world_to_box::link").origin());
        SdfText.assertAt(reading, "box::link", 0, 0, 3);
        assertEquals(10, model.nq() - 1);
    }

    @Test
    void loose_parts_of_a_world_each_float_from_their_topmost_link() {
        RobotModel model = text.world("<model name='m'>" + link("a", "") + link("leaf", "") + link("top", "")
                        + joint("j", "fixed", "top", "leaf", "") + "</model>")
                .model();
        assertEquals(
                List.of(
                        "m::a < world by world_to_m::a floating",
                        "m::top < world by world_to_m::top floating",
                        "m::leaf < m::top by m::j fixed"),
                SdfText.tree(model));
    }

    @Test
    void nested_models_have_scoped_names_and_the_pose_of_their_model() {
        RobotModel model = text.model(link("base", "")
                        + "<model name='inner'><pose>1 0 0 0 0 0</pose>" + link("a", "<pose>0 1 0 0 0 0</pose>")
                        + "<model name='deep'><pose>0 0 1 0 0 0</pose>" + link("b", "")
                        + joint("k", "fixed", "b", "c", "") + link("c", "") + "</model>" + "</model>"
                        + joint("j", "fixed", "base", "inner::a", "")
                        + joint("i", "fixed", "inner", "inner::deep::b", ""))
                .model();
        assertEquals(
                List.of(
                        "inner::a < base by j fixed",
                        "inner::deep::b < inner::a by i fixed",
                        "inner::deep::c < inner::deep::b by inner::deep::k fixed"),
                SdfText.tree(model));
        SdfText.assertAt(model, "inner::a", 1, 1, 0);
        SdfText.assertAt(model, "inner::deep::b", 1, 0, 1);
    }

    @Test
    void inertia_is_turned_into_the_axes_of_the_link() {
        Link link = text.model("<link name='a'><inertial><pose>1 2 3 0 0 1.5707963267948966</pose><mass>4</mass>"
                        + "<inertia><ixx>1</ixx><iyy>2</iyy><izz>2.5</izz><ixy>0</ixy></inertia></inertial></link>")
                .model()
                .links()
                .getFirst();
        assertEquals(new Vec3(1, 2, 3), link.inertia().com());
        assertEquals(4, link.inertia().mass());
        assertEquals(2, link.inertia().ixx(), 1e-12);
        assertEquals(1, link.inertia().iyy(), 1e-12);
    }

    @Test
    void a_link_without_inertial_weighs_what_the_specification_says_and_is_told() {
        RobotReading reading = text.model("<link name='a'/>");
        assertEquals(
                new Inertia(1, Vec3.ZERO, 1, 0, 0, 1, 0, 1),
                reading.model().links().getFirst().inertia());
        SdfText.assertWarned(reading, "m.sdf:3:1: link a without <inertial>: SDFormat's 1 kg");
    }

    @Test
    void shapes_keep_their_sizes_and_places() {
        Link link = text.model(link(
                        "a",
                        "<collision name='c'><pose>1 2 3 0 0 0</pose><geometry><box><size>1 2 3</size></box></geometry>"
                                + "</collision><visual name='v'><geometry><cylinder><radius>1</radius><length>2</length>"
                                + "</cylinder></geometry></visual>"
                                + "<visual name='s'><geometry><sphere><radius>3</radius></sphere></geometry></visual>"
                                + "<visual name='k'><geometry><capsule><radius>1</radius><length>2</length></capsule>"
                                + "</geometry></visual><visual name='e'><geometry><empty/></geometry></visual>"))
                .model()
                .links()
                .getFirst();
        assertEquals(new Geometry.Box(1, 2, 3), link.collisions().getFirst().geometry());
        assertEquals(2, link.collisions().getFirst().origin().y());
        assertEquals(
                List.of(new Geometry.Cylinder(1, 2), new Geometry.Sphere(3), new Geometry.Capsule(1, 2)),
                link.visuals().stream().map(v -> v.geometry()).toList());
    }

    @Test
    void a_mesh_is_found_through_its_model_and_scaled() {
        Path file = text.write("parts/meshes/a.stl", "solid a\nendsolid a\n");
        Link link = text.model(link(
                        "a",
                        "<visual name='v'><geometry><mesh><uri>model://parts/meshes/a.stl</uri><scale>2 2 2</scale>"
                                + "</mesh></geometry></visual>"))
                .model()
                .links()
                .getFirst();
        assertEquals(
                new Geometry.Mesh("model://parts/meshes/a.stl", file, new Vec3(2, 2, 2)),
                link.visuals().getFirst().geometry());
    }

    @Test
    void the_diffuse_colour_and_the_transparency_make_the_material() {
        Link link = text.model(link(
                        "a",
                        "<visual name='v'><transparency>0.5</transparency><geometry><sphere><radius>1</radius></sphere>"
                                + "</geometry><material><diffuse>0.1 0.2 0.3 1</diffuse></material></visual>"
                                + "<visual name='u'><geometry><sphere><radius>1</radius></sphere></geometry></visual>"))
                .model()
                .links()
                .getFirst();
        assertEquals(
                new Material("", 0.1, 0.2, 0.3, 0.5), link.visuals().getFirst().material());
        assertNull(link.visuals().getLast().material());
    }

    @Test
    void limits_and_losses_are_those_of_the_axis() {
        Joint joint = only(
                "prismatic",
                "<axis><xyz>0 0 2</xyz><limit><lower>-1</lower><upper>2</upper><effort>3</effort><velocity>4</velocity>"
                        + "</limit><dynamics><damping>0.5</damping><friction>0.25</friction></dynamics></axis>");
        assertEquals(new JointLimits(-1, 2, 4, 3), joint.limits());
        assertEquals(new JointDynamics(0.5, 0.25, 0), joint.dynamics());
        assertEquals(new Vec3(0, 0, 1), joint.axis());
    }

    @Test
    void limits_of_ten_to_the_sixteen_infinite_or_negative_are_none() {
        String limit =
                "<limit><lower>-1e16</lower><upper>inf</upper><effort>-1</effort><velocity>-1</velocity></limit>";
        Joint joint = only("revolute", "<axis><xyz>0 0 1</xyz>" + limit + "</axis>");
        assertEquals(JointLimits.NONE, joint.limits());
        assertEquals(JointType.CONTINUOUS, joint.type());
        Joint half = only("revolute", "<axis><xyz>0 0 1</xyz><limit><lower>-1</lower></limit></axis>");
        assertEquals(JointType.REVOLUTE, half.type());
        assertEquals(Double.POSITIVE_INFINITY, half.limits().upper());
    }

    @Test
    void a_universal_joint_is_two_hinges_with_a_cross_between_them() {
        RobotModel model = text.model(
                        link("a", "")
                                + link("b", "<pose>0 0 1 0 0 0</pose>")
                                + joint(
                                        "u",
                                        "universal",
                                        "a",
                                        "b",
                                        axis("1 0 0")
                                                + "<axis2><xyz>0 1 0</xyz><limit><lower>-1</lower><upper>1</upper></limit></axis2>"))
                .model();
        assertEquals(
                List.of("u_cross < a by u_axis1 continuous", "b < u_cross by u_axis2 revolute"), SdfText.tree(model));
        assertEquals(1, SdfText.joint(model, "u_axis2").limits().upper());
        SdfText.assertAt(model, "b", 0, 0, 1);
    }

    @Test
    void mimics_follow_an_axis_from_a_reference() {
        RobotModel model = text.model(
                        "1.11",
                        link("a", "")
                                + link("b", "")
                                + link("c", "")
                                + joint("u", "universal", "a", "b", axis("1 0 0") + "<axis2><xyz>0 1 0</xyz></axis2>")
                                + joint(
                                        "f",
                                        "revolute",
                                        "a",
                                        "c",
                                        "<axis><xyz>1 0 0</xyz><mimic joint='u' axis='axis2'><multiplier>2</multiplier>"
                                                + "<offset>1</offset><reference>3</reference></mimic></axis>"))
                .model();
        assertEquals(new Mimic("u_axis2", 2, -5), SdfText.joint(model, "f").mimic());
    }

    @Test
    void a_folder_with_a_model_config_is_read_through_it() {
        text.write(
                "arm/model.config",
                "<model><name>arm</name><sdf version='1.4'>old.sdf</sdf><sdf version='1.9'>new.sdf</sdf>"
                        + "<sdf version='1.99'>later.sdf</sdf></model>");
        text.write("arm/old.sdf", "<sdf version='1.4'><model name='old'><link name='a'/></model></sdf>");
        text.write("arm/new.sdf", "<sdf version='1.9'><model name='new'><link name='a'/></model></sdf>");
        text.write("arm/later.sdf", "<sdf version='1.99'/>");
        assertEquals("new", SdfReader.read(folder.resolve("arm")).model().name());
        text.write("plain/model.sdf", "<sdf version='1.9'><model name='plain'><link name='a'/></model></sdf>");
        assertEquals("plain", SdfReader.read(folder.resolve("plain")).model().name());
    }

    @Test
    void old_files_may_give_a_joint_the_name_of_a_link() {
        String body = link("a", "") + link("b", "") + joint("b", "fixed", "a", "b", "");
        assertTrue(text.model("1.6", body).model().jointIndex("b") >= 0);
        text.assertRefused(body, "joint 'b' has the name of link 'b'");
    }

    private Joint only(String type, String inside) {
        return text.model("<link name='a'/><link name='b'>" + SOUND + "</link>" + joint("j", type, "a", "b", inside))
                .model()
                .joints()
                .getFirst();
    }
}
