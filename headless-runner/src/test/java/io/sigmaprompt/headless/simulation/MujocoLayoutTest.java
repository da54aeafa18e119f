package io.sigmaprompt.headless.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.dynamics.GenericDynamics;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.reader.RobotFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MujocoLayoutTest {
    private static final double HALF = Math.sqrt(0.5);

    @TempDir
    Path folder;

    private RobotModel read(String name, String text) throws IOException {
        return RobotFile.read(Files.writeString(folder.resolve(name), text)).model();
    }

    private static double[] poses(RobotModel model, double[] q) {
        double[] poses = new double[12 * model.links().size()];
        new GenericDynamics(model).linkPoses(q, poses);
        return poses;
    }

    private RobotModel scene() throws IOException {
        return read("scene.xml", """
                <mujoco model="scene">
                  <worldbody>
                    <geom type="plane" size="0 0 1"/>
                    <body name="box" pos="0 0 1"><freejoint name="box"/><geom type="box" size=".1 .1 .1"/></body>
                    <body name="post" pos="1 0 0"><geom type="sphere" size=".1"/>
                      <body name="ball"><joint name="ball" type="ball"/><geom type="sphere" size=".1"/>
                        <body name="hand" pos="0 0 1">
                          <joint name="out" type="slide" axis="1 0 0"/><joint name="turn" axis="0 0 1"/>
                          <geom type="sphere" size=".1"/></body></body></body>
                  </worldbody>
                </mujoco>
                """);
    }

    @Test
    void jointsAndBodiesAreThoseOfTheFileWithoutWhatStandsBetweenJoints() throws IOException {
        MujocoLayout layout = new MujocoLayout(scene());
        assertEquals(
                List.of(
                        new MujocoLayout.Coordinate("box", "free", 0, 0),
                        new MujocoLayout.Coordinate("ball", "ball", 7, 6),
                        new MujocoLayout.Coordinate("out", "slide", 11, 9),
                        new MujocoLayout.Coordinate("turn", "hinge", 12, 10)),
                layout.joints());
        assertEquals(List.of("box", "post", "ball", "hand"), layout.bodies());
        assertEquals(13, layout.nq());
        assertEquals(11, layout.nv());
    }

    @Test
    void quaternionsLeadWithWAndAFreeVelocityIsLinearInTheWorldThenAngularInTheBody() throws IOException {
        RobotModel model = scene();
        MujocoLayout layout = new MujocoLayout(model);
        // The box is turned by 90 degrees about z: its own x is the world's y.
        double[] q = {1, 2, 3, 0, 0, HALF, HALF, 0.5, 0.5, 0.5, 0.5, 0.25, 0.75};
        double[] v = {0.1, 0.2, 0.3, 4, 5, 6, 0.7, 0.8, 0.9, 10, 11};
        double[] poses = poses(model, q);
        assertArrayEquals(
                new double[] {1, 2, 3, HALF, 0, 0, HALF, 0.5, 0.5, 0.5, 0.5, 0.25, 0.75}, layout.positions(q, poses));
        assertArrayEquals(
                new double[] {-5, 4, 6, 0.1, 0.2, 0.3, 0.7, 0.8, 0.9, 10, 11}, layout.velocities(q, v, poses), 1e-12);
        assertArrayEquals(new double[] {1, 2, 3}, layout.origins(poses)[0]);
        assertArrayEquals(new double[] {HALF, 0, 0, HALF}, layout.quaternions(poses)[0], 1e-12);
        assertArrayEquals(new double[] {1, 0, 0}, layout.origins(poses)[1], "the post stands");
    }

    @Test
    void aFreeRootIsAFreeJointAndItsLinkABody() throws IOException {
        RobotModel model = read("robot.urdf", """
                <robot name="robot">
                  <link name="base"><inertial><mass value="1"/>
                    <inertia ixx="1" ixy="0" ixz="0" iyy="1" iyz="0" izz="1"/></inertial></link>
                  <link name="arm"><inertial><mass value="1"/>
                    <inertia ixx="1" ixy="0" ixz="0" iyy="1" iyz="0" izz="1"/></inertial></link>
                  <joint name="hinge" type="continuous"><parent link="base"/><child link="arm"/><axis xyz="0 1 0"/></joint>
                </robot>
                """).withFloatingBase(true);
        MujocoLayout layout = new MujocoLayout(model);
        assertEquals("free", layout.joints().getFirst().type());
        assertEquals(List.of("base", "arm"), layout.bodies());
        double[] q = {0, 0, 0.5, HALF, 0, 0, HALF, 1.5};
        double[] poses = poses(model, q);
        assertArrayEquals(new double[] {0, 0, 0.5, HALF, HALF, 0, 0, 1.5}, layout.positions(q, poses));
        // Turned about x: its own z is the world's -y.
        assertArrayEquals(
                new double[] {0, -2, 0, 0, 0, 1, 3},
                layout.velocities(q, new double[] {0, 0, 1, 0, 0, 2, 3}, poses),
                1e-12);
    }

    /** MuJoCo tells free joints in the world. */
    @Test
    void aFreeJointThatHangsBesideTheWorldsOriginIsToldInTheWorld() throws IOException {
        RobotModel plain = read("world.sdf", """
                <sdf version="1.9"><world name="hall"><model name="crate">
                  <link name="body"><inertial><mass>1</mass>
                    <inertia><ixx>1</ixx><iyy>1</iyy><izz>1</izz></inertia></inertial></link></model></world></sdf>
                """);
        Joint free = plain.joints().getFirst();
        Joint beside = new Joint(
                free.name(),
                free.type(),
                free.parent(),
                free.child(),
                new Pose(1, 2, 3, 0, 0, HALF, HALF),
                free.axis(),
                free.limits(),
                free.dynamics(),
                free.mimic());
        RobotModel model = new RobotModel("hall", false, plain.links(), List.of(beside));
        MujocoLayout layout = new MujocoLayout(model);
        double[] q = model.neutral();
        double[] poses = poses(model, q);
        assertArrayEquals(new double[] {1, 2, 3, HALF, 0, 0, HALF}, layout.positions(q, poses), 1e-12);
        assertEquals(List.of("crate::body"), layout.bodies());
    }
}
