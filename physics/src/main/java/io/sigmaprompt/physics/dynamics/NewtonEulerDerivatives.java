package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.spatial.SpatialInertia;
import java.util.Arrays;

/**
 * Derivatives of inverse dynamics with respect to q and v in closed form (Singh, Russo, Wensing, Efficient analytical
 * derivatives of rigid-body dynamics using spatial vector algebra, RA-L 2022; Carpentier, Mansard, Analytical
 * derivatives of rigid body dynamics algorithms, RSS 2018).
 *
 * <p>A derivative with respect to q is along the motion that v describes: column j is the rate of change where the robot
 * moves with v = e_j. In ground coordinates a freedom j of body d, whose parent is p, has the axis S_j and
 *
 * <pre>
 * Ψ̇_j = v_p × S_j
 * Φ̇_j = (v_p + v_d) × S_j             Ψ̇_j plus the rate of S_j, which is fixed in body d
 * Ψ̈_j = a_p × S_j + v_p × Ψ̇_j          a of the world is minus gravity
 * </pre>
 *
 * so that moving along j changes every body i it carries by {@code δv = S_j × v + Ψ̇_j} and {@code δa = S_j × a + Ψ̇_j × v
 * + Ψ̈_j}. Composite inertia I, Coriolis matrix 2B and force F of body d (see {@link CompositeMotion}) then give each pair
 * of j and a freedom k that carries body d, {@code k ≼ j}:
 *
 * <pre>
 *               column k                       column j
 * ∂tau/∂q row j (I·S_j)·Ψ̈_k + (2Bᵀ·S_j)·Ψ̇_k   row k  S_k·(I·Ψ̈_j + 2B·Ψ̇_j + S_j ×* F)
 * ∂tau/∂v row j (I·S_j)·Φ̇_k + (2Bᵀ·S_j)·S_k   row k  S_k·(I·Φ̇_j + 2B·S_j)
 * </pre>
 *
 * Freedoms of one joint take the left formula both ways. Pairs of different branches are exactly zero. Allocates nothing
 * after construction; one thread at a time.
 */
public final class NewtonEulerDerivatives {
    private static final int PSI = 0;
    private static final int PHI = 6;
    private static final int PSI2 = 12;
    private static final int RATES = 18;

    private final BodyTree tree;
    private final int nv;
    private final GroundMotion motion;
    private final CompositeMotion composite;
    /** The freedoms that carry each body's joint, nearest to the world first. */
    private final int[][] carrier;
    /** The same and those of the body's joint itself. */
    private final int[][] mover;
    /** Ψ̇, Φ̇ and Ψ̈ of each freedom. */
    private final double[] rates;
    /** I·S of each freedom, 6 a freedom. */
    private final double[] weight;

    private final double[] byAngle = new double[6];
    private final double[] byRate = new double[6];
    private final double[] coriolis = new double[3];

    /**
     * For a robot under a gravity of one's own.
     *
     * @param gravity acceleration of free fall in the world frame, m/s²
     */
    public NewtonEulerDerivatives(RobotModel model, Vec3 gravity) {
        motion = new GroundMotion(model, gravity);
        composite = new CompositeMotion(motion);
        tree = motion.tree;
        nv = model.nv();
        rates = new double[RATES * nv];
        weight = new double[6 * nv];
        carrier = tree.carriers();
        mover = tree.movers();
    }

    /**
     * The derivatives of {@code tau = M(q)·vdot + h(q, v)}. That with respect to vdot is the mass matrix.
     *
     * @param q configuration (nq)
     * @param v velocity (nv)
     * @param vdot the rates of v (nv)
     * @param byQ Modified. ∂tau/∂q, nv x nv, row-major; rows in N m and N, columns per rad and m
     * @param byV Modified. ∂tau/∂v, nv x nv, row-major
     */
    public void derivatives(double[] q, double[] v, double[] vdot, double[] byQ, double[] byV) {
        update(q, v);
        motion.accelerate(vdot);
        composite.accelerate();
        differentiate(byQ, byV);
    }

    /** Moves the robot, and weighs each freedom. */
    private void update(double[] q, double[] v) {
        motion.update(q, v);
        composite.update();
        Arrays.fill(rates, 0);
        for (int b = 1; b < tree.bodies; b++) {
            int p = 6 * tree.parent[b];
            int end = tree.v[b] + tree.axes[b].length;
            for (int j = tree.v[b]; j < end; j++) {
                int psi = RATES * j + PSI;
                int phi = RATES * j + PHI;
                GroundMotion.addCross(motion.velocity, p, motion.axis, 6 * j, rates, psi);
                System.arraycopy(rates, psi, rates, phi, 6);
                if (end - tree.v[b] == 1) {
                    // A joint's only freedom does not turn its own axis: v_d × S = v_p × S.
                    GroundMotion.addScaled(1, rates, psi, rates, phi);
                } else {
                    GroundMotion.addCross(motion.velocity, 6 * b, motion.axis, 6 * j, rates, phi);
                }
                SpatialInertia.momentum(
                        composite.composite, CompositeMotion.SIZE * b, motion.axis, 6 * j, weight, 6 * j);
            }
        }
    }

