package io.sigmaprompt.bridge.flight;

/**
 * Whether a stamp of the vehicle's clock can be one. A single stamp far ahead, as damage makes them, would hold back all
 * that comes behind it; a pause of the logger, which the next stamps bear out, must not.
 */
final class FlightClock {
    /** Logged data lies that near together; beyond it a stamp has to be borne out. */
    private static final long NEAR_MICROS = 10_000_000;

    /** A century; nanoseconds of it fit a long. */
    private static final long FARTHEST_MICROS = 3_200_000_000_000_000L;

    private long newest;
    private long candidate = -1;

    FlightClock(long firstMicros) {
        newest = firstMicros;
    }

    /** Whether it is a time at all. */
    static boolean isTime(long micros) {
        return micros >= 0 && micros <= FARTHEST_MICROS;
    }

    /** Judges a stamp of the stream that keeps the time, and keeps it. */
    boolean keep(long micros) {
        boolean borneOut = candidate >= 0 && micros >= candidate && micros - candidate <= NEAR_MICROS;
        if (!isTime(micros) || micros - newest > NEAR_MICROS && !borneOut) {
            candidate = isTime(micros) ? micros : candidate;
            return false;
        }
        candidate = -1;
        newest = Math.max(newest, micros);
        return true;
    }

    /** Judges a stamp of any other stream. */
    boolean agrees(long micros) {
        return isTime(micros) && micros - newest <= NEAR_MICROS;
    }
}
