package io.sigmaprompt.physics.kinematics;

import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.spatial.Rotation;
import java.util.List;

/** All targets of a problem as one system of equations: what is missing, and how the coordinates change that. */
final class TargetStack {
    /** What a radian is worth, metres. */
    static final double METRES_PER_RADIAN = 0.3;

    private static final int POSE = 12;

    private final RobotDynamics dynamics;
    private final IndependentCoordinates coordinates;
    private final IkTarget[] targets;
    private final FrameError[] errors;
    /** First row of each target. */
    private final int[] row;

    private final double[] poses;
    private final double[] framePose = new double[POSE];
    private final double[] local = new double[9];
    private final double[] jacobianOfFrame;
    private final double[] full;
    /** Rows in all. */
    final int rows;
    /** What is missing, weighted (rows). */
    final double[] residual;
    /** What of it each independent coordinate brings per unit, weighted (rows x coordinates). */
    final double[] jacobian;

    TargetStack(RobotDynamics dynamics, IndependentCoordinates coordinates, List<IkTarget> given) {
        this.dynamics = dynamics;
        this.coordinates = coordinates;
        targets = given.toArray(new IkTarget[0]);
        errors = new FrameError[targets.length];
        row = new int[targets.length];
        int count = 0;
        int most = 0;
        for (int t = 0; t < targets.length; t++) {
            errors[t] = new FrameError(targets[t]);
            row[t] = count;
            count += errors[t].rows;
            most = Math.max(most, errors[t].rows);
        }
        rows = count;
        int nv = dynamics.model().nv();
        residual = new double[rows];
        jacobian = new double[rows * coordinates.size];
        poses = new double[POSE * dynamics.model().links().size()];
        jacobianOfFrame = new double[6 * nv];
        full = new double[most * nv];
    }

    /** Takes a configuration (nq); returns half the square of the weighted residual. */
    double evaluate(double[] q) {
        dynamics.linkPoses(q, poses);
        for (int t = 0; t < targets.length; t++) {
            place(t);
            errors[t].evaluate(framePose, residual, row[t]);
        }
        double sum = 0;
        for (int r = 0; r < rows; r++) {
            sum += residual[r] * residual[r];
        }
        return 0.5 * sum;
    }

    private void place(int t) {
        int o = POSE * targets[t].frame().link();
        double[] own = errors[t].frame;
        Rotation.multiply(poses, o, own, 0, local, 0);
        System.arraycopy(local, 0, framePose, 0, 9);
        for (int k = 0; k < 3; k++) {
            framePose[9 + k] = poses[o + 9 + k]
                    + poses[o + 3 * k] * own[9]
                    + poses[o + 3 * k + 1] * own[10]
                    + poses[o + 3 * k + 2] * own[11];
        }
    }

    /** Writes the Jacobian at the configuration of the last {@link #evaluate}. */
    void differentiate(double[] q) {
        int nv = dynamics.model().nv();
        for (int t = 0; t < targets.length; t++) {
            dynamics.frameJacobian(q, targets[t].frame(), jacobianOfFrame);
            errors[t].differentiate(jacobianOfFrame, nv, full);
            for (int r = 0; r < errors[t].rows; r++) {
                coordinates.reduce(full, nv * r, jacobian, coordinates.size * (row[t] + r));
            }
        }
    }

    /** Whether every target was met at the last {@link #evaluate}. */
    boolean met(double metres, double radians) {
        for (FrameError error : errors) {
            if (!(error.position <= metres && error.orientation <= radians)) {
                return false;
            }
        }
        return true;
    }

    /** What is missing of a target's position at the last {@link #evaluate}, metres. */
    double position(int target) {
        return errors[target].position;
    }

    /** What is missing of a target's orientation at the last {@link #evaluate}, radians. */
    double orientation(int target) {
        return errors[target].orientation;
    }
}
