package io.sigmaprompt.physics.kinematics;

import io.sigmaprompt.physics.dynamics.ConfigurationSpace;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.Rotation;
import io.sigmaprompt.physics.spatial.SplitMix64;
import java.util.Arrays;

/**
 * The coordinates that a robot may move by itself: first its driven joints, whose mimics follow, then the freedoms of its
 * planar, spherical and floating joints and, where it may move, of its base. What leads through them is a displacement
 * (size), along v.
 */
final class IndependentCoordinates {
    private static final double TWO_PI = 2 * Math.PI;
    /** How far from where it is something without limits is looked for, metres. */
    private static final double NEIGHBOURHOOD = 0.5;

    private final RobotModel model;
    private final ConfigurationSpace space;
    private final DrivenJoints drives;
    /** How many coordinates there are. */
    final int size;
    /** For each entry of v the coordinate that moves it, or -1, and how much for one of that. */
    private final int[] coordinate;

    private final double[] factor;
    /** The range of each drive in which neither it nor a follower passes a limit. */
    final double[] lower;

    final double[] upper;
    private final int[] driveQ;
    /** Whether a drive's angle may be changed by whole turns. */
    private final boolean[] wraps;

    private final double[] driven;
    private final double[] motion;
    private final double[] chart;
    private final double[] zero;
    private final double[] turn = new double[4];
    private final double[] axes = new double[9];

    /**
     * The coordinates of a robot.
     *
     * @throws BadInputException if a mimic follows nothing, or limits leave a joint no range
     */
    IndependentCoordinates(RobotModel model, boolean baseMoves) {
        this.model = model;
        space = new ConfigurationSpace(model);
        drives = drives(model);
        int nv = model.nv();
        coordinate = new int[nv];
        factor = new double[nv];
        Arrays.fill(coordinate, -1);
        lower = new double[drives.count()];
        upper = new double[drives.count()];
        driveQ = new int[drives.count()];
        wraps = new boolean[drives.count()];
        driven = new double[drives.count()];
        motion = new double[nv];
        chart = new double[nv];
        zero = new double[nv];
        limitDrives();
        int count = drives.count();
        if (model.floatingBase() && baseMoves) {
            count = free(0, JointType.FLOATING, count);
        }
        for (int j = 0; j < model.joints().size(); j++) {
            JointType type = model.joints().get(j).type();
            if (!type.isScalar()) {
                count = free(model.vIndex(j), type, count);
            }
        }
        size = count;
    }

    private static DrivenJoints drives(RobotModel model) {
        try {
            return new DrivenJoints(model);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(
                    "robot '" + model.name() + "'",
                    "expected mimic joints that follow a driven one, found that " + e.getMessage(),
                    "Let it follow a joint of this robot that moves by one coordinate.");
        }
    }

    private int free(int v, JointType type, int first) {
        for (int k = 0; k < type.velocities(); k++) {
            coordinate[v + k] = first + k;
            factor[v + k] = 1;
        }
        return first + type.velocities();
    }

    /** Finds what each drive moves, by moving it, and how far it may go. */
    private void limitDrives() {
        double[] q = model.neutral();
        Arrays.fill(lower, Double.NEGATIVE_INFINITY);
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        drives.scatterPosition(driven, q);
        for (int d = 0; d < drives.count(); d++) {
            driveQ[d] = model.qIndex(model.jointIndex(drives.joint(d).name()));
            wraps[d] = drives.joint(d).type() == JointType.CONTINUOUS;
            driven[d] = 1;
            Arrays.fill(motion, 0);
            drives.scatterVelocity(driven, motion);
            driven[d] = 0;
            for (int j = 0; j < model.joints().size(); j++) {
                Joint joint = model.joints().get(j);
                if (joint.type().isScalar() && motion[model.vIndex(j)] != 0) {
                    coordinate[model.vIndex(j)] = d;
                    factor[model.vIndex(j)] = motion[model.vIndex(j)];
                    limit(d, joint, motion[model.vIndex(j)], q[model.qIndex(j)]);
                }
            }
        }
    }

