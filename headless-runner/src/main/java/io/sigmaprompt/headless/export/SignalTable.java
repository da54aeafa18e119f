package io.sigmaprompt.headless.export;

import io.sigmaprompt.twin.port.OutsideFailureException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table under a name of its own until it is whole: what was cut short is never taken for the result. */
public final class SignalTable implements AutoCloseable {
    private static final int NANO_DIGITS = 9;

    private final Path file;
    private final Path unfinished;
    private @Nullable BufferedWriter writer;

    public SignalTable(Path file) {
        this.file = file;
        unfinished = file.resolveSibling(file.getFileName() + ".part");
    }

    /**
     * Writes the head: {@code time}, then each signal, as {@code elbow_joint.position} for {@code elbow_joint/position}, so
     * that the table can be mirrored, analysed and calibrated with as it is.
     */
    void head(List<String> names) {
        try {
            writer = Files.newBufferedWriter(unfinished);
            StringBuilder line = new StringBuilder("time");
            for (String name : names) {
                line.append(',').append(cell(name.replace('/', '.')));
            }
            writer.append(line).append('\n');
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static String cell(String text) {
        return text.indexOf(',') < 0 && text.indexOf('"') < 0 ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Writes a row; NaN is an empty cell. */
    void row(long nanos, double[] values) {
        BufferedWriter open = writer;
        if (open == null) {
            throw new IllegalStateException("the head comes first");
        }
        try {
            open.append(
                    BigDecimal.valueOf(nanos, NANO_DIGITS).stripTrailingZeros().toPlainString());
            for (double value : values) {
                open.append(',');
                if (!Double.isNaN(value)) {
                    open.append(Double.toString(value));
                }
            }
            open.append('\n');
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Gives the table its name. */
    public void keep() {
        try {
            if (writer != null) {
                writer.close();
                writer = null;
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private OutsideFailureException failed(IOException cause) {
        return new OutsideFailureException(
                file.toString(), "the table cannot be written: " + cause.getMessage(), "Look at the disk.", cause);
    }

    /** Deletes what was not kept. */
    @Override
    public void close() {
        try {
            if (writer != null) {
                writer.close();
                writer = null;
            }
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
