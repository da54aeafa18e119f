package io.sigmaprompt.physics.collision.manifold;

import io.sigmaprompt.physics.collision.distance.BoxPair;
import io.sigmaprompt.physics.collision.distance.CoreDistance;
import io.sigmaprompt.physics.collision.distance.PointInSolid;
import io.sigmaprompt.physics.collision.distance.PosedPair;
import io.sigmaprompt.physics.collision.distance.Proximity;
import io.sigmaprompt.physics.collision.distance.SegmentPair;
import io.sigmaprompt.physics.collision.shape.BoxShape;
import io.sigmaprompt.physics.collision.shape.CapsuleShape;
import io.sigmaprompt.physics.collision.shape.ConvexShape;
import io.sigmaprompt.physics.collision.shape.CylinderShape;
import io.sigmaprompt.physics.collision.shape.SphereShape;

/**
 * Where two convex solids touch, and how far apart or how deep in each other they are. Spheres, capsules, boxes and
 * cylinders meet by formula where there is one; all other pairs by {@code SimplexSearch} while their cores are apart, by
 * {@code ExpandingPolytope} when they overlap, and by {@link FaceClipping} for the points. Holds scratch: one thread at a
 * time; the same question gets the same bits, whatever was asked before.
 */
public final class NarrowPhase {
    /** By how much of the gap, and of the size, another direction must be better than a face's to replace it. */
    private static final double KEEP_OF_GAP = 0.01;

    private static final double KEEP_OF_SIZE = 1e-7;
    private static final double EQUAL = 1e-13;
    /** By how much the nearest point of a face may miss the gap between the planes. */
    private static final double MISS = 1e-9;

    private static final double EVERYTHING = Double.MAX_VALUE;

    private final PosedPair pair = new PosedPair(new SphereShape(0), new SphereShape(0));
    private final Proximity near = new Proximity();
    private final CoreDistance cores = new CoreDistance();
    private final PointInSolid solid = new PointInSolid();
    private final BoxPair boxes = new BoxPair();
    private final FaceClipping clipping = new FaceClipping();
    private final HalfSpaceContacts halfSpace = new HalfSpaceContacts();

    /**
     * The contacts of two convex solids, at most four.
     *
     * @param poseA 12 numbers at {@code ao}: rotation 3 x 3, row-major, own to world; origin, world, metres
     * @param poseB 12 numbers at {@code bo}
     * @param margin distance up to which points are contacts, metres
     * @param out Modified. Cleared first; normal from a to b
     */
    public void collide(
            ConvexShape a, double[] poseA, int ao, ConvexShape b, double[] poseB, int bo, double margin, Manifold out) {
        out.clear();
        pair.set(a, poseA, ao, b, poseB, bo);
        if (a instanceof BoxShape first && b instanceof BoxShape second) {
            if (!touchBoxes(first, second, margin)) {
                return;
            }
        } else {
            double reach = margin + a.radius() + b.radius();
            if (!byFormula(a, poseA, ao, b, poseB, bo) && !cores.find(pair, reach, near) || near.gap > reach) {
                return;
            }
            clipping.find(pair, near, margin);
        }
        out.normal[0] = near.nx;
        out.normal[1] = near.ny;
        out.normal[2] = near.nz;
        clipping.candidates.give(out, poseA[ao + 9], poseA[ao + 10], poseA[ao + 11]);
    }

    /**
     * Signed distance of two convex solids, metres; negative: the least way that parts them.
     *
     * @param poseA 12 numbers at {@code ao}, as {@link #collide} takes them
     * @param poseB 12 numbers at {@code bo}
     * @param witness Modified. 9 numbers: nearest (or deepest) point of a, of b, world; unit normal from a to b
     */
    public double distance(
            ConvexShape a, double[] poseA, int ao, ConvexShape b, double[] poseB, int bo, double[] witness) {
        pair.set(a, poseA, ao, b, poseB, bo);
        boolean found = a instanceof BoxShape first && b instanceof BoxShape second
                ? boxDepth(first, second)
                : byFormula(a, poseA, ao, b, poseB, bo);
        if (!found) {
            cores.find(pair, EVERYTHING, near);
        }
        double gap = near.gap - a.radius() - b.radius();
        double toFirst = 0.5 * near.gap - a.radius();
        double toSecond = 0.5 * near.gap - b.radius();
        double x = near.x + poseA[ao + 9];
        double y = near.y + poseA[ao + 10];
        double z = near.z + poseA[ao + 11];
        witness[0] = x - toFirst * near.nx;
        witness[1] = y - toFirst * near.ny;
        witness[2] = z - toFirst * near.nz;
        witness[3] = x + toSecond * near.nx;
        witness[4] = y + toSecond * near.ny;
        witness[5] = z + toSecond * near.nz;
        witness[6] = near.nx;
        witness[7] = near.ny;
        witness[8] = near.nz;
        return gap;
    }

