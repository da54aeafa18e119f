package io.sigmaprompt.bridge.recording;

import io.sigmaprompt.physics.model.BadInputException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file of delimited values (RFC 4180, with any delimiter and any line ending): cells may be quoted, a quoted
 * cell may hold delimiters, line breaks and doubled quotes.
 */
public final class CsvTable implements AutoCloseable {
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    // Past this a cell's quote was most likely never closed; better an error than a file in memory.
    private static final int MAX_CELL_CHARS = 1 << 20;

    private final Path file;
    private final Reader reader;
    private final char delimiter;
    private final char[] buffer = new char[1 << 16];
    private int next;
    private int filled;
    private int line = 1;
    private int column = 1;

    /** One cell and where it begins, both counted from 1. */
    public record Cell(String text, int line, int column) {}

    /**
     * Opens a table.
     *
     * @param delimiter between cells, or null to take the one of comma, semicolon and tab which the first line has most of
     */
    public CsvTable(Path file, @Nullable Character delimiter) {
        this.file = file;
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(
                    file.toString(),
                    Files.exists(file) ? "expected a CSV file, found a folder" : "there is no such file",
                    "Check the path.");
        }
        try {
            // Unlike Files.newBufferedReader this puts a sign for what is not UTF-8: units in headers are often
            // Latin-1.
            reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8);
            if (peek() == BYTE_ORDER_MARK) {
                next++;
            }
            this.delimiter = delimiter != null ? delimiter : guessDelimiter();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private char guessDelimiter() {
        int[] counts = new int[128];
        for (int i = next; i < filled && buffer[i] != '\n' && buffer[i] != '\r'; i++) {
            if (buffer[i] < counts.length) {
                counts[buffer[i]]++;
            }
        }
        if (counts[';'] > counts[','] && counts[';'] >= counts['\t']) {
            return ';';
        }
        return counts['\t'] > counts[','] ? '\t' : ',';
    }

    /** The cells of the next row that is not blank, or null at the end. */
    public @Nullable List<Cell> next() {
        try {
            while (true) {
                List<Cell> row = readRow();
                if (row == null) {
                    return null;
                }
                if (row.size() > 1 || !row.getFirst().text().isBlank()) {
                    return row;
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private @Nullable List<Cell> readRow() throws IOException {
        if (peek() < 0) {
            return null;
        }
        List<Cell> row = new ArrayList<>();
        boolean more = true;
        while (more) {
            int startLine = line;
            int startColumn = column;
            var text = new StringBuilder();
            more = readCell(text, startLine, startColumn);
            row.add(new Cell(text.toString(), startLine, startColumn));
        }
        return row;
    }

    /** Reads one cell and what ends it; whether another follows in the same row. */
    private boolean readCell(StringBuilder text, int startLine, int startColumn) throws IOException {
        boolean quoted = false;
        while (true) {
            int c = read();
            if (c < 0 || (!quoted && c == '\n')) {
                return false;
            }
            if (!quoted && c == delimiter) {
                return true;
            }
            if (c == '"' && quoted && peek() == '"') {
                text.append((char) read());
            } else if (c == '"' && (quoted || text.isEmpty())) {
                quoted = !quoted;
            } else {
                append(text, c, startLine, startColumn);
            }
        }
    }

    private void append(StringBuilder text, int c, int startLine, int startColumn) {
        if (text.length() == MAX_CELL_CHARS) {
            throw new BadInputException(
                    place(startLine, startColumn),
                    "a cell is longer than " + MAX_CELL_CHARS + " characters",
                    "Check whether its quotation mark is ever closed, or whether this is a text file at all.");
        }
        text.append((char) c);
    }

    /** The next character; every kind of line ending is one line feed. */
    private int read() throws IOException {
        int c = peek();
        next++;
        if (c == '\r') {
            if (peek() == '\n') {
                next++;
            }
            c = '\n';
        }
        if (c == '\n') {
            line++;
            column = 1;
        } else {
            column++;
        }
        return c;
    }

    /** The character to come, or -1 at the end. */
    private int peek() throws IOException {
        if (next >= filled) {
            next = 0;
            filled = Math.max(0, reader.read(buffer));
        }
        return next < filled ? buffer[next] : -1;
    }

    /** What stands between cells. */
    public char delimiter() {
        return delimiter;
    }

    /** {@code file:line:column}. */
    public String place(int atLine, int atColumn) {
        return file + ":" + atLine + ":" + atColumn;
    }

    /** Where a cell begins, as {@code file:line:column}. */
    public String place(Cell cell) {
        return place(cell.line(), cell.column());
    }

    private BadInputException unreadable(IOException e) {
        var bad = new BadInputException(
                file + ":" + line, "the file cannot be read (" + e.getMessage() + ")", "Check disk and permissions.");
        bad.initCause(e);
        return bad;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }
}
