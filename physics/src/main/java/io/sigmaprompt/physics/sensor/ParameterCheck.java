package io.sigmaprompt.physics.sensor;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Vec3;

/** Refuses parameters of a sensor that can belong to none. */
public final class ParameterCheck {
    private ParameterCheck() {}

    /** Demands a finite number. */
    public static void finite(String place, double value, String remedy) {
        if (!Double.isFinite(value)) {
            throw new BadInputException(place, "expected a finite number, found " + value, remedy);
        }
    }

    /** Demands finite numbers. */
    public static void finite(String place, Vec3 value, String remedy) {
        finite(place + ", x", value.x(), remedy);
        finite(place + ", y", value.y(), remedy);
        finite(place + ", z", value.z(), remedy);
    }

    /** Demands a finite number of 0 or more. */
    public static void notNegative(String place, double value, String remedy) {
        if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
            throw new BadInputException(place, "expected 0 or more, found " + value, remedy);
        }
    }

    /** Demands a number above 0; infinity is one. */
    public static void positive(String place, double value, String remedy) {
        if (!(value > 0)) {
            throw new BadInputException(place, "expected more than 0, found " + value, remedy);
        }
    }

    /** Demands a number of [0, 1]. */
    public static void probability(String place, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new BadInputException(
                    place, "expected a probability between 0 and 1, found " + value, "One in fifty is 0.02.");
        }
    }

    /** Demands a finite number above -1: what is scaled by {@code 1 + value} keeps its sign. */
    public static void scaleError(String place, double value) {
        if (!(value > -1) || value == Double.POSITIVE_INFINITY) {
            throw new BadInputException(
                    place, "expected a relative error above -1, found " + value, "A fiftieth too much is 0.02.");
        }
    }

    /** Demands an index. */
    public static void index(String place, int value, int least) {
        if (value < least) {
            throw new BadInputException(
                    place,
                    "expected an index of " + least + " or more, found " + value,
                    "Ask the world for the index by name.");
        }
    }
}
