package io.sigmaprompt.headless.export;

import io.sigmaprompt.twin.port.signal.SignalGroup;
import io.sigmaprompt.twin.port.signal.SignalLog;
import io.sigmaprompt.twin.port.signal.SignalRow;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Writes the rows of a recording as a table, in memory that does not grow with it. */
public final class SignalExport {
    private static final long STRIDE = 10_000;
    private static final double NANOS = 1e9;

    private final SignalChoice choice;
    private final Span span;
    private final SignalTable table;
    private final IdentityHashMap<SignalGroup, int[]> columns = new IdentityHashMap<>();
    private final double[] row;
    private long first = Long.MIN_VALUE;
    private long time = Long.MIN_VALUE;
    private boolean told;
    /** Of the next evenly spaced row. */
    private long step;

    private long written;

    private SignalExport(SignalChoice choice, Span span, SignalTable table) {
        this.choice = choice;
        this.span = span;
        this.table = table;
        row = new double[choice.names().size()];
        Arrays.fill(row, Double.NaN);
    }

    /**
     * What is written.
     *
     * @param from seconds after the first row
     * @param to seconds after the first row
     * @param rate rows a second, or NaN for every time that is told
     */
    public record Span(double from, double to, double rate) {}

    /**
     * What came of it.
     *
     * @param rejected rows that could not be read
     */
    public record Outcome(long rows, List<String> signals, long rejected, List<String> warnings) {}

    /**
     * Writes a recording.
     *
     * @param choice that has looked at it
     * @param progress is told the share that is done, now and then
     */
    public static Outcome write(
            SignalLog log, SignalChoice choice, Span span, SignalTable table, DoubleConsumer progress) {
        table.head(choice.names());
        SignalExport export = new SignalExport(choice, span, table);
        long read = 0;
        for (SignalRow next = log.next(); next != null; next = log.next()) {
            export.take(next);
            if (++read % STRIDE == 0 && !Double.isNaN(log.progress())) {
                progress.accept(log.progress());
            }
        }
        export.end();
        return new Outcome(export.written, choice.names(), log.rejected(), log.warnings());
    }

    private void take(SignalRow next) {
        int[] of = columns.computeIfAbsent(next.group(), choice::columns);
        if (first == Long.MIN_VALUE) {
            first = next.nanos();
            time = first;
        }
        if (next.nanos() != time) {
            advance(next.nanos());
        }
        int column = 0;
        for (double[] part : List.of(next.values(), next.counters(), next.labels())) {
            for (double value : part) {
                int to = of[column++];
                if (to >= 0 && !Double.isNaN(value)) {
                    row[to] = value;
                    told = true;
                }
            }
        }
    }

    /** Writes the row that is complete, or all evenly spaced ones before a time. */
    private void advance(long next) {
        if (Double.isNaN(span.rate)) {
            if (told) {
                put(time);
                Arrays.fill(row, Double.NaN);
                told = false;
            }
        } else {
            for (long at = at(step); at < next; at = at(step)) {
                put(at);
                step++;
            }
        }
        time = next;
    }

    /** The time of an evenly spaced row. */
    private long at(long k) {
        return first + Math.round(k / span.rate * NANOS);
    }

    private void put(long nanos) {
        double after = (nanos - first) / NANOS;
        if (after >= span.from && after <= span.to) {
            table.row(nanos, row);
            written++;
        }
    }

    private void end() {
        if (time != Long.MIN_VALUE) {
            advance(Double.isNaN(span.rate) ? Long.MAX_VALUE : time + 1);
        }
    }
}
