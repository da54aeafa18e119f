package io.sigmaprompt.physics.model;

/**
 * How a shape touches (MuJoCo documentation, XML reference, body/geom).
 *
 * @param type bits; two shapes may touch where a bit of one's type is in the other's affinity
 * @param affinity bits
 * @param dimensions of the contact's force: 1 no friction, 3 sliding, 4 and torsional, 6 and rolling
 * @param priority the shape of higher priority decides for both
 * @param mix weight of this shape's softness where neither has priority
 * @param sliding friction coefficient
 * @param torsional friction, metres
 * @param rolling friction, metres
 * @param restitution part of the approach speed with which bodies part, 0 to 1
 * @param margin distance at which contacts are found, metres
 * @param gap the margin's part within which a contact does not push yet, metres
 * @param softness how the contact yields
 * @param group 0 to 5, for whoever wants to tell shapes apart
 */
public record ContactSurface(
        int type,
        int affinity,
        int dimensions,
        int priority,
        double mix,
        double sliding,
        double torsional,
        double rolling,
        double restitution,
        double margin,
        double gap,
        Softness softness,
        int group) {
    public static final ContactSurface DEFAULT =
            new ContactSurface(1, 1, 3, 0, 1, 1, 0.005, 0.0001, 0, 0, 0, Softness.DEFAULT, 0);

    /** The same surface with another restitution. */
    public ContactSurface withRestitution(double other) {
        return new ContactSurface(
                type,
                affinity,
                dimensions,
                priority,
                mix,
                sliding,
                torsional,
                rolling,
                other,
                margin,
                gap,
                softness,
                group);
    }

    /** Whether a number may be a restitution: 0 to 1, both included. */
    public static boolean isRestitution(double value) {
        return value >= 0 && value <= 1;
    }
}
