package io.sigmaprompt.twin.calibration;

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
 */
public record CalibrationSettings(
        double cutoff,
        double trainingShare,
        double spread,
        boolean currents,
        boolean stribeck,
        boolean armature,
        boolean jointOffsets,
        int folds) {
    public static final CalibrationSettings DEFAULT =
            new CalibrationSettings(5, 2.0 / 3, 0.6, false, false, false, false, 5);
}
