package io.sigmaprompt.physics.model;

import java.util.Arrays;

/**
 * Mass, centre of mass and rotational inertia of a body.
 *
 * @param mass kilograms, not negative
 * @param com centre of mass in the link frame, metres
 * @param ixx rotational inertia about the centre of mass, along the link frame's axes, kg m²
 * @param ixy product of inertia
 * @param ixz product of inertia
 * @param iyy rotational inertia
 * @param iyz product of inertia
 * @param izz rotational inertia
 */
public record Inertia(double mass, Vec3 com, double ixx, double ixy, double ixz, double iyy, double iyz, double izz) {
    public static final Inertia ZERO = new Inertia(0, Vec3.ZERO, 0, 0, 0, 0, 0, 0);

    /** Relative to the trace; what CAD rounds away. */
    private static final double TOLERANCE = 1e-6;

    /**
     * A body whose tensor is given in axes of its own.
     *
     * @param origin from the frame at the centre of mass, along whose axes the tensor is, to the link's
     * @param tensor 3 x 3, row-major, symmetric, kg m²
     */
    public static Inertia of(double mass, Pose origin, double[] tensor) {
        Vec3 com = new Vec3(origin.x(), origin.y(), origin.z());
        double[] i = origin.qx() == 0 && origin.qy() == 0 && origin.qz() == 0
                ? tensor
                : congruent(origin.rotation(), tensor);
        return new Inertia(mass, com, i[0], i[1], i[2], i[4], i[5], i[8]);
    }

    /** The same body seen from another frame; {@code origin} leads from this one's to that. */
    public Inertia in(Pose origin) {
        Pose centre = origin.times(Pose.at(com));
        return of(mass, centre, tensor());
    }

    /** Both bodies as one; their frame must be the same. */
    public Inertia plus(Inertia other) {
        double total = mass + other.mass;
        if (total == 0) {
            return ZERO;
        }
        Vec3 c = new Vec3(
                (mass * com.x() + other.mass * other.com.x()) / total,
                (mass * com.y() + other.mass * other.com.y()) / total,
                (mass * com.z() + other.mass * other.com.z()) / total);
        double[] sum = tensor();
        double[] added = other.tensor();
        for (int k = 0; k < 9; k++) {
            sum[k] += added[k];
        }
        addPoint(mass, c, com, sum);
        addPoint(other.mass, c, other.com, sum);
        return new Inertia(total, c, sum[0], sum[1], sum[2], sum[4], sum[5], sum[8]);
    }

    /** What a mass at one point has about another (Steiner). */
    private static void addPoint(double m, Vec3 about, Vec3 point, double[] tensor) {
        double x = point.x() - about.x();
        double y = point.y() - about.y();
        double z = point.z() - about.z();
        tensor[0] += m * (y * y + z * z);
        tensor[1] -= m * x * y;
        tensor[2] -= m * x * z;
        tensor[4] += m * (x * x + z * z);
        tensor[5] -= m * y * z;
        tensor[8] += m * (x * x + y * y);
    }

    /** The same form with another density. */
    public Inertia times(double factor) {
        return new Inertia(
                factor * mass, com, factor * ixx, factor * ixy, factor * ixz, factor * iyy, factor * iyz, factor * izz);
    }

    /** The rotational inertia, 3 x 3, row-major, in a new array. */
    public double[] tensor() {
        return new double[] {ixx, ixy, ixz, ixy, iyy, iyz, ixz, iyz, izz};
    }

    /** Whether all entries of the tensor are zero. */
    public boolean isPoint() {
        return Arrays.stream(tensor()).allMatch(entry -> entry == 0);
    }

    /** Whether the tensor is positive definite, as that of every body with extent. */
    public boolean isPositive() {
        return positive(tensor());
    }

    /**
     * Whether no principal moment exceeds the sum of the others, which holds just where {@code ½ tr(I) E - I}, the second
     * moment of the mass, is not negative.
     */
    public boolean obeysTriangleInequality() {
        double[] moment = tensor();
        double trace = ixx + iyy + izz;
        for (int k = 0; k < 9; k++) {
            moment[k] = -moment[k] + (k % 4 == 0 ? trace * (0.5 + TOLERANCE) : 0);
        }
        return positive(moment);
    }

    /** R · I · Rᵀ for 3 x 3 row-major matrices; I is symmetric. */
    private static double[] congruent(double[] r, double[] inertia) {
        double[] half = new double[9];
        double[] full = new double[9];
        for (int row = 0; row < 3; row++) {
            for (int col = 0; col < 3; col++) {
                for (int k = 0; k < 3; k++) {
                    half[3 * row + col] += r[3 * row + k] * inertia[3 * k + col];
                }
            }
        }
        for (int row = 0; row < 3; row++) {
            for (int col = row; col < 3; col++) {
                for (int k = 0; k < 3; k++) {
                    full[3 * row + col] += half[3 * row + k] * r[3 * col + k];
                }
            }
        }
        return full;
    }

    /** Sylvester's criterion. */
    private static boolean positive(double[] m) {
        double minor = m[0] * m[4] - m[1] * m[1];
        double determinant = m[0] * (m[4] * m[8] - m[5] * m[5])
                - m[1] * (m[1] * m[8] - m[5] * m[2])
                + m[2] * (m[1] * m[5] - m[4] * m[2]);
        return m[0] > 0 && minor > 0 && determinant > 0;
    }
}
