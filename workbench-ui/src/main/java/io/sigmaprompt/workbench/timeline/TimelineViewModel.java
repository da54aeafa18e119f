package io.sigmaprompt.workbench.timeline;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What happened when. JavaFX thread. */
public final class TimelineViewModel {
    private final Map<Lane, List<Interval>> lanes = new EnumMap<>(Lane.class);
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private double start;
    private double end = 10;
    private double now;
    private double known;
    private final ReadOnlyBooleanWrapper rewindable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper fork = new ReadOnlyStringWrapper("");
    private DoubleConsumer rewind = seconds -> {};
    private Consumer<WhatIf> onFork = whatIf -> {};

    /** Replaces a lane's intervals. {@link #time} shows them. */
    public void lane(Lane lane, List<Interval> intervals) {
        lanes.put(lane, List.copyOf(intervals));
    }

    /**
     * Says what is in view and where the session stands, and shows all changes.
     *
     * @param from left edge, simulated seconds
     * @param to right edge
     * @param reached what is known, as far as the session has come
     * @param at the playhead
     */
    public void time(double from, double to, double reached, double at) {
        known = reached;
        start = from;
        end = Math.max(to, from + 1e-3);
        now = at;
        revision.set(revision.get() + 1);
    }

    /** Says what is done at another instant, and what a fork from there is. */
    public void onTravel(DoubleConsumer rewinding, Consumer<WhatIf> forking) {
        rewind = rewinding;
        onFork = forking;
    }

    /**
     * Says whether the session can be wound, and what came of a fork.
     *
     * @param outcome a sentence, or nothing
     */
    public void travel(boolean possible, String outcome) {
        rewindable.set(possible);
        fork.set(outcome);
    }

    /** Whether another instant can be looked at. */
    public ReadOnlyBooleanProperty rewindableProperty() {
        return rewindable.getReadOnlyProperty();
    }

    /** What came of a fork; empty without one. */
    public ReadOnlyStringProperty forkProperty() {
        return fork.getReadOnlyProperty();
    }

    /** Looks at another instant, if that can be. */
    public void rewind(double seconds) {
        if (rewindable.get()) {
            rewind.accept(Math.clamp(seconds, 0, known));
        }
    }

    /** Forks at the instant that is looked at, if that can be. */
    public void fork(WhatIf whatIf) {
        if (rewindable.get()) {
            onFork.accept(whatIf);
        }
    }

    /** How far the session has come, simulated seconds. */
    double known() {
        return known;
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
