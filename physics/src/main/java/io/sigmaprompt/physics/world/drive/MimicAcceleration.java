package io.sigmaprompt.physics.world.drive;

import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.spatial.Cholesky;
import java.util.Arrays;

/** Where joints mimic others, the mass matrix of the independent coordinates, {@code Gᵀ·M·G}, by Cholesky. */
public final class MimicAcceleration implements AccelerationSolver {
    private final MimicReduction mimics;
    private final RobotDynamics dynamics;
    private final int nv;
    private final double[] bias;
    private final double[] full;
    private final double[] reduced;
    private final double[] factor;
    private final double[] right;

    public MimicAcceleration(RobotDynamics dynamics, MimicReduction mimics) {
        this.dynamics = dynamics;
        this.mimics = mimics;
        nv = dynamics.model().nv();
        bias = new double[nv];
        full = new double[nv * nv];
        reduced = new double[mimics.size * mimics.size];
        factor = new double[mimics.size * mimics.size];
        right = new double[mimics.size];
    }

    @Override
    public void update(double[] q, double[] v) {
        dynamics.biasForces(q, v, bias);
        dynamics.massMatrix(q, full);
        Arrays.fill(reduced, 0);
        for (int i = 0; i < nv; i++) {
            int row = mimics.size * mimics.coordinate[i];
            for (int j = 0; j < nv; j++) {
                reduced[row + mimics.coordinate[j]] += mimics.factor[i] * mimics.factor[j] * full[nv * i + j];
            }
        }
    }

    @Override
    public void solve(double[] tau, double[] diagonal, double[] vdot) {
        int n = mimics.size;
        System.arraycopy(reduced, 0, factor, 0, factor.length);
        Arrays.fill(right, 0);
        for (int i = 0; i < nv; i++) {
            int r = mimics.coordinate[i];
            double g = mimics.factor[i];
            right[r] += g * (tau[i] - bias[i]);
            factor[n * r + r] += g * g * diagonal[i];
        }
        int singular = Cholesky.factor(factor, n);
        if (singular >= 0) {
            throw mimics.singular(singular);
        }
        Cholesky.solve(factor, n, right);
        for (int i = 0; i < nv; i++) {
            vdot[i] = mimics.factor[i] * right[mimics.coordinate[i]];
        }
    }
}
