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

    /** Effort, N m or N, that is lost in steady motion at this velocity; at rest nothing is. */
    public double loss(double velocity) {
        return damping * velocity + friction * Math.signum(velocity);
    }

    /**
     * What of an effort the losses cannot account for. In motion the losses are known; near rest friction can be
     * anything up to its Coulomb value, so that much of the effort says nothing.
     *
     * @param effort effort beyond what the rigid body needs, N m or N
     * @param velocity rad/s or m/s
     * @param rest speed below which a joint may be held by friction, rad/s or m/s
     */
    public double unexplained(double effort, double velocity, double rest) {
        if (Math.abs(velocity) >= rest) {
            return effort - loss(velocity);
        }
        double remaining = effort - damping * velocity;
        return Math.signum(remaining) * Math.max(0, Math.abs(remaining) - friction);
    }
}
