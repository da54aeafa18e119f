package io.sigmaprompt.physics.kinematics;

import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.spatial.Rotation;

/**
 * What keeps a frame from its target, in rows: first the components of the position that count, in metres along the
 * target's axes; then the orientation. That is the rotation vector that is left (three axes), the one that turns the free
 * axis to its target (two axes, three rows of rank two), or the twist that is left (one axis), in the world's axes and
 * radians. All rows are weighted. The gradient of half the square of the rows is exact.
 */
final class FrameError {
    private static final double PARALLEL = 1e-12;

    private final Axes positionAxes;
    private final int orientationCount;
    /** The axis that points (two axes count) or about which no twist may be left (one counts). */
    private final int axis;

    private final double positionWeight;
    private final double orientationWeight;
    /** The target: R, then its origin. */
    private final double[] wanted;

    private final double[] wantedQuaternion = new double[4];
    private final double[] quaternion = new double[4];
    private final double[] left = new double[4];
    /** The frame's rotation at the last evaluation. */
    private final double[] current = new double[9];
    /** The frame in its link: R, then its origin. */
    final double[] frame;

    final int rows;
    /** What was missing at the last evaluation, metres. */
    double position;
    /** What was missing at the last evaluation, radians. */
    double orientation;

    FrameError(IkTarget target) {
        positionAxes = target.position();
        orientationCount = target.orientation().count();
        axis = target.orientation().first(orientationCount == 1);
        positionWeight = Math.sqrt(target.weight());
        orientationWeight = positionWeight * TargetStack.METRES_PER_RADIAN;
        wanted = transform(target.pose());
        Rotation.toQuaternion(wanted, 0, wantedQuaternion, 0);
        frame = transform(target.frame().pose());
        rows = positionAxes.count() + (orientationCount >= 2 ? 3 : orientationCount);
    }

    private static double[] transform(Pose pose) {
        double[] x = new double[12];
        System.arraycopy(pose.rotation(), 0, x, 0, 9);
        x[9] = pose.x();
        x[10] = pose.y();
        x[11] = pose.z();
        return x;
    }

    /**
     * Measures what is missing.
     *
     * @param pose the frame's R (frame to world), then its origin in the world
     * @param out Modified. {@link #rows} numbers at {@code o}
     */
    void evaluate(double[] pose, double[] out, int o) {
        System.arraycopy(pose, 0, current, 0, 9);
        double square = 0;
        int r = o;
        for (int k = 0; k < 3; k++) {
            if (positionAxes.counts(k)) {
                double missing = wanted[k] * (wanted[9] - pose[9])
                        + wanted[3 + k] * (wanted[10] - pose[10])
                        + wanted[6 + k] * (wanted[11] - pose[11]);
                square += missing * missing;
                out[r++] = positionWeight * missing;
            }
        }
        position = Math.sqrt(square);
        orientation = 0;
        if (orientationCount > 0) {
            missingRotation();
            int count = orientationCount == 1 ? 1 : 3;
            square = 0;
            for (int k = 0; k < count; k++) {
                square += left[k] * left[k];
                out[r + k] = orientationWeight * left[k];
            }
            orientation = Math.sqrt(square);
        }
    }

    /** Writes what is left to turn into {@link #left}. */
    private void missingRotation() {
        if (orientationCount == 2) {
            missingPointing();
            return;
        }
        Rotation.toQuaternion(current, 0, quaternion, 0);
        RotationVector.between(quaternion, 0, wantedQuaternion, 0, left, 0);
        if (orientationCount == 1) {
            // The quaternion of the swing that is free has no component along the axis.
            RotationVector.between(wantedQuaternion, 0, quaternion, 0, left, 0);
            double along = left[axis];
            double w = left[3];
            double sign = w < 0 ? -1 : 1;
            System.arraycopy(left, 0, quaternion, 0, 4);
            left[0] = -2 * StrictMath.atan2(sign * along, sign * w);
            return;
        }
        RotationVector.of(left, 0, left, 0);
        double x = left[0];
        double y = left[1];
        double z = left[2];
        for (int k = 0; k < 3; k++) {
            left[k] = current[3 * k] * x + current[3 * k + 1] * y + current[3 * k + 2] * z;
        }
    }

