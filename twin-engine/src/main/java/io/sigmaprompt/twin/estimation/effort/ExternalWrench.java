package io.sigmaprompt.twin.estimation.effort;

import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.Cholesky;

/**
 * The wrench at a frame that explains external torques best, {@code tau_ext = Jᵀ·w}: least squares weighted by the
 * torques' variances and damped by how large wrenches are to be expected, {@code w = (J·S⁻¹·Jᵀ + D⁻²)⁻¹·J·S⁻¹·tau_ext}, a
 * damped pseudo-inverse of Jᵀ (Nakamura, Hanafusa, Inverse kinematic solutions with singularity robustness, 1986) whose
 * damping has a unit and a meaning. Its covariance is that inverse: along a direction that no torque tells of, it stays as
 * wide as was to be expected.
 *
 * <p>That all external torque comes from one place is taken for granted; what else touches the robot goes astray.
 */
public final class ExternalWrench {
    /** Standard deviations of what is to be expected, N m and N. */
    private static final double MOMENT = 100;

    private static final double FORCE = 500;

    private static final double LEAST_VARIANCE = 1e-6;

    private final DrivenJoints joints;
    private final RobotDynamics dynamics;
    private final Frame frame;
    private final int nv;
    private final int base;
    private final double[] jacobian;
    private final double[] row;
    private final double[] driven;

    /** 6 x coordinates, row-major. */
    private final double[] reduced;

    private final double[] information = new double[36];
    private final double[] column = new double[6];
    private final double[] wrench = new double[6];
    private final double[] covariance = new double[36];

    public ExternalWrench(RobotModel model, DrivenJoints joints, Frame frame) {
        this.joints = joints;
        this.frame = frame;
        dynamics = CompiledDynamics.of(model);
        nv = model.nv();
        base = model.floatingBase() ? 6 : 0;
        jacobian = new double[6 * nv];
        row = new double[nv];
        driven = new double[joints.count()];
        reduced = new double[6 * (base + joints.count())];
        dynamics.frameJacobian(model.neutral(), frame, jacobian);
    }

    /**
     * Takes the observer's torques.
     *
     * @return whether they are known
     */
    public boolean update(MomentumObserver observer) {
        double[] tau = observer.tauExternal();
        double[] variance = observer.variance();
        for (int i = 0; i < tau.length; i++) {
            if (Double.isNaN(tau[i]) || Double.isNaN(variance[i])) {
                return false;
            }
        }
        solve(observer.configuration(), tau, variance);
        return true;
    }

    private void solve(double[] q, double[] tau, double[] variance) {
        dynamics.frameJacobian(q, frame, jacobian);
        int n = tau.length;
        for (int k = 0; k < 6; k++) {
            System.arraycopy(jacobian, k * nv, row, 0, nv);
            joints.gatherEffort(row, driven);
            System.arraycopy(row, 0, reduced, k * n, base);
            System.arraycopy(driven, 0, reduced, k * n + base, driven.length);
        }
        for (int a = 0; a < 6; a++) {
            double right = 0;
            for (int i = 0; i < n; i++) {
                right += reduced[a * n + i] * tau[i] / Math.max(variance[i], LEAST_VARIANCE);
            }
            wrench[a] = right;
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += reduced[a * n + i] * reduced[b * n + i] / Math.max(variance[i], LEAST_VARIANCE);
                }
                information[6 * a + b] = sum;
            }
            double expected = a < 3 ? MOMENT : FORCE;
            information[7 * a] += 1 / (expected * expected);
        }
        Cholesky.factor(information, 6);
        Cholesky.solve(information, 6, wrench);
        for (int a = 0; a < 6; a++) {
            for (int b = 0; b < 6; b++) {
                column[b] = a == b ? 1 : 0;
            }
            Cholesky.solve(information, 6, column);
            for (int b = 0; b < 6; b++) {
                covariance[6 * b + a] = column[b];
            }
        }
    }

    /** Moment about the frame's origin, N m, and force, N, on the robot, world axes. Live. */
    public double[] wrench() {
        return wrench;
    }

    /** 6 x 6, row-major. Live. */
    public double[] covariance() {
        return covariance;
    }
}
