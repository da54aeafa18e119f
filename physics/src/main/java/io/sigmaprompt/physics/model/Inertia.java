package io.sigmaprompt.physics.model;

/**
 * Mass, centre of mass and rotational inertia of a body.
 *
 * @param mass kilograms, not negative
 * @param com centre of mass in the link frame, metres
 * @param ixx rotational inertia about the centre of mass, along the link frame's axes, kg m²
 * @param ixy product of inertia
 * @param ixz product of inertia
 * @param iyy rotational inertia
 * @param iyz product of inertia
 * @param izz rotational inertia
 */
public record Inertia(double mass, Vec3 com, double ixx, double ixy, double ixz, double iyy, double iyz, double izz) {
    public static final Inertia ZERO = new Inertia(0, Vec3.ZERO, 0, 0, 0, 0, 0, 0);
}
