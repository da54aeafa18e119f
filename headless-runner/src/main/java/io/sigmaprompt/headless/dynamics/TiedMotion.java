package io.sigmaprompt.headless.dynamics;

import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.Cholesky;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a robot moves whose coordinates are tied, {@code v = G·u} with constant G: {@code GᵀMG·u' = Gᵀ(tau - h)}. With all
 * joints free G is a permutation, and states stay as they are.
 */
final class TiedMotion {
    private final RobotDynamics dynamics;
    private final RobotModel model;
    private final Coordinates coordinates;
    private final @Nullable DrivenJoints drives;

    TiedMotion(RobotDynamics dynamics, Coordinates coordinates) {
        this.dynamics = dynamics;
        this.coordinates = coordinates;
        model = dynamics.model();
        drives = coordinates.count() < model.nv() ? new DrivenJoints(model) : null;
    }

    /** The configuration with the joints that follow where their leaders put them. */
    double[] configuration(double[] q) {
        if (drives == null) {
            return q;
        }
        double[] driven = new double[drives.count()];
        for (int i = 0; i < driven.length; i++) {
            driven[i] = q[model.qIndex(model.jointIndex(drives.names().get(i)))];
        }
        double[] out = q.clone();
        drives.scatterPosition(driven, out);
        return out;
    }

    /** The velocity or acceleration with the joints that follow moved by their leaders. */
    double @Nullable [] motion(double @Nullable [] v) {
        return v == null || drives == null ? v : coordinates.spread(coordinates.motion(v));
    }

    /** The accelerations u'. */
    double[] acceleration(double[] q, double[] v, double[] tau) {
        double[] bias = new double[model.nv()];
        dynamics.biasForces(q, v, bias);
        double[] drive = new double[bias.length];
        for (int k = 0; k < drive.length; k++) {
            drive[k] = tau[k] - bias[k];
        }
        double[] out = coordinates.force(drive);
        Cholesky.solve(factor(q), out.length, out);
        return out;
    }

    /**
     * Derivatives of the accelerations, from those of the forces at that acceleration: {@code -(GᵀMG)⁻¹·Gᵀ(dtau)G}.
     *
     * @param out Modified. aba_by_q, aba_by_v and aba_by_tau are put in
     */
    void derivatives(double[] q, double[] v, double[] tau, Map<String, Object> out) {
        int nv = model.nv();
        int n = coordinates.count();
        double[] vdot = coordinates.spread(acceleration(q, v, tau));
        double[] byQ = new double[nv * nv];
        double[] byV = new double[nv * nv];
        dynamics.inverseDynamicsDerivatives(q, v, vdot, byQ, byV);
        double[] factor = factor(q);
        double[][] minusOne = new double[n][n];
        for (int k = 0; k < n; k++) {
            minusOne[k][k] = -1;
        }
        out.put("aba_by_q", minusSolved(factor, coordinates.both(byQ)));
        out.put("aba_by_v", minusSolved(factor, coordinates.both(byV)));
        out.put("aba_by_tau", minusSolved(factor, minusOne));
    }

    private double[] factor(double[] q) {
        int n = coordinates.count();
        double[] matrix = new double[model.nv() * model.nv()];
        dynamics.massMatrix(q, matrix);
        double[][] rows = coordinates.both(matrix);
        double[] out = new double[n * n];
        for (int r = 0; r < n; r++) {
            System.arraycopy(rows[r], 0, out, r * n, n);
        }
        int bad = Cholesky.factor(out, n);
        if (bad >= 0) {
            throw new BadInputException(
                    "robot '" + model.name() + "'",
                    "expected a mass matrix that is positive definite, found none at coordinate " + bad,
                    "Some joint moves no mass; give its links an inertia.");
        }
        return out;
    }

    private static double[][] minusSolved(double[] factor, double[][] right) {
        int n = right.length;
        double[][] out = new double[n][n];
        double[] column = new double[n];
        for (int c = 0; c < n; c++) {
            for (int r = 0; r < n; r++) {
                column[r] = -right[r][c];
            }
            Cholesky.solve(factor, n, column);
            for (int r = 0; r < n; r++) {
                out[r][c] = column[r];
            }
        }
        return out;
    }
}
