package io.sigmaprompt.physics.collision.distance;

import io.sigmaprompt.physics.collision.shape.BoxShape;

/**
 * The direction along which two boxes are farthest apart, or overlap least, of the 15 that can be: the normals of the
 * faces and the cross products of edges (Gottschalk, Lin, Manocha, OBBTree: a hierarchical structure for rapid
 * interference detection, SIGGRAPH 1996). Overlapping boxes are told exactly; boxes apart only bounded from below, for
 * where a corner is nearest to a corner or to an edge none of the 15 is the direction.
 */
public final class BoxPair {
    /** Square sine of the angle below which edges are parallel: the faces' normals stand in for their cross product. */
    private static final double PARALLEL = 1e-12;

    private final double[] c = new double[9];
    private final double[] t = new double[3];
    /** Half edges of the first, then of the second. */
    private final double[] h = new double[6];
    /** Best of the first's faces, of the second's, of the edges. */
    private double firstGap;

    private double secondGap;
    private double edgeGap;
    private int firstFace;
    private int secondFace;
    private int edge;
    private double edgeLength;
    private double size;

    /**
     * The greatest gap along any of the directions.
     *
     * @param limit once a gap is greater, no other is looked for
     */
    public double search(PosedPair pair, BoxShape a, BoxShape b, double limit) {
        relate(pair, a, b);
        firstGap = Double.NEGATIVE_INFINITY;
        secondGap = Double.NEGATIVE_INFINITY;
        edgeGap = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 3; i++) {
            double gap = Math.abs(t[i])
                    - h[i]
                    - h[3] * Math.abs(c[3 * i])
                    - h[4] * Math.abs(c[3 * i + 1])
                    - h[5] * Math.abs(c[3 * i + 2]);
            if (gap > firstGap) {
                firstGap = gap;
                firstFace = i;
            }
        }
        if (firstGap > limit) {
            return firstGap;
        }
        for (int j = 0; j < 3; j++) {
            double gap = Math.abs(t[0] * c[j] + t[1] * c[3 + j] + t[2] * c[6 + j])
                    - h[3 + j]
                    - h[0] * Math.abs(c[j])
                    - h[1] * Math.abs(c[3 + j])
                    - h[2] * Math.abs(c[6 + j]);
            if (gap > secondGap) {
                secondGap = gap;
                secondFace = j;
            }
        }
        if (secondGap > limit) {
            return secondGap;
        }
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                edge(i, j);
            }
        }
        return Math.max(Math.max(firstGap, secondGap), edgeGap);
    }

    private void edge(int i, int j) {
        int i1 = i < 2 ? i + 1 : 0;
        int i2 = 3 - i - i1;
        int j1 = j < 2 ? j + 1 : 0;
        int j2 = 3 - j - j1;
        double x = c[3 * i1 + j];
        double y = c[3 * i2 + j];
        double square = x * x + y * y;
        if (square < PARALLEL) {
            return;
        }
        double reach = Math.abs(t[i2] * x - t[i1] * y)
                - h[i1] * Math.abs(y)
                - h[i2] * Math.abs(x)
                - h[3 + j1] * Math.abs(c[3 * i + j2])
                - h[3 + j2] * Math.abs(c[3 * i + j1]);
        double length = Math.sqrt(square);
        if (reach > edgeGap * length) {
            edgeGap = reach / length;
            edge = 3 * i + j;
            edgeLength = length;
        }
    }

    private void relate(PosedPair pair, BoxShape a, BoxShape b) {
        double[] ra = pair.poseA();
        int ao = pair.ao();
        double[] rb = pair.poseB();
        int bo = pair.bo();
        for (int i = 0; i < 3; i++) {
            double x = ra[ao + i];
            double y = ra[ao + 3 + i];
            double z = ra[ao + 6 + i];
            c[3 * i] = x * rb[bo] + y * rb[bo + 3] + z * rb[bo + 6];
            c[3 * i + 1] = x * rb[bo + 1] + y * rb[bo + 4] + z * rb[bo + 7];
            c[3 * i + 2] = x * rb[bo + 2] + y * rb[bo + 5] + z * rb[bo + 8];
            t[i] = x * pair.dx + y * pair.dy + z * pair.dz;
        }
        h[0] = a.hx;
        h[1] = a.hy;
        h[2] = a.hz;
        h[3] = b.hx;
        h[4] = b.hy;
        h[5] = b.hz;
        size = Math.max(Math.max(h[0] + h[3], h[1] + h[4]), h[2] + h[5]);
    }

    /**
     * Takes one of the best directions: a face of the first as long as no other is better by a part of the gap or of
     * the size, for a box at rest shall keep its face; whether it is a face's.
     */
    public boolean choose(PosedPair pair, double ofGap, double ofSize, Proximity out) {
        double faces = Math.max(firstGap, secondGap);
        if (edgeGap > faces + ofGap * Math.abs(faces) + ofSize * size) {
            takeEdge(pair, out);
            return false;
        }
        boolean first = firstGap >= secondGap - ofGap * Math.abs(secondGap) - ofSize * size;
        double[] r = first ? pair.poseA() : pair.poseB();
        int o = first ? pair.ao() + firstFace : pair.bo() + secondFace;
        double x = r[o];
        double y = r[o + 3];
        double z = r[o + 6];
        double sign = x * pair.dx + y * pair.dy + z * pair.dz < 0 ? -1 : 1;
        out.normal(sign * x, sign * y, sign * z);
        out.gap = first ? firstGap : secondGap;
        return true;
    }

    private void takeEdge(PosedPair pair, Proximity out) {
        int i = edge / 3;
        int j = edge % 3;
        int i1 = i < 2 ? i + 1 : 0;
        int i2 = 3 - i - i1;
        double x = c[3 * i1 + j];
        double y = c[3 * i2 + j];
        // e_i × f_j in the first's frame has no part along e_i, -y along the next axis and x along the one after it.
        double sign = (t[i2] * x - t[i1] * y < 0 ? -1 : 1) / edgeLength;
        double[] r = pair.poseA();
        int o = pair.ao();
        double u = -sign * y;
        double v = sign * x;
        out.normal(
                u * r[o + i1] + v * r[o + i2],
                u * r[o + 3 + i1] + v * r[o + 3 + i2],
                u * r[o + 6 + i1] + v * r[o + 6 + i2]);
        out.gap = edgeGap;
        crossing(pair, i, j, u, v, i1, i2, out);
    }

    /** The middle between the two edges where they cross, seen along the normal; false if they cross beyond an end. */
    private void crossing(PosedPair pair, int i, int j, double u, double v, int i1, int i2, Proximity out) {
        // Own coordinates of the first: its edge runs along axis i through p; the second's along column j through q.
        double[] r = pair.poseA();
        int o = pair.ao();
        double pu = u < 0 ? -h[i1] : h[i1];
        double pv = v < 0 ? -h[i2] : h[i2];
        double qi = t[i];
        double qu = t[i1];
        double qv = t[i2];
        for (int k = 0; k < 3; k++) {
            if (k != j) {
                double along = u * c[3 * i1 + k] + v * c[3 * i2 + k];
                double step = along < 0 ? h[3 + k] : -h[3 + k];
                qi += step * c[3 * i + k];
                qu += step * c[3 * i1 + k];
                qv += step * c[3 * i2 + k];
            }
        }
        // Along the direction (x, y) of the second's edge across the first's: where it comes nearest to the first's.
        double x = c[3 * i1 + j];
        double y = c[3 * i2 + j];
        double s = ((pu - qu) * x + (pv - qv) * y) / (edgeLength * edgeLength);
        double alongSecond = Math.min(Math.max(s, -h[3 + j]), h[3 + j]);
        double alongFirst = Math.min(Math.max(qi + alongSecond * c[3 * i + j], -h[i]), h[i]);
        inside = s == alongSecond && alongFirst == qi + alongSecond * c[3 * i + j];
        double mi = alongFirst;
        double mu = pu + 0.5 * edgeGap * u;
        double mv = pv + 0.5 * edgeGap * v;
        out.middle(
                mi * r[o + i] + mu * r[o + i1] + mv * r[o + i2],
                mi * r[o + 3 + i] + mu * r[o + 3 + i1] + mv * r[o + 3 + i2],
                mi * r[o + 6 + i] + mu * r[o + 6 + i1] + mv * r[o + 6 + i2]);
    }

    private boolean inside;

    /** Whether the edges that were chosen cross between their ends. */
    public boolean crosses() {
        return inside;
    }
}
