package io.sigmaprompt.headless.report;

import io.sigmaprompt.twin.record.ExplanationRecord;
import java.util.EnumMap;
import java.util.Map;

/** What a joint did, what was expected of it, and how far these were apart. */
final class JointHistory {
    private static final long CYCLE_NANOS = 10_000_000;
    private static final long EXPLANATION_NANOS = 200_000_000;

    final String name;
    final boolean linear;
    final SignalHistory position = new SignalHistory(CYCLE_NANOS);
    final SignalHistory prediction = new SignalHistory(CYCLE_NANOS);
    final SignalHistory shadow = new SignalHistory(CYCLE_NANOS);
    final SignalHistory divergence = new SignalHistory(CYCLE_NANOS);
    final SignalHistory effort = new SignalHistory(CYCLE_NANOS);
    final SignalHistory residual = new SignalHistory(CYCLE_NANOS);
    final SignalHistory sigma = new SignalHistory(CYCLE_NANOS);

    /** What each kind of cause contributes to the residual. */
    final Map<ExplanationRecord.Kind, SignalHistory> parts = new EnumMap<>(ExplanationRecord.Kind.class);

    /**
     * A joint without history.
     *
     * @param linear whether it moves in metres instead of radians
     */
    JointHistory(String name, boolean linear) {
        this.name = name;
        this.linear = linear;
    }

    void part(ExplanationRecord.Kind kind, long nanos, double effort) {
        parts.computeIfAbsent(kind, each -> new SignalHistory(EXPLANATION_NANOS))
                .add(nanos, effort);
    }

    String positionUnit() {
        return linear ? "m" : "rad";
    }

    String effortUnit() {
        return linear ? "N" : "N·m";
    }
}