    private void limit(int d, Joint joint, double multiplier, double offset) {
        wraps[d] &= joint.mimic() == null;
        if (joint.type() == JointType.CONTINUOUS) {
            return;
        }
        double least = (joint.limits().lower() - offset) / multiplier;
        double greatest = (joint.limits().upper() - offset) / multiplier;
        lower[d] = Math.max(lower[d], multiplier > 0 ? least : greatest);
        upper[d] = Math.min(upper[d], multiplier > 0 ? greatest : least);
        if (!(lower[d] <= upper[d])) {
            throw new BadInputException(
                    "robot '" + model.name() + "', joint '" + joint.name() + "', limits",
                    "expected a range for joint '" + drives.joint(d).name() + "', found " + lower[d] + " to "
                            + upper[d],
                    "Let its limits and those of the joints that follow it overlap.");
        }
    }

    /** How many of the coordinates, the first ones, are driven joints. */
    int drives() {
        return lower.length;
    }

    /** Name of a drive's joint. */
    String name(int drive) {
        return drives.joint(drive).name();
    }

    /** Position of a drive in a configuration. */
    double position(double[] q, int drive) {
        return q[driveQ[drive]];
    }

    /** Brings a configuration into the limits, its followers to their leaders and its quaternions to unit length. */
    void admit(double[] q) {
        for (int d = 0; d < driven.length; d++) {
            driven[d] = clamp(d, q[driveQ[d]]);
        }
        space.retract(q, zero, q);
        drives.scatterPosition(driven, q);
    }

    private double clamp(int d, double position) {
        return Math.max(lower[d], Math.min(upper[d], position));
    }

    /**
     * Sums a row over v (nv) onto the coordinates, {@code row·G}.
     *
     * @param out Modified. size numbers at {@code oo}
     */
    void reduce(double[] row, int ro, double[] out, int oo) {
        Arrays.fill(out, oo, oo + size, 0);
        for (int i = 0; i < coordinate.length; i++) {
            if (coordinate[i] >= 0) {
                out[oo + coordinate[i]] += factor[i] * row[ro + i];
            }
        }
    }

    /**
     * Goes a displacement, not beyond any limit.
     *
     * @param displacement size numbers
     * @param out Modified. configuration (nq)
     */
    void move(double[] q, double[] displacement, double scale, double[] out) {
        for (int i = 0; i < motion.length; i++) {
            motion[i] = coordinate[i] < 0 ? 0 : scale * factor[i] * displacement[coordinate[i]];
        }
        for (int d = 0; d < driven.length; d++) {
            driven[d] = clamp(d, q[driveQ[d]] + scale * displacement[d]);
        }
        space.rate(zero, q, motion, chart);
        space.retract(q, chart, out);
        drives.scatterPosition(driven, out);
    }

    /**
     * The displacement that leads from one configuration to another; what may not move is left out.
     *
     * @param out Modified. size numbers
     */
    void difference(double[] from, double[] to, double[] out) {
        for (int d = 0; d < driven.length; d++) {
            double difference = to[driveQ[d]] - from[driveQ[d]];
            out[d] = wraps[d] ? difference - TWO_PI * Math.rint(difference / TWO_PI) : difference;
        }
        if (model.floatingBase() && coordinate[0] >= 0) {
            floating(from, to, 0, out, coordinate[0]);
        }
        for (int j = 0; j < model.joints().size(); j++) {
            JointType type = model.joints().get(j).type();
            if (type.velocities() > 1) {
                int q = model.qIndex(j);
                int o = coordinate[model.vIndex(j)];
                switch (type) {
                    case FLOATING -> floating(from, to, q, out, o);
                    case SPHERICAL -> rotation(from, to, q, out, o);
                    case PLANAR -> planar(from, to, q, out, o);
                    default -> throw new AssertionError(type + " has one coordinate at most");
                }
            }
        }
    }

