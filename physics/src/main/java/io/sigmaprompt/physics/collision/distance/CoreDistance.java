package io.sigmaprompt.physics.collision.distance;

import io.sigmaprompt.physics.collision.shape.FaceNormal;

/**
 * Distance or depth of any two cores. Both are the greatest gap over all directions; a search finds the direction to
 * the digits that it can, the gap along it is measured anew, and where the normal of a face does as well, it is that
 * normal: a face that rests on a face is then as exact as its corners.
 */
public final class CoreDistance {
    /** Relative to the face's size: gaps that differ by less are equal. */
    private static final double EQUAL = 1e-13;

    private static final int POLISHING = 24;
    /** Relative to the size: how far apart cores are moved to see their nearest points. */
    private static final double APART = 1e-4;

    private final Proximity parted = new Proximity();
    private final SimplexSearch search = new SimplexSearch();
    private final ExpandingPolytope polytope = new ExpandingPolytope();
    private final FaceNormal first = new FaceNormal();
    private final FaceNormal second = new FaceNormal();
    private double[] corners = new double[24];

    /** Finds how near the cores are; false if they are farther apart than the limit. */
    public boolean find(PosedPair pair, double limit, Proximity out) {
        switch (search.search(pair, limit, out)) {
            case BEYOND -> {
                return false;
            }
            case TOUCHING -> {
                if (!polytope.search(pair, search.simplex, out)) {
                    polish(pair, out);
                }
            }
            case APART -> {}
        }
        settle(pair, out);
        return true;
    }

    /**
     * Moves curved cores apart along the direction found and searches for their nearest points: between these the
     * direction is better known, and the next one better still, as long as the depth is less than the radius of their
     * curvature.
     */
    private void polish(PosedPair pair, Proximity out) {
        double x = pair.dx;
        double y = pair.dy;
        double z = pair.dz;
        out.gap = pair.gap(out.nx, out.ny, out.nz);
        double size = Math.sqrt(search.simplex.extent());
        for (int step = 0; step < POLISHING; step++) {
            double move = APART * size - out.gap;
            pair.dx = x + move * out.nx;
            pair.dy = y + move * out.ny;
            pair.dz = z + move * out.nz;
            boolean apart = search.search(pair, Double.MAX_VALUE, parted) == SimplexSearch.Outcome.APART;
            pair.dx = x;
            pair.dy = y;
            pair.dz = z;
            double gap = apart ? pair.gap(parted.nx, parted.ny, parted.nz) : Double.NEGATIVE_INFINITY;
            if (!(gap > out.gap)) {
                return;
            }
            double better = gap - out.gap;
            double half = 0.5 * move;
            out.middle(parted.x - half * out.nx, parted.y - half * out.ny, parted.z - half * out.nz);
            out.normal(parted.nx, parted.ny, parted.nz);
            out.gap = gap;
            if (better <= EQUAL * size) {
                return;
            }
        }
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
