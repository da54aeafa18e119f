package io.sigmaprompt.twin.analysis;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.record.FindingRecord;

/** Finds that a robot has gone silent. */
final class StaleDetector implements Detector {
    static final String ID = "stale";

    private final long staleNanos;

    StaleDetector(long staleNanos) {
        this.staleNanos = staleNanos;
    }

    @Override
    public void look(Observation observation, FindingBoard findings) {
        double age = observation.ageNanos() * 1e-9;
        if (observation.ageNanos() > staleNanos) {
            findings.raise(
                    observation.simNanos(),
                    ID,
                    FindingRecord.Kind.STALE,
                    "",
                    age,
                    staleNanos * 1e-9,
                    "s",
                    "no telemetry for more than " + staleNanos / 1_000_000 + " ms");
        } else {
            findings.clear(observation.simNanos(), ID, age, "telemetry is back");
        }
    }

    @Override
    public void save(CanonicalOutput out) {
        // What is active stands on the board.
    }

    @Override
    public void restore(CanonicalInput in) {
        // What is active stands on the board.
    }
}