    private void rotation(double[] from, double[] to, int q, double[] out, int o) {
        RotationVector.between(from, q, to, q, turn, 0);
        RotationVector.of(turn, 0, out, o);
    }

    /** Both parts along v, which is seen in the child's axes. */
    private void floating(double[] from, double[] to, int q, double[] out, int o) {
        rotation(from, to, q + 3, out, o);
        Rotation.fromQuaternion(from, q + 3, axes, 0);
        for (int k = 0; k < 3; k++) {
            out[o + 3 + k] = axes[k] * (to[q] - from[q])
                    + axes[3 + k] * (to[q + 1] - from[q + 1])
                    + axes[6 + k] * (to[q + 2] - from[q + 2]);
        }
    }

    private static void planar(double[] from, double[] to, int q, double[] out, int o) {
        double s = StrictMath.sin(from[q + 2]);
        double c = StrictMath.cos(from[q + 2]);
        double dx = to[q] - from[q];
        double dy = to[q + 1] - from[q + 1];
        out[o] = c * dx + s * dy;
        out[o + 1] = c * dy - s * dx;
        out[o + 2] = to[q + 2] - from[q + 2];
    }

    /**
     * A configuration drawn from all that are admitted; what has no limits is drawn from around the one given.
     *
     * @param out Modified. configuration (nq)
     */
    void draw(double[] around, SplitMix64 random, double[] out) {
        double[] displacement = new double[size];
        for (int c = 0; c < size; c++) {
            displacement[c] = random.symmetric();
        }
        for (int i = 0; i < coordinate.length; i++) {
            if (coordinate[i] >= drives()) {
                displacement[coordinate[i]] *= turns(i) ? Math.PI / Math.sqrt(3) : NEIGHBOURHOOD;
            }
        }
        for (int d = 0; d < drives(); d++) {
            double at = around[driveQ[d]];
            double reach = drives.joint(d).type() == JointType.PRISMATIC ? NEIGHBOURHOOD : Math.PI;
            double from = lower[d] == Double.NEGATIVE_INFINITY ? Math.min(at, upper[d]) - reach : lower[d];
            double to = upper[d] == Double.POSITIVE_INFINITY ? Math.max(at, from) + reach : upper[d];
            displacement[d] = 0.5 * (from + to) + 0.5 * (to - from) * displacement[d] - at;
        }
        move(around, displacement, 1, out);
    }

    /** A configuration near another one, each coordinate at most {@code reach} away. */
    void drawNear(double[] around, double reach, SplitMix64 random, double[] out) {
        double[] displacement = new double[size];
        for (int c = 0; c < size; c++) {
            displacement[c] = reach * random.symmetric();
        }
        move(around, displacement, 1, out);
    }

    /** Whether an entry of v that belongs to no drive turns something. */
    private boolean turns(int i) {
        int joint = model.floatingBase() && i < 6 ? -1 : jointAt(i);
        if (joint < 0) {
            return i < 3;
        }
        int k = i - model.vIndex(joint);
        return model.joints().get(joint).type() == JointType.PLANAR ? k == 2 : k < 3;
    }

    private int jointAt(int i) {
        int joint = 0;
        while (i >= model.vIndex(joint) + model.joints().get(joint).type().velocities()) {
            joint++;
        }
        return joint;
    }

    /** Takes whole turns off the angles of unlimited joints, so that they are next to those of another configuration. */
    void unwind(double[] q, double[] near) {
        for (int d = 0; d < driven.length; d++) {
            driven[d] = q[driveQ[d]];
            if (wraps[d]) {
                driven[d] -= TWO_PI * Math.rint((driven[d] - near[driveQ[d]]) / TWO_PI);
            }
        }
        drives.scatterPosition(driven, q);
    }
}
