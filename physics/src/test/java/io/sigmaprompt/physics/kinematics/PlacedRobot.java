package io.sigmaprompt.physics.kinematics;

import io.sigmaprompt.physics.dynamics.ForwardKinematics;
import io.sigmaprompt.physics.dynamics.GenericDynamics;
import io.sigmaprompt.physics.model.Frame;
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
import java.util.Random;

/** A robot, its inverse kinematics, and where its frames are by another way of computing. */
record PlacedRobot(RobotModel model, InverseKinematics inverse) {
    static PlacedRobot of(RobotModel model) {
        return new PlacedRobot(model, InverseKinematics.of(new GenericDynamics(model)));
    }

    /** An arm in the x-y plane, each link of that length along x at angle 0, and its tip. */
    static PlacedRobot planar(JointLimits limits, double... lengths) {
        List<Link> links = new ArrayList<>();
        List<Joint> joints = new ArrayList<>();
        links.add(link("base"));
        double before = 0;
        for (int j = 0; j < lengths.length; j++) {
            String parent = links.getLast().name();
            links.add(link("link" + (j + 1)));
            joints.add(new Joint(
                    "joint" + (j + 1),
                    JointType.REVOLUTE,
                    parent,
                    "link" + (j + 1),
                    new Pose(before, 0, 0, 0, 0, 0, 1),
                    new Vec3(0, 0, 1),
                    limits,
                    JointDynamics.NONE,
                    null));
            before = lengths[j];
        }
        String parent = links.getLast().name();
        links.add(link("tip"));
        joints.add(new Joint(
                "flange",
                JointType.FIXED,
                parent,
                "tip",
                new Pose(before, 0, 0, 0, 0, 0, 1),
                new Vec3(0, 0, 1),
                JointLimits.NONE,
                JointDynamics.NONE,
                null));
        return of(new RobotModel("planar", false, links, joints));
    }

    static Link link(String name) {
        return new Link(name, new Inertia(1, Vec3.ZERO, 0.1, 0, 0, 0.1, 0, 0.1), List.of(), List.of());
    }

    Frame frame(String link) {
        return Frame.of(model, link);
    }

    /** Where a frame is. */
    Pose pose(double[] q, Frame frame) {
        ForwardKinematics kinematics = new ForwardKinematics(model);
        kinematics.update(q);
        double[] p = new double[7];
        kinematics.pose(frame.link(), p);
        return new Pose(p[0], p[1], p[2], p[3], p[4], p[5], p[6]).times(frame.pose());
    }

    /** A configuration within the limits, unlimited angles within half a turn, followers with their leaders. */
    double[] draw(Random random) {
        double[] q = model.neutral();
        for (int j = 0; j < model.joints().size(); j++) {
            Joint joint = model.joints().get(j);
            if (joint.type().isScalar()) {
                double from = Math.max(-Math.PI, joint.limits().lower());
                double to = Math.min(Math.PI, joint.limits().upper());
                q[model.qIndex(j)] = from + (to - from) * random.nextDouble();
            }
        }
        for (int j = 0; j < model.joints().size(); j++) {
            Mimic mimic = model.joints().get(j).mimic();
            if (mimic != null) {
                int leader = model.jointIndex(mimic.joint());
                q[model.qIndex(j)] = mimic.multiplier() * q[model.qIndex(leader)] + mimic.offset();
            }
        }
        return q;
    }

    /** Metres between two poses' origins. */
    static double distance(Pose a, Pose b) {
        return new Vec3(a.x() - b.x(), a.y() - b.y(), a.z() - b.z()).norm();
    }

    /** Radians between two poses' rotations. */
    static double angle(Pose a, Pose b) {
        double[] ra = a.rotation();
        double[] rb = b.rotation();
        double square = 0;
        for (int k = 0; k < 9; k++) {
            square += (ra[k] - rb[k]) * (ra[k] - rb[k]);
        }
        // Chordal distance: |Ra - Rb| = 2·sqrt(2)·sin(angle / 2).
        return 2 * StrictMath.asin(Math.min(1, Math.sqrt(square / 8)));
    }

    /** How far the configuration is beyond the worst limit, and not less than 0. */
    double beyondLimits(double[] q) {
        double worst = 0;
        for (int j = 0; j < model.joints().size(); j++) {
            Joint joint = model.joints().get(j);
            if (joint.type().isScalar() && joint.type() != JointType.CONTINUOUS) {
                double x = q[model.qIndex(j)];
                double beyond =
                        Math.max(joint.limits().lower() - x, x - joint.limits().upper());
                // A follower's place is rounded.
                worst = Math.max(worst, joint.mimic() == null ? beyond : beyond - 1e-12);
            }
        }
        return worst;
    }
}
