package io.sigmaprompt.bridge.recording;

import io.sigmaprompt.physics.model.BadInputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Whether the times of a table, in a unit that was only guessed, can be those of a robot's log. A unit read wrongly turns
 * seconds into years, and a session over them never ends.
 */
final class CsvTimes {
    /** As many rows tell enough of a table; a longer one is not read twice. */
    static final int ROWS = 100_000;

    private static final double LONGEST_SECONDS = 30 * 86_400.0;
    /** What joint states usually have; of several units the one that comes nearest is proposed. */
    private static final double USUAL_PERIOD_SECONDS = 0.01;

    private final String place;
    private final String column;
    private final CsvMap.TimeUnit unit;
    private final List<Double> steps = new ArrayList<>();
    private double first = Double.NaN;
    private double last = Double.NaN;

    /**
     * Nothing seen yet.
     *
     * @param place the file, for messages
     * @param column the time column's name
     * @param unit in which the times are going to be read
     */
    CsvTimes(String place, String column, CsvMap.TimeUnit unit) {
        this.place = place;
        this.column = column;
        this.unit = unit;
    }

    /** Takes the next row's time, as it stands there. */
    void add(double count) {
        if (Double.isNaN(first)) {
            first = count;
        } else {
            steps.add(count - last);
        }
        last = count;
    }

    /**
     * Judges what was seen.
     *
     * @throws BadInputException if the times span more than 30 days, or mostly do not grow
     */
    void require() {
        if (steps.isEmpty()) {
            return;
        }
        Collections.sort(steps);
        double step = steps.get(steps.size() / 2);
        if (step <= 0) {
            throw new BadInputException(
                    place,
                    "most times in column '" + column + "' do not grow from row to row",
                    "Name the column that holds the time in a column map, as time: stamp.");
        }
        double seconds = (last - first) * scale(unit);
        if (Math.abs(seconds) <= LONGEST_SECONDS) {
            return;
        }
        CsvMap.TimeUnit believable = believable(step);
        throw new BadInputException(
                place,
                "times span " + words(Math.abs(seconds)) + " if column '" + column + "' counts " + unit.symbol,
                believable == unit
                        ? "If they do, say so with timeUnit: " + unit.symbol
                                + "; else look for a row with a wrong time."
                        : String.format(
                                Locale.ROOT,
                                "Set timeUnit: %s, which gives a row every %.3g ms and %s in all.",
                                believable.symbol,
                                step * scale(believable) * 1e3,
                                words(Math.abs(last - first) * scale(believable))));
    }

    private static CsvMap.TimeUnit believable(double step) {
        CsvMap.TimeUnit best = CsvMap.TimeUnit.SECONDS;
        double least = Double.POSITIVE_INFINITY;
        for (CsvMap.TimeUnit each : CsvMap.TimeUnit.values()) {
            double distance = Math.abs(Math.log10(step * scale(each) / USUAL_PERIOD_SECONDS));
            if (each != CsvMap.TimeUnit.ISO && distance < least) {
                least = distance;
                best = each;
            }
        }
        return best;
    }

    private static double scale(CsvMap.TimeUnit unit) {
        return Math.pow(10, unit.digitsToNanos - 9);
    }

    private static String words(double seconds) {
        double days = seconds / 86_400;
        return String.format(
                Locale.ROOT,
                days > 730 ? "%.0f years" : days > 2 ? "%.0f days" : "%.3g s",
                days > 730 ? days / 365.25 : days > 2 ? days : seconds);
    }
}
