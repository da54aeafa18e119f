package io.sigmaprompt.bridge.table;

import io.sigmaprompt.bridge.recording.IsoTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a time column holds: a count of some unit, or date and time in some format. */
final class TableClock {
    static final TableClock ISO = new TableClock("iso", null, null);
    /** Words that name a count. */
    static final List<String> COUNTS = List.of("s", "ms", "us", "ns", "days");

    /** Dates as spreadsheets show them; the first that fits all of a column is taken. */
    static final List<String> FORMATS =
            List.of("d.M.yyyy H:mm:ss", "yyyy/M/d H:mm:ss", "d/M/yyyy H:mm:ss", "M/d/yyyy H:mm:ss", "d-M-yyyy H:mm:ss");

    private static final BigDecimal NANOS_A_DAY = BigDecimal.valueOf(86_400_000_000_000L);

    private final String word;
    private final @Nullable BigDecimal nanos;
    private final @Nullable DateTimeFormatter format;

    private TableClock(String word, @Nullable BigDecimal nanos, @Nullable DateTimeFormatter format) {
        this.word = word;
        this.nanos = nanos;
        this.format = format;
    }

    /** The clock that a map's word names: a unit, {@code iso}, or a pattern of Java's date formats; null if it is none. */
    static @Nullable TableClock of(String word) {
        return switch (word) {
            case "iso" -> ISO;
            case "s" -> new TableClock(word, BigDecimal.TEN.pow(9), null);
            case "ms" -> new TableClock(word, BigDecimal.TEN.pow(6), null);
            case "us" -> new TableClock(word, BigDecimal.TEN.pow(3), null);
            case "ns" -> new TableClock(word, BigDecimal.ONE, null);
            case "days" -> new TableClock(word, NANOS_A_DAY, null);
            default -> pattern(word);
        };
    }

    private static @Nullable TableClock pattern(String word) {
        if (!word.contains("y") || !word.contains("ss")) {
            return null;
        }
        try {
            // A fraction of a second may follow in any number of digits.
            DateTimeFormatter format = new DateTimeFormatterBuilder()
                    .appendPattern(word)
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .toFormatter(Locale.ROOT);
            return new TableClock(word, null, format);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    String word() {
        return word;
    }

    boolean counts() {
        return nanos != null;
    }

    /**
     * Nanoseconds on the table's clock.
     *
     * @param text as it stands in the cell
     * @param number the same with a decimal point
     * @throws DateTimeException if it is no such date
     * @throws NumberFormatException if it is no number
     * @throws ArithmeticException if it is too large
     */
    long nanos(String text, String number) {
        if (nanos != null) {
            return new BigDecimal(number)
                    .multiply(nanos)
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .longValueExact();
        }
        return format == null
                ? IsoTime.nanos(text)
                : IsoTime.nanos(LocalDateTime.parse(text.strip(), format).toInstant(ZoneOffset.UTC));
    }
}
