package io.sigmaprompt.physics.sensor.mechanism;

import io.sigmaprompt.physics.dynamics.GenericDynamics;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.sensor.SensedWorld;
import java.util.Arrays;

/** One tree of scalar joints at one instant, its accelerations and wrenches by the textbook's recursion in world axes. */
final class TreeWorld implements SensedWorld {
    final double[] effort;
    double time;
    double normalForce;
    /** Distance along every ray. */
    double free = Double.POSITIVE_INFINITY;

    private final RobotModel model;
    private final Vec3 gravity;
    private final double[] q;
    private final double[] v;
    private final double[] poses;
    private final double[] velocities;
    private final double[] accelerations;

    TreeWorld(RobotModel model, Vec3 gravity, double[] q, double[] v, double[] vdot) {
        this.model = model;
        this.gravity = gravity;
        this.q = q;
        this.v = v;
        effort = new double[model.joints().size()];
        int links = model.links().size();
        poses = new double[12 * links];
        velocities = new double[6 * links];
        accelerations = new double[6 * links];
        GenericDynamics dynamics = new GenericDynamics(model, gravity);
        dynamics.linkPoses(q, poses);
        dynamics.linkVelocities(q, v, velocities);
        for (int j = 0; j < model.joints().size(); j++) {
            accelerate(j, vdot);
        }
    }

    private void accelerate(int j, double[] vdot) {
        Joint joint = model.joints().get(j);
        int p = model.parentLink(j);
        int c = j + 1;
        double[] w = part(velocities, 6 * p);
        double[] alpha = part(accelerations, 6 * p);
        double[] arm = new double[3];
        double[] axis = new double[3];
        double[] a = {joint.axis().x(), joint.axis().y(), joint.axis().z()};
        for (int i = 0; i < 3; i++) {
            arm[i] = poses[12 * c + 9 + i] - poses[12 * p + 9 + i];
            for (int k = 0; k < 3; k++) {
                axis[i] += poses[12 * c + 3 * i + k] * a[k];
            }
        }
        boolean moves = joint.type() != JointType.FIXED;
        double rate = moves ? v[model.vIndex(j)] : 0;
        double change = moves ? vdot[model.vIndex(j)] : 0;
        boolean slides = joint.type() == JointType.PRISMATIC;
        double[] centripetal = cross(w, cross(w, arm));
        double[] tangential = cross(alpha, arm);
        double[] turning = cross(w, axis);
        for (int i = 0; i < 3; i++) {
            double own = axis[i] * change;
            accelerations[6 * c + i] = alpha[i] + (slides ? 0 : own + turning[i] * rate);
            accelerations[6 * c + 3 + i] = accelerations[6 * p + 3 + i]
                    + tangential[i]
                    + centripetal[i]
                    + (slides ? own + 2 * turning[i] * rate : 0);
        }
    }

    private static double[] part(double[] array, int o) {
        return new double[] {array[o], array[o + 1], array[o + 2]};
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public void gravity(double[] out) {
        out[0] = gravity.x();
        out[1] = gravity.y();
        out[2] = gravity.z();
    }

    @Override
    public void linkPose(int link, double[] out) {
        System.arraycopy(poses, 12 * link, out, 0, 12);
    }

    @Override
    public void linkVelocity(int link, double[] out) {
        System.arraycopy(velocities, 6 * link, out, 0, 6);
    }

    @Override
    public void linkAcceleration(int link, double[] out) {
        System.arraycopy(accelerations, 6 * link, out, 0, 6);
    }

    @Override
    public double jointPosition(int joint) {
        return q[model.qIndex(joint)];
    }

    @Override
    public double jointVelocity(int joint) {
        return v[model.vIndex(joint)];
    }

    @Override
    public double jointEffort(int joint) {
        return effort[joint];
    }

    /** What moves the subtree as it moves: the sum of Newton's and Euler's equations over its bodies. */
    @Override
    public void parentWrench(int link, double[] out) {
        double[] moment = new double[3];
        double[] force = new double[3];
        for (int i = link; i < model.links().size(); i++) {
            if (hangsOn(i, link)) {
                addBody(i, link, moment, force);
            }
        }
        System.arraycopy(moment, 0, out, 0, 3);
        System.arraycopy(force, 0, out, 3, 3);
    }

    private boolean hangsOn(int link, int root) {
        int at = link;
        while (at > root) {
            at = model.parentLink(at - 1);
        }
        return at == root;
    }

    private void addBody(int i, int about, double[] moment, double[] force) {
        Inertia inertia = model.links().get(i).inertia();
        double[] com = turned(i, new double[] {
            inertia.com().x(), inertia.com().y(), inertia.com().z()
        });
        double[] w = part(velocities, 6 * i);
        double[] alpha = part(accelerations, 6 * i);
        double[] swing = cross(w, cross(w, com));
        double[] tangential = cross(alpha, com);
        double[] free = {gravity.x(), gravity.y(), gravity.z()};
        double[] f = new double[3];
        double[] arm = new double[3];
        for (int k = 0; k < 3; k++) {
            f[k] = inertia.mass() * (accelerations[6 * i + 3 + k] + tangential[k] + swing[k] - free[k]);
            arm[k] = poses[12 * i + 9 + k] + com[k] - poses[12 * about + 9 + k];
        }
        double[] lever = cross(arm, f);
        double[] spinUp = weighted(i, inertia, alpha);
        double[] gyroscopic = cross(w, weighted(i, inertia, w));
        for (int k = 0; k < 3; k++) {
            force[k] += f[k];
            moment[k] += lever[k] + spinUp[k] + gyroscopic[k];
        }
    }

    /** From a link's axes to the world's. */
    private double[] turned(int link, double[] vector) {
        double[] out = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                out[i] += poses[12 * link + 3 * i + k] * vector[k];
            }
        }
        return out;
    }

    /** R·I·Rᵀ·x. */
    private double[] weighted(int link, Inertia inertia, double[] x) {
        double[] own = new double[3];
        double[] product = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                own[i] += poses[12 * link + 3 * k + i] * x[k];
            }
        }
        double[] tensor = inertia.tensor();
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                product[i] += tensor[3 * i + k] * own[k];
            }
        }
        return turned(link, product);
    }

    @Override
    public void contactWrench(int link, double[] out) {
        Arrays.fill(out, 0, 6, 0);
    }

    @Override
    public int contactCount(int link) {
        return normalForce > 0 ? 1 : 0;
    }

    @Override
    public double linkNormalForce(int link) {
        return normalForce;
    }

    @Override
    public double colliderNormalForce(int collider) {
        return normalForce;
    }

    @Override
    public double castRay(double[] origin, double[] direction, double maxDistance, int ignoredLink) {
        return free <= maxDistance ? free : Double.POSITIVE_INFINITY;
    }
}
