package io.sigmaprompt.physics.model.mjcf;

/**
 * The principal moments and axes of a symmetric tensor, by Jacobi rotations (Golub, Van Loan, Matrix computations, 2013,
 * section 8.5).
 *
 * @param moments three
 * @param axes 3 x 3, row-major, the columns being the axes
 */
record PrincipalMoments(double[] moments, double[] axes) {
    private static final int SWEEPS = 32;

    static PrincipalMoments of(double[] tensor) {
        double[] a = tensor.clone();
        double[] v = {1, 0, 0, 0, 1, 0, 0, 0, 1};
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            rotate(a, v, 0, 1);
            rotate(a, v, 0, 2);
            rotate(a, v, 1, 2);
        }
        return new PrincipalMoments(new double[] {a[0], a[4], a[8]}, v);
    }

    /** Makes entry (p, q) zero. */
    private static void rotate(double[] a, double[] v, int p, int q) {
        double off = a[3 * p + q];
        if (off == 0) {
            return;
        }
        double theta = (a[4 * q] - a[4 * p]) / (2 * off);
        double t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < 3; k++) {
            double kp = a[3 * k + p];
            double kq = a[3 * k + q];
            a[3 * k + p] = c * kp - s * kq;
            a[3 * k + q] = s * kp + c * kq;
        }
        for (int k = 0; k < 3; k++) {
            double pk = a[3 * p + k];
            double qk = a[3 * q + k];
            a[3 * p + k] = c * pk - s * qk;
            a[3 * q + k] = s * pk + c * qk;
            double vp = v[3 * k + p];
            double vq = v[3 * k + q];
            v[3 * k + p] = c * vp - s * vq;
            v[3 * k + q] = s * vp + c * vq;
        }
        a[3 * p + q] = 0;
        a[3 * q + p] = 0;
    }

    /** The tensor with these axes and no moment below a bound, 3 x 3. */
    double[] atLeast(double bound) {
        double[] tensor = new double[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    tensor[3 * i + j] += axes[3 * i + k] * Math.max(bound, moments[k]) * axes[3 * j + k];
                }
            }
        }
        return tensor;
    }
}
