package io.sigmaprompt.bridge.table;

import io.sigmaprompt.bridge.recording.CsvTable;
import io.sigmaprompt.physics.model.BadInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The header and the first rows of a table, from which is guessed how to read all of it. */
final class TableSample {
    /** As many rows tell enough of a table. */
    private static final int ROWS = 20_000;

    final Path file;
    final List<String> header;
    final char delimiter;
    final List<List<CsvTable.Cell>> rows = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();

    private TableSample(Path file, char delimiter, List<String> header) {
        this.file = file;
        this.delimiter = delimiter;
        this.header = header;
    }

    /**
     * Reads the first rows.
     *
     * @throws BadInputException if there is no such file, or it holds no table with a header and a row
     */
    static TableSample of(Path file, @Nullable Character delimiter) {
        try (CsvTable table = new CsvTable(file, delimiter)) {
            List<CsvTable.Cell> first = table.next();
            if (first == null) {
                throw new BadInputException(
                        file.toString(), "the file is empty", "Give a table with a row of column names at its top.");
            }
            requireText(file, first);
            List<String> names = new ArrayList<>();
            List<String> odd = new ArrayList<>();
            requireHeader(table, first);
            name(first, names, odd);
            TableSample sample = new TableSample(file, table.delimiter(), List.copyOf(names));
            sample.warnings.addAll(odd);
            List<CsvTable.Cell> row = table.next();
            if (row == null) {
                throw new BadInputException(
                        file.toString(), "the table has a header and no rows", "Give a table with at least one row.");
            }
            for (; row != null && sample.rows.size() < ROWS; row = table.next()) {
                sample.rows.add(row);
            }
            return sample;
        }
    }

    private static void requireText(Path file, List<CsvTable.Cell> header) {
        long odd = 0;
        for (CsvTable.Cell cell : header) {
            odd += cell.text()
                    .chars()
                    .filter(c -> c < ' ' && c != '\t' && c != '\n' || c == 0xFFFD)
                    .count();
        }
        // A unit in Latin-1 leaves one sign or two that are not UTF-8.
        if (odd > 8 || header.stream().anyMatch(cell -> cell.text().indexOf(0) >= 0)) {
            throw new BadInputException(
                    file + ":1:1",
                    "expected a table of text, found bytes that are none",
                    "Give a .csv or .tsv file; a spreadsheet is to be exported first.");
        }
    }

    private static void requireHeader(CsvTable table, List<CsvTable.Cell> first) {
        if (first.size() == 1) {
            throw new BadInputException(
                    table.place(first.getFirst()),
                    "expected columns with '" + table.delimiter() + "' between them, found one column, '"
                            + shortened(first.getFirst().text()) + "'",
                    "Say in a column map what stands between cells, as delimiter: \";\".");
        }
        boolean numbers = first.stream()
                .map(cell -> Cells.clean(cell.text()))
                .filter(text -> !text.isEmpty())
                .allMatch(text -> !Double.isNaN(Cells.number(text, '.')) || !Double.isNaN(Cells.number(text, ',')));
        if (numbers) {
            throw new BadInputException(
                    table.place(first.getFirst()),
                    "expected the columns' names in the first row, found numbers",
                    "Put a row of names above it.");
        }
    }

    private static void name(List<CsvTable.Cell> first, List<String> names, List<String> odd) {
        Set<String> known = new HashSet<>();
        for (int i = 0; i < first.size(); i++) {
            String name = Cells.clean(first.get(i).text());
            String wanted = name.isEmpty() ? "column " + (i + 1) : name;
            String free = wanted;
            for (int n = 2; !known.add(free); n++) {
                free = wanted + " (" + n + ")";
            }
            if (!free.equals(wanted)) {
                odd.add("column '" + wanted + "' stands there twice; the later one is called '" + free + "'");
            }
            names.add(free);
        }
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    /** A column's cells, cleaned, with those that are missing left out. */
    List<String> column(int index) {
        List<String> cells = new ArrayList<>(rows.size());
        for (List<CsvTable.Cell> row : rows) {
            String text = index < row.size() ? Cells.clean(row.get(index).text()) : "";
            if (!Cells.isAbsent(text)) {
                cells.add(text);
            }
        }
        return cells;
    }

    /** All columns' names, for a message. */
    String listing() {
        return String.join(", ", header);
    }

    /** Where a column's first cell stands that fits, as {@code file:line:column}; the file where none does. */
    String place(int column, java.util.function.Predicate<String> fits) {
        for (List<CsvTable.Cell> row : rows) {
            if (column < row.size() && fits.test(Cells.clean(row.get(column).text()))) {
                return file + ":" + row.get(column).line() + ":"
                        + row.get(column).column();
            }
        }
        return file.toString();
    }
}
