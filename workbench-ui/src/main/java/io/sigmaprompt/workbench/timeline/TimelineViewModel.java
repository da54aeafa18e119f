package io.sigmaprompt.workbench.timeline;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/** What happened when. JavaFX thread. */
public final class TimelineViewModel {
    private final Map<Lane, List<Interval>> lanes = new EnumMap<>(Lane.class);
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private double start;
    private double end = 10;
    private double now;

    /** Replaces a lane's intervals. {@link #time} shows them. */
    public void lane(Lane lane, List<Interval> intervals) {
        lanes.put(lane, List.copyOf(intervals));
    }

    /**
     * Says what is in view and where the session stands, and shows all changes.
     *
     * @param from left edge, simulated seconds
     * @param to right edge
     * @param at the playhead
     */
    public void time(double from, double to, double at) {
        start = from;
        end = Math.max(to, from + 1e-3);
        now = at;
        revision.set(revision.get() + 1);
    }

    List<Interval> intervals(Lane lane) {
        return lanes.getOrDefault(lane, List.of());
    }

    boolean isEmpty() {
        return lanes.values().stream().allMatch(List::isEmpty);
    }

    double start() {
        return start;
    }

    double end() {
        return end;
    }

    double now() {
        return now;
    }

    /** Grows with each change. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }
}
