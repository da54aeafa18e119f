package io.sigmaprompt.physics.collision;

import io.sigmaprompt.physics.collision.broadphase.BoxTree;
import io.sigmaprompt.physics.collision.collider.Collider;
import io.sigmaprompt.physics.collision.ray.RayTarget;
import io.sigmaprompt.physics.collision.solid.Placement;
import java.util.List;

/**
 * Casts rays at all colliders: planes one by one, the others through the tree. Of two that are met at the same distance
 * the one of lower index is told.
 */
final class SceneRay implements BoxTree.RayVisitor {
    private final List<Collider> colliders;
    private final RayTarget[] targets;
    private final Placement placement;
    private final BoxTree tree;
    private final double[] ray = new double[6];
    private final double[] local = new double[6];
    private final double[] normal = new double[3];
    private final double[] bestNormal = new double[3];
    private int ignored;
    private int best;
    private double bound;

    SceneRay(List<Collider> colliders, RayTarget[] targets, Placement placement, BoxTree tree) {
        this.colliders = colliders;
        this.targets = targets;
        this.placement = placement;
        this.tree = tree;
    }

    boolean cast(double[] origin, int o, double[] direction, int d, double most, int ignoredBody, RayHit out) {
        double x = direction[d];
        double y = direction[d + 1];
        double z = direction[d + 2];
        double length = Math.sqrt(x * x + y * y + z * z);
        if (!(length > 0)) {
            return false;
        }
        System.arraycopy(origin, o, ray, 0, 3);
        ray[3] = x / length;
        ray[4] = y / length;
        ray[5] = z / length;
        ignored = ignoredBody;
        best = -1;
        double distance = most;
        for (int i = 0; i < targets.length; i++) {
            if (!tree.holds(i)) {
                distance = visit(i, distance);
            }
        }
        bound = distance;
        tree.cast(ray, distance, this);
        if (best < 0) {
            return false;
        }
        out.collider = best;
        out.distance = bound;
        for (int k = 0; k < 3; k++) {
            out.point[k] = ray[k] + bound * ray[3 + k];
        }
        rotate(placement.poses, Placement.POSE * best, bestNormal, out.normal);
        return true;
    }

    @Override
    public double visit(int collider, double most) {
        int body = colliders.get(collider).body();
        if (body >= 0 && body == ignored) {
            return most;
        }
        toLocal(placement.poses, Placement.POSE * collider);
        double hit = targets[collider].hit(local, most, normal);
        bound = most;
        if (hit != RayTarget.MISS && (hit < most || (hit == most && (best < 0 || collider < best)))) {
            best = collider;
            bound = hit;
            System.arraycopy(normal, 0, bestNormal, 0, 3);
        }
        return bound;
    }

    private void toLocal(double[] pose, int p) {
        double x = ray[0] - pose[p + 9];
        double y = ray[1] - pose[p + 10];
        double z = ray[2] - pose[p + 11];
        for (int k = 0; k < 3; k++) {
            local[k] = pose[p + k] * x + pose[p + 3 + k] * y + pose[p + 6 + k] * z;
            local[3 + k] = pose[p + k] * ray[3] + pose[p + 3 + k] * ray[4] + pose[p + 6 + k] * ray[5];
        }
    }

    private static void rotate(double[] pose, int p, double[] v, double[] out) {
        for (int k = 0; k < 3; k++) {
            out[k] = pose[p + 3 * k] * v[0] + pose[p + 3 * k + 1] * v[1] + pose[p + 3 * k + 2] * v[2];
        }
    }
}
