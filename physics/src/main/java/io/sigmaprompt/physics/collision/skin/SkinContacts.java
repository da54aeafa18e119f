package io.sigmaprompt.physics.collision.skin;

import io.sigmaprompt.physics.collision.collider.PairSurface;
import io.sigmaprompt.physics.collision.manifold.ContactBuffer;
import io.sigmaprompt.physics.collision.manifold.Manifold;
import io.sigmaprompt.physics.collision.manifold.NarrowPhase;
import io.sigmaprompt.physics.collision.mesh.Triangles;
import io.sigmaprompt.physics.collision.shape.ConvexShape;
import io.sigmaprompt.physics.collision.shape.Extent;
import io.sigmaprompt.physics.collision.shape.TriangleShape;
import io.sigmaprompt.physics.collision.solid.Boxes;
import io.sigmaprompt.physics.collision.solid.Placement;
import io.sigmaprompt.physics.collision.solid.Skin;

/**
 * The contacts of a convex shape with a skin. Each triangle near the shape is asked where it touches it; an answer whose
 * direction {@link NormalCone} refuses belongs to a neighbour, and what is left is how the shape meets the triangle's
 * face from outside. A shape whose middle has passed a face is held by it no longer, but by a skin without bottom.
 */
public final class SkinContacts {
    /** Cosine of the angle, a ten-thousandth, within which a direction is taken for the face's normal. */
    private static final double LEVEL = 1 - 5e-9;
    /** Keeps the features of one triangle apart from those of the next. */
    private static final int TRIANGLE = 0x85EBCA6B;

    private final NarrowPhase narrow;
    private final NormalCone cone = new NormalCone();
    private final FaceContacts face = new FaceContacts();
    private final SkinPoints points = new SkinPoints();
    private final TriangleShape triangle = new TriangleShape();
    private final Manifold manifold = new Manifold();
    private final double[] relative = new double[Placement.POSE];
    private final double[] box = new double[Boxes.SIZE];
    private final double[] normal = new double[3];
    private final double[] worldNormal = new double[3];
    private final double[] direction = new double[3];
    private final double[] touched = new double[3];
    private final double[] lowest = new double[3];

    public SkinContacts(NarrowPhase narrow) {
        this.narrow = narrow;
    }

    /**
     * Adds the contacts.
     *
     * @param skinPose 12 numbers at {@code s}
     * @param pose the shape's, 12 numbers at {@code o}
     * @param part sets the shape apart from others of its collider
     */
    public void find(
            Skin skin,
            double[] skinPose,
            int s,
            ConvexShape shape,
            Extent extent,
            double[] pose,
            int o,
            int part,
            int first,
            int second,
            boolean skinLast,
            double reach,
            PairSurface surface,
            ContactBuffer out) {
        RelativePose.of(skinPose, s, pose, o, relative);
        extent.place(relative, 0, box, 0);
        double size = Boxes.extent(box, 0);
        Boxes.grow(box, 0, reach, box, 0);
        points.clear();
        int count = skin.overlapping(box);
        for (int i = 0; i < count; i++) {
            touch(skin, skin.found(i), skinPose, s, shape, pose, o, part, reach);
        }
        points.give(first, second, skinLast, size, pose, o, surface, reach, out);
    }

    private void touch(
            Skin skin,
            int which,
            double[] skinPose,
            int s,
            ConvexShape shape,
            double[] pose,
            int o,
            int part,
            double reach) {
        double[] c = triangle.corners;
        skin.corners(which, c);
        if (Triangles.normal(c, normal) == 0) {
            return;
        }
        double height = height(shape, -1);
        if (height > reach) {
            return;
        }
        int features = which * TRIANGLE ^ part;
        turn(skinPose, s, normal, worldNormal);
        manifold.clear();
        narrow.collide(triangle, skinPose, s, shape, pose, o, reach, manifold);
        int deepest = deepest();
        if (deepest >= 0) {
            double[] m = manifold.normal;
            double level = m[0] * worldNormal[0] + m[1] * worldNormal[1] + m[2] * worldNormal[2];
            if (level > LEVEL) {
                level(skinPose, s, shape, reach, features);
                return;
            }
            unturn(skinPose, s, m, direction);
            reachBack(skinPose, s, deepest);
            if (cone.holds(skin, which, c, normal, touched, direction)) {
                take(m, features);
                return;
            }
        }
        if (skin.bottomless()) {
            faceOn(skinPose, s, shape, reach, Double.NEGATIVE_INFINITY, features);
        } else if (deepest >= 0) {
            double passed = -0.5 * (height(shape, 1) - height);
            boolean apart = manifold.gaps[deepest] > 0;
            if (apart || height >= passed) {
                faceOn(skinPose, s, shape, reach, apart ? 0 : passed, features);
            }
        }
    }

