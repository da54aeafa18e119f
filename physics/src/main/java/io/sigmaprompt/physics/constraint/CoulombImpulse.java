package io.sigmaprompt.physics.constraint;

/**
 * The exact impulse of one contact where all others stand fixed: per-contact step of Hwangbo, Lee, Hutter, Per-contact
 * iteration method for solving contact dynamics, RA-L 2018, with tangents scaled so that the cone is {@code |t| <= n}.
 * Where the contact slips, the direction of slip is the root of one function of an angle, found by Newton's method on the
 * unit circle, and where that strays, by bisection.
 */
final class CoulombImpulse {
    private static final int NEWTON_STEPS = 12;
    private static final int BISECTIONS = 52;
    private static final double SINGULAR = 1e-14;
    private static final double ROUNDING = 1e-15;

    /** Cosine and sine of a sixteenth of a turn, and of a sixteenth of that. */
    private static final double COS_16 = Math.sqrt(0.5 + 0.5 * Math.sqrt(0.5));

    private static final double SIN_16 = Math.sqrt(1 - COS_16 * COS_16);
    private static final double COS_256 = half(half(half(half(COS_16))));
    private static final double SIN_256 = Math.sqrt(1 - COS_256 * COS_256);

    /** The result: normal, first and second tangential impulse. */
    double n;

    double t1;
    double t2;

    private double gnn;
    private double gn1;
    private double gn2;
    private double g11;
    private double g12;
    private double g22;
    private double cn;
    private double c1;
    private double c2;
    private double normal;
    private double slope;
    private double along;
    /** What velocities are rounded relative to. */
    private double size;

    /**
     * Finds the impulse.
     *
     * @param g the contact's block of the Delassus matrix at {@code o}: nn, n1, n2, 11, 12, 22, positive definite
     * @param cn normal velocity without this contact's impulse, biased
     * @param c1 tangential velocities without it, scaled
     * @param p1 a guess at the tangential impulse's direction, any length
     * @return whether the contact obeys all three laws; where no slip does (as the paradox of Painlevé has it), the impulse
     *     is left as it was
     */
    boolean solve(double[] g, int o, double cn, double c1, double c2, double p1, double p2) {
        if (cn >= 0) {
            n = 0;
            t1 = 0;
            t2 = 0;
            return true;
        }
        gnn = g[o];
        gn1 = g[o + 1];
        gn2 = g[o + 2];
        g11 = g[o + 3];
        g12 = g[o + 4];
        g22 = g[o + 5];
        this.cn = cn;
        this.c1 = c1;
        this.c2 = c2;
        return stick() || slip(p1, p2) || slip(t1, t2) || search(16, COS_16, SIN_16) || search(256, COS_256, SIN_256);
    }

    /** The cosine of half an angle. */
    private static double half(double cosine) {
        return Math.sqrt(0.5 + 0.5 * cosine);
    }

    /** By elimination, whose residual stays at rounding however badly conditioned the block is. */
    private boolean stick() {
        t1 = -c1;
        t2 = -c2;
        double l1 = gn1 / gnn;
        double l2 = gn2 / gnn;
        double d1 = g11 - l1 * gn1;
        if (!(d1 > SINGULAR * g11)) {
            return false;
        }
        double l12 = (g12 - l1 * gn2) / d1;
        double d2 = g22 - l2 * gn2 - l12 * l12 * d1;
        if (!(d2 > SINGULAR * g22)) {
            return false;
        }
        double r1 = l1 * cn - c1;
        double s2 = (l2 * cn - c2 - l12 * r1) / d2;
        double s1 = r1 / d1 - l12 * s2;
        double sn = -cn / gnn - l1 * s1 - l2 * s2;
        t1 = s1;
        t2 = s2;
        if (sn >= 0 && s1 * s1 + s2 * s2 <= sn * sn) {
            n = sn;
            return true;
        }
        return false;
    }

