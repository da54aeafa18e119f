package io.sigmaprompt.physics.model;

/** The kinds of joint, as URDF names them, and the ball; the axis, where one is used, is fixed in the joint frame. */
public enum JointType {
    /** No freedom. */
    FIXED(0, 0),
    /** Rotation about the axis, with limits; radians. */
    REVOLUTE(1, 1),
    /** Rotation about the axis without limits; the coordinate is the angle, not wrapped. */
    CONTINUOUS(1, 1),
    /** Translation along the axis; metres. */
    PRISMATIC(1, 1),
    /**
     * Motion in the plane normal to the axis: q = (x, y, angle) in the plane's basis, v = its rates in the child frame.
     */
    PLANAR(3, 3),
    /** Rotation about any axis (MJCF's ball): q = (qx, qy, qz, qw), v = angular velocity in the child frame. */
    SPHERICAL(4, 3),
    /** Six freedoms: q = (x, y, z, qx, qy, qz, qw), v = (angular, linear) velocity in the child frame. */
    FLOATING(7, 6);

    private final int positions;
    private final int velocities;

    JointType(int positions, int velocities) {
        this.positions = positions;
        this.velocities = velocities;
    }

    /** How many entries of q a joint of this type has. */
    public int positions() {
        return positions;
    }

    /** How many entries of v a joint of this type has. */
    public int velocities() {
        return velocities;
    }

    /** Where among the joint's entries of q its unit quaternion begins, or -1 for a joint that has none. */
    public int quaternion() {
        return positions - velocities == 1 ? positions - 4 : -1;
    }

    /** Whether this is a joint of one scalar coordinate, the kind that has limits and actuators. */
    public boolean isScalar() {
        return velocities == 1;
    }
}
