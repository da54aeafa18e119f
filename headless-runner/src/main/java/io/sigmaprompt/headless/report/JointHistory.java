package io.sigmaprompt.headless.report;

/** What a joint did, what was expected of it, and how far these were apart. */
final class JointHistory {
    private static final long CYCLE_NANOS = 10_000_000;

    final String name;
    final boolean linear;
    final SignalHistory position = new SignalHistory(CYCLE_NANOS);
    final SignalHistory prediction = new SignalHistory(CYCLE_NANOS);
    final SignalHistory shadow = new SignalHistory(CYCLE_NANOS);
    final SignalHistory divergence = new SignalHistory(CYCLE_NANOS);
    final SignalHistory effort = new SignalHistory(CYCLE_NANOS);
    final SignalHistory residual = new SignalHistory(CYCLE_NANOS);
    final SignalHistory sigma = new SignalHistory(CYCLE_NANOS);

    /**
     * A joint without history.
     *
     * @param linear whether it moves in metres instead of radians
     */
    JointHistory(String name, boolean linear) {
        this.name = name;
        this.linear = linear;
    }

    String positionUnit() {
        return linear ? "m" : "rad";
    }

    String effortUnit() {
        return linear ? "N" : "N·m";
    }
}
