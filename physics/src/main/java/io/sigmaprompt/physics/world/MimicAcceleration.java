package io.sigmaprompt.physics.world;

import io.sigmaprompt.physics.dynamics.CompositeRigidBody;
import io.sigmaprompt.physics.dynamics.RecursiveNewtonEuler;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.spatial.Cholesky;
import java.util.Arrays;

/** Where joints mimic others, the mass matrix of the independent coordinates, {@code Gᵀ·M·G}, by Cholesky. */
final class MimicAcceleration implements AccelerationSolver {
    private final MimicReduction mimics;
    private final CompositeRigidBody compositeRigidBody;
    private final RecursiveNewtonEuler newtonEuler;
    private final int nv;
    private final double[] zero;
    private final double[] bias;
    private final double[] full;
    private final double[] reduced;
    private final double[] factor;
    private final double[] right;

    MimicAcceleration(RobotModel model, Vec3 gravity, MimicReduction mimics) {
        this.mimics = mimics;
        compositeRigidBody = new CompositeRigidBody(model);
        newtonEuler = new RecursiveNewtonEuler(model, gravity);
        nv = model.nv();
        zero = new double[nv];
        bias = new double[nv];
        full = new double[nv * nv];
        reduced = new double[mimics.size * mimics.size];
        factor = new double[mimics.size * mimics.size];
        right = new double[mimics.size];
    }

    @Override
    public void update(double[] q, double[] v) {
        newtonEuler.inverseDynamics(q, v, zero, bias);
        compositeRigidBody.massMatrix(q, full);
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
        Cholesky.factor(factor, n);
        Cholesky.solve(factor, n, right);
        for (int i = 0; i < nv; i++) {
            vdot[i] = mimics.factor[i] * right[mimics.coordinate[i]];
        }
    }
}
