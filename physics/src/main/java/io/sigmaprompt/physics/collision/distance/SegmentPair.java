package io.sigmaprompt.physics.collision.distance;

/**
 * The nearest points of two segments along their shapes' z axes, or points: what spheres and capsules have for cores
 * (Ericson, Real-Time Collision Detection, 2005, section 5.1.9).
 */
public final class SegmentPair {
    private static final double CROSSING = 1e-13;
    /** Square sine below which the segments are parallel, and the middle of what they share is nearest. */
    private static final double PARALLEL = 1e-20;

    private SegmentPair() {}

    public static void nearest(PosedPair pair, double firstHalf, double secondHalf, Proximity out) {
        double[] r = pair.poseA();
        int o = pair.ao();
        double ex = r[o + 2];
        double ey = r[o + 5];
        double ez = r[o + 8];
        r = pair.poseB();
        o = pair.bo();
        double fx = r[o + 2];
        double fy = r[o + 5];
        double fz = r[o + 8];
        double dx = pair.dx;
        double dy = pair.dy;
        double dz = pair.dz;
        double cx = ey * fz - ez * fy;
        double cy = ez * fx - ex * fz;
        double cz = ex * fy - ey * fx;
        double sine2 = cx * cx + cy * cy + cz * cz;
        double cosine = ex * fx + ey * fy + ez * fz;
        double alongFirst = ex * dx + ey * dy + ez * dz;
        double alongSecond = fx * dx + fy * dy + fz * dz;
        double s;
        if (sine2 > PARALLEL) {
            s = (alongFirst - cosine * alongSecond) / sine2;
        } else {
            double reach = Math.abs(cosine) * secondHalf;
            s = 0.5 * (Math.max(-firstHalf, alongFirst - reach) + Math.min(firstHalf, alongFirst + reach));
        }
        s = clamp(s, firstHalf);
        double t = clamp(cosine * s - alongSecond, secondHalf);
        s = clamp(cosine * t + alongFirst, firstHalf);
        double bx = dx + t * fx;
        double by = dy + t * fy;
        double bz = dz + t * fz;
        double vx = bx - s * ex;
        double vy = by - s * ey;
        double vz = bz - s * ez;
        out.middle(0.5 * (bx + s * ex), 0.5 * (by + s * ey), 0.5 * (bz + s * ez));
        double distance = Math.sqrt(vx * vx + vy * vy + vz * vz);
        if (distance > CROSSING * (firstHalf + secondHalf) && distance > Double.MIN_NORMAL) {
            out.gap = distance;
            out.normal(vx / distance, vy / distance, vz / distance);
            return;
        }
        out.gap = 0;
        double sine = Math.sqrt(sine2);
        if (firstHalf > 0 && secondHalf > 0 && sine2 > PARALLEL) {
            double sign = cx * dx + cy * dy + cz * dz < 0 ? -1 / sine : 1 / sine;
            out.normal(sign * cx, sign * cy, sign * cz);
        } else if (firstHalf > 0) {
            r = pair.poseA();
            o = pair.ao();
            out.normal(r[o], r[o + 3], r[o + 6]);
        } else {
            out.normal(r[o], r[o + 3], r[o + 6]);
        }
    }

    private static double clamp(double x, double half) {
        return Math.min(Math.max(x, -half), half);
    }
}
