package io.sigmaprompt.bridge.virtualrobot;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.world.SimulationSettings;
import io.sigmaprompt.twin.simulation.VirtualRobot;
import java.util.List;

/** An arm of two joints, shoulder and elbow. */
final class TwoJointRobot {
    private TwoJointRobot() {}

    static VirtualRobot spec() {
        Inertia rod = new Inertia(2, new Vec3(0.25, 0, 0), 0.01, 0, 0, 0.05, 0, 0.05);
        RobotModel model = new RobotModel(
                "two_joint",
                false,
                List.of(link("base", Inertia.ZERO), link("upper_arm", rod), link("forearm", rod)),
                List.of(joint("shoulder", "base", "upper_arm", 0), joint("elbow", "upper_arm", "forearm", 0.5)));
        return new VirtualRobot(
                "arm", model, new double[] {0, 0}, SimulationSettings.DEFAULT, 8_000_000, 1, 1e-5, 1e-4, 1e-3);
    }

    private static Link link(String name, Inertia inertia) {
        return new Link(name, inertia, List.of(), List.of());
    }

    private static Joint joint(String name, String parent, String child, double x) {
        return new Joint(
                name,
                JointType.REVOLUTE,
                parent,
                child,
                new Pose(x, 0, 0, 0, 0, 0, 1),
                new Vec3(0, 1, 0),
                new JointLimits(-3, 3, 3, 150),
                new JointDynamics(0.5, 0.2, 0.1),
                null);
    }
}
