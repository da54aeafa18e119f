package io.sigmaprompt.headless.simulation;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.Rotation;
import io.sigmaprompt.physics.spatial.Trig;
import java.util.ArrayList;
import java.util.List;

/**
 * A model's states as MuJoCo orders them. A free joint is position (world) and quaternion w, x, y, z; its velocity is linear
 * in the world's axes, then angular in the body's. A ball is a quaternion and an angular velocity in the body's axes. A planar
 * joint, which MuJoCo has not, is two slides and a hinge.
 *
 * <p>Source: MuJoCo documentation, Computation, Coordinate frames and transformations; Floating objects.
 */
public final class MujocoLayout {
    private static final int POSE = 12;

    private final RobotModel model;
    private final List<Coordinate> joints = new ArrayList<>();
    private final List<Integer> bodies = new ArrayList<>();
    private int nq;
    private int nv;

    /**
     * A joint as it is listed.
     *
     * @param type free, ball, slide, hinge or planar
     * @param qpos where its positions begin
     * @param qvel where its velocities begin
     */
    public record Coordinate(String name, String type, int qpos, int qvel) {}

    public MujocoLayout(RobotModel model) {
        this.model = model;
        if (model.floatingBase()) {
            add(model.links().getFirst().name() + "_free", JointType.FLOATING);
        }
        for (Joint joint : model.joints()) {
            if (joint.type() != JointType.FIXED) {
                add(joint.name(), joint.type());
            }
        }
        for (int link = 0; link < model.links().size(); link++) {
            if (!isGround(link) && !isBetweenJoints(link)) {
                bodies.add(link);
            }
        }
    }

    private void add(String name, JointType type) {
        String word =
                switch (type) {
                    case FLOATING -> "free";
                    case SPHERICAL -> "ball";
                    case PRISMATIC -> "slide";
                    case PLANAR -> "planar";
                    case REVOLUTE, CONTINUOUS -> "hinge";
                    case FIXED -> throw new IllegalArgumentException(name);
                };
        joints.add(new Coordinate(name, word, nq, nv));
        nq += type.positions();
        nv += type.velocities();
    }

    /** A root that stands still and holds nothing is the world itself. */
    private boolean isGround(int link) {
        return link == 0
                && !model.floatingBase()
                && model.links().getFirst().inertia().equals(Inertia.ZERO)
                && (model.links().getFirst().name().equals("world") || holdsNothing(0));
    }

    /** What a reader puts between the joints of one body: a link without mass and shape, named after the joint it hangs on. */
    private boolean isBetweenJoints(int link) {
        return link > 0
                && holdsNothing(link)
                && model.links()
                        .get(link)
                        .name()
                        .startsWith(model.joints().get(link - 1).name() + "_")
                && model.joints().stream().anyMatch(joint -> joint.parent()
                        .equals(model.links().get(link).name()));
    }

    private boolean holdsNothing(int link) {
        Link here = model.links().get(link);
        return here.inertia().equals(Inertia.ZERO)
                && here.collisions().isEmpty()
                && here.visuals().isEmpty();
    }

    /** The joints that move, in order. */
    public List<Coordinate> joints() {
        return List.copyOf(joints);
    }

    /** The names of the bodies whose poses are told, in order. */
    public List<String> bodies() {
        return bodies.stream().map(link -> model.links().get(link).name()).toList();
    }

    /** Length of {@link #positions}. */
    public int nq() {
        return nq;
    }

    /** Length of {@link #velocities}. */
    public int nv() {
        return nv;
    }

