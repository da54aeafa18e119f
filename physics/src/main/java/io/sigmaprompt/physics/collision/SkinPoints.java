package io.sigmaprompt.physics.collision;

import java.util.Arrays;

/**
 * Points at which a convex shape touches a skin, triangle by triangle, and the manifolds made of them: points whose
 * normals nearly agree go together, those at one place are one, and of each manifold at most four are kept.
 */
final class SkinPoints {
    /** Cosine of the angle up to which normals agree, 2.5 degrees. */
    private static final double AGREE = 0.999;
    /** Points closer than this, of the shape's size, are one. */
    private static final double SAME = 1e-3;

    private double[] normals = new double[3 * 32];
    private double[] points = new double[3 * 32];
    private double[] gaps = new double[32];
    private int[] features = new int[32];
    private boolean[] given = new boolean[32];
    private int count;
    private int[] used = new int[32];
    private int usedCount;
    private final ContactCandidates candidates = new ContactCandidates();
    private final Manifold manifold = new Manifold();

    void clear() {
        count = 0;
    }

    /** Adds a point, as that of a manifold, with the unit normal from the skin to the shape. */
    void add(double[] normal, double x, double y, double z, double gap, int feature) {
        if (count == gaps.length) {
            normals = Arrays.copyOf(normals, 6 * count);
            points = Arrays.copyOf(points, 6 * count);
            gaps = Arrays.copyOf(gaps, 2 * count);
            features = Arrays.copyOf(features, 2 * count);
            given = Arrays.copyOf(given, 2 * count);
        }
        System.arraycopy(normal, 0, normals, 3 * count, 3);
        points[3 * count] = x;
        points[3 * count + 1] = y;
        points[3 * count + 2] = z;
        gaps[count] = gap;
        features[count] = feature;
        given[count] = false;
        count++;
    }

    /**
     * Gives the manifolds, that of the deepest point first.
     *
     * @param first of the pair; where {@code skinLast}, the shape, else the skin
     * @param size of the shape, metres
     * @param pose the shape's, 12 numbers at {@code o}: points are counted from its origin, where they are exact
     */
    void give(
            int first,
            int second,
            boolean skinLast,
            double size,
            double[] pose,
            int o,
            PairSurface surface,
            double reach,
            ContactBuffer out) {
        usedCount = 0;
        for (int seed = deepest(); seed >= 0; seed = deepest()) {
            for (int k = 0; k < 3; k++) {
                manifold.normal[k] = normals[3 * seed + k];
            }
            candidates.clear();
            take(seed, pose, o);
            for (int i = 0; i < count; i++) {
                if (!given[i] && along(seed, i) > AGREE) {
                    if (isNew(i, SAME * size, pose, o)) {
                        take(i, pose, o);
                    }
                    given[i] = true;
                }
            }
            manifold.clear();
            candidates.give(manifold, pose[o + 9], pose[o + 10], pose[o + 11]);
            for (int k = 0; skinLast && k < 3; k++) {
                manifold.normal[k] = 0 - manifold.normal[k];
            }
            out.add(first, second, surface, manifold, reach);
        }
    }

    private int deepest() {
        int best = -1;
        for (int i = 0; i < count; i++) {
            if (!given[i] && (best < 0 || gaps[i] < gaps[best])) {
                best = i;
            }
        }
        return best;
    }

    private void take(int i, double[] pose, int o) {
        given[i] = true;
        int feature = features[i];
        // Different points that happen to hash alike must not pass for one.
        while (isUsed(feature)) {
            feature++;
        }
        if (usedCount == used.length) {
            used = Arrays.copyOf(used, 2 * usedCount);
        }
        used[usedCount++] = feature;
        candidates.add(
                points[3 * i] - pose[o + 9],
                points[3 * i + 1] - pose[o + 10],
                points[3 * i + 2] - pose[o + 11],
                gaps[i],
                feature);
    }

    private boolean isUsed(int feature) {
        for (int k = 0; k < usedCount; k++) {
            if (used[k] == feature) {
                return true;
            }
        }
        return false;
    }

    private boolean isNew(int i, double same, double[] pose, int o) {
        for (int k = 0; k < candidates.count; k++) {
            double sum = 0;
            for (int axis = 0; axis < 3; axis++) {
                double d = points[3 * i + axis] - pose[o + 9 + axis] - candidates.x(k, axis);
                sum += d * d;
            }
            if (sum < same * same) {
                return false;
            }
        }
        return true;
    }

    private double along(int a, int b) {
        return normals[3 * a] * normals[3 * b]
                + normals[3 * a + 1] * normals[3 * b + 1]
                + normals[3 * a + 2] * normals[3 * b + 2];
    }
}
