package io.sigmaprompt.physics.collision;

import io.sigmaprompt.physics.collision.manifold.NarrowPhase;
import io.sigmaprompt.physics.collision.shape.ConvexShape;
import io.sigmaprompt.physics.collision.skin.SkinDistance;
import io.sigmaprompt.physics.collision.solid.ConvexSolid;
import io.sigmaprompt.physics.collision.solid.MeshSkin;
import io.sigmaprompt.physics.collision.solid.Placement;
import io.sigmaprompt.physics.collision.solid.PlaneSolid;
import io.sigmaprompt.physics.collision.solid.Skin;
import io.sigmaprompt.physics.collision.solid.Solid;
import org.jspecify.annotations.Nullable;

/** How far two colliders are apart, whatever they are made of. */
final class PairDistance {
    private final Solid[] solids;
    private final Placement placement;
    private final NarrowPhase narrow = new NarrowPhase();
    private final SkinDistance skins;
    private final double[] candidate = new double[9];
    private final double[] direction = new double[3];
    private final double[] point = new double[3];

    PairDistance(Solid[] solids, Placement placement) {
        this.solids = solids;
        this.placement = placement;
        skins = new SkinDistance(placement, narrow);
    }

    /** As {@link CollisionScene#distance}. */
    double of(int a, int b, double[] witness) {
        if (solids[a] instanceof PlaneSolid) {
            double distance = overPlane(a, b, witness);
            exchange(witness);
            return distance;
        }
        if (solids[b] instanceof PlaneSolid) {
            return overPlane(b, a, witness);
        }
        ConvexSolid first = convexOf(solids[a]);
        ConvexSolid second = convexOf(solids[b]);
        if (solids[a] instanceof Skin skin && second != null) {
            return skins.of(skin, a, second, b, witness);
        }
        if (solids[b] instanceof Skin skin && first != null) {
            double distance = skins.of(skin, b, first, a, witness);
            exchange(witness);
            return distance;
        }
        return convex(first, a, second, b, witness);
    }

    private static @Nullable ConvexSolid convexOf(Solid solid) {
        return solid instanceof ConvexSolid convex ? convex : solid instanceof MeshSkin mesh ? mesh.hull() : null;
    }

    private double convex(@Nullable ConvexSolid a, int first, @Nullable ConvexSolid b, int second, double[] witness) {
        double least = Double.POSITIVE_INFINITY;
        if (a == null || b == null) {
            return least;
        }
        for (ConvexShape partA : a.parts) {
            for (ConvexShape partB : b.parts) {
                double distance = narrow.distance(
                        partA,
                        placement.poses,
                        Placement.POSE * first,
                        partB,
                        placement.poses,
                        Placement.POSE * second,
                        candidate);
                if (distance < least) {
                    least = distance;
                    System.arraycopy(candidate, 0, witness, 0, 9);
                }
            }
        }
        return least;
    }

    /** The witness holds the other's lowest point, its foot on the plane and the plane's normal turned down. */
    private double overPlane(int plane, int other, double[] witness) {
        double least = Double.POSITIVE_INFINITY;
        ConvexSolid convex = convexOf(solids[other]);
        if (convex == null) {
            return least;
        }
        double[] poses = placement.poses;
        int p = Placement.POSE * plane;
        int o = Placement.POSE * other;
        double nx = poses[p + 2];
        double ny = poses[p + 5];
        double nz = poses[p + 8];
        for (int k = 0; k < 3; k++) {
            direction[k] = -(poses[o + k] * nx + poses[o + 3 + k] * ny + poses[o + 6 + k] * nz);
        }
        for (ConvexShape part : convex.parts) {
            part.support(direction[0], direction[1], direction[2], point, 0);
            for (int k = 0; k < 3; k++) {
                point[k] += part.radius() * direction[k];
            }
            double x = place(poses, o, 0);
            double y = place(poses, o, 1);
            double z = place(poses, o, 2);
            double height = PlaneSolid.height(poses, p, x, y, z);
            if (height < least) {
                least = height;
                set(witness, 0, x, y, z);
                set(witness, 3, x - height * nx, y - height * ny, z - height * nz);
                set(witness, 6, 0 - nx, 0 - ny, 0 - nz);
            }
        }
        return least;
    }

    private double place(double[] pose, int o, int k) {
        return pose[o + 3 * k] * point[0]
                + pose[o + 3 * k + 1] * point[1]
                + pose[o + 3 * k + 2] * point[2]
                + pose[o + 9 + k];
    }

    private static void set(double[] v, int o, double x, double y, double z) {
        v[o] = x;
        v[o + 1] = y;
        v[o + 2] = z;
    }

    private static void exchange(double[] witness) {
        for (int k = 0; k < 3; k++) {
            double onA = witness[k];
            witness[k] = witness[3 + k];
            witness[3 + k] = onA;
            witness[6 + k] = 0 - witness[6 + k];
        }
    }
}
