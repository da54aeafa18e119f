package io.sigmaprompt.physics.actuator.servo;

/**
 * Gains of a joint's position servo, {@code effort = kp·(position error) + kd·(velocity error)}.
 *
 * @param kp N m/rad or N/m
 * @param kd N m s/rad or N s/m; a velocity servo's gain as well
 */
public record ServoGains(double kp, double kd) {
    /** Least inertia a servo is tuned for, kg m² or kg: keeps a feather-light joint's servo from going limp. */
    public static final double LEAST_INERTIA = 1e-4;

    /**
     * Gains that make a joint of this inertia a second-order system.
     *
     * @param inertia what the servo feels, kg m² or kg; taken as {@link #LEAST_INERTIA} where it is less
     * @param frequency undamped natural frequency, rad/s
     * @param damping ratio; 1 is critical
     */
    public static ServoGains forInertia(double inertia, double frequency, double damping) {
        double felt = Math.max(inertia, LEAST_INERTIA);
        return new ServoGains(felt * frequency * frequency, 2 * damping * frequency * felt);
    }
}
