package io.sigmaprompt.physics.collision;

import io.sigmaprompt.physics.collision.broadphase.LongList;
import io.sigmaprompt.physics.collision.broadphase.PairCandidates;
import io.sigmaprompt.physics.collision.collider.Collider;
import io.sigmaprompt.physics.collision.collider.ContactFilter;
import io.sigmaprompt.physics.collision.collider.ExplicitPair;
import io.sigmaprompt.physics.collision.collider.PairKey;
import io.sigmaprompt.physics.collision.collider.PairSurface;
import io.sigmaprompt.physics.collision.collider.PairSurfaces;
import io.sigmaprompt.physics.collision.manifold.ContactBuffer;
import io.sigmaprompt.physics.collision.ray.RayTarget;
import io.sigmaprompt.physics.collision.solid.Placement;
import io.sigmaprompt.physics.collision.solid.Solid;
import io.sigmaprompt.physics.collision.solid.SolidReader;
import java.util.List;

/**
 * All colliders of a world: which of them touch, how far apart they are, what a ray meets. After {@link #update} every
 * answer is a function of the poses handed in alone: what is kept from step to step saves time and changes no bit. Not
 * for use by several threads at once; nothing is allocated once its buffers have grown.
 */
public final class CollisionScene {
    private final List<Collider> colliders;
    private final List<String> warnings;
    private final PairSurfaces surfaces;
    private final Placement placement;
    private final PairCandidates candidates;
    private final PairContacts contacts;
    private final SceneRay ray;
    private final SceneDistance distances;

    /**
     * A scene whose bodies are not placed yet: {@link #update} comes first.
     *
     * @param filter which colliders may touch
     * @param pairs that are looked for whatever the filter says, unless they share a body
     * @throws io.sigmaprompt.physics.model.BadInputException if a geometry cannot touch or a pair names no two colliders
     */
    public CollisionScene(List<Collider> colliders, ContactFilter filter, List<ExplicitPair> pairs) {
        this.colliders = List.copyOf(colliders);
        int n = colliders.size();
        SolidReader reader = new SolidReader();
        Solid[] solids = new Solid[n];
        RayTarget[] targets = new RayTarget[n];
        for (int i = 0; i < n; i++) {
            SolidReader.Made made = reader.read(colliders.get(i));
            solids[i] = made.solid();
            targets[i] = made.target();
        }
        warnings = List.copyOf(reader.warnings());
        surfaces = new PairSurfaces(colliders, pairs);
        placement = new Placement(colliders, solids);
        PairCandidates.PairRule rule = (first, second) -> {
            Collider a = this.colliders.get(first);
            Collider b = this.colliders.get(second);
            return ContactFilter.mayMeet(a, b) && (filter.allows(a, b) || surfaces.isExplicit(first, second));
        };
        candidates = new PairCandidates(placement, solids, surfaces, rule);
        contacts = new PairContacts(solids, placement);
        ray = new SceneRay(this.colliders, targets, placement, candidates.tree());
        distances = new SceneDistance(this.colliders, solids, placement, candidates.tree(), rule);
    }

    /**
     * Places the colliders.
     *
     * @param bodyPoses from each body's frame to the world: R row-major, then origin; 12 a body, metres
     * @param bodyMargins how far each body may move in the coming step, metres: contacts are told where the gap is below
     *     the pair's margin and those of both bodies
     * @param still which bodies sleep: they stand where the last update saw them, and two that rest have no contacts
     */
    public void update(double[] bodyPoses, double[] bodyMargins, boolean[] still) {
        placement.update(bodyPoses, bodyMargins, still);
        candidates.update();
    }

    /**
     * Writes all contacts, sorted by collider; the first's index is the lower.
     *
     * @param out Modified. Cleared first
     */
    public void findContacts(ContactBuffer out) {
        out.clear();
        LongList pairs = candidates.pairs();
        for (int k = 0; k < pairs.size(); k++) {
            int first = PairKey.first(pairs.get(k));
            int second = PairKey.second(pairs.get(k));
            contacts.find(first, second, candidates.reach(first, second), surfaces.of(first, second), out);
        }
    }

    public List<Collider> colliders() {
        return colliders;
    }

    /** What was odd about the meshes, and how it was mended. */
    public List<String> warnings() {
        return warnings;
    }

    /** How two colliders touch. */
    public PairSurface surface(int first, int second) {
        return surfaces.of(first, second);
    }

    /** How far a point of a collider can be from the origin of its body at most, metres; endless for a plane. */
    public double radius(int collider) {
        return placement.radius(collider);
    }

    /** From each collider's frame to the world: R row-major, then origin; 12 a collider, metres. Not to be written to. */
    public double[] colliderPoses() {
        return placement.poses;
    }

    /** How many pairs are so near each other that {@link #findContacts} looks at their shapes. */
    public int pairCount() {
        return candidates.pairs().size();
    }

    /** How many boxes have been compared since the scene was made. */
    public long boxTests() {
        return candidates.tests();
    }

    /**
     * The least distance between two colliders, whatever the filter says.
     *
     * @param witness Modified. 9 numbers, world: the nearest point on the first, on the second, and the unit normal from
     *     the first to the second
     * @return metres; below zero where they overlap, infinite between two planes, and between skins that never move. A
     *     mesh taken by its triangles, and a height field, are surfaces here: what lies wholly within is at a distance
     */
    public double distance(int first, int second, double[] witness) {
        return distances.between(first, second, witness);
    }

    /**
     * The least distance between the colliders of two bodies, whatever the filter says.
     *
     * @param bodyA an index, or {@link Collider#STATIC}
     * @param witness Modified as by {@link #distance}
     * @return metres; infinite where one has no colliders
     */
    public double closest(int bodyA, int bodyB, double[] witness) {
        return distances.closest(bodyA, bodyB, witness);
    }

    /**
     * Writes all pairs of colliders of different bodies that are nearer than a distance, sorted by collider.
     *
     * @param filtered whether only pairs that may touch count
     * @param out Modified. Cleared first
     */
    public void findNear(double distance, boolean filtered, ProximityBuffer out) {
        distances.findNear(distance, filtered, out);
    }

    /**
     * Casts a ray at all colliders. One that starts inside a convex solid meets its far side.
     *
     * @param origin 3 numbers at {@code o}, world, metres
     * @param direction 3 numbers at {@code d}, world, any length
     * @param maxDistance metres
     * @param ignoredBody body whose colliders the ray passes through, or -1 for none
     * @param out Modified where something is hit
     * @return whether something is hit
     */
    public boolean castRay(
            double[] origin, int o, double[] direction, int d, double maxDistance, int ignoredBody, RayHit out) {
        return ray.cast(origin, o, direction, d, maxDistance, ignoredBody, out);
    }
}
