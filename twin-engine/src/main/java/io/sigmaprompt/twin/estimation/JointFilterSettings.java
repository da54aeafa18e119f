package io.sigmaprompt.twin.estimation;

/**
 * What a {@link JointFilter} takes for granted, in rad or m and their rates. What it learns stays within these bounds.
 *
 * @param jerkDensity how restless a joint is at first: the power spectral density of its jerk, (rad/s³)²·s
 * @param leastJerkDensity a joint at rest is not held to be quieter
 * @param mostJerkDensity nor a moving one wilder
 * @param position how exactly positions are measured
 * @param velocity how exactly velocities are measured, where they are
 * @param offset by how much a measured velocity is off the slope of the positions, at first
 * @param gate normalised innovation squared beyond which a measurement is held to be an outlier
 * @param mostRejected so many in a row are left out; the next is believed whatever it says
 * @param pauseSeconds after a longer silence the filter starts anew
 * @param mostAcceleration standard deviation of an acceleration that a joint may take up at once; what asks for more is a
 *     jump, after which the filter starts anew
 */
public record JointFilterSettings(
        double jerkDensity,
        double leastJerkDensity,
        double mostJerkDensity,
        Noise position,
        Noise velocity,
        double offset,
        double gate,
        int mostRejected,
        double pauseSeconds,
        double mostAcceleration) {
    /** For arms and legs behind encoders of 0.1 mrad and velocities of 10 mrad/s, both still to be learnt. */
    public static final JointFilterSettings DEFAULT = new JointFilterSettings(
            2000, 1, 1e7, new Noise(1e-4, 1e-7, 0.05), new Noise(1e-2, 1e-5, 1), 3e-3, 25, 2, 0.25, 2000);

    /**
     * A measurement's standard deviation.
     *
     * @param deviation at first
     * @param least never held to be more exact
     * @param most never held to be worse
     */
    public record Noise(double deviation, double least, double most) {}
}
