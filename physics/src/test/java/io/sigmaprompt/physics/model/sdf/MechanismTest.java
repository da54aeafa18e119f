package io.sigmaprompt.physics.model.sdf;

import static io.sigmaprompt.physics.model.sdf.SdfText.axis;
import static io.sigmaprompt.physics.model.sdf.SdfText.joint;
import static io.sigmaprompt.physics.model.sdf.SdfText.link;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Shape;
import io.sigmaprompt.physics.model.Softness;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.mechanism.Equality;
import io.sigmaprompt.physics.model.mechanism.JointCompliance;
import io.sigmaprompt.physics.model.mechanism.Light;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.mechanism.Sensor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read beyond links and joints, and the shapes that URDF has not. */
class MechanismTest {
    @TempDir
    Path folder;

    private SdfText text;

    @BeforeEach
    void use_the_folder() {
        text = new SdfText(folder);
    }

    @Test
    void frames_are_fixed_to_the_links_that_they_are_attached_to() {
        RobotReading reading = text.model(link("a", "") + link("b", "<pose>1 0 0 0 0 0</pose>")
                + joint("j", "fixed", "a", "b", "")
                + "<frame name='tool' attached_to='b'><pose>0 0 2 0 0 0</pose></frame>");
        assertEquals(
                List.of(new Frame("tool", 1, Pose.at(new Vec3(0, 0, 2)))),
                reading.mechanism().sites());
        assertEquals(List.of(), reading.warnings());
    }

    @Test
    void springs_of_joints_are_kept() {
        RobotReading reading = text.model(link("a", "")
                + link("b", "")
                + joint(
                        "j",
                        "revolute",
                        "a",
                        "b",
                        "<axis><xyz>0 0 1</xyz><dynamics><spring_stiffness>5</spring_stiffness>"
                                + "<spring_reference>0.5</spring_reference></dynamics></axis>"));
        assertEquals(
                List.of(new JointCompliance("j", 5, 0.5, 0, Softness.DEFAULT, Softness.DEFAULT)),
                reading.mechanism().compliances());
    }

    @Test
    void sensors_keep_all_that_is_written() {
        RobotReading reading = text.model(link(
                        "a",
                        "<sensor name='imu' type='imu'><update_rate>100</update_rate><imu><x>"
                                + "<noise type='gaussian'><stddev>0.1</stddev></noise></x></imu></sensor>")
                + link("b", "")
                + joint("j", "fixed", "a", "b", "<sensor name='ft' type='force_torque'/>"));
        Sensor imu = reading.mechanism().sensors().getFirst();
        assertEquals("a::imu", imu.name());
        assertEquals("imu", imu.kind());
        assertEquals("link", imu.objectKind());
        assertEquals("a", imu.object());
        assertEquals("0.1", imu.attributes().get("imu/x/noise/stddev"));
        assertEquals("gaussian", imu.attributes().get("imu/x/noise/@type"));
        assertEquals("100", imu.attributes().get("update_rate"));
        Sensor force = reading.mechanism().sensors().getLast();
        assertEquals(List.of("force_torque", "joint", "j"), List.of(force.kind(), force.objectKind(), force.object()));
        assertEquals(List.of(), reading.warnings());
    }

    @Test
    void lights_of_links_shine_along_their_direction() {
        Light light = text.model(link(
                        "a",
                        "<light name='lamp' type='spot'><pose>0 0 1 0 0 0</pose><diffuse>0.5 0.25 1 1</diffuse>"
                                + "<direction>1 0 -1</direction></light>"))
                .mechanism()
                .lights()
                .getFirst();
        assertEquals(new Vec3(0.5, 0.25, 1), light.diffuse());
        assertDirection(Math.sqrt(0.5), 0, -Math.sqrt(0.5), light.frame().pose());
    }

    @Test
    void gravity_and_time_step_of_a_world_are_kept() {
        RobotReading reading = text.world("<gravity>0 0 -1.62</gravity><physics name='p' type='ode'>"
                + "<max_step_size>0.004</max_step_size></physics><model name='m'>" + link("a", "") + "</model>");
        assertEquals(new Vec3(0, 0, -1.62), reading.mechanism().options().gravity());
        assertEquals(0.004, reading.mechanism().options().timestep());
        assertEquals(List.of(), reading.warnings());
    }

