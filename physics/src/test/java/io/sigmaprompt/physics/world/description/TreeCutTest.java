package io.sigmaprompt.physics.world.description;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.Agreement;
import io.sigmaprompt.physics.dynamics.Corpus;
import io.sigmaprompt.physics.dynamics.GenericDynamics;
import io.sigmaprompt.physics.dynamics.RandomRobot;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Mimic;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.reader.RobotFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeCutTest {
    private static final Vec3 GRAVITY = new Vec3(1.5, -0.7, -9.81);
    private static final double ROUNDING = 1e-9;

    @TempDir
    Path folder;

    @Test
    void the_parts_of_random_trees_move_as_the_whole_does() {
        int parts = 0;
        for (long seed = 1; seed <= 200; seed++) {
            RandomRobot random = new RandomRobot(seed);
            RobotModel model = random.anyTree(14);
            parts += hold(model, random).parts().size();
        }
        assertTrue(parts > 250, "only " + parts + " parts in 200 trees");
    }

    @Test
    void the_parts_of_real_robots_move_as_the_whole_does() {
        for (String robot : Corpus.robots()) {
            RobotModel model = Corpus.robot(robot);
            TreeCut cut = hold(model, new RandomRobot(5));
            if (model.floatingBase()) {
                assertEquals(model, cut.parts().getFirst().model());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bench-scenes", "contact/scenes"})
    void the_parts_of_scenes_move_as_the_whole_does(String scenes) throws IOException {
        try (Stream<Path> files = Files.list(Corpus.reference(scenes))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".xml")).toList()) {
                RobotModel model = RobotFile.read(file).model();
                TreeCut cut = hold(model, new RandomRobot(7));
                for (TreePart part : cut.parts()) {
                    assertTrue(part.model().floatingBase(), file + ": " + part.model());
                }
            }
        }
    }

    @Test
    void boxes_of_a_scene_are_free_bodies_whose_pose_is_their_q() throws IOException {
        RobotModel model = read("scene.xml", """
                <mujoco><worldbody>
                  <geom type="plane" size="1 1 1"/>
                  <body name="table" pos="0 0 1"><geom size="0.1"/>
                    <body name="drawer" pos="1 0 0"><joint type="slide" axis="1 0 0"/><geom size="0.1"/></body>
                  </body>
                  <body name="box" pos="3 2 1" euler="30 0 0"><freejoint/><geom type="box" size="1 1 1"/>
                    <body name="knob" pos="1 0 0"><geom size="0.1"/></body></body>
                  <body name="hinged" pos="0 0 5"><freejoint/><geom size="1"/>
                    <body name="lid" pos="1 0 0"><joint axis="0 1 0"/><geom size="0.1"/></body></body>
                </worldbody></mujoco>""");
        TreeCut cut = hold(model, new RandomRobot(11));
        assertEquals(3, cut.parts().size());
        TreePart drawer = cut.parts().get(0);
        TreePart box = cut.parts().get(1);
        TreePart hinged = cut.parts().get(2);
        assertFalse(drawer.model().floatingBase());
        assertEquals("world", drawer.model().links().getFirst().name());
        assertEquals(
                new Pose(1, 0, 1, 0, 0, 0, 1),
                drawer.model().joints().getFirst().origin());
        assertTrue(box.freeBody());
        assertEquals(List.of(model.linkIndex("box"), model.linkIndex("knob")), box.links());
        assertEquals(1, box.qOffset());
        assertTrue(hinged.model().floatingBase());
        assertFalse(hinged.freeBody());
        assertTrue(cut.ground().contains(model.linkIndex("table")));
        assertEquals(-1, cut.part(model.linkIndex("table")));
        assertEquals(1, cut.part(model.linkIndex("knob")));
    }

    @Test
    void a_model_that_an_sdf_world_puts_somewhere_moves_freely() throws IOException {
        RobotModel model = read("world.sdf", """
                <sdf version="1.9"><world name="w"><model name="m"><pose>1 2 3 0.3 0.2 0.1</pose>
                <link name="box"><inertial><mass>2</mass><inertia><ixx>1</ixx><iyy>1</iyy><izz>1</izz></inertia></inertial>
                </link></model></world></sdf>""");
        TreePart part = hold(model, new RandomRobot(3)).parts().getFirst();
        assertTrue(part.model().floatingBase());
        assertTrue(part.freeBody());
    }

    @Test
    void a_floating_joint_with_an_origin_stays_a_joint() {
        RandomRobot random = new RandomRobot(3);
        List<Link> links = random.chain(1, List.of(JointType.REVOLUTE), false).links();
        Joint joint = new Joint(
                "free",
                JointType.FLOATING,
                links.get(0).name(),
                links.get(1).name(),
                Pose.fromXyzRpy(1, 2, 3, 0.3, 0.2, 0.1),
                new Vec3(1, 0, 0),
                JointLimits.NONE,
                JointDynamics.NONE,
                null);
        TreePart part = hold(new RobotModel("m", false, links, List.of(joint)), random)
                .parts()
                .getFirst();
        assertFalse(part.model().floatingBase());
        assertEquals(JointType.FLOATING, part.model().joints().getFirst().type());
        assertFalse(part.freeBody());
    }

    @Test
    void trees_that_a_mimic_ties_are_one_part_with_what_stands_between() {
        RandomRobot random = new RandomRobot(9);
        RobotModel bush = bush(random, new Mimic("b", -1, 0.1));
        List<TreePart> parts = hold(bush, random).parts();
        assertEquals(3, parts.size());
        assertEquals(List.of(0, 1), parts.get(0).links());
        // The finger that leads, a free body beside, and the finger that follows.
        assertEquals(List.of(0, 2, 3, 4), parts.get(1).links());
        assertEquals(List.of(5), parts.get(2).links());
        assertEquals(5, hold(bush(random, null), random).parts().size());
    }

    /** A root with a hinge a, a slide b, a free body c, a slide d that may follow, and a free body e. */
    private static RobotModel bush(RandomRobot random, Mimic mimic) {
        List<Link> donors = random.chain(5, List.of(JointType.REVOLUTE), false).links();
        List<Link> links = new ArrayList<>();
        List<Joint> joints = new ArrayList<>();
        links.add(donors.getFirst());
        List<JointType> types = List.of(
                JointType.REVOLUTE, JointType.PRISMATIC, JointType.FLOATING, JointType.PRISMATIC, JointType.FLOATING);
        for (int j = 0; j < 5; j++) {
            links.add(donors.get(j + 1));
            joints.add(new Joint(
                    "abcde".substring(j, j + 1),
                    types.get(j),
                    donors.getFirst().name(),
                    donors.get(j + 1).name(),
                    Pose.IDENTITY,
                    new Vec3(0, 1, 0),
                    JointLimits.NONE,
                    JointDynamics.NONE,
                    j == 3 ? mimic : null));
        }
        return new RobotModel("bush", false, links, joints);
    }

    /** Cuts, and holds poses, velocities and accelerations of the parts against those of the whole. */
    private static TreeCut hold(RobotModel model, RandomRobot random) {
        TreeCut cut = new TreeCut(model);
        double[] q = random.configuration(model);
        double[] v = random.vector(model.nv());
        double[] tau = random.vector(model.nv());
        int links = model.links().size();
        double[] poses = new double[12 * links];
        double[] velocities = new double[6 * links];
        double[] vdot = new double[model.nv()];
        GenericDynamics whole = new GenericDynamics(model, GRAVITY);
        whole.linkPoses(q, poses);
        whole.linkVelocities(q, v, velocities);
        whole.forwardDynamics(q, v, tau, vdot);

        double[] partPoses = new double[12 * links];
        double[] partVelocities = new double[6 * links];
        double[] partVdot = new double[model.nv()];
        int nq = 0;
        int nv = 0;
        for (int link = 0; link < links; link++) {
            cut.ground().write(link, partPoses, 12 * link);
        }
        for (int p = 0; p < cut.parts().size(); p++) {
            TreePart part = cut.parts().get(p);
            assertEquals(nq, part.qOffset());
            assertEquals(nv, part.vOffset());
            nq += part.model().nq();
            nv += part.model().nv();
            GenericDynamics dynamics = new GenericDynamics(part.model(), GRAVITY);
            double[] ownQ = Arrays.copyOfRange(q, part.qOffset(), nq);
            double[] ownV = Arrays.copyOfRange(v, part.vOffset(), nv);
            double[] ownVdot = new double[part.model().nv()];
            double[] ownPoses = new double[12 * part.links().size()];
            double[] ownVelocities = new double[6 * part.links().size()];
            dynamics.linkPoses(ownQ, ownPoses);
            dynamics.linkVelocities(ownQ, ownV, ownVelocities);
            dynamics.forwardDynamics(ownQ, ownV, Arrays.copyOfRange(tau, part.vOffset(), nv), ownVdot);
            System.arraycopy(ownVdot, 0, partVdot, part.vOffset(), ownVdot.length);
            for (int i = 0; i < part.links().size(); i++) {
                int link = part.links().get(i);
                assertEquals(
                        model.links().get(link).name(),
                        part.model().links().get(i).name());
                System.arraycopy(ownPoses, 12 * i, partPoses, 12 * link, 12);
                System.arraycopy(ownVelocities, 6 * i, partVelocities, 6 * link, 6);
                assertEquals(i == 0 && !part.model().floatingBase() ? -1 : p, cut.part(link), "part of link " + link);
            }
        }
        assertEquals(model.nq(), nq);
        assertEquals(model.nv(), nv);
        Agreement.assertClose(poses, partPoses, ROUNDING);
        Agreement.assertClose(velocities, partVelocities, ROUNDING);
        Agreement.assertClose(vdot, partVdot, ROUNDING);
        assertArrayEquals(neutral(cut, model), model.neutral());
        return cut;
    }

    private static double[] neutral(TreeCut cut, RobotModel model) {
        double[] q = new double[model.nq()];
        for (TreePart part : cut.parts()) {
            double[] own = part.model().neutral();
            System.arraycopy(own, 0, q, part.qOffset(), own.length);
        }
        return q;
    }

    private RobotModel read(String name, String text) throws IOException {
        return RobotFile.read(Files.writeString(folder.resolve(name), text)).model();
    }
}
