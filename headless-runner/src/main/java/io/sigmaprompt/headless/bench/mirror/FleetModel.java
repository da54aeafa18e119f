package io.sigmaprompt.headless.bench.mirror;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.util.ArrayList;
import java.util.List;

/** A robot of any number of joints: limbs of six, as an arm's, on one trunk. */
final class FleetModel {
    private static final int LIMB = 6;
    private static final double[] MASSES = {6, 5, 4, 1.5, 1, 0.5};
    private static final double[] EFFORTS = {300, 300, 150, 50, 50, 50};
    private static final double SPACING = 0.3;
    private static final double SEGMENT = 0.25;

    private FleetModel() {}

    static RobotModel of(int joints) {
        List<Link> links = new ArrayList<>();
        List<Joint> all = new ArrayList<>();
        links.add(link("trunk", 30, 0.4));
        for (int j = 0; j < joints; j++) {
            int place = j % LIMB;
            int limb = j / LIMB;
            String name = "limb" + limb + "_joint" + place;
            String parent = place == 0 ? "trunk" : "limb" + limb + "_link" + (place - 1);
            String child = "limb" + limb + "_link" + place;
            links.add(link(child, MASSES[place], SEGMENT));
            int pair = limb / 2;
            double height = place == 0 ? 0.4 + SPACING * pair : SEGMENT;
            double side = place == 0 ? SPACING * (limb % 2 == 0 ? 1 : -1) : 0;
            all.add(new Joint(
                    name,
                    JointType.REVOLUTE,
                    parent,
                    child,
                    Pose.fromXyzRpy(0, side, height, 0, 0, 0),
                    place % 3 == 0 ? new Vec3(0, 0, 1) : new Vec3(0, 1, 0),
                    new JointLimits(-3, 3, 3, EFFORTS[place]),
                    new JointDynamics(1, 1, 0.02),
                    null));
        }
        return new RobotModel("fleet_robot_" + joints, false, links, all);
    }

    private static Link link(String name, double mass, double length) {
        double across = mass * length * length / 12;
        Inertia inertia = new Inertia(mass, new Vec3(0, 0, length / 2), across, 0, 0, across, 0, 0.2 * across);
        return new Link(name, inertia, List.of(), List.of());
    }
}
