package io.sigmaprompt.twin.analysis;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.record.Evidence;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The findings that are active, and the record of each coming and going. */
public final class FindingBoard implements Restorable {
    private final String robot;
    private final Consumer<FindingRecord> records;
    private final Map<String, FindingRecord> active = new LinkedHashMap<>();

    public FindingBoard(String robot, Consumer<FindingRecord> records) {
        this.robot = robot;
        this.records = records;
    }

    /** Active findings, oldest first. */
    public List<FindingRecord> active() {
        return new ArrayList<>(active.values());
    }

    public boolean isEmpty() {
        return active.isEmpty();
    }

    public boolean isActive(String id) {
        return !active.isEmpty() && active.containsKey(id);
    }

    /** Raises a finding; one that is active already stays as it was raised. */
    public void raise(
            long simNanos,
            String id,
            FindingRecord.Kind kind,
            String joint,
            double value,
            double threshold,
            String unit,
            String explanation,
            Evidence evidence) {
        if (active.containsKey(id)) {
            return;
        }
        FindingRecord finding = new FindingRecord(
                robot, simNanos, id, kind, joint, true, value, threshold, unit, explanation, evidence);
        active.put(id, finding);
        records.accept(finding);
    }

    /** Ends a finding, if it is active. */
    public void clear(long simNanos, String id, double value, String explanation) {
        FindingRecord finding = active.remove(id);
        if (finding != null) {
            records.accept(new FindingRecord(
                    robot,
                    simNanos,
                    id,
                    finding.kind(),
                    finding.joint(),
                    false,
                    value,
                    finding.threshold(),
                    finding.unit(),
                    explanation,
                    finding.evidence()));
        }
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putInt(active.size());
        for (FindingRecord finding : active.values()) {
            out.putLong(finding.simNanos());
            out.putString(finding.id());
            out.putEnum(finding.kind());
            out.putString(finding.joint());
            out.putDouble(finding.value());
            out.putDouble(finding.threshold());
            out.putString(finding.unit());
            out.putString(finding.explanation());
            finding.evidence().save(out);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        active.clear();
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            long simNanos = in.getLong();
            String id = in.getString();
            active.put(
                    id,
                    new FindingRecord(
                            robot,
                            simNanos,
                            id,
                            in.getEnum(FindingRecord.Kind.values()),
                            in.getString(),
                            true,
                            in.getDouble(),
                            in.getDouble(),
                            in.getString(),
                            in.getString(),
                            Evidence.restored(in)));
        }
    }
}
