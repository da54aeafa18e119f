package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.Frame;
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
import java.util.Random;
import java.util.function.IntUnaryOperator;

/** Seeded random trees of every joint type, and states for them. */
public final class RandomRobot {
    private final Random random;

    public RandomRobot(long seed) {
        random = new Random(seed);
    }

    /** A tree of a dozen joints, the first of which go through all types once, so that none is ever missing. */
    public RobotModel tree(boolean floatingBase) {
        int types = JointType.values().length;
        int joints = types + random.nextInt(6);
        return tree(floatingBase, joints, joints, j -> j < types ? j : random.nextInt(types));
    }

    /**
     * Any tree: welded or floating, of up to {@code most} joints of any types; from chains, where each link carries the
     * next, to bushes, where all links are alike. Something always moves.
     */
    public RobotModel anyTree(int most) {
        int joints = 1 + random.nextInt(most);
        int reach = random.nextBoolean() ? 1 + random.nextInt(3) : joints;
        // Chains of one type and mixtures of all.
        int kinds = 1 + random.nextInt(JointType.values().length);
        int first = random.nextInt(JointType.values().length);
        return tree(random.nextBoolean(), joints, reach, j -> {
            int type = (first + random.nextInt(kinds)) % JointType.values().length;
            return j == 0 && type == JointType.FIXED.ordinal() ? JointType.REVOLUTE.ordinal() : type;
        });
    }

    /** A tree whose links hang on one of the {@code reach} links before them. */
    private RobotModel tree(boolean floatingBase, int count, int reach, IntUnaryOperator typeOf) {
        List<Link> links = new ArrayList<>();
        List<Joint> joints = new ArrayList<>();
        links.add(link(0));
        for (int j = 0; j < count; j++) {
            JointType type = JointType.values()[typeOf.applyAsInt(j)];
            links.add(link(j + 1));
            joints.add(joint(j, type, j - random.nextInt(Math.min(reach, j + 1))));
        }
        return new RobotModel("random", floatingBase, links, joints);
    }

    /** A chain of n joints of the given types. */
    public RobotModel chain(int n, List<JointType> types, boolean floatingBase) {
        List<Link> links = new ArrayList<>();
        List<Joint> joints = new ArrayList<>();
        links.add(link(0));
        for (int j = 0; j < n; j++) {
            links.add(link(j + 1));
            joints.add(joint(j, types.get(random.nextInt(types.size())), j));
        }
        return new RobotModel("chain", floatingBase, links, joints);
    }

    private Joint joint(int index, JointType type, int parent) {
        return new Joint(
                "joint" + index,
                type,
                "link" + parent,
                "link" + (index + 1),
                pose(),
                axis(),
                JointLimits.NONE,
                JointDynamics.NONE,
                null);
    }

    private Link link(int index) {
        double m = 0.2 + 3 * random.nextDouble();
        // Principal inertias of a solid box, turned at random.
        double a = 0.05 + random.nextDouble();
        double b = 0.05 + random.nextDouble();
        double c = 0.05 + random.nextDouble();
        double[] principal = {m * (b * b + c * c) / 12, m * (a * a + c * c) / 12, m * (a * a + b * b) / 12};
        double[] r = pose().rotation();
        double[] i = new double[9];
        for (int k = 0; k < 9; k++) {
            for (int l = 0; l < 3; l++) {
                i[k] += r[3 * (k / 3) + l] * principal[l] * r[3 * (k % 3) + l];
            }
        }
        Inertia inertia = new Inertia(m, vector(), i[0], i[1], i[2], i[4], i[5], i[8]);
        return new Link("link" + index, inertia, List.of(), List.of());
    }

    private Vec3 vector() {
        return new Vec3(random.nextDouble() - 0.5, random.nextDouble() - 0.5, random.nextDouble() - 0.5);
    }

    private Vec3 axis() {
        if (random.nextBoolean()) {
            int k = random.nextInt(3);
            double s = random.nextBoolean() ? 1 : -1;
            return new Vec3(k == 0 ? s : 0, k == 1 ? s : 0, k == 2 ? s : 0);
        }
        Vec3 v = vector();
        return new Vec3(v.x() / v.norm(), v.y() / v.norm(), v.z() / v.norm());
    }

    private Pose pose() {
        return Pose.fromXyzRpy(
                random.nextDouble() - 0.5,
                random.nextDouble() - 0.5,
                random.nextDouble() - 0.5,
                6 * random.nextDouble(),
                6 * random.nextDouble(),
                6 * random.nextDouble());
    }

    public double[] vector(int n) {
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = 2 * random.nextGaussian();
        }
        return out;
    }

    /** Any gravity, as on a slope, in a lift, or on the moon. */
    public Vec3 gravity() {
        return new Vec3(4 * random.nextGaussian(), 4 * random.nextGaussian(), 4 * random.nextGaussian());
    }

    /** A frame somewhere on some link. */
    public Frame frame(RobotModel model) {
        return new Frame("tool", random.nextInt(model.links().size()), pose());
    }

    public double[] configuration(RobotModel model) {
        double[] q = model.neutral();
        new ConfigurationSpace(model).retract(q, vector(model.nv()), q);
        return q;
    }
}