    @Test
    void ellipsoids_planes_and_terrain_are_shapes() {
        Path image = text.write("land/land.png", "");
        List<Shape> shapes = text.model(link(
                        "a",
                        collision("<ellipsoid><radii>1 2 3</radii></ellipsoid>")
                                + collision("<plane><normal>0 1 0</normal><size>4 6</size></plane>")
                                + collision(
                                        "<heightmap><uri>model://land/land.png</uri><size>10 20 5</size><pos>1 0 0</pos>"
                                                + "</heightmap>")))
                .model()
                .links()
                .getFirst()
                .collisions();
        assertEquals(new Geometry.Ellipsoid(1, 2, 3), shapes.get(0).geometry());
        assertEquals(new Geometry.Plane(2, 3), shapes.get(1).geometry());
        assertDirection(0, 1, 0, shapes.get(1).origin());
        assertEquals(
                new Geometry.HeightField("model://land/land.png", image, 5, 10, 5, 0, 0, 0, List.of()),
                shapes.get(2).geometry());
        assertEquals(1, shapes.get(2).origin().x());
    }

    @Test
    void a_plane_may_look_straight_down() {
        Pose pose = text.model(link("a", collision("<plane><normal>0 0 -1</normal></plane>")))
                .model()
                .links()
                .getFirst()
                .collisions()
                .getFirst()
                .origin();
        assertDirection(0, 0, -1, pose);
    }

    @Test
    void friction_and_bits_of_a_surface_are_kept() {
        Shape shape = text.model(link(
                        "a",
                        "<collision name='c'><geometry><sphere><radius>1</radius></sphere></geometry><surface><friction><ode>"
                                + "<mu>0.3</mu></ode></friction><contact><collide_bitmask>0x06</collide_bitmask></contact>"
                                + "</surface></collision>"))
                .model()
                .links()
                .getFirst()
                .collisions()
                .getFirst();
        assertEquals(0.3, shape.surface().sliding());
        assertEquals(6, shape.surface().type());
        assertEquals(6, shape.surface().affinity());
    }

    @Test
    void joints_that_close_loops_are_constraints_that_hold_at_rest() {
        String bars = link("a", "")
                + link("b", "<pose>1 0 0 0 0 0.3</pose>")
                + link("c", "<pose>1 1 0 0 0.2 0</pose>")
                + joint("ab", "revolute", "a", "b", axis("0 0 1"))
                + joint("ac", "revolute", "a", "c", axis("0 0 1"));
        String limited = "<axis><xyz>0 1 0</xyz><limit><lower>-1</lower><upper>1</upper></limit></axis>";
        RobotReading hinge =
                text.model(bars + joint("bc", "revolute", "b", "c", "<pose>0 -1 0 0.1 0 0</pose>" + limited));
        List<Equality> points = hinge.mechanism().equalities();
        assertEquals(
                List.of("bc", "bc_axis"), points.stream().map(Equality::name).toList());
        for (Equality point : points) {
            Equality.Connect connect = (Equality.Connect) point;
            assertMeet(hinge.model(), connect.first(), connect.second());
        }
        SdfText.assertWarned(hinge, "it is kept as a constraint beside the tree, without its limits, losses and mimic");
        List<Equality> ball =
                text.model(bars + joint("bc", "ball", "b", "c", "")).mechanism().equalities();
        assertTrue(ball.size() == 1 && ball.getFirst() instanceof Equality.Connect, ball.toString());
        List<Equality> fixed = text.model(bars + joint("bc", "fixed", "b", "c", ""))
                .mechanism()
                .equalities();
        assertTrue(fixed.size() == 1 && fixed.getFirst() instanceof Equality.Weld, fixed.toString());
    }

    private static void assertMeet(RobotModel model, Frame first, Frame second) {
        Pose one = world(model, first.link()).times(first.pose());
        Pose other = world(model, second.link()).times(second.pose());
        Pose difference = one.inverse().times(other);
        assertEquals(0, new Vec3(difference.x(), difference.y(), difference.z()).norm(), 1e-12);
    }

    private static Pose world(RobotModel model, int link) {
        Pose pose = Pose.IDENTITY;
        for (int at = link; at > 0; ) {
            Joint joint = model.joints().get(at - 1);
            pose = joint.origin().times(pose);
            at = model.linkIndex(joint.parent());
        }
        return pose;
    }

    private static String collision(String shape) {
        return "<collision name='c'><geometry>" + shape + "</geometry></collision>";
    }

    private static void assertDirection(double x, double y, double z, Pose pose) {
        double[] r = pose.rotation();
        assertEquals(x, r[2], 1e-12);
        assertEquals(y, r[5], 1e-12);
        assertEquals(z, r[8], 1e-12);
    }
}
