package io.sigmaprompt.twin.maintenance.trend;

import java.util.Arrays;

/**
 * Readings of an indicator over use. The arrays are never written after construction.
 *
 * @param use when each was read: cycles, hours or whatever wear goes by; rising strictly
 * @param value the readings
 */
public record DegradationSeries(double[] use, double[] value) {
    public DegradationSeries {
        if (use.length != value.length) {
            throw new IllegalArgumentException(use.length + " uses and " + value.length + " values");
        }
        for (int i = 1; i < use.length; i++) {
            if (!(use[i] > use[i - 1])) {
                throw new IllegalArgumentException("use does not rise at reading " + i);
            }
        }
    }

    public int size() {
        return use.length;
    }

    /** The same upside down, so that what fell rises. */
    DegradationSeries mirrored() {
        return new DegradationSeries(
                use, Arrays.stream(value).map(each -> -each).toArray());
    }
}
