package io.sigmaprompt.physics.collision.manifold;

import io.sigmaprompt.physics.collision.collider.PairSurface;
import java.util.Arrays;

/**
 * The contacts of a world at one instant, in flat arrays that grow where needed. Sorted by (first collider, second
 * collider), then in the order of their manifold.
 */
public final class ContactBuffer {
    /** Colliders of each contact, the first's index below the second's. */
    public int[] first = new int[64];

    public int[] second = new int[64];

    /** What makes a contact the same as one of the step before, within its pair. */
    public int[] feature = new int[64];

    /** 7 a contact: unit normal from the first to the second (world), point midway (world), signed distance; metres. */
    public double[] geometry = new double[7 * 64];

    /** How the pair touches. */
    public PairSurface[] surface = new PairSurface[64];

    private int count;

    public int count() {
        return count;
    }

    public void clear() {
        count = 0;
    }

    /** Adds all points of a manifold whose distance is below {@code margin}. */
    public void add(int firstCollider, int secondCollider, PairSurface pair, Manifold manifold, double margin) {
        for (int i = 0; i < manifold.count(); i++) {
            if (manifold.gaps[i] < margin) {
                add(firstCollider, secondCollider, pair, manifold, i);
            }
        }
    }

    private void add(int firstCollider, int secondCollider, PairSurface pair, Manifold manifold, int point) {
        if (count == first.length) {
            grow();
        }
        first[count] = firstCollider;
        second[count] = secondCollider;
        feature[count] = manifold.features[point];
        surface[count] = pair;
        int o = 7 * count;
        System.arraycopy(manifold.normal, 0, geometry, o, 3);
        System.arraycopy(manifold.points, 3 * point, geometry, o + 3, 3);
        geometry[o + 6] = manifold.gaps[point];
        count++;
    }

    private void grow() {
        int size = 2 * count;
        first = Arrays.copyOf(first, size);
        second = Arrays.copyOf(second, size);
        feature = Arrays.copyOf(feature, size);
        surface = Arrays.copyOf(surface, size);
        geometry = Arrays.copyOf(geometry, 7 * size);
    }
}
