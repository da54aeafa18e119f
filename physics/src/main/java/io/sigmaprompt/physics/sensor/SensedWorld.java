package io.sigmaprompt.physics.sensor;

/**
 * What sensors can ask of a world, after a step. Links, joints and colliders are known by their index in the whole
 * world. All vectors are in world axes, SI; nothing is allocated; outputs begin at entry 0 of the array given.
 */
public interface SensedWorld {
    /** Stands for the world itself where a link is asked for: what is fixed to it never moves. */
    int WORLD = -1;

    /** Simulated seconds. */
    double time();

    /**
     * The acceleration of free fall.
     *
     * @param out Modified. 3 numbers, m/s²
     */
    void gravity(double[] out);

    /**
     * Where a link is.
     *
     * @param out Modified. 12 numbers: rotation from the link's frame to the world's, row-major, and its origin, metres
     */
    void linkPose(int link, double[] out);

    /**
     * How a link moves.
     *
     * @param out Modified. 6 numbers: angular velocity, rad/s, and velocity of the link's origin, m/s
     */
    void linkVelocity(int link, double[] out);

    /**
     * How a link's motion changed over the last step: its mean acceleration, in which an impact counts too.
     *
     * @param out Modified. 6 numbers: angular acceleration, rad/s², and the acceleration of the link's origin as a point
     *     of space has it (the classical, not the spatial one; 0 at rest, gravity in free fall), m/s²
     */
    void linkAcceleration(int link, double[] out);

    /** Position of a joint of one coordinate, rad or m. */
    double jointPosition(int joint);

    /** Velocity of a joint of one coordinate, rad/s or m/s. */
    double jointVelocity(int joint);

    /** What the actuators of a joint of one coordinate applied over the last step, N m or N. */
    double jointEffort(int joint);

    /**
     * The wrench with which a link's parent (for a root link, what welds it to the world) held it over the last step,
     * through joint, actuator and constraint: what a force-torque sensor between the two feels.
     *
     * @param out Modified. 6 numbers: moment about the link's origin, N m, and force on the link, N
     */
    void parentWrench(int link, double[] out);

    /**
     * The sum of what contacts did to a link over the last step.
     *
     * @param out Modified. 6 numbers: moment about the link's origin, N m, and force on the link, N
     */
    void contactWrench(int link, double[] out);

    /** How many contacts touch a link. */
    int contactCount(int link);

    /** The sum of the normal forces of a link's contacts over the last step, each as a magnitude, N. */
    double linkNormalForce(int link);

    /** Likewise of one collider, N. */
    double colliderNormalForce(int collider);

    /**
     * How far it is along a ray to the first surface.
     *
     * @param origin where the ray begins, 3 numbers, metres
     * @param direction where it goes, 3 numbers, unit length
     * @param maxDistance metres
     * @param ignoredLink the link whose shapes the ray passes, or {@link #WORLD} for none
     * @return metres; infinity where nothing is met within {@code maxDistance}
     */
    double castRay(double[] origin, double[] direction, double maxDistance, int ignoredLink);
}