    /**
     * The contacts of what lies below a plane, z at most 0 in its own frame, with a convex solid.
     *
     * @param planePose 12 numbers at {@code po}
     * @param poseB 12 numbers at {@code bo}
     * @param margin distance up to which points are contacts, metres
     * @param out Modified. Cleared first; normal from the plane to the solid
     */
    public void collideHalfSpace(
            double[] planePose, int po, ConvexShape b, double[] poseB, int bo, double margin, Manifold out) {
        halfSpace.find(planePose, po, b, poseB, bo, margin, out);
    }

    /** How near the cores are, where a formula tells; whether one does. */
    private boolean byFormula(ConvexShape a, double[] poseA, int ao, ConvexShape b, double[] poseB, int bo) {
        double halfA = half(a);
        double halfB = half(b);
        if (halfA >= 0 && halfB >= 0) {
            SegmentPair.nearest(pair, halfA, halfB, near);
            return true;
        }
        if (b instanceof SphereShape) {
            return ofPoint(a);
        }
        if (a instanceof SphereShape) {
            pair.set(b, poseB, bo, a, poseA, ao);
            boolean found = ofPoint(b);
            near.exchange(pair.dx, pair.dy, pair.dz);
            pair.set(a, poseA, ao, b, poseB, bo);
            return found;
        }
        return false;
    }

    private boolean ofPoint(ConvexShape a) {
        if (a instanceof BoxShape box) {
            solid.box(pair, box, near);
            return true;
        }
        if (a instanceof CylinderShape cylinder) {
            solid.cylinder(pair, cylinder, near);
            return true;
        }
        return false;
    }

    private static double half(ConvexShape shape) {
        return shape instanceof CapsuleShape capsule ? capsule.half() : shape instanceof SphereShape ? 0 : -1;
    }

    private boolean touchBoxes(BoxShape a, BoxShape b, double margin) {
        double gap = boxes.search(pair, a, b, margin);
        if (gap > margin) {
            return false;
        }
        if (boxes.choose(pair, KEEP_OF_GAP, KEEP_OF_SIZE, near)) {
            double between = near.gap;
            // The nearest point is one of the face's, or the direction is not that of the nearest points.
            near.gap = EVERYTHING;
            clipping.find(pair, near, margin);
            if (clipping.candidates.count > 0
                    && (gap <= 0 || clipping.candidates.leastGap() <= between + MISS * clipping.extent())) {
                return true;
            }
        } else if (gap <= 0 || boxes.crosses()) {
            clipping.find(pair, near, margin);
            return true;
        }
        if (!cores.find(pair, margin, near) || near.gap > margin) {
            return false;
        }
        clipping.find(pair, near, margin);
        return true;
    }

    /** How deep two boxes overlap; false if they do not. */
    private boolean boxDepth(BoxShape a, BoxShape b) {
        if (boxes.search(pair, a, b, 0) > 0) {
            return false;
        }
        if (boxes.choose(pair, 0, EQUAL, near)) {
            double depth = near.gap;
            near.gap = EVERYTHING;
            clipping.find(pair, near, 0);
            ContactCandidates points = clipping.candidates;
            if (points.count == 0) {
                return false;
            }
            int deepest = points.deepest();
            near.gap = depth;
            near.middle(points.x(deepest, 0), points.x(deepest, 1), points.x(deepest, 2));
        }
        return true;
    }
}
