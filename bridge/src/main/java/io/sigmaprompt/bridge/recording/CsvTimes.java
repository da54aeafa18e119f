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
    /** Whole numbers so far apart, in seconds, are most likely counted in another unit. */
    private static final double LEAST_WHOLE_SECONDS = 0.5;

    /** Fewer steps tell nothing of what is counted. */
    private static final int FEWEST = 5;

    private final boolean assumed;
    private final List<Double> steps = new ArrayList<>();
    private boolean whole = true;
    private double first = Double.NaN;
    private double last = Double.NaN;

    /**
     * Nothing seen yet.
     *
     * @param place the file, for messages
     * @param column the time column's name
     * @param unit in which the times are going to be read
     * @param assumed whether nothing says so, not even the column's name
     */
    CsvTimes(String place, String column, CsvMap.TimeUnit unit, boolean assumed) {
        this.assumed = assumed;
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
        whole &= count == Math.rint(count);
    }

    /**
     * Judges what was seen.
     *
     * @throws BadInputException if the times span more than 30 days, mostly do not grow, or are whole numbers too far
     *     apart for seconds
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
            if (assumed && whole && steps.size() >= FEWEST && step * scale(unit) >= LEAST_WHOLE_SECONDS) {
                throw notSeconds(step);
            }
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

    private BadInputException notSeconds(double step) {
        CsvMap.TimeUnit likely = believable(step);
        return new BadInputException(
                place,
                String.format(
                        Locale.ROOT,
                        "column '%s' holds whole numbers, mostly %.0f apart, and does not say what they count: as seconds"
                                + " a frame would come every %.0f s",
                        column,
                        step,
                        step),
                String.format(
                        Locale.ROOT,
                        "Most likely they are %s: call the column %s_%s, or say timeUnit: %s in a column map (--map). If"
                                + " they are seconds, call it %s_s.",
                        likely.symbol,
                        column,
                        likely.symbol,
                        likely.symbol,
                        column));
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
