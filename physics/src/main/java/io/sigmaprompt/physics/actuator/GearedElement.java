package io.sigmaprompt.physics.actuator;

/**
 * A force element with a rotor behind a gear on one freedom, whose inertia and dry friction the step itself takes: the
 * inertia belongs to the mass matrix, the friction to the constraints, where it can hold the joint without creep.
 */
public interface GearedElement extends ForceElement {
    /** The freedom, an entry of its robot's v. */
    int freedom();

    /** Inertia of the rotor at the joint, kg m² or kg: always the same. */
    double armature();

    /**
     * The greatest dry friction that the step's constraints may give along the freedom, N m or N; known once
     * {@link #apply} has been called. 0 where the element itself applies its friction.
     */
    double stickingFriction();
}
