package io.sigmaprompt.physics.collision.broadphase;

import io.sigmaprompt.physics.collision.collider.PairKey;
import io.sigmaprompt.physics.collision.collider.PairSurfaces;
import io.sigmaprompt.physics.collision.solid.Boxes;
import io.sigmaprompt.physics.collision.solid.Placement;
import io.sigmaprompt.physics.collision.solid.PlaneSolid;
import io.sigmaprompt.physics.collision.solid.Solid;

/**
 * The pairs of colliders whose boxes are near enough for a contact. Boxes that stand in a tree are larger than needed,
 * so that most colliders stay in theirs from step to step and their pairs need not be looked for again; what comes out
 * is told by the exact boxes, and so does not depend on when a collider last left its larger one.
 */
public final class PairCandidates {
    /** What is added to a box in the tree on each side, of its longest edge. */
    private static final double FAT = 0.1;

    private static final double LEAST_FAT = 1e-3;

    private final Placement placement;
    private final PairSurfaces surfaces;
    private final PairRule rule;
    private final boolean[] plane;
    private final boolean[] left;
    private final BoxTree tree;
    private final double[] box = new double[Boxes.SIZE];
    private final LongList planePairs = new LongList();
    private final LongList fresh = new LongList();
    private final LongList inTree = new LongList();
    private final LongList onPlanes = new LongList();
    private final LongList pairs = new LongList();
    private LongList near = new LongList();
    private LongList spare = new LongList();
    private long tests;

    /** Whether two colliders may touch at all. */
    public interface PairRule {
        boolean allows(int first, int second);
    }

    public PairCandidates(Placement placement, Solid[] solids, PairSurfaces surfaces, PairRule rule) {
        this.placement = placement;
        this.surfaces = surfaces;
        this.rule = rule;
        int n = solids.length;
        plane = new boolean[n];
        left = new boolean[n];
        tree = new BoxTree(n);
        for (int i = 0; i < n; i++) {
            plane[i] = solids[i] instanceof PlaneSolid;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; plane[i] && j < n; j++) {
                if (!plane[j] && rule.allows(Math.min(i, j), Math.max(i, j))) {
                    planePairs.add(PairKey.of(i, j));
                }
            }
        }
        planePairs.sort();
    }

    /** Looks for pairs anew; {@link #pairs} tells them. */
    public void update() {
        if (leave()) {
            forget();
            seek();
        }
        select();
    }

    /** Pairs in which one may move and whose boxes are nearer than their margins, sorted. */
    public LongList pairs() {
        return pairs;
    }

    public BoxTree tree() {
        return tree;
    }

    /** How many boxes have been compared since the beginning. */
    public long tests() {
        return tests + tree.tests();
    }

    /** What a contact of the pair may be apart, metres. */
    public double reach(int first, int second) {
        return surfaces.of(first, second).margin() + placement.motion[first] + placement.motion[second];
    }

    private boolean leave() {
        boolean any = false;
        for (int i = 0; i < left.length; i++) {
            left[i] = false;
            if (plane[i] || !placement.placed[i]) {
                continue;
            }
            Boxes.grow(placement.boxes, Boxes.SIZE * i, surfaces.margin(i) + placement.motion[i], box, 0);
            if (tree.holds(i)) {
                tests++;
                if (tree.contains(i, box, 0)) {
                    continue;
                }
                tree.remove(i);
            }
            Boxes.grow(box, 0, Math.max(LEAST_FAT, FAT * Boxes.extent(box, 0)), box, 0);
            tree.insert(i, box, 0);
            left[i] = true;
            any = true;
        }
        return any;
    }

    private void forget() {
        int kept = 0;
        for (int k = 0; k < near.size(); k++) {
            long key = near.get(k);
            if (!left[PairKey.first(key)] && !left[PairKey.second(key)]) {
                near.set(kept++, key);
            }
        }
        near.truncate(kept);
    }

    private void seek() {
        fresh.clear();
        for (int i = 0; i < left.length; i++) {
            if (!left[i]) {
                continue;
            }
            int count = tree.overlapping(i);
            for (int k = 0; k < count; k++) {
                int j = tree.found(k);
                // Two that both left find each other twice.
                boolean twice = left[j] && j <= i;
                if (!twice && rule.allows(Math.min(i, j), Math.max(i, j))) {
                    fresh.add(PairKey.of(i, j));
                }
            }
        }
        fresh.sort();
        spare.merge(near, fresh);
        LongList swapped = near;
        near = spare;
        spare = swapped;
    }

    private void select() {
        inTree.clear();
        for (int k = 0; k < near.size(); k++) {
            long key = near.get(k);
            int i = PairKey.first(key);
            int j = PairKey.second(key);
            if (placement.resting[i] && placement.resting[j]) {
                continue;
            }
            tests++;
            if (Boxes.within(placement.boxes, Boxes.SIZE * i, placement.boxes, Boxes.SIZE * j, reach(i, j))) {
                inTree.add(key);
            }
        }
        onPlanes.clear();
        for (int k = 0; k < planePairs.size(); k++) {
            long key = planePairs.get(k);
            int i = PairKey.first(key);
            int j = PairKey.second(key);
            if (placement.resting[i] && placement.resting[j]) {
                continue;
            }
            tests++;
            int ground = plane[i] ? i : j;
            int other = plane[i] ? j : i;
            double height =
                    PlaneSolid.height(placement.poses, Placement.POSE * ground, placement.boxes, Boxes.SIZE * other);
            if (height <= reach(i, j)) {
                onPlanes.add(key);
            }
        }
        pairs.merge(inTree, onPlanes);
    }
}
