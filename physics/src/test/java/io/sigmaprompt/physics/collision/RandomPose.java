package io.sigmaprompt.physics.collision;

import io.sigmaprompt.physics.collision.shape.BoxShape;
import io.sigmaprompt.physics.collision.shape.CapsuleShape;
import io.sigmaprompt.physics.collision.shape.ConvexShape;
import io.sigmaprompt.physics.collision.shape.CylinderShape;
import io.sigmaprompt.physics.collision.shape.EllipsoidShape;
import io.sigmaprompt.physics.collision.shape.HullShape;
import io.sigmaprompt.physics.collision.shape.SphereShape;
import io.sigmaprompt.physics.collision.shape.TriangleShape;
import io.sigmaprompt.physics.spatial.Rotation;
import io.sigmaprompt.physics.spatial.SplitMix64;

/** A seeded stream of poses, shapes and numbers. */
public final class RandomPose {
    private final SplitMix64 random;

    public RandomPose(long seed) {
        random = new SplitMix64(seed);
    }

    public double symmetric() {
        return random.symmetric();
    }

    public double between(double least, double most) {
        return least + (most - least) * 0.5 * (1 + random.symmetric());
    }

    /** 12 numbers: any rotation, an origin within a cube. */
    public double[] pose(double reach) {
        double[] q = {symmetric(), symmetric(), symmetric(), symmetric()};
        double[] pose = new double[12];
        Rotation.fromQuaternion(q, 0, pose, 0);
        for (int k = 9; k < 12; k++) {
            pose[k] = reach * symmetric();
        }
        return pose;
    }

    public static double[] at(double x, double y, double z) {
        return new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1, x, y, z};
    }

    /** A pose turned by a small rotation vector (to second order a rotation), at a place. */
    public static double[] turned(double rx, double ry, double rz, double x, double y, double z) {
        double[] pose = new double[12];
        double[] q = {0, 0, 0, 1};
        Rotation.turn(q, 0, new double[] {rx, ry, rz}, 0, q, 0);
        Rotation.fromQuaternion(q, 0, pose, 0);
        pose[9] = x;
        pose[10] = y;
        pose[11] = z;
        return pose;
    }

    public static double[] moved(double[] pose, double[] normal, int o, double d) {
        double[] moved = pose.clone();
        for (int k = 0; k < 3; k++) {
            moved[9 + k] += d * normal[o + k];
        }
        return moved;
    }

    /** The pose of a frame that is at {@code inner} within {@code outer}. */
    static double[] within(double[] outer, double[] inner) {
        double[] pose = new double[12];
        Rotation.multiply(outer, 0, inner, 0, pose, 0);
        for (int k = 0; k < 3; k++) {
            pose[9 + k] = outer[9 + k]
                    + outer[3 * k] * inner[9]
                    + outer[3 * k + 1] * inner[10]
                    + outer[3 * k + 2] * inner[11];
        }
        return pose;
    }

    /** A shape of any kind, about half a metre in size. */
    public ConvexShape shape(int kind) {
        return switch (kind) {
            case 0 -> new SphereShape(between(0.1, 0.5));
            case 1 -> new CapsuleShape(between(0.1, 0.4), between(0.2, 1));
            case 2 -> new BoxShape(between(0.2, 1), between(0.2, 1), between(0.2, 1));
            case 3 -> new CylinderShape(between(0.1, 0.5), between(0.2, 1));
            case 4 -> new EllipsoidShape(between(0.1, 0.5), between(0.1, 0.5), between(0.1, 0.5));
            case 5 -> hull(between(0.5, 1) > 0.75 ? 12 : 60);
            default -> triangle();
        };
    }

    public static final int KINDS = 7;

    HullShape hull(int points) {
        double[] cloud = new double[3 * points];
        for (int i = 0; i < cloud.length; i++) {
            cloud[i] = 0.5 * symmetric();
        }
        return HullShape.of(cloud);
    }

    private TriangleShape triangle() {
        TriangleShape triangle = new TriangleShape();
        for (int i = 0; i < 9; i++) {
            triangle.corners[i] = 0.5 * symmetric();
        }
        return triangle;
    }

    /** A box as a hull of its corners: what the general way makes of it must be what the formula does. */
    public static HullShape boxHull(BoxShape box) {
        double[] corners = new double[24];
        for (int i = 0; i < 8; i++) {
            corners[3 * i] = (i & 1) == 0 ? -box.hx : box.hx;
            corners[3 * i + 1] = (i & 2) == 0 ? -box.hy : box.hy;
            corners[3 * i + 2] = (i & 4) == 0 ? -box.hz : box.hz;
        }
        return HullShape.of(corners);
    }
}
