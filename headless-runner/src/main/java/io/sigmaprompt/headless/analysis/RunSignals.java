package io.sigmaprompt.headless.analysis;

import io.sigmaprompt.scenarios.replay.JournalReplay;
import io.sigmaprompt.twin.port.signal.SignalLog;
import io.sigmaprompt.twin.port.signal.SignalRow;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recorded run of our own, replayed: its robots' joints as signals, and what its twins found. */
public final class RunSignals implements SignalLog {
    private static final double[] NONE = {};

    private final List<SignalRow> rows = new ArrayList<>();
    private final List<FindingRecord> findings = new ArrayList<>();
    private final MessageParts parts = new MessageParts();
    private final List<String> warnings;
    private final Iterator<SignalRow> rest;

    private RunSignals(Path directory) {
        JournalReplay.Comparison comparison = JournalReplay.replay(directory, Long.MAX_VALUE, this::take);
        warnings = comparison.differences();
        rest = rows.iterator();
    }

    /**
     * Replays a run.
     *
     * @throws io.sigmaprompt.physics.model.BadInputException if the folder is no run directory or its journal is damaged
     */
    public static RunSignals replay(Path directory) {
        return new RunSignals(directory);
    }

    private void take(OutputRecord output) {
        if (output instanceof FindingRecord finding) {
            findings.add(finding);
        } else if (output instanceof JointStateRecord state && state.body() == JointStateRecord.Body.ROBOT) {
            List<String> names = state.names().stream()
                    .map(name -> state.robot() + "/" + name)
                    .toList();
            MessageParts.Part part = parts.of(new JointStateFrame(
                    state.robot(),
                    state.simNanos(),
                    state.simNanos(),
                    names,
                    state.position(),
                    state.velocity(),
                    state.effort()));
            if (part != null) {
                rows.add(new SignalRow(state.simNanos(), part.group(), part.values(), NONE, NONE));
            }
        }
    }

    /** What the twins found, in order. */
    public List<FindingRecord> findings() {
        return List.copyOf(findings);
    }

    @Override
    public @Nullable SignalRow next() {
        return rest.hasNext() ? rest.next() : null;
    }

    @Override
    public String map() {
        return "";
    }

    @Override
    public long rejected() {
        return 0;
    }

    @Override
    public double progress() {
        return Double.NaN;
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public void close() {
        // The replay is over.
    }
}