    /** Newton's method from a guessed direction; leaves t1, t2 alone where it fails. */
    private boolean slip(double p1, double p2) {
        double length = Math.sqrt(p1 * p1 + p2 * p2);
        if (!(length > 0)) {
            return false;
        }
        double e1 = p1 / length;
        double e2 = p2 / length;
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double f = misalignment(e1, e2);
            if (Math.abs(f) <= 1e-14 * Math.abs(along) || Math.abs(f) <= ROUNDING * size) {
                return accept(e1, e2, f);
            }
            double turn = -f / slope;
            if (!(Math.abs(turn) < 0.5)) {
                turn = f * slope > 0 ? -0.5 : 0.5;
            }
            double n1 = e1 - turn * e2;
            double n2 = e2 + turn * e1;
            length = Math.sqrt(n1 * n1 + n2 * n2);
            e1 = n1 / length;
            e2 = n2 / length;
        }
        return accept(e1, e2, misalignment(e1, e2));
    }

    /** Takes what {@link #misalignment} found; on the edge between slipping and sticking, velocities are mere rounding. */
    private boolean accept(double e1, double e2, double f) {
        double rounding = 100 * ROUNDING * size;
        if (!(normal > 0) || !(along <= rounding) || !(Math.abs(f) <= Math.max(rounding, 1e-11 * -along))) {
            return false;
        }
        n = normal;
        t1 = normal * e1;
        t2 = normal * e2;
        return true;
    }

    /**
     * How far the sliding velocity under an impulse along (1, e) is from opposing e: their cross product; sets the slope by
     * angle, the velocity along e and the normal impulse.
     */
    private double misalignment(double e1, double e2) {
        double den = gnn + gn1 * e1 + gn2 * e2;
        normal = -cn / den;
        double u1 = c1 + normal * (gn1 + g11 * e1 + g12 * e2);
        double u2 = c2 + normal * (gn2 + g12 * e1 + g22 * e2);
        along = e1 * u1 + e2 * u2;
        size = Math.abs(c1)
                + Math.abs(c2)
                + Math.abs(normal) * (Math.abs(gn1) + Math.abs(gn2) + Math.abs(g11) + Math.abs(g22));
        double change = -normal / den * (gn2 * e1 - gn1 * e2);
        double d1 = (gn1 + g11 * e1 + g12 * e2) * change + normal * (g12 * e1 - g11 * e2);
        double d2 = (gn2 + g12 * e1 + g22 * e2) * change + normal * (g22 * e1 - g12 * e2);
        slope = e1 * d2 - e2 * d1 - along;
        return e1 * u2 - e2 * u1;
    }

    /** The same times the denominator of the normal impulse, which may vanish: a function without poles. */
    private double smooth(double e1, double e2) {
        double den = gnn + gn1 * e1 + gn2 * e2;
        double u1 = den * c1 - cn * (gn1 + g11 * e1 + g12 * e2);
        double u2 = den * c2 - cn * (gn2 + g12 * e1 + g22 * e2);
        return e1 * u2 - e2 * u1;
    }

    /** Looks into all sectors of the circle, next to them the given cosine and sine apart, for a root that opposes sliding. */
    private boolean search(int sectors, double cosine, double sine) {
        double a1 = 1;
        double a2 = 0;
        double fa = smooth(a1, a2);
        for (int s = 0; s < sectors; s++) {
            double b1 = cosine * a1 - sine * a2;
            double b2 = sine * a1 + cosine * a2;
            double fb = smooth(b1, b2);
            if (fa <= 0 != fb <= 0 && bisect(a1, a2, fa, b1, b2)) {
                return true;
            }
            a1 = b1;
            a2 = b2;
            fa = fb;
        }
        return false;
    }

    private boolean bisect(double a1, double a2, double fa, double b1, double b2) {
        double lo1 = a1;
        double lo2 = a2;
        double hi1 = b1;
        double hi2 = b2;
        double m1 = a1;
        double m2 = a2;
        for (int i = 0; i < BISECTIONS; i++) {
            m1 = lo1 + hi1;
            m2 = lo2 + hi2;
            double length = Math.sqrt(m1 * m1 + m2 * m2);
            m1 /= length;
            m2 /= length;
            if (smooth(m1, m2) <= 0 == fa <= 0) {
                lo1 = m1;
                lo2 = m2;
            } else {
                hi1 = m1;
                hi2 = m2;
            }
        }
        return accept(m1, m2, misalignment(m1, m2));
    }
}