    /** A manifold of four may have left out others, which matter where the next triangle goes on. */
    private void level(double[] skinPose, int s, ConvexShape shape, double reach, int features) {
        take(worldNormal, features);
        if (manifold.count() >= 4) {
            faceOn(skinPose, s, shape, reach, Double.NEGATIVE_INFINITY, features);
        }
    }

    private int deepest() {
        int best = -1;
        for (int i = 0; i < manifold.count(); i++) {
            best = best < 0 || manifold.gaps[i] < manifold.gaps[best] ? i : best;
        }
        return best;
    }

    private void take(double[] along, int features) {
        for (int i = 0; i < manifold.count(); i++) {
            points.add(
                    along,
                    manifold.points[3 * i],
                    manifold.points[3 * i + 1],
                    manifold.points[3 * i + 2],
                    manifold.gaps[i],
                    features ^ manifold.features[i]);
        }
    }

    private void faceOn(double[] skinPose, int s, ConvexShape shape, double reach, double least, int features) {
        double[] c = triangle.corners;
        face.find(c, normal, shape, relative);
        for (int i = 0; i < face.count(); i++) {
            double gap = normal[0] * (face.x(i, 0) - c[0])
                    + normal[1] * (face.x(i, 1) - c[1])
                    + normal[2] * (face.x(i, 2) - c[2]);
            if (gap < reach && gap >= least) {
                for (int k = 0; k < 3; k++) {
                    touched[k] = face.x(i, k) - 0.5 * gap * normal[k];
                }
                turn(skinPose, s, touched, direction);
                points.add(
                        worldNormal,
                        direction[0] + skinPose[s + 9],
                        direction[1] + skinPose[s + 10],
                        direction[2] + skinPose[s + 11],
                        gap,
                        // Set apart from the features that the narrow phase gives.
                        ~(features ^ i));
            }
        }
    }

    /** The least (for -1) or greatest (for 1) height of the shape over the triangle's plane, metres. */
    private double height(ConvexShape shape, int sign) {
        double x = sign * (relative[0] * normal[0] + relative[3] * normal[1] + relative[6] * normal[2]);
        double y = sign * (relative[1] * normal[0] + relative[4] * normal[1] + relative[7] * normal[2]);
        double z = sign * (relative[2] * normal[0] + relative[5] * normal[1] + relative[8] * normal[2]);
        shape.support(x, y, z, lowest, 0);
        double along = sign * (x * lowest[0] + y * lowest[1] + z * lowest[2] + shape.radius());
        double[] c = triangle.corners;
        return along
                + normal[0] * (relative[9] - c[0])
                + normal[1] * (relative[10] - c[1])
                + normal[2] * (relative[11] - c[2]);
    }

    /** Where the triangle, not the middle between both, is touched; its own frame. */
    private void reachBack(double[] skinPose, int s, int point) {
        double half = 0.5 * manifold.gaps[point];
        for (int k = 0; k < 3; k++) {
            lowest[k] = manifold.points[3 * point + k] - half * manifold.normal[k] - skinPose[s + 9 + k];
        }
        unturn(skinPose, s, lowest, touched);
    }

    private static void turn(double[] pose, int o, double[] v, double[] out) {
        for (int k = 0; k < 3; k++) {
            out[k] = pose[o + 3 * k] * v[0] + pose[o + 3 * k + 1] * v[1] + pose[o + 3 * k + 2] * v[2];
        }
    }

    private static void unturn(double[] pose, int o, double[] v, double[] out) {
        for (int k = 0; k < 3; k++) {
            out[k] = pose[o + k] * v[0] + pose[o + 3 + k] * v[1] + pose[o + 6 + k] * v[2];
        }
    }
}
