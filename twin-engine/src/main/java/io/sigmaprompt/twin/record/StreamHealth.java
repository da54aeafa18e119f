package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;

/**
 * How one stream of telemetry fares; counts are since the session's start. What came is the sum of applied, duplicates,
 * reordered, late and rejected.
 *
 * @param stream its kind and source, as {@code imu base_imu}
 * @param movesJoints whether it moves the twin's joints
 * @param applied frames that were applied
 * @param duplicates frames that had come before
 * @param reordered frames behind a newer one, but within the window
 * @param late frames still later
 * @param rejected frames that cannot be used
 * @param gaps times it was silent for longer than it should
 * @param restarts times its clock was set, or began anew
 * @param rateHz frames a second over the last second
 * @param ageSeconds time since the last frame
 * @param periodSeconds median time between frames by the source's clock
 * @param jitterSeconds robust standard deviation of the time between arrivals; NaN without times of receipt
 * @param delaySeconds median delay above the least; NaN without times of receipt
 * @param clockOffsetSeconds our clock less the source's, the wire's least delay included; NaN if unknown
 * @param clockOffsetSigma its standard deviation, s
 * @param clockDriftPpm how much faster our clock goes than the source's, in millionths; NaN if unknown
 * @param clockDriftSigmaPpm its standard deviation
 */
public record StreamHealth(
        String stream,
        boolean movesJoints,
        long applied,
        long duplicates,
        long reordered,
        long late,
        long rejected,
        long gaps,
        long restarts,
        double rateHz,
        double ageSeconds,
        double periodSeconds,
        double jitterSeconds,
        double delaySeconds,
        double clockOffsetSeconds,
        double clockOffsetSigma,
        double clockDriftPpm,
        double clockDriftSigmaPpm) {
    /** All frames that came. */
    public long received() {
        return applied + duplicates + reordered + late + rejected;
    }

    void encode(CanonicalOutput out) {
        out.putString(stream);
        out.putBoolean(movesJoints);
        out.putLong(applied);
        out.putLong(duplicates);
        out.putLong(reordered);
        out.putLong(late);
        out.putLong(rejected);
        out.putLong(gaps);
        out.putLong(restarts);
        out.putDouble(rateHz);
        out.putDouble(ageSeconds);
        out.putDouble(periodSeconds);
        out.putDouble(jitterSeconds);
        out.putDouble(delaySeconds);
        out.putDouble(clockOffsetSeconds);
        out.putDouble(clockOffsetSigma);
        out.putDouble(clockDriftPpm);
        out.putDouble(clockDriftSigmaPpm);
    }
}
