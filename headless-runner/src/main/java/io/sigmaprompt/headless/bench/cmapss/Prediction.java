package io.sigmaprompt.headless.bench.cmapss;

import io.sigmaprompt.twin.maintenance.learning.LifeEstimate;

/**
 * A remaining life that was told, beside what it was.
 *
 * @param engine whose
 * @param fold the part that the engine was in
 * @param cycle after which cycle it was told
 * @param truth cycles left, at most the cap
 * @param told what was told
 */
public record Prediction(String engine, int fold, int cycle, double truth, LifeEstimate told) {
    /** Told less true; above 0 is too late. */
    double error() {
        return told.cycles() - truth;
    }

    /**
     * The penalty of the PHM 2008 challenge (Saxena, Goebel, Simon, Eklund): exp(-d/13) - 1 if early, exp(d/10) - 1 if
     * late.
     */
    double score() {
        double d = error();
        return d < 0 ? StrictMath.exp(-d / 13) - 1 : StrictMath.exp(d / 10) - 1;
    }

    boolean covered() {
        return truth >= told.low() && truth <= told.high();
    }
}
