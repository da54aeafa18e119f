package io.sigmaprompt.physics.world;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Mimic;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small robots to try the stepping on. */
final class SampleRobots {
    private static final Vec3 Y = new Vec3(0, 1, 0);
    private static final Vec3 Z = new Vec3(0, 0, 1);

    private SampleRobots() {}

    /** A rod of 0.5 m and 2 kg on a horizontal axis, hanging along +x at angle 0: gravity turns it by 4.905 N m. */
    static RobotModel lever(JointLimits limits, JointDynamics dynamics) {
        Link base = link("base", 0, Vec3.ZERO, 0);
        Link rod = link("rod", 2, new Vec3(0.25, 0, 0), 0.04);
        return new RobotModel(
                "lever",
                false,
                List.of(base, rod),
                List.of(joint("pivot", JointType.REVOLUTE, "base", "rod", Pose.IDENTITY, Y, limits, dynamics, null)));
    }

    /** A six-axis arm with losses, armature, limits, a light wrist and a two-finger gripper whose right finger mimics. */
    static RobotModel arm() {
        List<Link> links = new ArrayList<>();
        List<Joint> joints = new ArrayList<>();
        links.add(link("base", 4, Vec3.ZERO, 0.05));
        double[] mass = {7, 12, 6, 2, 1.5, 0.3};
        double[] length = {0.15, 0.55, 0.5, 0.11, 0.1, 0.08};
        double[] friction = {4, 4, 3, 1, 0.8, 0.5};
        double[] effort = {330, 330, 150, 54, 54, 54};
        Vec3[] axis = {Z, Y, Y, Y, Z, Y};
        String parent = "base";
        for (int j = 0; j < 6; j++) {
            String name = "link" + (j + 1);
            double along = length[j];
            links.add(link(name, mass[j], new Vec3(0, 0, 0.5 * along), 0.02 * mass[j] * along));
            double reach = j == 0 ? 0.1 : length[j - 1];
            joints.add(joint(
                    "joint" + (j + 1),
                    JointType.REVOLUTE,
                    parent,
                    name,
                    new Pose(0, 0, reach, 0, 0, 0, 1),
                    axis[j],
                    new JointLimits(-3, 3, 3, effort[j]),
                    new JointDynamics(0.5 * friction[j], friction[j], 0.01),
                    null));
            parent = name;
        }
        for (String side : List.of("left", "right")) {
            links.add(link(side + "_finger", 0.05, new Vec3(0, 0, 0.02), 1e-5));
            joints.add(joint(
                    side,
                    JointType.PRISMATIC,
                    parent,
                    side + "_finger",
                    new Pose(0, 0, 0.08, 0, 0, 0, 1),
                    side.equals("left") ? Y : new Vec3(0, -1, 0),
                    new JointLimits(0, 0.04, 0.2, 40),
                    new JointDynamics(2, 1, 0),
                    side.equals("left") ? null : new Mimic("left", 1, 0)));
        }
        return new RobotModel("arm", false, links, joints);
    }

    private static Link link(String name, double mass, Vec3 com, double inertia) {
        return new Link(name, new Inertia(mass, com, inertia, 0, 0, inertia, 0, inertia), List.of(), List.of());
    }

    private static Joint joint(
            String name,
            JointType type,
            String parent,
            String child,
            Pose origin,
            Vec3 axis,
            JointLimits limits,
            JointDynamics dynamics,
            @Nullable Mimic mimic) {
        return new Joint(name, type, parent, child, origin, axis, limits, dynamics, mimic);
    }
}
