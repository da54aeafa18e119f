package io.sigmaprompt.twin.calibration;

import java.util.Map;

/**
 * How to calibrate.
 *
 * @param cutoff of the zero-phase filter, hertz
 * @param trainingShare the first part of the log, from which is learnt; the rest judges
 * @param spread how far bodies may be from the model's, relative: masses have a standard deviation of half of it
 * @param currents whether the log's efforts are motor currents, so that motor gains are asked for
 * @param stribeck whether friction that falls with speed is asked for
 * @param armature whether reflected rotor inertia is asked for
 * @param jointOffsets whether encoders' zero positions are asked for
 * @param folds contiguous parts for cross-validation
 * @param gains motor gains that are known, N m/A or N/A, by joint; where currents are measured and none is known, gains
 *     and bodies are known to a common factor only
 */
public record CalibrationSettings(
        double cutoff,
        double trainingShare,
        double spread,
        boolean currents,
        boolean stribeck,
        boolean armature,
        boolean jointOffsets,
        int folds,
        Map<String, Double> gains) {
    public static final CalibrationSettings DEFAULT =
            new CalibrationSettings(5, 2.0 / 3, 0.6, false, false, false, false, 5);

    public CalibrationSettings {
        gains = Map.copyOf(gains);
    }

    /** The same where no motor gain is known. */
    public CalibrationSettings(
            double cutoff,
            double trainingShare,
            double spread,
            boolean currents,
            boolean stribeck,
            boolean armature,
            boolean jointOffsets,
            int folds) {
        this(cutoff, trainingShare, spread, currents, stribeck, armature, jointOffsets, folds, Map.of());
    }
}
