package io.sigmaprompt.physics.sensor;

/** Which of two equal and opposite wrenches a force-torque sensor tells (SDFormat, force_torque, measure_direction). */
public enum WrenchSense {
    /** What the parent does to the link that carries the sensor; at rest it holds the link's weight up. */
    PARENT_TO_CHILD(1),
    /** What the link, and all that hangs on it, does to its parent. */
    CHILD_TO_PARENT(-1);

    private final double sign;

    WrenchSense(double sign) {
        this.sign = sign;
    }

    double sign() {
        return sign;
    }
}
