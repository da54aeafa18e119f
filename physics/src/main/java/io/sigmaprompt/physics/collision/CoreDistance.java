package io.sigmaprompt.physics.collision;

/**
 * Distance or depth of any two cores. Both are the greatest gap over all directions; a search finds the direction to
 * the digits that it can, the gap along it is measured anew, and where the normal of a face does as well, it is that
 * normal: a face that rests on a face is then as exact as its corners.
 */
final class CoreDistance {
    /** Relative to the face's size: gaps that differ by less are equal. */
    private static final double EQUAL = 1e-13;

    private final SimplexSearch search = new SimplexSearch();
    private final ExpandingPolytope polytope = new ExpandingPolytope();
    private final FaceNormal first = new FaceNormal();
    private final FaceNormal second = new FaceNormal();
    private double[] corners = new double[24];

    /** Finds how near the cores are; false if they are farther apart than the limit. */
    boolean find(PosedPair pair, double limit, Proximity out) {
        switch (search.search(pair, limit, out)) {
            case BEYOND -> {
                return false;
            }
            case TOUCHING -> polytope.search(pair, search.simplex, out);
            case APART -> {}
        }
        settle(pair, out);
        return true;
    }

    private void settle(PosedPair pair, Proximity out) {
        int most = 3 * Math.max(pair.a.faceSize(), pair.b.faceSize());
        if (corners.length < most) {
            corners = new double[2 * most];
        }
        double nx = out.nx;
        double ny = out.ny;
        double nz = out.nz;
        out.gap = pair.gap(nx, ny, nz);
        double searched = out.gap;
        double fromFirst = Double.NEGATIVE_INFINITY;
        double fromSecond = Double.NEGATIVE_INFINITY;
        if (first.of(corners, pair.firstFace(nx, ny, nz, corners))) {
            fromFirst = pair.gap(first.x, first.y, first.z);
        }
        if (second.of(corners, pair.secondFace(-nx, -ny, -nz, corners))) {
            fromSecond = pair.gap(-second.x, -second.y, -second.z);
        }
        double tolerance = EQUAL * Math.max(first.extent, second.extent);
        if (fromFirst >= Math.max(searched, fromSecond) - tolerance) {
            out.normal(first.x, first.y, first.z);
            out.gap = fromFirst;
        } else if (fromSecond >= searched - tolerance) {
            out.normal(-second.x, -second.y, -second.z);
            out.gap = fromSecond;
        }
    }
}