    /**
     * MuJoCo's qpos.
     *
     * @param q the model's configuration
     * @param poses 12 a link: rotation, row-major, own to world, then origin
     */
    public double[] positions(double[] q, double[] poses) {
        double[] out = new double[nq];
        if (model.floatingBase()) {
            free(q, 0, out, 0);
        }
        int listed = model.floatingBase() ? 1 : 0;
        for (int j = 0; j < model.joints().size(); j++) {
            JointType type = model.joints().get(j).type();
            if (type == JointType.FIXED) {
                continue;
            }
            int from = model.qIndex(j);
            int to = joints.get(listed++).qpos();
            if (type == JointType.SPHERICAL) {
                quaternion(q, from, out, to);
            } else if (type != JointType.FLOATING) {
                System.arraycopy(q, from, out, to, type.positions());
            } else if (isPlain(j)) {
                free(q, from, out, to);
            } else {
                double[] pose = new double[7];
                System.arraycopy(poses, POSE * (j + 1) + 9, pose, 0, 3);
                Rotation.toQuaternion(poses, POSE * (j + 1), pose, 3);
                free(pose, 0, out, to);
            }
        }
        return out;
    }

    /** Whether a joint's frame is the world's, so that its coordinates are told in it already. */
    private boolean isPlain(int joint) {
        return isGround(model.parentLink(joint))
                && model.joints().get(joint).origin().equals(Pose.IDENTITY);
    }

    private static void free(double[] q, int from, double[] out, int to) {
        System.arraycopy(q, from, out, to, 3);
        quaternion(q, from + 3, out, to + 3);
    }

    private static void quaternion(double[] q, int from, double[] out, int to) {
        out[to] = q[from + 3];
        System.arraycopy(q, from, out, to + 1, 3);
    }

    /**
     * MuJoCo's qvel.
     *
     * @param poses 12 a link
     */
    public double[] velocities(double[] q, double[] v, double[] poses) {
        double[] out = new double[nv];
        if (model.floatingBase()) {
            freeRates(v, 0, poses, 0, out, 0);
        }
        int listed = model.floatingBase() ? 1 : 0;
        for (int j = 0; j < model.joints().size(); j++) {
            JointType type = model.joints().get(j).type();
            if (type == JointType.FIXED) {
                continue;
            }
            int from = model.vIndex(j);
            int to = joints.get(listed++).qvel();
            switch (type) {
                case FLOATING -> freeRates(v, from, poses, j + 1, out, to);
                case PLANAR -> planarRates(q[model.qIndex(j) + 2], v, from, out, to);
                default -> System.arraycopy(v, from, out, to, type.velocities());
            }
        }
        return out;
    }

    /** Against what the joint hangs on; for all free joints of MuJoCo that is the world. */
    private static void freeRates(double[] v, int from, double[] poses, int link, double[] out, int to) {
        int r = POSE * link;
        for (int k = 0; k < 3; k++) {
            out[to + k] = poses[r + 3 * k] * v[from + 3]
                    + poses[r + 3 * k + 1] * v[from + 4]
                    + poses[r + 3 * k + 2] * v[from + 5];
            out[to + 3 + k] = v[from + k];
        }
    }

    private static void planarRates(double angle, double[] v, int from, double[] out, int to) {
        double c = Trig.cos(angle);
        double s = Trig.sin(angle);
        out[to] = c * v[from] - s * v[from + 1];
        out[to + 1] = s * v[from] + c * v[from + 1];
        out[to + 2] = v[from + 2];
    }

    /** Where the bodies are, x, y, z each. */
    public double[][] origins(double[] poses) {
        double[][] out = new double[bodies.size()][3];
        for (int b = 0; b < out.length; b++) {
            System.arraycopy(poses, POSE * bodies.get(b) + 9, out[b], 0, 3);
        }
        return out;
    }

    /** How the bodies are turned, w, x, y, z each. */
    public double[][] quaternions(double[] poses) {
        double[][] out = new double[bodies.size()][4];
        double[] xyzw = new double[4];
        for (int b = 0; b < out.length; b++) {
            Rotation.toQuaternion(poses, POSE * bodies.get(b), xyzw, 0);
            quaternion(xyzw, 0, out[b], 0);
        }
        return out;
    }
}
