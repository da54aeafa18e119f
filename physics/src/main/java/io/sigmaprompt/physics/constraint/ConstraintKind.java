package io.sigmaprompt.physics.constraint;

/** What impulses a constraint may give. */
public enum ConstraintKind {
    /** Three rows: normal and two tangents, each tangent scaled by its friction coefficient; |tangential| at most normal. */
    FRICTION_CONE,
    /** One row: not negative. */
    UNILATERAL,
    /** One to three rows: any. */
    BILATERAL,
    /** One row: magnitude at most {@link ConstraintSet#bound}. */
    DRY_FRICTION,
    /**
     * One or two rows, scaled by the coefficient of torsional or rolling friction: magnitude at most the normal impulse
     * of the contact that {@link ConstraintSet#partner} names.
     */
    CONTACT_FRICTION
}
