package io.sigmaprompt.bridge.trace;

import io.sigmaprompt.bridge.cdr.OdometryMessage;
import io.sigmaprompt.twin.record.EstimateRecord;
import java.util.Arrays;

/** The estimate of a free base as odometry, with what ROS has in other axes or another order turned. */
final class BaseOdometry {
    private BaseOdometry() {}

    static OdometryMessage of(EstimateRecord.Base base, long time, String frame, String child) {
        double[] pose = base.pose();
        double[] twist = base.twist();
        double[] rotation = rotation(pose);
        return new OdometryMessage(
                time,
                frame,
                child,
                Arrays.copyOfRange(pose, 0, 3),
                Arrays.copyOfRange(pose, 3, 7),
                poseCovariance(base.covariance(), rotation),
                Arrays.copyOfRange(twist, 3, 6),
                Arrays.copyOfRange(twist, 0, 3),
                twistCovariance(base.twistDeviation(), rotation));
    }

    /** 9, row-major, base to world. */
    private static double[] rotation(double[] pose) {
        double x = pose[3];
        double y = pose[4];
        double z = pose[5];
        double w = pose[6];
        return new double[] {
            1 - 2 * (y * y + z * z),
            2 * (x * y - z * w),
            2 * (x * z + y * w),
            2 * (x * y + z * w),
            1 - 2 * (x * x + z * z),
            2 * (y * z - x * w),
            2 * (x * z - y * w),
            2 * (y * z + x * w),
            1 - 2 * (x * x + y * y)
        };
    }

    /** {@code T·C·Tᵀ} with T = (1, R): ours has the rotation in base axes, theirs in those of the pose's frame. */
    private static double[] poseCovariance(double[] covariance, double[] rotation) {
        double[] turn = new double[36];
        for (int i = 0; i < 3; i++) {
            turn[7 * i] = 1;
            System.arraycopy(rotation, 3 * i, turn, 6 * (3 + i) + 3, 3);
        }
        double[] half = new double[36];
        double[] turned = new double[36];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                for (int k = 0; k < 6; k++) {
                    half[6 * i + j] += turn[6 * i + k] * covariance[6 * k + j];
                }
            }
        }
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                for (int k = 0; k < 6; k++) {
                    turned[6 * i + j] += half[6 * i + k] * turn[6 * j + k];
                }
            }
        }
        return turned;
    }

    /** {@code Rᵀ·diag(σ²)·R} for the linear velocity, which ours has in world axes; the angular's is not told. */
    private static double[] twistCovariance(double[] deviation, double[] rotation) {
        double[] covariance = new double[36];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    covariance[6 * i + j] += rotation[3 * k + i] * deviation[k] * deviation[k] * rotation[3 * k + j];
                }
            }
        }
        return covariance;
    }
}
