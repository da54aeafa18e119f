package io.sigmaprompt.headless.analysis;

import io.sigmaprompt.twin.port.signal.SignalRow;

/**
 * A row with all that was seen in it when it came. NaN is what cannot be told.
 *
 * @param normal where each signal stands against the rows before it, in standard deviations
 * @param signals how unusual the most unusual signal is, 0 to 1
 * @param forest how unusual the combination of signals is, 0 to 1
 * @param cycle how unusual it is at this moment of the cycle, 0 to 1
 * @param near distance to a tenth of the past cycles, standard deviations
 * @param usual distance to three tenths of the past cycles, standard deviations
 * @param overdue whether the cycle lasts longer than others
 */
public record WatchedRow(
        SignalRow row,
        double[] normal,
        double signals,
        double forest,
        double cycle,
        double near,
        double usual,
        boolean overdue) {}
