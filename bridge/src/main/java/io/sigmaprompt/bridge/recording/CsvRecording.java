package io.sigmaprompt.bridge.recording;

import io.sigmaprompt.physics.model.BadInputException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joint states from a table, one row a frame. A row whose time or positions cannot be read is reported where it stands; a
 * row without a velocity or an effort is given without that quantity, and counted.
 */
public final class CsvRecording implements Recording {
    private static final double[] NONE = {};

    private final CsvTable table;
    private final char decimal;
    private final int width;
    private final CsvColumns columns;
    private final CsvGaps velocityGaps = new CsvGaps("velocity");
    private final CsvGaps effortGaps = new CsvGaps("effort");
    private final CsvGaps currentGaps = new CsvGaps("current");
    private final CsvGaps temperatureGaps = new CsvGaps("temperature");
    private final CsvFurther further;
    private CsvMap.@Nullable TimeUnit unit;
    private @Nullable List<CsvTable.Cell> upcoming;

    private CsvRecording(CsvTable table, List<CsvTable.Cell> headerRow, CsvMap map) {
        this.table = table;
        List<String> header =
                headerRow.stream().map(cell -> cell.text().strip()).toList();
        width = header.size();
        columns = CsvColumns.resolve(table.place(headerRow.getFirst()), header, map);
        further = new CsvFurther(columns, map);
        decimal = map.decimal() == null ? '.' : map.decimal();
        unit = map.timeUnit() == null ? CsvColumns.unitInName(header.get(columns.time())) : map.timeUnit();
        upcoming = table.next();
    }

    /**
     * Opens a table and reads its header.
     *
     * @throws BadInputException if there is no such file or the columns that are needed cannot be found
     */
    public static CsvRecording open(Path file, CsvMap map) {
        var table = new CsvTable(file, map.delimiter());
        try {
            List<CsvTable.Cell> header = table.next();
            if (header == null) {
                throw new BadInputException(
                        file.toString(), "the file is empty", "Give a table with a row of column names at its top.");
            }
            var recording = new CsvRecording(table, header, map);
            if (recording.upcoming == null) {
                throw new BadInputException(
                        file.toString(), "the table has a header and no rows", "Give a table with at least one frame.");
            }
            if (map.timeUnit() == null) {
                recording.requireBelievableTimes(file, map);
            }
            return recording;
        } catch (RuntimeException e) {
            table.close();
            throw e;
        }
    }

    /** Looks through the times of a table whose unit nobody stated, before a session begins over them. */
    private void requireBelievableTimes(Path file, CsvMap map) {
        CsvMap.TimeUnit counted = unit == null ? CsvMap.TimeUnit.SECONDS : unit;
        try (var again = new CsvTable(file, map.delimiter())) {
            List<CsvTable.Cell> header = again.next();
            if (header == null) {
                return;
            }
            var times = new CsvTimes(
                    file.toString(), header.get(columns.time()).text().strip(), counted, unit == null);
            List<CsvTable.Cell> row = again.next();
            for (int i = 0; row != null && i < CsvTimes.ROWS; i++, row = again.next()) {
                String text =
                        row.size() == width ? plain(row.get(columns.time()).text()) : "";
                if (text.indexOf(':') > 0) {
                    return;
                }
                addTime(times, text);
            }
            times.require();
        }
    }

    private static void addTime(CsvTimes times, String text) {
        try {
            double count = isDecimal(text) ? Double.parseDouble(text) : Double.NaN;
            if (Double.isFinite(count)) {
                times.add(count);
            }
        } catch (NumberFormatException e) {
            // Such a row is reported where it is read for good.
            return;
        }
    }

    /** The joints, in the order of the arrays of each frame. */
    public List<String> names() {
        return columns.names();
    }

