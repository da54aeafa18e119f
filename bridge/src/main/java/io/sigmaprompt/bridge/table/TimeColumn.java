package io.sigmaprompt.bridge.table;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Suggestion;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a table's time column and what it counts. */
final class TimeColumn {
    private static final Pattern NAME = Pattern.compile(
            "(t|time|timestamp|stamp|date|datetime|date ?time|zeit|zeitstempel|temps)([_ \\[(]*(s|sec|ms|us|ns)[\\])]?)?",
            Pattern.CASE_INSENSITIVE);
    private static final double SHARE_BACKWARDS = 0.2;

    final int index;
    final TableClock clock;

    private TimeColumn(int index, TableClock clock) {
        this.index = index;
        this.clock = clock;
    }

    /**
     * Finds it.
     *
     * @throws BadInputException if no column holds times that grow
     */
    static TimeColumn find(TableSample sample, TableMap map, char decimal) {
        int index = map.time() == null ? guess(sample, decimal) : named(sample, map, map.time());
        List<String> cells = sample.column(index);
        TableClock clock = map.clock() == null ? clock(sample, index, cells, decimal) : map.clock();
        require(sample, index, cells, clock, decimal);
        return new TimeColumn(index, clock);
    }

    private static int named(TableSample sample, TableMap map, String wanted) {
        int index = sample.header.indexOf(wanted);
        if (index < 0) {
            throw new BadInputException(
                    map.lines().getOrDefault(wanted, map.source()),
                    "the table has no column '" + wanted + "'" + Suggestion.phrase(wanted, sample.header),
                    "Its columns are " + sample.listing() + ".");
        }
        return index;
    }

    private static int guess(TableSample sample, char decimal) {
        for (int i = 0; i < sample.header.size(); i++) {
            if (NAME.matcher(sample.header.get(i)).matches()
                    && !sample.column(i).isEmpty()) {
                return i;
            }
        }
        for (int i = 0; i < sample.header.size(); i++) {
            List<String> cells = sample.column(i);
            if (!cells.isEmpty() && share(cells, TableClock.ISO, decimal) == 1) {
                return i;
            }
        }
        throw new BadInputException(
                sample.file + ":1:1",
                "no column is named like a time, and none holds dates; the columns are " + sample.listing(),
                "Name the time column in a column map, as time: Timestamp.");
    }

    private static TableClock clock(TableSample sample, int index, List<String> cells, char decimal) {
        double first = cells.isEmpty() ? Double.NaN : Cells.number(cells.getFirst(), decimal);
        if (!Double.isNaN(first)) {
            Matcher name = NAME.matcher(sample.header.get(index));
            String unit = name.matches() && name.group(3) != null
                    ? name.group(3).toLowerCase(Locale.ROOT).replace("sec", "s")
                    : unit(first, Cells.number(cells.getLast(), decimal));
            return known(unit);
        }
        if (share(cells, TableClock.ISO, decimal) > 0.5) {
            return TableClock.ISO;
        }
        for (String format : TableClock.FORMATS) {
            if (share(cells, known(format), decimal) > 0.99) {
                return known(format);
            }
        }
        return TableClock.ISO;
    }

    /** What a count most likely counts whose column does not say: times since 1970 and days of a spreadsheet are large. */
    private static String unit(double first, double last) {
        if (first > 20_000 && last < 80_000 && last - first < 400 && first != Math.rint(first)) {
            return "days";
        }
        return first > 1e17 ? "ns" : first > 1e14 ? "us" : first > 1e11 ? "ms" : "s";
    }

    private static TableClock known(String word) {
        TableClock clock = TableClock.of(word);
        if (clock == null) {
            throw new IllegalStateException(word);
        }
        return clock;
    }

    private static double share(List<String> cells, TableClock clock, char decimal) {
        int looked = Math.min(cells.size(), 200);
        int fit = 0;
        for (int i = 0; i < looked; i++) {
            fit += readable(cells.get(i), clock, decimal) ? 1 : 0;
        }
        return looked == 0 ? 0 : (double) fit / looked;
    }

    static boolean readable(String text, TableClock clock, char decimal) {
        try {
            clock.nanos(text, Cells.plain(text, decimal));
            return true;
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return false;
        }
    }

    private static void require(TableSample sample, int index, List<String> cells, TableClock clock, char decimal) {
        String column = sample.header.get(index);
        long last = Long.MIN_VALUE;
        int times = 0;
        int backwards = 0;
        for (String text : cells) {
            if (readable(text, clock, decimal)) {
                long time = clock.nanos(text, Cells.plain(text, decimal));
                backwards += time < last ? 1 : 0;
                last = time;
                times++;
            }
        }
        if (times == 0) {
            throw new BadInputException(
                    sample.place(index, text -> !Cells.isAbsent(text)),
                    "expected a time in column '" + column + "', "
                            + (clock.counts()
                                    ? "counted in " + clock.word() + " with the decimal sign '" + decimal + "'"
                                    : "written as "
                                            + (clock == TableClock.ISO ? "2026-01-31T12:00:00.5Z" : clock.word()))
                            + ", found " + (cells.isEmpty() ? "only empty cells" : "'" + cells.getFirst() + "'"),
                    "Say timeUnit in a column map: " + String.join(", ", TableClock.COUNTS)
                            + ", iso, or a pattern such as d.M.yyyy H:mm:ss; or name another column as time.");
        }
        if (backwards > SHARE_BACKWARDS * times) {
            throw new BadInputException(
                    sample.file.toString(),
                    backwards + " of " + times + " times in column '" + column + "' are earlier than the one before",
                    "Sort the rows, or name the column that holds the time in a column map, as time: stamp.");
        }
    }
}
