package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;

/**
 * One thing a session said at a tick. Immutable; arrays inside are never written after construction.
 *
 * <p>The trace hash is taken over {@link #encode}, so that must hold neither wall-clock time nor a path or version.
 */
public sealed interface OutputRecord
        permits ModeRecord,
                JointStateRecord,
                BaseStateRecord,
                ImuRecord,
                WrenchRecord,
                BatteryRecord,
                DivergenceRecord,
                EstimateRecord,
                FindingRecord,
                AlarmRecord,
                ProposalRecord,
                DecisionRecord,
                GateRecord,
                CommandRecord,
                FaultRecord,
                TelemetryHealthRecord,
                HealthIndicatorRecord,
                NoticeRecord,
                ExplanationRecord,
                TreeRecord {
    /** The robot it is about. */
    String robot();

    /** Session time of the tick, nanoseconds. */
    long simNanos();

    /** Appends the record in canonical form, without its type. */
    void encode(CanonicalOutput out);
}
