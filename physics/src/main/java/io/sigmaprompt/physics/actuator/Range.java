package io.sigmaprompt.physics.actuator;

import io.sigmaprompt.physics.model.BadInputException;

/** Refuses parameters that no device can have. */
public final class Range {
    private Range() {}

    /** Any finite number above zero. */
    public static void positive(String place, double value) {
        require(value > 0 && value < Double.POSITIVE_INFINITY, place, value, "a finite number above zero");
    }

    /** Zero or any finite number above. */
    public static void notNegative(String place, double value) {
        require(value >= 0 && value < Double.POSITIVE_INFINITY, place, value, "a finite number, zero or more");
    }

    /** A bound: above zero, and infinite for none. */
    public static void bound(String place, double value) {
        require(value > 0, place, value, "a number above zero, or infinity for no bound");
    }

    /** A share that is not zero. */
    public static void share(String place, double value) {
        require(value > 0 && value <= 1, place, value, "a number above 0 and at most 1");
    }

    public static void finite(String place, double value) {
        require(Double.isFinite(value), place, value, "a finite number");
    }

    public static void require(boolean holds, String place, double value, String expected) {
        if (!holds) {
            throw new BadInputException(place, "it is " + value, "Give " + expected + ".");
        }
    }
}
