package io.sigmaprompt.workbench.divergence;

/**
 * Where a divergence stands on the scale of colours. What a sound robot shows nineteen times in twenty is the start;
 * from there equal steps are equal factors, as improbability grows with the square.
 */
public final class DivergenceScale {
    /** The 95 % bound of a normal deviate, standard deviations. */
    public static final double CALM = 1.96;

    /** From here on it is coloured fully, standard deviations. */
    public static final double FULL = 8;

    private DivergenceScale() {}

    /**
     * The amount of colour for a divergence.
     *
     * @param sigma standard deviations, in [0, ∞]; NaN where it is not known
     * @return from 0 at and below the 95 % bound to 1; NaN where it is not known
     */
    public static double amount(double sigma) {
        if (Double.isNaN(sigma)) {
            return Double.NaN;
        }
        return sigma <= CALM ? 0 : Math.min(1, Math.log(sigma / CALM) / Math.log(FULL / CALM));
    }
}
