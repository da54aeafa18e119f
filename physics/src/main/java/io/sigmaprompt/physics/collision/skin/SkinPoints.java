package io.sigmaprompt.physics.collision.skin;

import io.sigmaprompt.physics.collision.collider.PairSurface;
import io.sigmaprompt.physics.collision.manifold.ContactBuffer;
import io.sigmaprompt.physics.collision.manifold.ContactCandidates;
import io.sigmaprompt.physics.collision.manifold.Manifold;
import java.util.Arrays;

/**
 * Points at which a convex shape touches a skin, triangle by triangle, and the manifolds made of them: points whose
 * normals nearly agree go together, those at one place are one, and of each manifold at most four are kept.
 */
final class SkinPoints {
    /** Cosine of the angle up to which normals agree, 2.5 degrees. */
    private static final double AGREE = 0.999;
    /** Points closer than this, of the shape's size, are one. */
    private static final double SAME = 1e-4;

    /** Depths that differ by less, of the shape's size, are equal. */
    private static final double AS_DEEP = 1e-8;

    private final double[] middle = new double[3];
    private int[] members = new int[32];
    private int memberCount;
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
            gather(seed, size);
            candidates.clear();
            // The first of equals stays when points are chosen: let it be a corner, not one on the way to it.
            take(outermost(seed, size), pose, o);
            for (int m = 0; m < memberCount; m++) {
                if (!given[members[m]]) {
                    take(members[m], pose, o);
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

    /** Collects the points that go with a seed; of those at one place the deepest alone. */
    private void gather(int seed, double size) {
        memberCount = 0;
        if (members.length < count) {
            members = new int[gaps.length];
        }
        for (int i = 0; i < count; i++) {
            if (!given[i] && (i == seed || along(seed, i) > AGREE)) {
                members[memberCount++] = i;
            }
        }
        double same = SAME * size * SAME * size;
        int kept = 0;
        for (int m = 0; m < memberCount; m++) {
            int i = members[m];
            boolean covered = false;
            for (int k = 0; k < memberCount && !covered; k++) {
                int j = members[k];
                covered = i != j && square(i, j) < same && (gaps[j] < gaps[i] || (gaps[j] == gaps[i] && j < i));
            }
            given[i] = covered;
        }
        for (int m = 0; m < memberCount; m++) {
            if (!given[members[m]]) {
                members[kept++] = members[m];
            }
        }
        memberCount = kept;
    }

    /** Of the points as deep as the seed the one farthest from the middle of all that go with it. */
    private int outermost(int seed, double size) {
        Arrays.fill(middle, 0);
        for (int m = 0; m < memberCount; m++) {
            for (int k = 0; k < 3; k++) {
                middle[k] += points[3 * members[m] + k] / memberCount;
            }
        }
        int best = seed;
        double most = -1;
        for (int m = 0; m < memberCount; m++) {
            int i = members[m];
            double square = 0;
            for (int k = 0; k < 3; k++) {
                double d = points[3 * i + k] - middle[k];
                square += d * d;
            }
            if (gaps[i] <= gaps[seed] + AS_DEEP * size && square > most) {
                most = square;
                best = i;
            }
        }
        return best;
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

    private double square(int i, int j) {
        double x = points[3 * i] - points[3 * j];
        double y = points[3 * i + 1] - points[3 * j + 1];
        double z = points[3 * i + 2] - points[3 * j + 2];
        return x * x + y * y + z * z;
    }

    private double along(int a, int b) {
        return normals[3 * a] * normals[3 * b]
                + normals[3 * a + 1] * normals[3 * b + 1]
                + normals[3 * a + 2] * normals[3 * b + 2];
    }
}
