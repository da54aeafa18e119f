package io.sigmaprompt.bridge.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a table's columns are to be read. What is null, and every column that is not named, is guessed.
 *
 * @param source the file it stands in, for messages; empty for a guess
 * @param delimiter between cells
 * @param decimal decimal sign of numbers, {@code .} or {@code ,}
 * @param time name of the time column
 * @param clock what the time column counts
 * @param columns what each column is taken for, by its name in the table
 * @param patterns how the columns of joints' quantities are named, for those that {@code columns} does not name
 * @param lines where a column stands in the map's file, {@code file:line:column}
 */
record TableMap(
        String source,
        @Nullable Character delimiter,
        @Nullable Character decimal,
        @Nullable String time,
        @Nullable TableClock clock,
        Map<String, ColumnUse> columns,
        ColumnPatterns patterns,
        Map<String, String> lines) {
    static final TableMap GUESSED = new TableMap("", null, null, null, null, Map.of(), ColumnPatterns.NONE, Map.of());

    TableMap {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        lines = Map.copyOf(lines);
    }

    /** The map as a file that {@link TableMapFile} reads again. */
    String text() {
        StringBuilder text = new StringBuilder();
        if (delimiter != null) {
            text.append("delimiter: ")
                    .append(quoted(delimiter == '\t' ? "tab" : delimiter.toString()))
                    .append('\n');
        }
        if (decimal != null) {
            text.append("decimal: ").append(quoted(decimal.toString())).append('\n');
        }
        if (time != null) {
            text.append("time: ").append(quoted(time)).append('\n');
        }
        if (clock != null) {
            text.append("timeUnit: ").append(quoted(clock.word())).append('\n');
        }
        text.append("columns:\n");
        columns.forEach((column, use) -> text.append("  ")
                .append(quoted(column))
                .append(": ")
                .append(quoted(use.text()))
                .append('\n'));
        return text.toString();
    }

    private static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
