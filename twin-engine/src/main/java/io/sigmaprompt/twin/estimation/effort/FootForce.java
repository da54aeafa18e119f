package io.sigmaprompt.twin.estimation.effort;

import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.Cholesky;

/**
 * The force on a point foot, from the external torques of the joints that carry it alone: what other feet bear does not
 * reach them. Least squares weighted by the torques' variances, damped by an expected force of 500 N, as
 * {@link ExternalWrench}; a foot that bears a moment as well is taken for a point.
 */
public final class FootForce {
    private static final double EXPECTED = 500;
    private static final double LEAST_VARIANCE = 1e-6;

    private final DrivenJoints joints;
    private final RobotDynamics dynamics;
    private final Frame frame;
    private final int nv;
    private final double[] jacobian;
    private final double[] row;
    /** 3 x joints, row-major. */
    private final double[] lever;

    private final double[] driven;
    private final double[] information = new double[9];
    private final double[] force = new double[3];
    private final double[] upright = new double[3];

    public FootForce(RobotModel model, DrivenJoints joints, Frame frame) {
        this.joints = joints;
        this.frame = frame;
        dynamics = CompiledDynamics.of(model);
        nv = model.nv();
        jacobian = new double[6 * nv];
        row = new double[nv];
        driven = new double[joints.count()];
        lever = new double[3 * joints.count()];
        dynamics.frameJacobian(model.neutral(), frame, jacobian);
    }

    /**
     * Takes the observer's torques.
     *
     * @return whether they are known
     */
    public boolean update(MomentumObserver observer) {
        int base = observer.base();
        int n = driven.length;
        for (int i = 0; i < n; i++) {
            if (Double.isNaN(observer.tauExternal()[base + i]) || Double.isNaN(observer.variance()[base + i])) {
                return false;
            }
        }
        dynamics.frameJacobian(observer.configuration(), frame, jacobian);
        for (int k = 0; k < 3; k++) {
            System.arraycopy(jacobian, (3 + k) * nv, row, 0, nv);
            joints.gatherEffort(row, driven);
            System.arraycopy(driven, 0, lever, k * n, n);
        }
        for (int a = 0; a < 3; a++) {
            force[a] = 0;
            for (int b = 0; b < 3; b++) {
                information[3 * a + b] = a == b ? 1 / (EXPECTED * EXPECTED) : 0;
            }
        }
        for (int i = 0; i < n; i++) {
            double weight = 1 / Math.max(observer.variance()[base + i], LEAST_VARIANCE);
            for (int a = 0; a < 3; a++) {
                force[a] += weight * lever[a * n + i] * observer.tauExternal()[base + i];
                for (int b = 0; b < 3; b++) {
                    information[3 * a + b] += weight * lever[a * n + i] * lever[b * n + i];
                }
            }
        }
        Cholesky.factor(information, 3);
        Cholesky.solve(information, 3, force);
        upright[0] = 0;
        upright[1] = 0;
        upright[2] = 1;
        Cholesky.solve(information, 3, upright);
        return true;
    }

    /** What the ground bears the foot up with, N; ground does not pull, so less than nothing is nothing. */
    public double lift() {
        return Math.max(0, force[2]);
    }

    /** Of the lift, N². */
    public double variance() {
        return upright[2];
    }
}
