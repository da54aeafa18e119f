package io.sigmaprompt.physics.collision;

import io.sigmaprompt.physics.collision.broadphase.BoxTree;
import io.sigmaprompt.physics.collision.broadphase.LongList;
import io.sigmaprompt.physics.collision.broadphase.PairCandidates;
import io.sigmaprompt.physics.collision.collider.Collider;
import io.sigmaprompt.physics.collision.collider.ContactFilter;
import io.sigmaprompt.physics.collision.collider.PairKey;
import io.sigmaprompt.physics.collision.solid.Boxes;
import io.sigmaprompt.physics.collision.solid.Placement;
import io.sigmaprompt.physics.collision.solid.PlaneSolid;
import io.sigmaprompt.physics.collision.solid.Solid;
import java.util.List;

/** Distances between colliders and bodies of a scene, with far pairs told by their boxes alone. */
final class SceneDistance {
    private final List<Collider> colliders;
    private final Solid[] solids;
    private final Placement placement;
    private final BoxTree tree;
    private final PairCandidates.PairRule rule;
    private final PairDistance pair;
    private final double[] box = new double[Boxes.SIZE];
    private final double[] candidate = new double[9];
    private final LongList keys = new LongList();

    SceneDistance(
            List<Collider> colliders, Solid[] solids, Placement placement, BoxTree tree, PairCandidates.PairRule rule) {
        this.colliders = colliders;
        this.solids = solids;
        this.placement = placement;
        this.tree = tree;
        this.rule = rule;
        pair = new PairDistance(solids, placement);
    }

    double between(int a, int b, double[] witness) {
        return pair.of(a, b, witness);
    }

    double closest(int bodyA, int bodyB, double[] witness) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < solids.length; i++) {
            for (int j = 0; colliders.get(i).body() == bodyA && j < solids.length; j++) {
                if (colliders.get(j).body() != bodyB || i == j || !nearer(i, j, least)) {
                    continue;
                }
                double distance = pair.of(i, j, candidate);
                if (distance < least) {
                    least = distance;
                    System.arraycopy(candidate, 0, witness, 0, 9);
                }
            }
        }
        return least;
    }

    void findNear(double distance, boolean filtered, ProximityBuffer out) {
        keys.clear();
        for (int i = 0; i < solids.length; i++) {
            if (!tree.holds(i)) {
                addPlane(i, distance, filtered);
                continue;
            }
            Boxes.grow(placement.boxes, Boxes.SIZE * i, Math.max(0, distance), box, 0);
            int count = tree.overlapping(box, 0);
            for (int k = 0; k < count; k++) {
                int j = tree.found(k);
                if (i < j && matters(i, j, filtered)) {
                    keys.add(PairKey.of(i, j));
                }
            }
        }
        keys.sort();
        out.clear();
        for (int k = 0; k < keys.size(); k++) {
            int i = PairKey.first(keys.get(k));
            int j = PairKey.second(keys.get(k));
            if (nearer(i, j, distance)) {
                double apart = pair.of(i, j, candidate);
                if (apart < distance) {
                    out.add(i, j, apart, candidate);
                }
            }
        }
    }

    private void addPlane(int plane, double distance, boolean filtered) {
        for (int j = 0; j < solids.length; j++) {
            if (tree.holds(j)
                    && matters(Math.min(plane, j), Math.max(plane, j), filtered)
                    && PlaneSolid.height(placement.poses, Placement.POSE * plane, placement.boxes, Boxes.SIZE * j)
                            < distance) {
                keys.add(PairKey.of(plane, j));
            }
        }
    }

    private boolean matters(int first, int second, boolean filtered) {
        return filtered
                ? rule.allows(first, second)
                : ContactFilter.mayMeet(colliders.get(first), colliders.get(second));
    }

    /** Whether the boxes leave room for a distance below {@code bound}. */
    private boolean nearer(int i, int j, double bound) {
        if (!tree.holds(i) || !tree.holds(j) || bound == Double.POSITIVE_INFINITY) {
            return true;
        }
        double within = Boxes.squaredDistance(placement.boxes, Boxes.SIZE * i, placement.boxes, Boxes.SIZE * j);
        return bound > 0 ? within < bound * bound : within == 0;
    }
}
