package io.sigmaprompt.physics.model;

/**
 * What a joint loses and what its drive adds.
 *
 * @param damping viscous friction, N m s/rad or N s/m
 * @param friction Coulomb friction, N m or N
 * @param armature reflected rotor inertia, kg m² or kg; URDF has no word for it
 */
public record JointDynamics(double damping, double friction, double armature) {
    public static final JointDynamics NONE = new JointDynamics(0, 0, 0);
}
