package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.collision.Collider;
import io.sigmaprompt.physics.dynamics.Corpus;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.reader.RobotFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneCollidersTest {
    private static final String LEG = """
            <worldbody>
              <geom name="floor" type="plane" size="1 1 1"/>
              <body name="rack" pos="0 0 2" euler="0 0 90">
                <geom name="rack" size="0.1" pos="0.5 0 0"/>
                <body name="hip"><joint name="swing" axis="0 1 0"/><geom name="hip" size="0.1"/>
                  <body name="bolt"><geom name="bolt" size="0.1"/></body>
                  <body name="thigh"><joint name="x" axis="1 0 0"/><joint name="y" axis="0 1 0"/><joint name="z"/>
                    <geom name="thigh" size="0.1"/>
                    <body name="calf"><joint name="knee"/><geom name="calf" size="0.1"/></body>
                  </body>
                </body>
              </body>
              <body name="ball"><freejoint/><geom name="ball" size="0.1"/></body>
            </worldbody>
            """;

    @TempDir
    Path folder;

    @Test
    void links_that_joints_tie_directly_never_touch_but_those_on_the_ground_do() throws IOException {
        SceneColliders scene = read("<mujoco>" + LEG + "</mujoco>");
        // Three hinges lie between hip and thigh, with links that have nothing; the bolt belongs to the hip.
        assertEquals(List.of("bolt-hip", "bolt-thigh", "calf-thigh", "hip-thigh"), excluded(scene));
        assertTrue(scene.named().isEmpty());
        assertTrue(scene.warnings().isEmpty());
    }

    @Test
    void what_never_moves_stands_where_the_world_has_it() throws IOException {
        SceneColliders scene = read("<mujoco>" + LEG + "</mujoco>");
        Collider rack = scene.colliders().get(indexOf(scene, "rack"));
        assertEquals(SceneColliders.GROUND, rack.body());
        Pose pose = rack.inBody();
        assertEquals(0, pose.x(), 1e-15);
        assertEquals(0.5, pose.y(), 1e-15);
        assertEquals(2, pose.z(), 1e-15);
        Collider ball = scene.colliders().get(indexOf(scene, "ball"));
        assertEquals(Pose.IDENTITY, ball.inBody());
        assertTrue(ball.body() > 0);
    }

    @Test
    void parents_touch_where_the_file_switches_their_filter_off() throws IOException {
        SceneColliders scene = read("<mujoco><option><flag filterparent='disable'/></option>" + LEG + "</mujoco>");
        assertEquals(List.of("bolt-hip"), excluded(scene));
    }

    @Test
    void a_file_excludes_links_and_names_shapes_that_touch_all_the_same() throws IOException {
        SceneColliders scene = read("<mujoco>" + LEG + """
                <contact><exclude body1="ball" body2="rack"/><exclude body1="calf" body2="ball"/>
                <pair geom1="thigh" geom2="hip" friction="0.3 0.4"/></contact>
                <custom><numeric name="restitution:hip" data="0.25"/></custom></mujoco>""");
        // The floor is ground as the rack is, but was not excluded.
        assertEquals(List.of("ball-calf", "ball-rack", "bolt-hip", "bolt-thigh", "calf-thigh"), excluded(scene));
        NamedContact named = scene.named().getFirst();
        assertEquals(ColliderPair.of(indexOf(scene, "thigh"), indexOf(scene, "hip")), named.pair());
        assertEquals(0.3, named.surface().sliding());
        assertEquals(0.4, named.surface().secondSliding());
        assertEquals(0.25, named.surface().restitution());
    }

    @Test
    void a_mesh_that_nobody_has_is_left_out_with_a_warning() throws IOException {
        SceneColliders scene = read("""
                <robot name="r"><link name="base"><collision><geometry><mesh filename="package://gone/x.stl"/></geometry>
                </collision><collision><geometry><sphere radius="1"/></geometry></collision></link></robot>""");
        assertEquals(1, scene.colliders().size());
        assertEquals("base/0", scene.colliders().getFirst().name());
        assertTrue(scene.warnings().getFirst().toString().contains("package://gone/x.stl"), scene.warnings() + "");
    }

    @Test
    void free_bodies_of_a_scene_all_touch_each_other() {
        RobotReading reading = RobotFile.read(Corpus.reference("bench-scenes/wall10x10.xml"));
        SceneColliders scene = SceneColliders.of(reading.model(), reading.mechanism());
        assertEquals(101, scene.colliders().size());
        assertTrue(scene.exclusions().isEmpty());
        assertFalse(scene.colliders().stream().skip(1).anyMatch(c -> c.body() == SceneColliders.GROUND));
    }

    private static List<String> excluded(SceneColliders scene) {
        List<String> names = new ArrayList<>();
        for (ColliderPair pair : scene.exclusions()) {
            List<String> both = new ArrayList<>(List.of(
                    scene.colliders().get(pair.first()).name(),
                    scene.colliders().get(pair.second()).name()));
            Collections.sort(both);
            names.add(String.join("-", both));
        }
        Collections.sort(names);
        return names;
    }

    private static int indexOf(SceneColliders scene, String name) {
        return scene.colliders().stream().map(Collider::name).toList().indexOf(name);
    }

    private SceneColliders read(String text) throws IOException {
        RobotReading reading = RobotFile.read(Files.writeString(folder.resolve("scene.xml"), text));
        return SceneColliders.of(reading.model(), reading.mechanism());
    }
}
