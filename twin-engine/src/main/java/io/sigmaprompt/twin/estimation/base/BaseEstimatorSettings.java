package io.sigmaprompt.twin.estimation.base;

/**
 * What a {@link BaseEstimator} takes for granted.
 *
 * @param gravity m/s², along the world's -z
 * @param gyroNoise density of the gyro's white noise, rad/s/√Hz
 * @param accelerometerNoise density of the accelerometer's, m/s²/√Hz
 * @param gyroWalk how fast the gyro's bias walks, rad/s²/√Hz
 * @param accelerometerWalk how fast the accelerometer's bias walks, m/s³/√Hz
 * @param gyroBias standard deviation of the gyro's bias at first, rad/s
 * @param accelerometerBias standard deviation of the accelerometer's bias at first, m/s²
 * @param unfeltAcceleration density of the acceleration that stands in where no IMU tells it, m/s²/√Hz
 * @param unfeltRotation density of the rotation's error where no gyro tells it, rad/s/√Hz
 * @param restSeconds so long after its first word the robot is taken to stand, where its IMU does not object
 * @param restForce how far a sample of the accelerometer may then be off, m/s²
 * @param restRate how far one of the gyro, rad/s
 * @param restVelocity how still it then stands, m/s
 * @param positionDeviation of a pose that does not say how exact it is, m
 * @param orientationDeviation likewise, rad
 * @param velocityDeviation likewise of an odometry's velocity, m/s
 * @param mostRejected so many poses in a row are held to be outliers; the next is believed whatever it says
 */
public record BaseEstimatorSettings(
        double gravity,
        double gyroNoise,
        double accelerometerNoise,
        double gyroWalk,
        double accelerometerWalk,
        double gyroBias,
        double accelerometerBias,
        double unfeltAcceleration,
        double unfeltRotation,
        double restSeconds,
        double restForce,
        double restRate,
        double restVelocity,
        double positionDeviation,
        double orientationDeviation,
        double velocityDeviation,
        int mostRejected) {
    /** For a MEMS unit of the better sort. */
    public static final BaseEstimatorSettings DEFAULT = new BaseEstimatorSettings(
            9.81, 1e-3, 2e-2, 1e-5, 1e-4, 0.02, 0.1, 2, 0.5, 0.5, 0.5, 0.03, 0.02, 0.02, 0.02, 0.05, 5);

    /** The same on another planet. */
    public BaseEstimatorSettings withGravity(double other) {
        return new BaseEstimatorSettings(
                other,
                gyroNoise,
                accelerometerNoise,
                gyroWalk,
                accelerometerWalk,
                gyroBias,
                accelerometerBias,
                unfeltAcceleration,
                unfeltRotation,
                restSeconds,
                restForce,
                restRate,
                restVelocity,
                positionDeviation,
                orientationDeviation,
                velocityDeviation,
                mostRejected);
    }
}
