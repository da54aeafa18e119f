package io.sigmaprompt.physics.sensor.force;

/**
 * Which wrench a force-torque sensor tells: one of the two equal and opposite ones of a joint (SDFormat, force_torque,
 * measure_direction), or that of contacts.
 */
public enum WrenchSense {
    /** What the parent does to the link that carries the sensor; at rest it holds the link's weight up. */
    PARENT_TO_CHILD(1),
    /** What the link, and all that hangs on it, does to its parent. */
    CHILD_TO_PARENT(-1),
    /** What contacts do to the link that carries the sensor: a sole, a finger's pad. */
    CONTACTS_TO_LINK(1);

    private final double sign;

    WrenchSense(double sign) {
        this.sign = sign;
    }

    double sign() {
        return sign;
    }
}
