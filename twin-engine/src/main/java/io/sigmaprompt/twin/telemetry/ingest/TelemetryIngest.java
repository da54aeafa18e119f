package io.sigmaprompt.twin.telemetry.ingest;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The door through which telemetry enters a twin: checks each frame, keeps each stream's order, counts everything. What
 * cannot be used is named once and counted ever after: every message that came is applied, a duplicate, reordered, late,
 * rejected or was lost in a full queue, and the counters add up.
 *
 * <p>A frame is applied at once or never: nothing waits for an older one, so the door adds no delay.
 */
public final class TelemetryIngest implements Restorable {
    private static final int MOST_STREAMS = 64;
    /** Far from where sums of times would overflow: 146 years either way. */
    private static final long FARTHEST_NANOS = 1L << 62;

    private static final long NONE = Long.MIN_VALUE;

    private final IngestSettings settings;
    private final DrivenJoints joints;
    private final Grievances grievances;
    private final List<TelemetryStream> streams = new ArrayList<>();
    private final JointHearing states;
    private final JointHearing references;
    private final LateFrames lateFrames = new LateFrames();
    private final FrameRate rate = new FrameRate();
    private long lastApplied = NONE;
    private long unread;
    private long overflow;

    /**
     * An ingest that has seen nothing.
     *
     * @param complaints takes a sentence about what cannot be used
     */
    public TelemetryIngest(IngestSettings settings, DrivenJoints joints, Consumer<String> complaints) {
        this.settings = settings;
        this.joints = joints;
        grievances = new Grievances(complaints);
        states = new JointHearing(joints);
        references = new JointHearing(joints);
    }

    /**
     * Judges a frame and counts it.
     *
     * @param simNanos the tick it enters at
     */
    public Judgement judge(TelemetryMessage message, long simNanos) {
        FrameKind kind = FrameKind.of(message);
        List<String> names = FrameKind.joints(message);
        TelemetryStream stream = stream(kind, message.source(), names);
        if (stream == null) {
            reject(kind.label(), "more than " + MOST_STREAMS + " different sources tell of this robot");
            return Judgement.DISMISS;
        }
        if (!usable(message, kind, names)) {
            stream.countRejected();
            return Judgement.DISMISS;
        }
        return switch (place(message, stream, names, simNanos)) {
            case NEXT -> Judgement.APPLY;
            case ANEW, LEAPT -> Judgement.APPLY_ANEW;
            default -> Judgement.DISMISS;
        };
    }

    private boolean usable(TelemetryMessage message, FrameKind kind, List<String> names) {
        String problem = FrameCheck.problem(message);
        if (problem != null) {
            grievances.tell(problem);
            return false;
        }
        if (Math.abs(message.sourceNanos()) > FARTHEST_NANOS) {
            grievances.tell(kind.label() + ": a time stamp of " + message.sourceNanos() + " ns is no time");
            return false;
        }
        return names.isEmpty() && kind != FrameKind.JOINT_STATE && kind != FrameKind.JOINT_REFERENCE
                || namesDrives(names);
    }

    private StreamOrder.Place place(
            TelemetryMessage message, TelemetryStream stream, List<String> names, long simNanos) {
        long source = message.sourceNanos();
        long arrival = message.receiveNanos() == TelemetryMessage.UNAVAILABLE ? simNanos : message.receiveNanos();
        JointHearing hearing = stream.kind() == FrameKind.JOINT_REFERENCE ? references : states;
        long before = stream.order().newest();
        StreamOrder.Place place = stream.order().place(source, arrival, hearing.newest(names), settings.reorderNanos());
        switch (place) {
            case NEXT -> {}
            case ANEW, LEAPT -> {
                beginAnew(stream, place == StreamOrder.Place.LEAPT);
                before = NONE;
                StreamOrder.Place first = stream.order().place(source, arrival, NONE, settings.reorderNanos());
                assert first == StreamOrder.Place.NEXT;
            }
            case DUPLICATE -> stream.countDuplicate();
            case REORDERED -> stream.countReordered();
            case LATE -> late(message, stream, Math.max(before, hearing.newest(names)) - source);
            case AHEAD -> {
                stream.countRejected();
                grievances.tell(
                        stream.kind().label() + ": a time stamp is ahead of the robot's own clock by more than 1 s;"
                                + " such frames are rejected until " + StreamOrder.PROOF
                                + " in a row prove that the clock was set");
            }
        }
        if (place == StreamOrder.Place.NEXT || place == StreamOrder.Place.ANEW || place == StreamOrder.Place.LEAPT) {
            stream.apply(message, before, simNanos, settings.gapFactor());
            hearing.hear(names, source, simNanos);
            if (stream.movesJoints()) {
                lastApplied = simNanos;
                rate.count(simNanos);
            }
        }
        return place;
    }

    private void late(TelemetryMessage message, TelemetryStream stream, long behindNanos) {
        stream.countLate();
        lateFrames.keep(new LateFrames.Late(stream.name(), behindNanos, message));
        grievances.tell(
                "the robot's clock runs backwards: a frame came with a time stamp older than the newest by more than "
                        + settings.reorderNanos() / 1_000_000 + " ms; such frames are counted as late and not applied");
    }

