package io.sigmaprompt.physics.model;

/**
 * A rigid transform from a child frame C to a parent frame P: {@code p_P = R · p_C + t}.
 *
 * @param x translation along the parent's x, metres
 * @param y translation along the parent's y, metres
 * @param z translation along the parent's z, metres
 * @param qx quaternion x (Hamilton, child to parent)
 * @param qy quaternion y
 * @param qz quaternion z
 * @param qw quaternion w
 */
public record Pose(double x, double y, double z, double qx, double qy, double qz, double qw) {

    public static final Pose IDENTITY = new Pose(0, 0, 0, 0, 0, 0, 1);

    /**
     * The pose that URDF writes as {@code xyz} and {@code rpy}: rotation about the fixed axes x (roll), then y
     * (pitch), then z (yaw), {@code R = Rz(yaw) · Ry(pitch) · Rx(roll)} (URDF specification, element origin).
     */
    public static Pose fromXyzRpy(double x, double y, double z, double roll, double pitch, double yaw) {
        double cr = StrictMath.cos(0.5 * roll);
        double sr = StrictMath.sin(0.5 * roll);
        double cp = StrictMath.cos(0.5 * pitch);
        double sp = StrictMath.sin(0.5 * pitch);
        double cy = StrictMath.cos(0.5 * yaw);
        double sy = StrictMath.sin(0.5 * yaw);
        return new Pose(
                x,
                y,
                z,
                sr * cp * cy - cr * sp * sy,
                cr * sp * cy + sr * cp * sy,
                cr * cp * sy - sr * sp * cy,
                cr * cp * cy + sr * sp * sy);
    }

    /**
     * The rotation as a matrix.
     *
     * @return 3 x 3, row-major, child to parent
     */
    public double[] rotation() {
        double n = qx * qx + qy * qy + qz * qz + qw * qw;
        double s = 2.0 / n;
        return new double[] {
            1 - s * (qy * qy + qz * qz),
            s * (qx * qy - qz * qw),
            s * (qx * qz + qy * qw),
            s * (qx * qy + qz * qw),
            1 - s * (qx * qx + qz * qz),
            s * (qy * qz - qx * qw),
            s * (qx * qz - qy * qw),
            s * (qy * qz + qx * qw),
            1 - s * (qx * qx + qy * qy),
        };
    }

    /** This pose after {@code inner}: maps inner's child frame to this pose's parent frame. */
    public Pose times(Pose inner) {
        double[] r = rotation();
        return new Pose(
                x + r[0] * inner.x + r[1] * inner.y + r[2] * inner.z,
                y + r[3] * inner.x + r[4] * inner.y + r[5] * inner.z,
                z + r[6] * inner.x + r[7] * inner.y + r[8] * inner.z,
                qw * inner.qx + qx * inner.qw + qy * inner.qz - qz * inner.qy,
                qw * inner.qy - qx * inner.qz + qy * inner.qw + qz * inner.qx,
                qw * inner.qz + qx * inner.qy - qy * inner.qx + qz * inner.qw,
                qw * inner.qw - qx * inner.qx - qy * inner.qy - qz * inner.qz);
    }

    /** The transform the other way: from the parent frame to the child's. */
    public Pose inverse() {
        Pose turned = new Pose(0, 0, 0, -qx, -qy, -qz, qw);
        return turned.times(new Pose(-x, -y, -z, 0, 0, 0, 1));
    }

    /** The pose of a pure translation. */
    public static Pose at(Vec3 position) {
        return new Pose(position.x(), position.y(), position.z(), 0, 0, 0, 1);
    }
}
