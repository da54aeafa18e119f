package io.sigmaprompt.headless.report;

import io.sigmaprompt.headless.analysis.WatchedRow;
import io.sigmaprompt.twin.port.signal.Signal;
import io.sigmaprompt.twin.port.signal.SignalGroup;
import io.sigmaprompt.twin.port.signal.SignalRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to draw a recording's signals: the whole course of each in bounded memory, and as many rows as there is
 * room for, for a close look.
 */
public final class SignalPictures {
    /** Numbers that are kept for a close look. */
    private static final long MOST_NUMBERS = 4_000_000;

    private static final long FIRST_STRETCH_NANOS = 1_000_000;
    /** Close looks show so many stretches. */
    private static final int CLOSE_STRETCHES = 240;

    private final Map<String, SignalHistory> courses = new LinkedHashMap<>();
    private final Map<String, String> units = new LinkedHashMap<>();
    private final List<SignalRow> rows = new ArrayList<>();
    private long numbers;
    private long start = Long.MIN_VALUE;

    /** Takes the next row. */
    public void take(WatchedRow watched) {
        SignalRow row = watched.row();
        start = start == Long.MIN_VALUE ? row.nanos() : start;
        List<Signal> signals = row.group().signals();
        for (int i = 0; i < signals.size(); i++) {
            add(signals.get(i).name(), signals.get(i).unit(), row.nanos(), row.values()[i]);
        }
        add(row.group().name(), "digits", row.nanos(), digits(watched.forest()));
        add("all signals", "digits", row.nanos(), digits(watched.cycle()));
        numbers += row.values().length;
        if (numbers <= MOST_NUMBERS) {
            rows.add(row);
        }
    }

    /** How many nines a score begins with: 0.999 has three. */
    private static double digits(double score) {
        return Double.isNaN(score) ? Double.NaN : -Math.log10(Math.max(1e-12, 1 - score));
    }

    private void add(String name, String unit, long nanos, double value) {
        units.putIfAbsent(name, unit);
        courses.computeIfAbsent(name, key -> new SignalHistory(FIRST_STRETCH_NANOS))
                .add(nanos - start, value);
    }

    String unit(String signal) {
        return units.getOrDefault(signal, "");
    }

    /** A signal's whole course, or null where there is none. */
    @Nullable
    SignalHistory course(String signal) {
        SignalHistory course = courses.get(signal);
        return course == null || course.isEmpty() ? null : course;
    }

    /**
     * A signal between two times since the recording's start, counted from the first; null where no rows were kept of it.
     *
     * @param from, to nanoseconds
     */
    @Nullable
    SignalHistory close(String signal, long from, long to) {
        List<SignalRow> within = new ArrayList<>();
        for (SignalRow row : rows) {
            long at = row.nanos() - start;
            if (at >= from && at <= to && index(row.group(), signal) >= 0) {
                within.add(row);
            }
        }
        if (within.size() < 2) {
            return null;
        }
        // No finer than rows came, or the line would be broken between any two of them.
        int stretches = Math.min(CLOSE_STRETCHES, within.size());
        SignalHistory close = new SignalHistory(Math.max(1, (to - from) / stretches));
        for (SignalRow row : within) {
            close.add(row.nanos() - start - from, row.values()[index(row.group(), signal)]);
        }
        return close;
    }

    private static int index(SignalGroup group, String signal) {
        for (int i = 0; i < group.signals().size(); i++) {
            if (group.signals().get(i).name().equals(signal)) {
                return i;
            }
        }
        return -1;
    }

    /** Signals that differ most from their course between two times, most first. */
    List<String> loudest(long from, long to, int most) {
        Map<String, Double> loud = new LinkedHashMap<>();
        for (SignalRow row : rows) {
            long at = row.nanos() - start;
            if (at < from || at > to) {
                continue;
            }
            for (int i = 0; i < row.values().length; i++) {
                String name = row.group().signals().get(i).name();
                SignalHistory course = course(name);
                if (course != null && !Double.isNaN(row.values()[i])) {
                    double off = Math.abs(row.values()[i] - course.mean()) / Math.max(course.deviation(), 1e-12);
                    loud.merge(name, off, Math::max);
                }
            }
        }
        String[] names = loud.keySet().toArray(String[]::new);
        Arrays.sort(names, (a, b) -> Double.compare(loud.getOrDefault(b, 0.0), loud.getOrDefault(a, 0.0)));
        return List.of(names).subList(0, Math.min(most, names.length));
    }
}
