package io.sigmaprompt.twin.telemetry;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The door through which telemetry enters a twin: checks each frame, keeps order, counts everything. What cannot be
 * used is named once and counted ever after.
 */
public final class TelemetryIngest implements Restorable {
    /** So many different complaints are told; after that they are only counted. */
    private static final int MOST_COMPLAINTS = 50;

    private static final long NONE = Long.MIN_VALUE;

    private final IngestSettings settings;
    private final DrivenJoints joints;
    private final Consumer<String> complaints;
    private final Set<String> told = new LinkedHashSet<>();
    private final FrameRate rate = new FrameRate();
    private final boolean[] seen;
    private long newestSource = NONE;
    private long newestReference = NONE;
    private long lastApplied = NONE;
    private long applied;
    private long duplicates;
    private long reordered;
    private long late;
    private long rejected;
    private long gaps;
    private long overflow;
    private boolean mayRestart;

    /**
     * An ingest that has seen nothing.
     *
     * @param complaints takes a sentence about what cannot be used
     */
    public TelemetryIngest(IngestSettings settings, DrivenJoints joints, Consumer<String> complaints) {
        this.settings = settings;
        this.joints = joints;
        this.complaints = complaints;
        seen = new boolean[joints.count()];
    }

    /**
     * Judges a joint state frame.
     *
     * @param simNanos the tick it enters at
     * @return whether it is to move the twin
     */
    public boolean accept(JointStateFrame frame, long simNanos) {
        boolean usable = hasLength(frame.names(), "position", frame.position(), false)
                && hasLength(frame.names(), "velocity", frame.velocity(), true)
                && hasLength(frame.names(), "effort", frame.effort(), true)
                && namesDrives(frame.names());
        if (!usable || !inOrder(frame.sourceNanos())) {
            return false;
        }
        markSeen(frame.names());
        mayRestart = false;
        if (newestSource != NONE) {
            long silence = frame.sourceNanos() - newestSource;
            if (silence > settings.gapFactor() * settings.periodNanos()) {
                gaps++;
            }
        }
        newestSource = frame.sourceNanos();
        lastApplied = simNanos;
        applied++;
        rate.count(simNanos);
        return true;
    }

    /** Judges what the robot says it was commanded. */
    public boolean accept(JointReferenceFrame frame) {
        boolean usable = hasLength(frame.names(), "reference position", frame.position(), false)
                && hasLength(frame.names(), "reference velocity", frame.velocity(), true)
                && hasLength(frame.names(), "reference acceleration", frame.acceleration(), true)
                && namesDrives(frame.names());
        if (!usable || newestReference != NONE && frame.sourceNanos() <= newestReference) {
            return false;
        }
        newestReference = frame.sourceNanos();
        return true;
    }

    /** Judges and counts a frame that moves no joint. */
    public boolean accept(TelemetryMessage message) {
        String problem = FrameCheck.problem(message);
        if (problem != null) {
            complain(problem);
            rejected++;
            return false;
        }
        applied++;
        return true;
    }

    /** A wire is there again: the robot behind it may have been started anew, and its clock with it. */
    public void reconnected() {
        mayRestart = heard();
    }

    /** Whether a message is the first by a clock that began anew; what came before has no order with it. */
    public boolean restarts(long sourceNanos) {
        if (!mayRestart || Math.max(newestSource, newestReference) - sourceNanos <= settings.reorderNanos()) {
            return false;
        }
        mayRestart = false;
        newestSource = NONE;
        newestReference = NONE;
        complaints.accept("the robot's clock began anew after the wire was lost; its past is forgotten");
        return true;
    }

    /** Counts a message that could not even be read. */
    public void reject(String place, String problem) {
        complain(place + ": " + problem);
        rejected++;
    }

    public void lost(long count) {
        overflow += count;
    }

    private boolean inOrder(long sourceNanos) {
        if (newestSource == NONE || sourceNanos > newestSource) {
            return true;
        }
        if (sourceNanos == newestSource) {
            duplicates++;
        } else if (newestSource - sourceNanos <= settings.reorderNanos()) {
            reordered++;
        } else {
            late++;
            complain(
                    "the robot's clock runs backwards: a frame came with a time stamp older than the newest by more than "
                            + settings.reorderNanos() / 1_000_000
                            + " ms; such frames are counted as late and not applied");
        }
        return false;
    }

    private boolean hasLength(List<String> names, String field, double[] values, boolean optional) {
        if (optional && values.length == 0) {
            return true;
        }
        if (values.length != names.size()) {
            reject(field, "expected " + names.size() + " numbers, one for each joint named, found " + values.length);
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                reject(field, "the value of joint '" + names.get(i) + "' is " + values[i] + ", not a finite number");
                return false;
            }
        }
        return true;
    }

    private void markSeen(List<String> names) {
        for (String name : names) {
            int drive = joints.index(name);
            if (drive >= 0) {
                seen[drive] = true;
            }
        }
    }

    private boolean namesDrives(List<String> names) {
        boolean any = false;
        for (String name : names) {
            if (joints.index(name) >= 0) {
                any = true;
            } else {
                complain("the model has no driven joint '" + name + "'; its values are left out");
            }
        }
        if (!any) {
            reject(
                    "name",
                    "none of the joints " + names + " is a driven joint of the model, which has " + joints.names());
        }
        return any;
    }

    private void complain(String text) {
        if (told.size() < MOST_COMPLAINTS && told.add(text)) {
            complaints.accept(text);
        }
    }

    /** Whether every driven joint has been heard of. */
    public boolean complete() {
        for (boolean one : seen) {
            if (!one) {
                return false;
            }
        }
        return true;
    }

    /** The driven joints that have never been heard of. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < seen.length; i++) {
            if (!seen[i]) {
                missing.add(joints.names().get(i));
            }
        }
        return missing;
    }

    /** Whether a frame was ever applied. */
    public boolean heard() {
        return lastApplied != NONE;
    }

    /** Time since the last frame was applied, nanoseconds; since the session's start while there was none. */
    public long ageNanos(long simNanos) {
        return lastApplied == NONE ? simNanos : simNanos - lastApplied;
    }

    public double rateHz(long simNanos) {
        return rate.perSecond(simNanos);
    }

    public long applied() {
        return applied;
    }

    public long duplicates() {
        return duplicates;
    }

    public long reordered() {
        return reordered;
    }

    public long late() {
        return late;
    }

    public long rejected() {
        return rejected;
    }

    public long gaps() {
        return gaps;
    }

    public long overflow() {
        return overflow;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putStrings(List.copyOf(told));
        rate.save(out);
        for (boolean one : seen) {
            out.putBoolean(one);
        }
        out.putLong(newestSource);
        out.putLong(newestReference);
        out.putLong(lastApplied);
        out.putLong(applied);
        out.putLong(duplicates);
        out.putLong(reordered);
        out.putLong(late);
        out.putLong(rejected);
        out.putLong(gaps);
        out.putLong(overflow);
        out.putBoolean(mayRestart);
    }

    @Override
    public void restore(CanonicalInput in) {
        told.clear();
        told.addAll(in.getStrings());
        rate.restore(in);
        for (int i = 0; i < seen.length; i++) {
            seen[i] = in.getBoolean();
        }
        newestSource = in.getLong();
        newestReference = in.getLong();
        lastApplied = in.getLong();
        applied = in.getLong();
        duplicates = in.getLong();
        reordered = in.getLong();
        late = in.getLong();
        rejected = in.getLong();
        gaps = in.getLong();
        overflow = in.getLong();
        mayRestart = in.getBoolean();
    }
}