    /**
     * The mass matrix where the last {@link #derivatives} were taken, by which they are those with respect to vdot.
     *
     * @param matrix Modified. nv x nv, symmetric
     */
    void massMatrix(double[] matrix) {
        Arrays.fill(matrix, 0, nv * nv, 0);
        for (int b = 1; b < tree.bodies; b++) {
            int end = tree.v[b] + tree.axes[b].length;
            for (int j = tree.v[b]; j < end; j++) {
                for (int k : mover[b]) {
                    double m = dot(weight, 6 * j, motion.axis, 6 * k);
                    matrix[nv * j + k] = m;
                    matrix[nv * k + j] = m;
                }
            }
        }
    }

    private void differentiate(double[] byQ, double[] byV) {
        Arrays.fill(byQ, 0, nv * nv, 0);
        Arrays.fill(byV, 0, nv * nv, 0);
        for (int b = 1; b < tree.bodies; b++) {
            int end = tree.v[b] + tree.axes[b].length;
            for (int j = tree.v[b]; j < end; j++) {
                accelerateAxis(b, j);
            }
            for (int j = tree.v[b]; j < end; j++) {
                composite.writeCoriolisTransposed(b, motion.axis, 6 * j, coriolis, 0);
                writeRow(b, j, byQ, byV);
                writeForces(b, j);
                writeColumn(b, j, byQ, byV);
            }
        }
    }

    private void accelerateAxis(int b, int j) {
        int p = 6 * tree.parent[b];
        int o = RATES * j + PSI2;
        Arrays.fill(rates, o, o + 6, 0);
        GroundMotion.addCross(motion.acceleration, p, motion.axis, 6 * j, rates, o);
        GroundMotion.addCross(motion.velocity, p, rates, RATES * j + PSI, rates, o);
    }

    /** How the forces on body b change along freedom j: I·Ψ̈ + 2B·Ψ̇ + S ×* F, and I·Φ̇ + 2B·S. */
    private void writeForces(int b, int j) {
        int r = RATES * j;
        int i = CompositeMotion.SIZE * b;
        SpatialInertia.momentum(composite.composite, i, rates, r + PSI2, byAngle, 0);
        composite.addCoriolis(b, rates, r + PSI, byAngle, 0);
        composite.addForceCross(b, motion.axis, 6 * j, byAngle, 0);
        SpatialInertia.momentum(composite.composite, i, rates, r + PHI, byRate, 0);
        composite.addCoriolis(b, motion.axis, 6 * j, byRate, 0);
    }

    /** Row j, where the column's freedom carries that of the row or shares its joint. */
    private void writeRow(int b, int j, double[] byQ, double[] byV) {
        int w = 6 * j;
        double w0 = weight[w];
        double w1 = weight[w + 1];
        double w2 = weight[w + 2];
        double w3 = weight[w + 3];
        double w4 = weight[w + 4];
        double w5 = weight[w + 5];
        double c0 = coriolis[0];
        double c1 = coriolis[1];
        double c2 = coriolis[2];
        double[] axis = motion.axis;
        double[] rates = this.rates;
        for (int k : mover[b]) {
            int r = RATES * k;
            int s = 6 * k;
            byQ[nv * j + k] = w0 * rates[r + 12]
                    + w1 * rates[r + 13]
                    + w2 * rates[r + 14]
                    + w3 * rates[r + 15]
                    + w4 * rates[r + 16]
                    + w5 * rates[r + 17]
                    + (c0 * rates[r] + c1 * rates[r + 1] + c2 * rates[r + 2]);
            byV[nv * j + k] = w0 * rates[r + 6]
                    + w1 * rates[r + 7]
                    + w2 * rates[r + 8]
                    + w3 * rates[r + 9]
                    + w4 * rates[r + 10]
                    + w5 * rates[r + 11]
                    + (c0 * axis[s] + c1 * axis[s + 1] + c2 * axis[s + 2]);
        }
    }

    /** Column j, where the row's freedom carries that of the column. */
    private void writeColumn(int b, int j, double[] byQ, double[] byV) {
        double a0 = byAngle[0];
        double a1 = byAngle[1];
        double a2 = byAngle[2];
        double a3 = byAngle[3];
        double a4 = byAngle[4];
        double a5 = byAngle[5];
        double r0 = byRate[0];
        double r1 = byRate[1];
        double r2 = byRate[2];
        double r3 = byRate[3];
        double r4 = byRate[4];
        double r5 = byRate[5];
        double[] axis = motion.axis;
        for (int k : carrier[b]) {
            int s = 6 * k;
            double x = axis[s];
            double y = axis[s + 1];
            double z = axis[s + 2];
            double u = axis[s + 3];
            double v = axis[s + 4];
            double w = axis[s + 5];
            byQ[nv * k + j] = a0 * x + a1 * y + a2 * z + a3 * u + a4 * v + a5 * w;
            byV[nv * k + j] = r0 * x + r1 * y + r2 * z + r3 * u + r4 * v + r5 * w;
        }
    }

    private static double dot(double[] a, int ao, double[] b, int bo) {
        return a[ao] * b[bo]
                + a[ao + 1] * b[bo + 1]
                + a[ao + 2] * b[bo + 2]
                + a[ao + 3] * b[bo + 3]
                + a[ao + 4] * b[bo + 4]
                + a[ao + 5] * b[bo + 5];
    }
}
