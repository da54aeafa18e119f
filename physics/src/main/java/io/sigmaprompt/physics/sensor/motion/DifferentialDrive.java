package io.sigmaprompt.physics.sensor.motion;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.sensor.ParameterCheck;

/**
 * Two wheels side by side, as the odometry believes them to be.
 *
 * @param leftWheel index of its joint in the whole world
 * @param rightWheel index of its joint in the whole world
 * @param leftRadius metres; negative where a positive rotation rolls backwards
 * @param rightRadius metres; likewise
 * @param track metres between the points where the wheels touch the ground
 */
public record DifferentialDrive(int leftWheel, int rightWheel, double leftRadius, double rightRadius, double track) {
    /**
     * A drive that can roll.
     *
     * @throws BadInputException if a number is impossible
     */
    public DifferentialDrive {
        ParameterCheck.index("drive's left wheel", leftWheel, 0);
        ParameterCheck.index("drive's right wheel", rightWheel, 0);
        radius("drive's left radius", leftRadius);
        radius("drive's right radius", rightRadius);
        if (!(track > 0) || track == Double.POSITIVE_INFINITY) {
            throw new BadInputException(
                    "drive's track", "expected more than 0, found " + track, "Give metres between the wheels.");
        }
    }

    private static void radius(String place, double radius) {
        if (radius == 0 || !Double.isFinite(radius)) {
            throw new BadInputException(
                    place,
                    "expected metres other than 0, found " + radius,
                    "It is negative where a positive rotation rolls backwards.");
        }
    }
}
