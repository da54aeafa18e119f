package io.sigmaprompt.twin.analysis.interaction;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;

/**
 * How long explanations have named a link.
 *
 * @param fromNanos when it had begun at the latest, session time
 * @param firstNanos the first explanation that named it
 * @param lastNanos the last one
 * @param value as the explanation that knew it best told it, N or kg
 * @param sigma its standard deviation
 */
record Sighting(long fromNanos, long firstNanos, long lastNanos, double value, double sigma) {
    Sighting again(long simNanos, double toldValue, double toldSigma) {
        boolean better = toldSigma <= sigma;
        return new Sighting(fromNanos, firstNanos, simNanos, better ? toldValue : value, better ? toldSigma : sigma);
    }

    void save(CanonicalOutput out) {
        out.putLong(fromNanos);
        out.putLong(firstNanos);
        out.putLong(lastNanos);
        out.putDouble(value);
        out.putDouble(sigma);
    }

    static Sighting restored(CanonicalInput in) {
        return new Sighting(in.getLong(), in.getLong(), in.getLong(), in.getDouble(), in.getDouble());
    }
}
