package io.sigmaprompt.workbench.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The signals of the live plot. JavaFX thread. */
public final class PlotViewModel {
    private static final int CAPACITY = 20_000;

    /** A line's part in the picture, from which its colour follows. */
    public enum Role {
        MEASURED,
        PREDICTED,
        RESIDUAL,
        OTHER
    }

    /** One line. */
    public record Line(String name, Role role, SignalHistory history) {}

    private final List<Line> lines = new ArrayList<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("PLOT");
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private double window = 10;
    private double latest;
    private double cursor = Double.NaN;

    /** Starts a plot: its title, its unit, and how many seconds it shows. */
    public void show(String subject, String unit, double seconds) {
        title.set(subject.toUpperCase(Locale.ROOT) + (unit.isEmpty() ? "" : " [" + unit + "]"));
        window = seconds;
        lines.clear();
        latest = 0;
        changed();
    }

    /** Adds a line; its index is that of {@link #add}. */
    public int line(String name, Role role) {
        lines.add(new Line(name, role, new SignalHistory(CAPACITY)));
        changed();
        return lines.size() - 1;
    }

    /** Appends a sample; simulated time in seconds. {@link #refresh} shows it. */
    public void add(int line, double time, double value) {
        lines.get(line).history().add(time, value);
        latest = Math.max(latest, time);
    }

    /** Marks an instant, and keeps it in view; NaN for none: then the newest is in view. */
    public void mark(double seconds) {
        if (Double.compare(cursor, seconds) != 0) {
            cursor = seconds;
            changed();
        }
    }

    /** The instant that is marked, or NaN. */
    double cursor() {
        return cursor;
    }

    /** Time at the right edge. */
    double edge() {
        double newest = Math.max(latest, window);
        return Double.isNaN(cursor) ? newest : Math.clamp(cursor + window / 2, window, newest);
    }

    /** Shows what was added. */
    public void refresh() {
        changed();
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Simulated seconds that the plot is wide. */
    public double window() {
        return window;
    }

    /** Time of the newest sample. */
    public double latest() {
        return latest;
    }

    boolean isEmpty() {
        return lines.stream().allMatch(line -> line.history().size() == 0);
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** Grows with each change. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }
}
