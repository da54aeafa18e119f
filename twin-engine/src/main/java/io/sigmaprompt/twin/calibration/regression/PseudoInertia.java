package io.sigmaprompt.twin.calibration.regression;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The pseudo-inertia P of a body, 4 x 4, {@code [Σ h; hᵀ m]} with Σ the second moments of its mass about the link's origin,
 * h the first moments and m the mass. A body can exist just where P is positive definite (Wensing, Kim, Slotine, Linear
 * matrix inequalities for physically consistent inertial parameter identification, RA-L 3(1), 2018). P is linear in the
 * ten inertial parameters (m, h, Ixx, Ixy, Ixz, Iyy, Iyz, Izz about the origin).
 */
public final class PseudoInertia {
    static final int PARAMETERS = 10;

    /** dP/dpi_k. */
    private static final RealMatrix[] BASIS = basis();

    private PseudoInertia() {}

    private static RealMatrix[] basis() {
        RealMatrix[] basis = new RealMatrix[PARAMETERS];
        for (int k = 0; k < PARAMETERS; k++) {
            double[] one = new double[PARAMETERS];
            one[k] = 1;
            basis[k] = of(one, 0);
        }
        return basis;
    }

    static RealMatrix basis(int parameter) {
        return BASIS[parameter];
    }

    /** P of the ten parameters that begin at an offset of pi. */
    static RealMatrix of(double[] pi, int o) {
        double half = 0.5 * (pi[o + 4] + pi[o + 7] + pi[o + 9]);
        return new Array2DRowRealMatrix(
                new double[][] {
                    {half - pi[o + 4], -pi[o + 5], -pi[o + 6], pi[o + 1]},
                    {-pi[o + 5], half - pi[o + 7], -pi[o + 8], pi[o + 2]},
                    {-pi[o + 6], -pi[o + 8], half - pi[o + 9], pi[o + 3]},
                    {pi[o + 1], pi[o + 2], pi[o + 3], pi[o]}
                },
                false);
    }

    /** The ten parameters of a pseudo-inertia, into pi at an offset. */
    static void parameters(RealMatrix p, double[] pi, int o) {
        double xx = p.getEntry(0, 0);
        double yy = p.getEntry(1, 1);
        double zz = p.getEntry(2, 2);
        pi[o] = p.getEntry(3, 3);
        pi[o + 1] = p.getEntry(0, 3);
        pi[o + 2] = p.getEntry(1, 3);
        pi[o + 3] = p.getEntry(2, 3);
        pi[o + 4] = yy + zz;
        pi[o + 5] = -p.getEntry(0, 1);
        pi[o + 6] = -p.getEntry(0, 2);
        pi[o + 7] = xx + zz;
        pi[o + 8] = -p.getEntry(1, 2);
        pi[o + 9] = xx + yy;
    }

    /** The least eigenvalue; positive for a body that can exist. Metres and kilograms mixed, so only its sign says much. */
    public static double least(double[] pi, int offset) {
        double least = Double.POSITIVE_INFINITY;
        for (double value : new EigenDecomposition(of(pi, offset)).getRealEigenvalues()) {
            least = Math.min(least, value);
        }
        return least;
    }

    /**
     * The body nearest by that has extent in each direction: a point or a rod, as descriptions abridge bodies, has none,
     * and an impossible one has a negative extent.
     *
     * @param radius the least radius of gyration, metres
     */
    static void makePossible(double[] pi, int o, double radius) {
        double mass = pi[o];
        double[] about = {pi[o + 1] / mass, pi[o + 2] / mass, pi[o + 3] / mass};
        RealMatrix p = of(pi, o);
        RealMatrix central = new Array2DRowRealMatrix(3, 3);
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                central.setEntry(r, c, p.getEntry(r, c) - mass * about[r] * about[c]);
            }
        }
        EigenDecomposition eigen = new EigenDecomposition(central);
        double floor = mass * radius * radius;
        double[] values = eigen.getRealEigenvalues();
        boolean lifted = false;
        for (int k = 0; k < 3; k++) {
            lifted |= values[k] < floor;
            values[k] = Math.max(values[k], floor);
        }
        if (!lifted) {
            return;
        }
        RealMatrix v = eigen.getV();
        RealMatrix mended =
                v.multiply(MatrixUtils.createRealDiagonalMatrix(values)).multiply(v.transpose());
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                p.setEntry(r, c, mended.getEntry(r, c) + mass * about[r] * about[c]);
            }
        }
        parameters(p, pi, o);
    }
}
