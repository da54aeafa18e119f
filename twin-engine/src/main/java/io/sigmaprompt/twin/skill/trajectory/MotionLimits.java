package io.sigmaprompt.twin.skill.trajectory;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.JointLimits;
import java.util.Arrays;
import java.util.List;

/**
 * How fast joints may move and how hard they may be accelerated. Immutable.
 */
public final class MotionLimits {
    /** Where a description says nothing of acceleration: full speed is reached in this time, seconds. */
    public static final double SECONDS_TO_FULL_SPEED = 0.5;

    /** Where a description says nothing of speed, rad/s or m/s. */
    public static final double USUAL_SPEED = 1;

    private final double[] velocity;
    private final double[] acceleration;

    /**
     * Limits, one entry a joint.
     *
     * @param velocity rad/s or m/s, above 0
     * @param acceleration rad/s² or m/s², above 0
     * @throws BadInputException if the lengths differ or a number is not finite and above 0
     */
    public MotionLimits(double[] velocity, double[] acceleration) {
        if (velocity.length != acceleration.length) {
            throw new BadInputException(
                    "motion limits",
                    "expected as many accelerations as velocities, found " + acceleration.length + " and "
                            + velocity.length,
                    "Give one of each for each joint.");
        }
        this.velocity = positive("velocity", velocity);
        this.acceleration = positive("acceleration", acceleration);
    }

    private static double[] positive(String what, double[] values) {
        for (int j = 0; j < values.length; j++) {
            if (!(values[j] > 0) || Double.isInfinite(values[j])) {
                throw new BadInputException(
                        "motion limits, " + what + "[" + j + "]",
                        "expected a finite number above 0, found " + values[j],
                        "A joint that must not move is left out of the motion.");
            }
        }
        return values.clone();
    }

    /**
     * The limits of joints, with accelerations that reach full speed in {@link #SECONDS_TO_FULL_SPEED}.
     *
     * @param share of both that is used, in (0, 1]
     */
    public static MotionLimits of(List<JointLimits> joints, double share) {
        double[] velocity = new double[joints.size()];
        double[] acceleration = new double[joints.size()];
        for (int j = 0; j < velocity.length; j++) {
            double told = joints.get(j).velocity();
            double full = Double.isInfinite(told) || !(told > 0) ? USUAL_SPEED : told;
            velocity[j] = share * full;
            acceleration[j] = share * full / SECONDS_TO_FULL_SPEED;
        }
        return new MotionLimits(velocity, acceleration);
    }

    public int width() {
        return velocity.length;
    }

    /** rad/s or m/s. */
    public double velocity(int joint) {
        return velocity[joint];
    }

    /** rad/s² or m/s². */
    public double acceleration(int joint) {
        return acceleration[joint];
    }

    @Override
    public String toString() {
        return "velocity " + Arrays.toString(velocity) + ", acceleration " + Arrays.toString(acceleration);
    }
}
