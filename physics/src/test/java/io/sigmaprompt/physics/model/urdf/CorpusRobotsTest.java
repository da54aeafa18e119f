package io.sigmaprompt.physics.model.urdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.CorpusFiles;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Mimic;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Shape;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusRobotsTest {
    @ParameterizedTest
    @CsvSource({
        "robots/ur10/ur10.urdf, ur10, 11, 10, 6, 32.7, 14, 14, 0",
        "robots/ur5/ur5.urdf, ur5, 11, 10, 6, 20.9939, 14, 14, 0",
        "robots/panda/panda.urdf, panda, 13, 12, 9, 17.451901, 20, 20, 0",
        "robots/go2/go2.urdf, go2_description, 31, 30, 12, 16.085, 36, 36, 0",
        "robots/iris/iris.urdf, iris, 6, 5, 4, 1.535, 5, 5, 4",
        "robots/iris/iris_simple.urdf, iris, 6, 5, 0, 1.535, 5, 5, 0",
        "robots/double_pendulum/double_pendulum.urdf, 2dof_planar, 3, 2, 2, 0.701, 6, 6, 2",
        "robots/turtlebot3/turtlebot3_burger.urdf, turtlebot3_burger, 7, 6, 2, 1.00173292, 4, 0, 1",
        "robots/turtlebot3/turtlebot3_waffle.urdf, turtlebot3_waffle, 13, 12, 2, 1.55390748, 5, 0, 1",
        "robots/turtlebot3/turtlebot3_waffle_pi.urdf, turtlebot3_waffle_pi, 11, 10, 2, 1.55390748, 4, 0, 1",
        "reference/physics/urdf/anymal_b.urdf, anymal, 23, 22, 12, 30.475397462, 0, 0, 2",
        "reference/physics/urdf/double_pendulum.urdf, 2dof_planar, 4, 3, 2, 0.6, 0, 0, 2",
        "reference/physics/urdf/g1_29dof.urdf, g1_29dof, 40, 39, 29, 35.11514202, 0, 0, 0",
        "reference/physics/urdf/go2.urdf, go2_description, 42, 41, 12, 16.087, 0, 0, 0",
        "reference/physics/urdf/iiwa14.urdf, iiwa14, 9, 8, 7, 30.61, 0, 0, 0",
        "reference/physics/urdf/panda.urdf, panda, 13, 12, 9, 17.451901, 0, 0, 0",
        "reference/physics/urdf/simple_humanoid.urdf, simple_humanoid, 31, 30, 29, 130.8, 0, 0, 1",
        "reference/physics/urdf/ur5.urdf, ur5, 11, 10, 6, 20.9939, 0, 0, 0",
    })
    void every_robot_loads_whole(
            String file, String name, int links, int joints, int nv, double mass, int meshes, int found, int warnings) {
        RobotReading reading = UrdfReader.read(CorpusFiles.get(file));
        RobotModel model = reading.model();
        assertEquals(name, model.name());
        assertEquals(links, model.links().size());
        assertEquals(joints, model.joints().size());
        assertEquals(nv, model.nv());
        assertEquals(nv, model.nq());
        assertEquals(mass, model.totalMass(), 1e-12 * mass);
        List<Geometry.Mesh> named = meshes(model);
        assertEquals(meshes, named.size());
        assertEquals(found, named.stream().filter(mesh -> mesh.file() != null).count());
        assertEquals(
                warnings, reading.warnings().size(), () -> reading.warnings().toString());
        for (Geometry.Mesh mesh : named) {
            assertTrue(mesh.file() == null || Files.isRegularFile(mesh.file()), mesh.uri());
        }
    }

    @ParameterizedTest
    @CsvSource({"anymal_b", "double_pendulum", "g1_29dof", "go2", "iiwa14", "panda", "simple_humanoid", "ur5"})
    void joints_and_mass_are_those_of_the_reference(String name) throws IOException {
        String reference = Files.readString(CorpusFiles.get("reference/physics/rbd/" + name + ".json"));
        boolean floating =
                Pattern.compile("\"floating_base\":\\s*true").matcher(reference).find();
        RobotModel model = UrdfReader.read(CorpusFiles.get("reference/physics/urdf/" + name + ".urdf"))
                .model()
                .withFloatingBase(floating);
        assertEquals((int) number(reference, "nv"), model.nv());
        // A welded root, and what is fixed to it, moves with nothing and is not counted there.
        double welded = floating ? 0 : fixedMass(model);
        assertEquals(number(reference, "total_mass"), model.totalMass() - welded, 1e-12 * model.totalMass());
        Matcher joint = Pattern.compile(
                        "\\{\\s*\"name\":\\s*\"([^\"]+)\",\\s*\"type\":\\s*\"([a-z]+)\",\\s*\"v_index\":\\s*(\\d+)\\s*}")
                .matcher(reference);
        int count = 0;
        while (joint.find()) {
            int index = model.jointIndex(joint.group(1));
            assertTrue(index >= 0, joint.group(1));
            assertEquals(
                    JointType.valueOf(joint.group(2).toUpperCase(Locale.ROOT)),
                    model.joints().get(index).type());
            count++;
        }
        assertEquals((int) number(reference, "n_joints"), count);
    }

    @Test
    void turtlebots_are_expanded_with_their_namespace() {
        RobotModel model = UrdfReader.read(
                        CorpusFiles.get("robots/turtlebot3/turtlebot3_waffle.urdf"), Map.of("namespace", "tb_"))
                .model();
        assertEquals("tb_base_footprint", model.links().getFirst().name());
        assertEquals(0, model.links().getFirst().inertia().mass());
        assertEquals(
                JointType.CONTINUOUS,
                model.joints().get(model.jointIndex("tb_wheel_left_joint")).type());
        Shape base =
                model.links().get(model.linkIndex("tb_base_link")).visuals().getFirst();
        assertEquals(new Vec3(0.001, 0.001, 0.001), ((Geometry.Mesh) base.geometry()).scale());
        assertNotNull(base.material());
        assertEquals(0.4, base.material().red());
    }

    @Test
    void the_missing_meshes_of_a_turtlebot_are_one_warning() {
        RobotReading reading = UrdfReader.read(CorpusFiles.get("robots/turtlebot3/turtlebot3_burger.urdf"));
        String message = reading.warnings().getFirst().message();
        assertTrue(message.startsWith("4 mesh files not found (package://turtlebot3_description/"), message);
        assertTrue(message.endsWith("): shown as placeholders"), message);
    }

    @Test
    void the_ur10_has_its_limits_and_origins() {
        RobotModel model =
                UrdfReader.read(CorpusFiles.get("robots/ur10/ur10.urdf")).model();
        Joint pan = model.joints().get(model.jointIndex("shoulder_pan_joint"));
        assertEquals(new JointLimits(-6.28318530718, 6.28318530718, 2.16, 330), pan.limits());
        assertEquals(new Vec3(0, 0, 1), pan.axis());
        assertEquals(0.1273, pan.origin().z());
        assertEquals(
                7.778,
                model.links().get(model.linkIndex("shoulder_link")).inertia().mass());
    }

    @Test
    void the_second_finger_of_a_panda_follows_the_first() {
        RobotModel model =
                UrdfReader.read(CorpusFiles.get("robots/panda/panda.urdf")).model();
        assertEquals(
                new Mimic("panda_finger_joint1", 1, 0),
                model.joints().get(model.jointIndex("panda_finger_joint2")).mimic());
    }

    @Test
    void rotors_without_rates_turn_freely() {
        RobotModel model =
                UrdfReader.read(CorpusFiles.get("robots/iris/iris.urdf")).model();
        JointLimits limits =
                model.joints().get(model.jointIndex("iris__rotor_0_joint")).limits();
        assertEquals(new JointLimits(-1e16, 1e16, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY), limits);
    }

    private static double fixedMass(RobotModel model) {
        boolean[] fixed = new boolean[model.links().size()];
        fixed[0] = true;
        double mass = model.links().getFirst().inertia().mass();
        for (int i = 0; i < model.joints().size(); i++) {
            fixed[i + 1] = fixed[model.parentLink(i)] && model.joints().get(i).type() == JointType.FIXED;
            mass += fixed[i + 1] ? model.links().get(i + 1).inertia().mass() : 0;
        }
        return mass;
    }

    private static double number(String json, String key) {
        Matcher matcher = Pattern.compile("\"" + key + "\":\\s*([-+.eE\\d]+)").matcher(json);
        assertTrue(matcher.find(), key);
        return Double.parseDouble(matcher.group(1));
    }

    private static List<Geometry.Mesh> meshes(RobotModel model) {
        List<Geometry.Mesh> meshes = new ArrayList<>();
        for (Link link : model.links()) {
            Stream.concat(link.visuals().stream(), link.collisions().stream()).forEach(shape -> {
                if (shape.geometry() instanceof Geometry.Mesh mesh) {
                    meshes.add(mesh);
                }
            });
        }
        return meshes;
    }
}