    /** The shortest rotation vector that turns the frame's axis to the target's. */
    private void missingPointing() {
        double ax = current[axis];
        double ay = current[3 + axis];
        double az = current[6 + axis];
        double bx = wanted[axis];
        double by = wanted[3 + axis];
        double bz = wanted[6 + axis];
        double cx = ay * bz - az * by;
        double cy = az * bx - ax * bz;
        double cz = ax * by - ay * bx;
        double sine = Math.sqrt(cx * cx + cy * cy + cz * cz);
        double cosine = ax * bx + ay * by + az * bz;
        double scale;
        if (sine > PARALLEL) {
            scale = StrictMath.atan2(sine, cosine) / sine;
        } else if (cosine > 0) {
            scale = 1;
        } else {
            // Half a turn about anything across: the frame's next axis.
            int other = (axis + 1) % 3;
            cx = current[other];
            cy = current[3 + other];
            cz = current[6 + other];
            scale = Math.PI;
        }
        left[0] = scale * cx;
        left[1] = scale * cy;
        left[2] = scale * cz;
    }

    /**
     * Writes how a velocity of the robot lessens what is missing, at the pose of the last evaluation.
     *
     * @param jacobian of the frame, 6 x nv, angular first, world axes
     * @param out Modified. {@link #rows} x nv
     */
    void differentiate(double[] jacobian, int nv, double[] out) {
        int r = 0;
        for (int k = 0; k < 3; k++) {
            if (positionAxes.counts(k)) {
                combine(
                        jacobian,
                        3 * nv,
                        nv,
                        positionWeight * wanted[k],
                        positionWeight * wanted[3 + k],
                        positionWeight * wanted[6 + k],
                        out,
                        nv * r++);
            }
        }
        double s = orientationWeight;
        if (orientationCount == 3) {
            combine(jacobian, 0, nv, s, 0, 0, out, nv * r);
            combine(jacobian, 0, nv, 0, s, 0, out, nv * (r + 1));
            combine(jacobian, 0, nv, 0, 0, s, out, nv * (r + 2));
        } else if (orientationCount == 2) {
            // Turning about the axis itself does nothing.
            double x = current[axis];
            double y = current[3 + axis];
            double z = current[6 + axis];
            combine(jacobian, 0, nv, s * (1 - x * x), -s * x * y, -s * x * z, out, nv * r);
            combine(jacobian, 0, nv, -s * x * y, s * (1 - y * y), -s * y * z, out, nv * (r + 1));
            combine(jacobian, 0, nv, -s * x * z, -s * y * z, s * (1 - z * z), out, nv * (r + 2));
        } else if (orientationCount == 1) {
            differentiateTwist(jacobian, nv, out, nv * r);
        }
    }

    /**
     * With d = (x, y, z, w) the quaternion from target to frame and W the frame's angular velocity in its own axes, {@code
     * d' = d ⊗ W / 2}; the twist about axis k is 2·atan2(d_k, w).
     */
    private void differentiateTwist(double[] jacobian, int nv, double[] out, int o) {
        double w = quaternion[3];
        int k = axis;
        int i = (k + 1) % 3;
        int j = (k + 2) % 3;
        double square = Math.max(w * w + quaternion[k] * quaternion[k], PARALLEL);
        // 2·(w·d_k' - d_k·w') / (w² + d_k²), by component of W.
        double byK = (w * w + quaternion[k] * quaternion[k]) / square;
        double byI = (-w * quaternion[j] + quaternion[k] * quaternion[i]) / square;
        double byJ = (w * quaternion[i] + quaternion[k] * quaternion[j]) / square;
        double s = orientationWeight;
        combine(
                jacobian,
                0,
                nv,
                s * (byK * current[k] + byI * current[i] + byJ * current[j]),
                s * (byK * current[3 + k] + byI * current[3 + i] + byJ * current[3 + j]),
                s * (byK * current[6 + k] + byI * current[6 + i] + byJ * current[6 + j]),
                out,
                o);
    }

    private static void combine(
            double[] jacobian, int from, int nv, double x, double y, double z, double[] out, int o) {
        for (int c = 0; c < nv; c++) {
            out[o + c] = x * jacobian[from + c] + y * jacobian[from + nv + c] + z * jacobian[from + 2 * nv + c];
        }
    }
}
