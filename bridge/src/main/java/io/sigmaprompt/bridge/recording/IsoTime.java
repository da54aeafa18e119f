package io.sigmaprompt.bridge.recording;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Date and time as ISO 8601 writes them, and as tables come near it: a blank may stand for the T, and the zone may be missing. */
public final class IsoTime {
    private IsoTime() {}

    /**
     * Nanoseconds since 1970.
     *
     * @throws DateTimeException if it is no date and time
     * @throws ArithmeticException if it is more than 292 years away from 1970
     */
    public static long nanos(String text) {
        String iso = text.replaceFirst("(?<=\\d) +(?=\\d)", "T");
        boolean zoned = iso.endsWith("Z") || iso.endsWith("z") || iso.matches(".*T.*[+-]\\d\\d(:?\\d\\d)?");
        // A table's clock without a zone is taken as UTC: only differences matter to a replay.
        return nanos(
                zoned
                        ? OffsetDateTime.parse(iso.replace('z', 'Z')).toInstant()
                        : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
    }

    /** Nanoseconds since 1970 at an instant. */
    public static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }
}
