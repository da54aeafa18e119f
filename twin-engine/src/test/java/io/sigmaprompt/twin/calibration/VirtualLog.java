package io.sigmaprompt.twin.calibration;

import io.sigmaprompt.physics.dynamics.GenericDynamics;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.spatial.SplitMix64;
import io.sigmaprompt.twin.calibration.excitation.FourierTrajectory;
import io.sigmaprompt.twin.calibration.signal.JointLog;
import java.util.ArrayList;
import java.util.List;

/** A log that is known to the last digit but for its noise: three joints, an arm, by our own physics. */
final class VirtualLog {
    static final double RATE = 125;
    static final double POSITION_NOISE = 2e-5;
    static final double EFFORT_NOISE = 0.3;

    private static final double[] MASS = {6, 4, 2};

    private VirtualLog() {}

    /** The arm; masses and with them inertias are those of the description times a factor each. */
    static RobotModel arm(double[] factor, double[] damping, double[] friction) {
        List<Link> links = new ArrayList<>(List.of(new Link("base", Inertia.ZERO, List.of(), List.of())));
        List<Joint> joints = new ArrayList<>();
        Vec3[] com = {new Vec3(0, 0.02, 0.1), new Vec3(0.2, 0, 0.03), new Vec3(0.15, 0.01, 0)};
        Pose[] origin = {
            Pose.fromXyzRpy(0, 0, 0.1, 0, 0, 0),
            Pose.fromXyzRpy(0, 0, 0.2, 0, 0, 0),
            Pose.fromXyzRpy(0.4, 0, 0, 0, 0, 0)
        };
        Vec3[] axis = {new Vec3(0, 0, 1), new Vec3(0, 1, 0), new Vec3(0, 1, 0)};
        for (int j = 0; j < 3; j++) {
            Inertia body = new Inertia(MASS[j], com[j], 0.02, 0.001, 0, 0.05, 0, 0.055).times(factor[j]);
            links.add(new Link("link" + (j + 1), body, List.of(), List.of()));
            joints.add(new Joint(
                    "joint" + (j + 1),
                    JointType.REVOLUTE,
                    j == 0 ? "base" : "link" + j,
                    "link" + (j + 1),
                    origin[j],
                    axis[j],
                    new JointLimits(-3, 3, 2, 150),
                    new JointDynamics(damping[j], friction[j], 0),
                    null));
        }
        return new RobotModel("arm", false, links, joints);
    }

    /** The arm of the description. */
    static RobotModel arm() {
        return arm(new double[] {1, 1, 1}, new double[3], new double[3]);
    }

    /** A motion of all joints, or of none where the size is zero. */
    static FourierTrajectory motion(double size) {
        double[][] a = {{1, -0.5, 0.4, -0.6, -0.3}, {0.6, 0.5, -0.7, 0.2, -0.6}, {-0.5, 0.9, 0.3, -1, 0.3}};
        double[][] b = {{0.3, 0.6, -0.5, 0.2, -0.1}, {-0.6, 0.3, 0.4, -0.5, 0.2}, {0.8, -0.4, -0.6, 0.3, 0.1}};
        for (int j = 0; j < 3; j++) {
            for (int l = 0; l < 5; l++) {
                a[j][l] *= size;
                b[j][l] *= size;
            }
        }
        return new FourierTrajectory(10, new double[] {0, -0.4, 0.5}, a, b);
    }

    /** What a robot that truly is so would have said. */
    static JointLog log(RobotModel truth, FourierTrajectory motion, double seconds, long seed) {
        int count = (int) (seconds * RATE);
        int n = motion.joints();
        DrivenJoints driven = new DrivenJoints(truth);
        GenericDynamics dynamics = new GenericDynamics(truth);
        SplitMix64 random = new SplitMix64(seed);
        long[] nanos = new long[count];
        double[][] position = new double[n][count];
        double[][] effort = new double[n][count];
        double[] q = new double[n];
        double[] v = new double[n];
        double[] a = new double[n];
        double[] tau = new double[n];
        for (int i = 0; i < count; i++) {
            nanos[i] = Math.round(i / RATE * 1e9);
            motion.at(i / RATE, q, v, a);
            dynamics.inverseDynamics(q, v, a, tau);
            for (int j = 0; j < n; j++) {
                position[j][i] = q[j] + POSITION_NOISE * normal(random);
                effort[j][i] = tau[j] + driven.joint(j).dynamics().loss(v[j]) + EFFORT_NOISE * normal(random);
            }
        }
        return new JointLog("virtual log", driven.names(), nanos, position, effort);
    }

    /** Nearly normal: the sum of twelve uniform numbers. */
    static double normal(SplitMix64 random) {
        double sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += 0.5 * random.symmetric();
        }
        return sum;
    }
}
