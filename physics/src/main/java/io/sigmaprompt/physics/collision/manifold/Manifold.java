package io.sigmaprompt.physics.collision.manifold;

import java.util.Arrays;

/**
 * Where two shapes touch: a normal, and points that share it. Reused from pair to pair; {@link #clear} begins anew.
 */
public final class Manifold {
    /** Unit normal from the first shape to the second, world. */
    public final double[] normal = new double[3];

    /** Points midway between the surfaces, world, 3 a point, metres. */
    public double[] points = new double[3 * 8];

    /** Signed distances along the normal, metres; negative where the shapes overlap. */
    public double[] gaps = new double[8];

    /** What makes a point the same as one of the step before: equal in equal situations, unequal within a manifold. */
    public int[] features = new int[8];

    private int count;

    public int count() {
        return count;
    }

    public void clear() {
        count = 0;
    }

    /** Adds a point. */
    public void add(double x, double y, double z, double gap, int feature) {
        if (count == gaps.length) {
            points = Arrays.copyOf(points, 6 * count);
            gaps = Arrays.copyOf(gaps, 2 * count);
            features = Arrays.copyOf(features, 2 * count);
        }
        points[3 * count] = x;
        points[3 * count + 1] = y;
        points[3 * count + 2] = z;
        gaps[count] = gap;
        features[count] = feature;
        count++;
    }

    /** Leaves only the first {@code kept} points. */
    public void keep(int kept) {
        count = kept;
    }
}
