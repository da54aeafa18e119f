package io.sigmaprompt.physics.sensor;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Vec3;

/**
 * The errors of three axes that measure a vector, in a unit U that the sensor names (rad/s, m/s², N, N m): a measurement
 * is {@code (1 + scale)·Rᵀ·x + bias + noise}, rounded to the resolution and cut off at the range (IEEE Std 952-1997,
 * annexes B and C; Woodman, An introduction to inertial navigation, UCAM-CL-TR-696, 2007, sections 3 and 4).
 *
 * @param noiseDensity of white noise, U/√Hz: its standard deviation in a measurement is {@code noiseDensity / √period}
 *     (the angle random walk of a gyro, the velocity random walk of an accelerometer); the first of a sensor that
 *     measures at every tick has none
 * @param biasWalk density of the white noise whose sum the bias is (rate random walk), U/√s: after t seconds the bias
 *     has wandered by {@code biasWalk·√t}
 * @param bias at the beginning, U
 * @param turnOnBias standard deviation of what each axis' bias has beside that, U, drawn at the first measurement
 * @param scale relative error of each axis: 0.01 reads 1 % too much
 * @param misalignment rotation vector from the triad's axes to the sensor's frame, rad
 * @param range greatest magnitude that an axis can tell, U; infinity for none
 * @param resolution of an axis, U; 0 for none
 */
public record TriadErrors(
        double noiseDensity,
        double biasWalk,
        Vec3 bias,
        double turnOnBias,
        Vec3 scale,
        Vec3 misalignment,
        double range,
        double resolution) {
    /** No errors. */
    public static final TriadErrors NONE =
            new TriadErrors(0, 0, Vec3.ZERO, 0, Vec3.ZERO, Vec3.ZERO, Double.POSITIVE_INFINITY, 0);

    /**
     * Errors that three axes can have.
     *
     * @throws BadInputException if a number is impossible
     */
    public TriadErrors {
        ParameterCheck.notNegative(
                "sensor's noise density", noiseDensity, "Data sheets give it per √Hz; turn it to SI units.");
        ParameterCheck.notNegative("sensor's bias walk", biasWalk, "Give it in the sensor's unit per √s.");
        ParameterCheck.finite("sensor's bias", bias, "Use 0 for none.");
        ParameterCheck.notNegative("sensor's turn-on bias", turnOnBias, "Give a standard deviation.");
        ParameterCheck.scaleError("sensor's scale error, x", scale.x());
        ParameterCheck.scaleError("sensor's scale error, y", scale.y());
        ParameterCheck.scaleError("sensor's scale error, z", scale.z());
        ParameterCheck.finite("sensor's misalignment", misalignment, "Give a rotation vector in radians.");
        ParameterCheck.positive("sensor's range", range, "Infinity is no limit.");
        ParameterCheck.notNegative("sensor's resolution", resolution, "Use 0 for none.");
        if (resolution > range) {
            throw new BadInputException(
                    "sensor's resolution",
                    "expected at most the range of " + range + ", found " + resolution,
                    "Look whether the two have been exchanged, or are in different units.");
        }
    }

    /** White noise and a walking bias. */
    public static TriadErrors noisy(double noiseDensity, double biasWalk) {
        return new TriadErrors(noiseDensity, biasWalk, Vec3.ZERO, 0, Vec3.ZERO, Vec3.ZERO, Double.POSITIVE_INFINITY, 0);
    }

    /** White noise as it is told for a measurement: of this standard deviation at this rate, Hz. */
    public static TriadErrors ofDeviation(double deviation, double rate) {
        ParameterCheck.positive("sensor's rate", rate, "Give measurements a second.");
        return noisy(deviation / Math.sqrt(rate), 0);
    }

    /** The same with a bias. */
    public TriadErrors biased(Vec3 newBias, double newTurnOnBias) {
        return new TriadErrors(noiseDensity, biasWalk, newBias, newTurnOnBias, scale, misalignment, range, resolution);
    }

    /** The same with wrong scales and axes. */
    public TriadErrors distorted(Vec3 newScale, Vec3 newMisalignment) {
        return new TriadErrors(noiseDensity, biasWalk, bias, turnOnBias, newScale, newMisalignment, range, resolution);
    }

    /** The same with a converter's range and resolution. */
    public TriadErrors converted(double newRange, double newResolution) {
        return new TriadErrors(noiseDensity, biasWalk, bias, turnOnBias, scale, misalignment, newRange, newResolution);
    }
}
