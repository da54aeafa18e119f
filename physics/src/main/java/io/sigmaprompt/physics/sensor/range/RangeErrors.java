package io.sigmaprompt.physics.sensor.range;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.sensor.NoiseStream;
import io.sigmaprompt.physics.sensor.ParameterCheck;
import io.sigmaprompt.physics.sensor.Quantizer;

/**
 * The errors of a distance measured along a beam. What cannot be measured is told as REP 117 has it: +infinity where no
 * surface is in range, -infinity where one is too near, NaN where the echo was lost.
 *
 * @param least metres
 * @param greatest metres
 * @param noise standard deviation, metres
 * @param noisePerMetre what the standard deviation gains with each metre
 * @param resolution metres; 0 for none
 * @param loss the probability that an echo is lost
 */
public record RangeErrors(
        double least, double greatest, double noise, double noisePerMetre, double resolution, double loss) {
    /**
     * Errors that a range can have.
     *
     * @throws BadInputException if a number is impossible
     */
    public RangeErrors {
        ParameterCheck.notNegative("scanner's least range", least, "Give metres.");
        if (!(greatest > least) || greatest == Double.POSITIVE_INFINITY) {
            throw new BadInputException(
                    "scanner's greatest range",
                    "expected more than the least, " + least + " m, found " + greatest,
                    "Give metres; every beam is followed that far.");
        }
        ParameterCheck.notNegative("scanner's noise", noise, "Give a standard deviation, metres.");
        ParameterCheck.notNegative("scanner's noise per metre", noisePerMetre, "A hundredth of the range is 0.01.");
        ParameterCheck.notNegative("scanner's resolution", resolution, "Use 0 for none.");
        ParameterCheck.probability("scanner's loss", loss);
    }

    /** No errors between two ranges. */
    public static RangeErrors between(double least, double greatest) {
        return new RangeErrors(least, greatest, 0, 0, 0, 0);
    }

    /** What is read of a true distance, metres, infinite for none. */
    double read(double distance, NoiseStream noise) {
        if (loss > 0 && noise.uniform() < loss) {
            return Double.NaN;
        }
        if (distance > greatest) {
            return Double.POSITIVE_INFINITY;
        }
        if (distance < least) {
            return Double.NEGATIVE_INFINITY;
        }
        double deviation = this.noise + noisePerMetre * distance;
        double noisy = deviation > 0 ? distance + deviation * noise.normal() : distance;
        return Math.max(least, Quantizer.convert(noisy, resolution, greatest));
    }
}
