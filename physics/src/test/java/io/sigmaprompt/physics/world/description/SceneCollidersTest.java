package io.sigmaprompt.physics.world.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.collision.collider.Collider;
import io.sigmaprompt.physics.collision.collider.ContactFilter;
import io.sigmaprompt.physics.collision.collider.ExplicitPair;
import io.sigmaprompt.physics.dynamics.Corpus;
import io.sigmaprompt.physics.dynamics.ForwardKinematics;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.Mechanism;
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
        assertTrue(scene.pairs().isEmpty());
        assertTrue(scene.warnings().isEmpty());
    }

    @Test
    void what_never_moves_stands_where_the_world_has_it() throws IOException {
        SceneColliders scene = read("<mujoco>" + LEG + "</mujoco>");
        Collider rack = scene.colliders().get(indexOf(scene, "rack"));
        assertEquals(Collider.STATIC, rack.body());
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
        // The floor never moves as the rack does, but was not excluded; and the rack is now a body of its own.
        assertEquals(
                List.of("ball-calf", "ball-rack", "bolt-hip", "bolt-thigh", "calf-thigh", "floor-rack", "hip-thigh"),
                excluded(scene));
        Collider rack = scene.colliders().get(indexOf(scene, "rack"));
        assertEquals(scene.links().get(indexOf(scene, "rack")), rack.body());
        assertEquals(0.5, rack.inBody().x());
        ExplicitPair pair = scene.pairs().getFirst();
        assertEquals(indexOf(scene, "thigh"), pair.first());
        assertEquals(indexOf(scene, "hip"), pair.second());
        assertEquals(0.3, pair.surface().sliding());
        assertEquals(0.4, pair.surface().secondSliding());
        assertEquals(0.25, pair.surface().restitution());
    }

    @Test
    void several_robots_are_one_with_bodies_numbered_through() throws IOException {
        String excluding = "<mujoco>" + LEG
                + "<contact><exclude body1='ball' body2='rack'/><pair geom1='ball' geom2='calf'/></contact></mujoco>";
        SceneColliders one = read(excluding);
        int bodies = 10;
        SceneColliders both = SceneColliders.join(List.of(one, one), 0, bodies);
        int n = one.colliders().size();
        assertEquals(2 * n, both.colliders().size());
        ContactFilter filter = both.filter();
        for (int i = 0; i < n; i++) {
            Collider a = both.colliders().get(i);
            for (int j = 0; j < n; j++) {
                Collider b = both.colliders().get(j);
                Collider copy = both.colliders().get(n + j);
                Collider ownCopy = both.colliders().get(n + i);
                assertEquals(filter.allows(a, b), filter.allows(ownCopy, copy), a + " " + b);
                assertEquals(moves(a.name()) || moves(copy.name()), filter.allows(a, copy), a + " " + copy);
            }
        }
        assertEquals(n + one.pairs().getFirst().first(), both.pairs().getLast().first());
    }

    private static boolean moves(String name) {
        return !name.equals("floor") && !name.equals("rack");
    }

    @Test
    void links_that_overlap_at_rest_are_found_once_and_told_where_no_joint_ties_them() throws IOException {
        String link = "<link name='%s'><inertial><mass value='1'/><inertia ixx='1' iyy='1' izz='1'/></inertial>"
                + "<collision><geometry><sphere radius='0.4'/></geometry></collision>"
                + "<collision><geometry><sphere radius='0.3'/></geometry></collision></link>";
        String joint = "<joint name='%s' type='continuous'><parent link='%s'/><child link='%s'/><origin xyz='%s'/>"
                + "<axis xyz='0 0 1'/></joint>";
        RobotReading reading = reading("<robot name='r'>" + link.formatted("base") + link.formatted("a")
                + link.formatted("b") + link.formatted("c") + joint.formatted("j1", "base", "a", "0.5 0 0")
                + joint.formatted("j2", "a", "b", "-0.5 0.1 0") + joint.formatted("j3", "b", "c", "3 0 0")
                + "</robot>");
        RobotModel model = reading.model();
        SceneColliders scene = SceneColliders.of(model, reading.mechanism());
        ForwardKinematics kinematics = new ForwardKinematics(model);
        NeutralOverlaps overlaps = NeutralOverlaps.of(model, scene, (i, j) -> {
            double[] first = new double[12];
            double[] second = new double[12];
            kinematics.transform(scene.links().get(i), first);
            kinematics.transform(scene.links().get(j), second);
            double dx = first[9] - second[9];
            double dy = first[10] - second[10];
            double radii = ((Geometry.Sphere) scene.colliders().get(i).geometry()).radius()
                    + ((Geometry.Sphere) scene.colliders().get(j).geometry()).radius();
            return Math.sqrt(dx * dx + dy * dy) - radii;
        });
        // The base is ground, which its neighbour may touch but for this; a and b are neighbours that never touch
        // anyway.
        assertEquals(
                List.of("base a", "base b"),
                overlaps.exclusions().stream()
                        .map(e -> e.firstLink() + " " + e.secondLink())
                        .toList());
        assertEquals(1, overlaps.warnings().size());
        assertTrue(overlaps.warnings().getFirst().toString().contains("links 'base' and 'b'"));
        Mechanism none = Mechanism.NONE;
        Mechanism mended = none.withExclusions(overlaps.exclusions());
        SceneColliders again = SceneColliders.of(model, mended);
        assertTrue(NeutralOverlaps.of(model, again, (i, j) -> -1).exclusions().stream()
                .noneMatch(e -> e.firstLink().equals("base") && !e.secondLink().equals("c")));
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
        assertFalse(scene.colliders().stream().skip(1).anyMatch(c -> c.body() == Collider.STATIC));
    }

    /** All pairs of shapes of different bodies, not both of the ground, that the scene's filter keeps apart. */
    private static List<String> excluded(SceneColliders scene) {
        ContactFilter filter = scene.filter();
        List<String> names = new ArrayList<>();
        for (Collider a : scene.colliders()) {
            for (Collider b : scene.colliders()) {
                if (a.name().compareTo(b.name()) < 0 && a.body() != b.body() && !filter.allows(a, b)) {
                    names.add(a.name() + "-" + b.name());
                }
            }
        }
        Collections.sort(names);
        return names;
    }

    private static int indexOf(SceneColliders scene, String name) {
        return scene.colliders().stream().map(Collider::name).toList().indexOf(name);
    }

    private SceneColliders read(String text) throws IOException {
        RobotReading reading = reading(text);
        return SceneColliders.of(reading.model(), reading.mechanism());
    }

    private RobotReading reading(String text) throws IOException {
        return RobotFile.read(Files.writeString(folder.resolve("scene.xml"), text));
    }
}
