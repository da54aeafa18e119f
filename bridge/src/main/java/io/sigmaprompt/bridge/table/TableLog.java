package io.sigmaprompt.bridge.table;

import io.sigmaprompt.bridge.recording.CsvTable;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.port.signal.SignalLog;
import io.sigmaprompt.twin.port.signal.SignalRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The rows of a table, read one after another. */
final class TableLog implements SignalLog {
    private final TableReading reading;
    private final CsvTable table;
    private final TableClock clock;
    private final char decimal;
    private final int width;
    private final long bytes;
    private final Oddities unreadable = new Oddities();
    private final Oddities late = new Oddities();
    private final Oddities cells = new Oddities();
    private final Oddities wide = new Oddities();
    private long read;
    private long last = Long.MIN_VALUE;

    private TableLog(Path file, TableReading reading, int width) {
        this.reading = reading;
        this.width = width;
        TableClock known = reading.map().clock();
        Character sign = reading.map().decimal();
        if (known == null || sign == null) {
            throw new IllegalStateException("a reading knows clock and decimal sign");
        }
        clock = known;
        decimal = sign;
        bytes = size(file);
        table = new CsvTable(file, reading.map().delimiter());
        table.next();
    }

    /**
     * Opens a table.
     *
     * @throws BadInputException if the file, the map or the labels are wrong
     */
    static TableLog open(Path file, TableMap map, Set<String> labels) {
        TableSample sample = TableSample.of(file, map.delimiter());
        return new TableLog(file, TableReading.of(sample, map, labels), sample.header.size());
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public @Nullable SignalRow next() {
        while (true) {
            List<CsvTable.Cell> row = table.next();
            if (row == null) {
                return null;
            }
            read += row.stream().mapToLong(cell -> cell.text().length() + 1).sum();
            SignalRow signals = row(row);
            if (signals != null) {
                return signals;
            }
        }
    }

    private @Nullable SignalRow row(List<CsvTable.Cell> row) {
        String place = table.place(row.getFirst());
        for (int i = width; i < row.size(); i++) {
            if (!row.get(i).text().isBlank()) {
                wide.count(table.place(row.get(i)));
                return null;
            }
        }
        String text = reading.time() < row.size()
                ? Cells.clean(row.get(reading.time()).text())
                : "";
        if (!TimeColumn.readable(text, clock, decimal)) {
            unreadable.count(place);
            return null;
        }
        long time = time(text);
        if (time < last) {
            late.count(place);
            return null;
        }
        last = time;
        return new SignalRow(
                time,
                reading.group(),
                numbers(row, reading.signals(), this::number),
                numbers(row, reading.counters(), this::number),
                numbers(row, reading.labels(), this::truth));
    }

    private long time(String text) {
        try {
            return clock.nanos(text, Cells.plain(text, decimal));
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private double[] numbers(List<CsvTable.Cell> row, int[] columns, ToDoubleFunction<String> parse) {
        double[] values = new double[columns.length];
        Arrays.fill(values, Double.NaN);
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] < row.size()) {
                CsvTable.Cell cell = row.get(columns[i]);
                String text = Cells.clean(cell.text());
                if (!Cells.isAbsent(text)) {
                    values[i] = parse.applyAsDouble(text);
                    if (Double.isNaN(values[i])) {
                        cells.count(table.place(cell));
                    }
                }
            }
        }
        return values;
    }

    private double number(String text) {
        double number = Cells.number(text, decimal);
        return Double.isNaN(number) ? Cells.truth(text) : number;
    }

    private double truth(String text) {
        double truth = Cells.truth(text);
        double number = Cells.number(text, decimal);
        return Double.isNaN(truth) ? Double.isNaN(number) ? Double.NaN : number != 0 ? 1 : 0 : truth;
    }

    @Override
    public String map() {
        return reading.map().text();
    }

    @Override
    public long rejected() {
        return unreadable.count() + late.count() + wide.count();
    }

    @Override
    public double progress() {
        return bytes == 0 ? Double.NaN : Math.min(1, (double) read / bytes);
    }

    @Override
    public List<String> warnings() {
        List<String> all = new ArrayList<>(reading.warnings());
        unreadable.tell("row", "no time can be read", all);
        wide.tell("row", "there are more cells than columns", all);
        late.tell("row", "the time is earlier than in the row before", all);
        cells.tell("cell", "it is no number with the decimal sign '" + decimal + "' and taken as missing", all);
        return all;
    }

    @Override
    public void close() {
        table.close();
    }
}
