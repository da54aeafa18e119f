package io.sigmaprompt.bridge.table;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.twin.port.signal.Signal;
import io.sigmaprompt.twin.port.signal.SignalGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one table is read: what its map says, and what is guessed where it says nothing.
 *
 * @param map the whole map
 * @param time index of the time column
 * @param group what the rows hold
 * @param signals, counters, labels indices of the columns, in the group's order
 * @param warnings what was odd
 */
record TableReading(
        TableMap map, int time, SignalGroup group, int[] signals, int[] counters, int[] labels, List<String> warnings) {

    /**
     * Decides how to read a table.
     *
     * @param labels columns that are labels whatever else is said; empty for those of the map and the guess
     * @throws BadInputException if map, labels and table do not fit
     */
    static TableReading of(TableSample sample, TableMap given, Set<String> labels) {
        char decimal = given.decimal() == null ? DecimalSign.of(sample) : given.decimal();
        TimeColumn time = TimeColumn.find(sample, given, decimal);
        Map<String, ColumnUse> uses = ColumnGuess.of(sample, decimal, time.index);
        List<String> warnings = new ArrayList<>();
        given.patterns().uses(sample.header).forEach((column, use) -> {
            if (sample.header.indexOf(column) != time.index) {
                uses.put(column, use);
            }
        });
        for (Map.Entry<String, ColumnUse> each : given.columns().entrySet()) {
            String column = each.getKey();
            requireColumn(sample, given.lines().getOrDefault(column, given.source()), column);
            if (column.equals(sample.header.get(time.index))) {
                throw new BadInputException(
                        given.lines().getOrDefault(column, given.source()),
                        "column '" + column + "' is the time and cannot be anything else",
                        "Take this line out, or name another column as time.");
            }
            uses.put(column, each.getValue());
        }
        for (String label : labels) {
            requireColumn(sample, "--labels", label);
            uses.put(label, new ColumnUse(ColumnUse.Role.LABEL, "", ""));
        }
        // A guess that the map did not overrule is worth a word.
        sample.warnings.stream()
                .filter(each ->
                        given.columns().keySet().stream().noneMatch(column -> each.contains("'" + column + "'")))
                .forEach(warnings::add);
        TableMap whole = new TableMap(
                given.source(),
                sample.delimiter,
                decimal,
                sample.header.get(time.index),
                time.clock,
                uses,
                ColumnPatterns.NONE,
                given.lines());
        return columns(sample, whole, time.index, warnings);
    }

    private static void requireColumn(TableSample sample, String place, String column) {
        if (!sample.header.contains(column)) {
            throw new BadInputException(
                    place,
                    "the table has no column '" + column + "'" + Suggestion.phrase(column, sample.header),
                    "Its columns are " + sample.listing() + ".");
        }
    }

    private static TableReading columns(TableSample sample, TableMap map, int time, List<String> warnings) {
        Map<String, String> columnOf = new LinkedHashMap<>();
        List<Signal> signals = new ArrayList<>();
        List<Signal> counters = new ArrayList<>();
        List<Signal> labels = new ArrayList<>();
        List<Integer> signalColumns = new ArrayList<>();
        List<Integer> counterColumns = new ArrayList<>();
        List<Integer> labelColumns = new ArrayList<>();
        map.columns().forEach((column, use) -> {
            if (use.role() == ColumnUse.Role.IGNORE) {
                return;
            }
            Signal signal = new Signal(use.signal(column), use.unit());
            String other = columnOf.putIfAbsent(signal.name(), column);
            if (other != null) {
                throw new BadInputException(
                        map.lines().getOrDefault(column, sample.file + ":1:1"),
                        "columns '" + other + "' and '" + column + "' would both be " + signal.name(),
                        "Give one of them another name in a column map, as " + column + ": channel second.");
            }
            switch (use.role()) {
                case COUNTER -> add(counters, counterColumns, signal, sample.header.indexOf(column));
                case LABEL -> add(labels, labelColumns, signal, sample.header.indexOf(column));
                default -> add(signals, signalColumns, signal, sample.header.indexOf(column));
            }
        });
        if (signals.isEmpty()) {
            throw new BadInputException(
                    sample.file + ":1:1",
                    "no column holds numbers to look at; the columns are " + sample.listing(),
                    "Say in a column map which are, as columns: {Current: channel}.");
        }
        return new TableReading(
                map,
                time,
                new SignalGroup("table", signals, counters, labels),
                indices(signalColumns),
                indices(counterColumns),
                indices(labelColumns),
                List.copyOf(warnings));
    }

    private static void add(List<Signal> signals, List<Integer> columns, Signal signal, int column) {
        signals.add(signal);
        columns.add(column);
    }

    private static int[] indices(List<Integer> columns) {
        return columns.stream().mapToInt(Integer::intValue).toArray();
    }
}
