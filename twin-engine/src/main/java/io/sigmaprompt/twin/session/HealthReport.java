package io.sigmaprompt.twin.session;

import io.sigmaprompt.twin.record.LateFrame;
import io.sigmaprompt.twin.record.StreamHealth;
import io.sigmaprompt.twin.record.TelemetryHealthRecord;
import io.sigmaprompt.twin.telemetry.ingest.ClockFit;
import io.sigmaprompt.twin.telemetry.ingest.TelemetryIngest;
import io.sigmaprompt.twin.telemetry.ingest.TelemetryStream;
import java.util.List;

/** Tells how telemetry fares. */
final class HealthReport {
    private HealthReport() {}

    static TelemetryHealthRecord of(String robot, List<String> joints, TelemetryIngest ingest, long simNanos) {
        return new TelemetryHealthRecord(
                robot,
                simNanos,
                ingest.applied(),
                ingest.duplicates(),
                ingest.reordered(),
                ingest.late(),
                ingest.rejected(),
                ingest.gaps(),
                ingest.overflow(),
                ingest.rateHz(simNanos),
                ingest.ageNanos(simNanos) * 1e-9,
                ingest.streams().stream().map(stream -> of(stream, simNanos)).toList(),
                joints,
                ingest.jointAgesSeconds(simNanos),
                ingest.lateFrames().stream()
                        .map(late ->
                                new LateFrame(late.stream(), late.message().sourceNanos(), late.behindNanos() * 1e-9))
                        .toList());
    }

    private static StreamHealth of(TelemetryStream stream, long simNanos) {
        ClockFit clock = stream.clock();
        return new StreamHealth(
                stream.name(),
                stream.movesJoints(),
                stream.applied(),
                stream.duplicates(),
                stream.reordered(),
                stream.late(),
                stream.rejected(),
                stream.gaps(),
                stream.restarts(),
                stream.rateHz(simNanos),
                stream.ageSeconds(simNanos),
                stream.periodSeconds(),
                stream.jitterSeconds(),
                stream.delaySeconds(),
                clock.offsetSeconds(),
                clock.offsetSigma(),
                clock.driftPpm(),
                clock.driftSigmaPpm());
    }
}