    @Override
    public @Nullable RecordedEntry next() {
        RecordedEntry following = further.next();
        if (following != null) {
            return following;
        }
        List<CsvTable.Cell> row = upcoming;
        if (row == null) {
            return null;
        }
        upcoming = table.next();
        try {
            if (row.size() != width) {
                throw unreadable(
                        row.getFirst(),
                        "the row has " + row.size() + " cells and the header " + width
                                + (table.delimiter() == ',' && row.size() > width
                                        ? " (maybe its numbers have decimal commas)"
                                        : ""));
            }
            long time = time(row.get(columns.time()));
            double[] position = numbers(row, columns.position(), columns.names());
            further.take(
                    time,
                    numbersOrNone(row, columns.current(), columns.currentNames(), currentGaps),
                    numbersOrNone(row, columns.temperature(), columns.temperatureNames(), temperatureGaps));
            return new RecordedEntry.JointState(
                    time,
                    time,
                    columns.names(),
                    position,
                    numbersOrNone(row, columns.velocity(), columns.names(), velocityGaps),
                    numbersOrNone(row, columns.effort(), columns.names(), effortGaps));
        } catch (UnreadableCell e) {
            return e.entry;
        }
    }

    private double[] numbersOrNone(List<CsvTable.Cell> row, int[] indices, List<String> names, CsvGaps gaps)
            throws UnreadableCell {
        for (int index : indices) {
            if (isAbsent(row.get(index).text())) {
                gaps.count(table.place(row.get(index)));
                return NONE;
            }
        }
        return numbers(row, indices, names);
    }

    private double[] numbers(List<CsvTable.Cell> row, int[] indices, List<String> names) throws UnreadableCell {
        double[] values = new double[indices.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(row.get(indices[i]), names.get(i));
        }
        return values;
    }

    private double number(CsvTable.Cell cell, String joint) throws UnreadableCell {
        if (isAbsent(cell.text())) {
            throw unreadable(cell, "the cell for " + joint + " is empty");
        }
        String text = plain(cell.text());
        try {
            double value = isDecimal(text) ? Double.parseDouble(text) : Double.NaN;
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // The complaint below is for this one too.
        }
        throw unreadable(
                cell,
                "expected a number with the decimal sign '" + decimal + "' for " + joint + ", found '" + cell.text()
                        + "'");
    }

    private static boolean isAbsent(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() || stripped.equalsIgnoreCase("nan") || stripped.equalsIgnoreCase("null");
    }

    /** A number with the decimal point that the parsers want. */
    private String plain(String text) {
        String stripped = text.strip();
        // With a decimal comma a point groups thousands or is a mistake; neither is to be read as a decimal point.
        return decimal == ',' ? stripped.replace('.', '?').replace(',', '.') : stripped;
    }

    /** The parsers of Java take more than the decimal numbers of a table: "1d", "0x1p3", digits of other scripts. */
    private static boolean isDecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("+-.eE0123456789".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private long time(CsvTable.Cell cell) throws UnreadableCell {
        String text = cell.text().strip();
        CsvMap.TimeUnit counted = unit;
        if (counted == null) {
            counted = text.indexOf(':') > 0 ? CsvMap.TimeUnit.ISO : CsvMap.TimeUnit.SECONDS;
            unit = counted;
        }
        try {
            if (counted == CsvMap.TimeUnit.ISO) {
                return IsoTime.nanos(text);
            }
            String number = plain(text);
            if (isDecimal(number)) {
                return new BigDecimal(number)
                        .movePointRight(counted.digitsToNanos)
                        .setScale(0, java.math.RoundingMode.HALF_EVEN)
                        .longValueExact();
            }
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            // The complaint below is for these too.
        }
        throw unreadable(
                cell,
                "expected a time "
                        + (counted == CsvMap.TimeUnit.ISO
                                ? "as ISO 8601 writes it, such as 2026-01-31T12:00:00.5Z"
                                : "in " + counted.symbol)
                        + ", found '" + text + "'");
    }

    @Override
    public boolean carriesReceiveTimes() {
        return false;
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>(columns.warnings());
        velocityGaps.tell(warnings);
        effortGaps.tell(warnings);
        currentGaps.tell(warnings);
        temperatureGaps.tell(warnings);
        return warnings;
    }

    @Override
    public void close() {
        table.close();
    }

    private UnreadableCell unreadable(CsvTable.Cell cell, String problem) {
        return new UnreadableCell(new RecordedEntry.Unreadable(table.place(cell), problem));
    }

    /** Leaves a row at its first cell that cannot be read. */
    private static final class UnreadableCell extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient RecordedEntry.Unreadable entry;

        UnreadableCell(RecordedEntry.Unreadable entry) {
            super(entry.problem(), null, false, false);
            this.entry = entry;
        }
    }
}
