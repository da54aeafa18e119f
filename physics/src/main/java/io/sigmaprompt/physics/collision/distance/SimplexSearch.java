package io.sigmaprompt.physics.collision.distance;

/**
 * The nearest points of two cores that lie apart, by descent over simplices of their difference (Gilbert, Johnson,
 * Keerthi, A fast procedure for computing the distance between complex objects in three-dimensional space, IEEE Journal
 * of Robotics and Automation 4(2), 1988; bounds and end of the search after van den Bergen, A fast and robust GJK
 * implementation for collision detection of convex objects, Journal of Graphics Tools 4(2), 1999).
 */
final class SimplexSearch {
    private static final int STEPS = 96;
    /** Relative to the simplex: nearer than this the direction of the nearest point is noise. */
    private static final double TOUCHING = 1e-11;

    private static final double PRECISION = 1e-15;
    private static final double ROUNDING = 0x1p-51;

    enum Outcome {
        APART,
        BEYOND,
        TOUCHING
    }

    final Simplex simplex = new Simplex();

    /**
     * Searches.
     *
     * @param limit cores farther apart than this are only told to be
     */
    Outcome search(PosedPair pair, double limit, Proximity out) {
        Simplex s = simplex;
        boolean centred = pair.dx == 0 && pair.dy == 0 && pair.dz == 0;
        pair.support(centred ? 1 : pair.dx, pair.dy, pair.dz, s.points, 0);
        s.count = 1;
        s.reduce();
        double square = s.square();
        double extent = 0;
        for (int step = 0; step < STEPS; step++) {
            extent = Math.max(extent, s.extent());
            if (square <= TOUCHING * TOUCHING * extent) {
                return Outcome.TOUCHING;
            }
            int next = PosedPair.POINT * s.count;
            pair.support(s.x, s.y, s.z, s.points, next);
            double along = s.x * s.points[next] + s.y * s.points[next + 1] + s.z * s.points[next + 2];
            if (along > 0 && along * along > limit * limit * square) {
                return Outcome.BEYOND;
            }
            if (square - along <= PRECISION * square + ROUNDING * Math.sqrt(square * extent) || s.holdsNext()) {
                break;
            }
            int before = s.count;
            s.keep();
            s.count++;
            if (s.reduce()) {
                return Outcome.TOUCHING;
            }
            double nearer = s.square();
            if (!(nearer < square)) {
                s.reduceFlat(before);
                nearer = s.square();
            }
            if (!(nearer < square)) {
                s.restore(before);
                break;
            }
            square = nearer;
        }
        double distance = Math.sqrt(s.square());
        if (!(distance > 0)) {
            return Outcome.TOUCHING;
        }
        out.normal(s.x / distance, s.y / distance, s.z / distance);
        out.gap = distance;
        out.middle(s.middle(0), s.middle(1), s.middle(2));
        return Outcome.APART;
    }
}
