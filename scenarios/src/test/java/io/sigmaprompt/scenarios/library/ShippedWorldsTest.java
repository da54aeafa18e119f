package io.sigmaprompt.scenarios.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.GenericDynamics;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.mechanism.Equality;
import io.sigmaprompt.physics.model.mechanism.Keyframe;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.reader.RobotFile;
import io.sigmaprompt.physics.world.description.SceneColliders;
import io.sigmaprompt.physics.world.description.TreeCut;
import io.sigmaprompt.physics.world.description.TreePart;
import io.sigmaprompt.scenarios.language.ShippedLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedWorldsTest {
    static Stream<String> worlds() {
        return ShippedLibrary.worlds().stream();
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void each_world_is_read_without_a_warning_and_says_what_must_be_true_of_it(String name) throws IOException {
        Path file = ShippedLibrary.world(name);
        RobotReading reading = RobotFile.read(file);
        assertEquals(List.of(), reading.warnings());
        String text = Files.readString(file);
        int begin = text.indexOf("<!--");
        assertTrue(begin >= 0 && begin < text.indexOf(reading.model().name()), "no word of what it shows");
        assertTrue(text.substring(begin, text.indexOf("-->")).contains("must"), "no word of what must be true");
        double step = reading.mechanism().options().timestep();
        assertTrue(step == 0.001 || step == 0.002, "the time step is " + step + " s");
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void each_world_falls_apart_into_trees_that_can_be_simulated(String name) {
        RobotReading reading = RobotFile.read(ShippedLibrary.world(name));
        RobotModel model = reading.model();
        TreeCut cut = new TreeCut(model);
        assertTrue(!cut.parts().isEmpty(), "nothing moves");
        for (TreePart part : cut.parts()) {
            double[] vdot = new double[part.model().nv()];
            GenericDynamics dynamics = new GenericDynamics(part.model(), new Vec3(0, 0, -9.81));
            dynamics.forwardDynamics(part.model().neutral(), new double[vdot.length], new double[vdot.length], vdot);
            for (double entry : vdot) {
                assertTrue(Double.isFinite(entry), part.model().toString());
            }
        }
        SceneColliders colliders = SceneColliders.of(model, reading.mechanism());
        assertEquals(List.of(), colliders.warnings());
        for (Keyframe keyframe : reading.mechanism().keyframes()) {
            assertEquals(model.nq(), keyframe.q().size(), keyframe.name());
            assertTrue(
                    keyframe.control().isEmpty()
                            || keyframe.control().size()
                                    == reading.mechanism().actuators().size(),
                    keyframe.name());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "stack5, 5",
        "stack10, 10",
        "stack20, 20",
        "wall100, 100",
        "sphere_pile, 45",
        "dominoes, 20",
        "heavy_on_light, 2",
        "stairs, 4",
        "box_drop, 1"
    })
    void worlds_of_free_bodies_have_as_many_as_they_say(String name, int bodies) {
        TreeCut cut = new TreeCut(RobotFile.read(ShippedLibrary.world(name)).model());
        assertEquals(bodies, cut.parts().size());
        assertTrue(cut.parts().stream().allMatch(TreePart::freeBody), name);
    }

    @ParameterizedTest
    @CsvSource({"quadruped_stand, 12, stand", "humanoid_stand, 22, stand", "gripper_lift, 5, lift"})
    void robots_have_a_servo_for_each_joint_and_a_keyframe_to_begin_with(String name, int servos, String key) {
        RobotReading reading = RobotFile.read(ShippedLibrary.world(name));
        long joints = reading.model().joints().stream()
                .filter(joint -> joint.type().isScalar())
                .count();
        assertEquals(servos, joints);
        assertEquals(servos, reading.mechanism().actuators().size());
        Keyframe keyframe = reading.mechanism().keyframe(key);
        assertTrue(keyframe != null && keyframe.control().size() == servos, key);
    }

    @Test
    void the_four_bar_closes_where_it_is_drawn() {
        RobotReading reading = RobotFile.read(ShippedLibrary.world("four_bar"));
        RobotModel model = reading.model();
        Equality.Connect pin =
                (Equality.Connect) reading.mechanism().equalities().getFirst();
        double[] poses = new double[12 * model.links().size()];
        new GenericDynamics(model, Vec3.ZERO).linkPoses(model.neutral(), poses);
        double[] gap = new double[3];
        for (int r = 0; r < 3; r++) {
            gap[r] = at(
                            poses,
                            12 * pin.first().link(),
                            pin.first().pose().x(),
                            pin.first().pose().z(),
                            r)
                    - at(
                            poses,
                            12 * pin.second().link(),
                            pin.second().pose().x(),
                            pin.second().pose().z(),
                            r);
            assertEquals(0, gap[r], 1e-12);
        }
        // The lengths that its first lines promise.
        double[] rocker = {pin.second().pose().x(), pin.second().pose().z()};
        assertEquals(0.4, Math.sqrt(rocker[0] * rocker[0] + rocker[1] * rocker[1]), 1e-12);
        assertEquals(JointType.CONTINUOUS, model.joints().getFirst().type());
    }

    private static double at(double[] poses, int o, double x, double z, int row) {
        return poses[o + 3 * row] * x + poses[o + 3 * row + 2] * z + poses[o + 9 + row];
    }

    @Test
    void a_world_that_there_is_not_is_told_with_the_nearest() {
        BadInputException e = assertThrows(BadInputException.class, () -> ShippedLibrary.world("stak5"));
        assertTrue(e.getMessage().contains("stack5"), e.getMessage());
    }
}
