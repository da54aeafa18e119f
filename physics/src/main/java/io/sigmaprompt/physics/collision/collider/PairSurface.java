package io.sigmaprompt.physics.collision.collider;

import io.sigmaprompt.physics.model.ContactSurface;
import io.sigmaprompt.physics.model.Softness;
import io.sigmaprompt.physics.model.mechanism.ContactPair;

/**
 * How two shapes touch each other.
 *
 * @param dimensions of the contact's force: 1 no friction, 3 sliding, 4 and torsional, 6 and rolling
 * @param sliding friction coefficient along the first tangent
 * @param secondSliding along the second tangent
 * @param torsional friction, metres
 * @param rolling friction about the first tangent, metres
 * @param secondRolling about the second tangent, metres
 * @param restitution part of the approach speed with which they part, 0 to 1
 * @param margin distance at which contacts are found, metres
 * @param gap the margin's part within which a contact does not push yet, metres
 * @param softness how the contact yields where it is asked to
 */
public record PairSurface(
        int dimensions,
        double sliding,
        double secondSliding,
        double torsional,
        double rolling,
        double secondRolling,
        double restitution,
        double margin,
        double gap,
        Softness softness) {

    /**
     * What two surfaces make together (MuJoCo documentation, Computation, Contact parameters): the one of higher priority
     * decides; of equals, the greater friction, dimensions, margin and restitution.
     */
    public static PairSurface of(ContactSurface a, ContactSurface b) {
        double margin = Math.max(a.margin(), b.margin());
        double gap = Math.max(a.gap(), b.gap());
        double restitution = Math.max(a.restitution(), b.restitution());
        if (a.priority() != b.priority()) {
            ContactSurface s = a.priority() > b.priority() ? a : b;
            return new PairSurface(
                    s.dimensions(),
                    s.sliding(),
                    s.sliding(),
                    s.torsional(),
                    s.rolling(),
                    s.rolling(),
                    s.restitution(),
                    margin,
                    gap,
                    s.softness());
        }
        double sliding = Math.max(a.sliding(), b.sliding());
        double rolling = Math.max(a.rolling(), b.rolling());
        return new PairSurface(
                Math.max(a.dimensions(), b.dimensions()),
                sliding,
                sliding,
                Math.max(a.torsional(), b.torsional()),
                rolling,
                rolling,
                restitution,
                margin,
                gap,
                yielding(a.softness(), b.softness()));
    }

    /** The surface of a pair that the description names. */
    public static PairSurface of(ContactPair pair) {
        return new PairSurface(
                pair.dimensions(),
                pair.sliding(),
                pair.secondSliding(),
                pair.torsional(),
                pair.rolling(),
                pair.secondRolling(),
                0,
                pair.margin(),
                pair.gap(),
                pair.softness());
    }

    /** Of two, the one that asks for a stiffness; of two that do, the softer, which is the one that yields. */
    private static Softness yielding(Softness a, Softness b) {
        if (a.timeConstant() >= 0) {
            return b;
        }
        return b.timeConstant() >= 0 || -a.timeConstant() <= -b.timeConstant() ? a : b;
    }
}
