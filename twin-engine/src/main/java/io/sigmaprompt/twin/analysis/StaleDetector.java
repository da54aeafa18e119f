package io.sigmaprompt.twin.analysis;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.record.Evidence;
import io.sigmaprompt.twin.record.FindingRecord;

/** Finds that a robot has gone silent. */
final class StaleDetector implements Detector {
    static final String ID = "stale";

    /** So long a robot may take to speak for the first time. */
    private static final long FIRST_WORD_NANOS = 1_000_000_000;

    private final long staleNanos;

    StaleDetector(long staleNanos) {
        this.staleNanos = staleNanos;
    }

    @Override
    public void look(Observation observation, FindingBoard findings) {
        double age = observation.ageNanos() * 1e-9;
        long patience = observation.tracking() ? staleNanos : Math.max(staleNanos, FIRST_WORD_NANOS);
        if (observation.ageNanos() > patience) {
            findings.raise(
                    observation.simNanos(),
                    ID,
                    FindingRecord.Kind.STALE,
                    "",
                    age,
                    patience * 1e-9,
                    "s",
                    "no telemetry for more than " + patience / 1_000_000 + " ms",
                    new Evidence(
                            ID,
                            "",
                            observation.simNanos() - observation.ageNanos(),
                            1,
                            "patience " + patience / 1_000_000 + " ms"));
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
