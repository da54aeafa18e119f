package io.sigmaprompt.physics.sensor.motion;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.sensor.ParameterCheck;

/**
 * The errors of dead reckoning. Systematic ones bend the path (Borenstein, Feng, Measurement and correction of systematic
 * odometry errors in mobile robots, IEEE Transactions on Robotics and Automation 12(6), 1996); the variance of random
 * ones grows with what is travelled (Thrun, Burgard, Fox, Probabilistic Robotics, 2005, section 5.4).
 *
 * @param distanceScale relative error of distances: 0.01 reads 1 % too much, as wheels worn by 1 % do
 * @param turnScale relative error of turns: a track believed too narrow reads too much
 * @param pull turn that is read for each metre straight ahead, rad/m: wheels of unequal radius
 * @param slip of driven wheels, {@code (rolled - travelled) / rolled}, from 0 to below 1: distances read {@code 1 / (1 -
 *     slip)} too long. Slip that the world's own contacts have is in the wheels' turning already
 * @param distanceNoise standard deviation of the distance after 1 m, m/√m
 * @param turnNoisePerMetre standard deviation of the heading after 1 m, rad/√m
 * @param turnNoisePerTurn standard deviation of the heading after a turn by 1 rad, rad/√rad
 */
public record OdometryErrors(
        double distanceScale,
        double turnScale,
        double pull,
        double slip,
        double distanceNoise,
        double turnNoisePerMetre,
        double turnNoisePerTurn) {
    /** No errors. */
    public static final OdometryErrors NONE = new OdometryErrors(0, 0, 0, 0, 0, 0, 0);

    /**
     * Errors that an odometry can have.
     *
     * @throws BadInputException if a number is impossible
     */
    public OdometryErrors {
        ParameterCheck.scaleError("odometry's distance scale error", distanceScale);
        ParameterCheck.scaleError("odometry's turn scale error", turnScale);
        ParameterCheck.finite("odometry's pull", pull, "Give rad/m, to the left positive.");
        if (!(slip >= 0 && slip < 1)) {
            throw new BadInputException(
                    "odometry's slip",
                    "expected from 0 to below 1, found " + slip,
                    "Wheels that lose a fiftieth of what they roll have 0.02.");
        }
        ParameterCheck.notNegative("odometry's distance noise", distanceNoise, "Give m/√m.");
        ParameterCheck.notNegative("odometry's turn noise per metre", turnNoisePerMetre, "Give rad/√m.");
        ParameterCheck.notNegative("odometry's turn noise per turn", turnNoisePerTurn, "Give rad/√rad.");
    }
}