    private void beginAnew(TelemetryStream stream, boolean leapt) {
        stream.countRestart();
        for (TelemetryStream each : streams) {
            each.forget();
        }
        states.forgetOrder();
        references.forgetOrder();
        grievances.tellAgain(
                leapt
                        ? "the robot's clock was set ahead; its past is forgotten"
                        : "the robot's clock began anew; its past is forgotten");
    }

    private @Nullable TelemetryStream stream(FrameKind kind, String source, List<String> names) {
        TelemetryStream first = null;
        for (int i = 0; i < streams.size(); i++) {
            TelemetryStream each = streams.get(i);
            if (each.carries(kind, source, names)) {
                return each;
            }
            first = first == null && each.kind() == kind ? each : first;
        }
        if (streams.size() >= MOST_STREAMS) {
            // Frames that name other joints each time are one stream after all; their order is each joint's own.
            return names.isEmpty() ? null : first;
        }
        TelemetryStream begun = new TelemetryStream(kind, source, names, declaredPeriod(kind, names));
        streams.add(begun);
        return begun;
    }

    /** What is declared is the rhythm of whole joint states; one who tells of some joints has a rhythm of his own. */
    private double declaredPeriod(FrameKind kind, List<String> names) {
        boolean whole = kind == FrameKind.JOINT_STATE && names.containsAll(joints.names());
        return whole ? settings.periodNanos() : Double.NaN;
    }

    /** A wire is there again: the robot behind it may have been started anew, and its clock with it. */
    public void reconnected() {
        for (TelemetryStream stream : streams) {
            stream.reconnected();
        }
    }

    /** Counts a message that could not even be read. */
    public void reject(String place, String problem) {
        grievances.tell(place + ": " + problem);
        unread++;
    }

    /** Counts messages that a full queue lost. */
    public void lost(long count) {
        overflow += count;
    }

    private boolean namesDrives(List<String> names) {
        boolean any = false;
        for (int i = 0; i < names.size(); i++) {
            if (joints.index(names.get(i), i) >= 0) {
                any = true;
            } else {
                grievances.tellOfStranger(names.get(i));
            }
        }
        if (!any) {
            grievances.tell("name: none of the joints " + names + " is a driven joint of the model, which has "
                    + joints.names());
        }
        return any;
    }

    /** Whether every driven joint has been heard of. */
    public boolean complete() {
        return states.complete();
    }

    /** The driven joints that have never been heard of. */
    public List<String> missing() {
        return states.missing();
    }

    /** Joints that the source told of and the model does not have. */
    public List<String> strangers() {
        return grievances.strangers();
    }

    /** Time since each driven joint was last told of, s, in the model's order; infinite for one never told of. */
    public double[] jointAgesSeconds(long simNanos) {
        return states.agesSeconds(simNanos);
    }

    /** Whether a joint state was ever applied. */
    public boolean heard() {
        return lastApplied != NONE;
    }

    /** Time since the last joint state was applied, ns; since the session's start while there was none. */
    public long ageNanos(long simNanos) {
        return lastApplied == NONE ? simNanos : simNanos - lastApplied;
    }

    /** Joint states a second over the last second. */
    public double rateHz(long simNanos) {
        return rate.perSecond(simNanos);
    }

    /** The streams, in the order in which they were first heard of. */
    public List<TelemetryStream> streams() {
        return Collections.unmodifiableList(streams);
    }

    /** Names, lateness and content of the last frames that came too late, oldest first. */
    public List<LateFrames.Late> lateFrames() {
        return lateFrames.all();
    }

    /** Frames applied, of all streams. */
    public long applied() {
        return sum(TelemetryStream::applied);
    }

    public long duplicates() {
        return sum(TelemetryStream::duplicates);
    }

    public long reordered() {
        return sum(TelemetryStream::reordered);
    }

    public long late() {
        return sum(TelemetryStream::late);
    }

    /** Frames that could not be used, those included that could not even be read. */
    public long rejected() {
        return unread + sum(TelemetryStream::rejected);
    }

    public long gaps() {
        return sum(TelemetryStream::gaps);
    }

    public long overflow() {
        return overflow;
    }

    private long sum(ToLongFunction<TelemetryStream> counter) {
        long sum = 0;
        for (TelemetryStream stream : streams) {
            sum += counter.applyAsLong(stream);
        }
        return sum;
    }

    @Override
    public void save(CanonicalOutput out) {
        grievances.save(out);
        out.putInt(streams.size());
        for (TelemetryStream stream : streams) {
            out.putEnum(stream.kind());
            out.putString(stream.source());
            out.putStrings(stream.joints());
            stream.save(out);
        }
        states.save(out);
        references.save(out);
        lateFrames.save(out);
        rate.save(out);
        out.putLong(lastApplied);
        out.putLong(unread);
        out.putLong(overflow);
    }

    @Override
    public void restore(CanonicalInput in) {
        grievances.restore(in);
        streams.clear();
        for (int left = in.getInt(); left > 0; left--) {
            FrameKind kind = in.getEnum(FrameKind.values());
            String source = in.getString();
            List<String> names = in.getStrings();
            TelemetryStream stream = new TelemetryStream(kind, source, names, declaredPeriod(kind, names));
            stream.restore(in);
            streams.add(stream);
        }
        states.restore(in);
        references.restore(in);
        lateFrames.restore(in);
        rate.restore(in);
        lastApplied = in.getLong();
        unread = in.getLong();
        overflow = in.getLong();
    }
}
