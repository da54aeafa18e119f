package io.sigmaprompt.twin.telemetry.ingest;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import java.util.List;

/** One stream of frames, of one kind from one source: its order, its counters, its rhythm and its clock. */
public final class TelemetryStream implements Restorable {
    private static final long NONE = Long.MIN_VALUE;
    /** The period of a stream that nobody declared is looked at anew after so many frames. */
    private static final int PERIOD_FRAMES = 16;

    private final FrameKind kind;
    private final String source;
    private final List<String> joints;
    private final StreamOrder order = new StreamOrder();
    private final FrameRate rate = new FrameRate();
    private final SpreadWindow periods = new SpreadWindow();
    private final SpreadWindow arrivals = new SpreadWindow();
    private final SpreadWindow delays = new SpreadWindow();
    private final ClockFit clock = new ClockFit();
    private final boolean declared;
    private double periodNanos;
    private long lastApplied = NONE;
    private long lastReceive = NONE;
    private long applied;
    private long duplicates;
    private long reordered;
    private long late;
    private long rejected;
    private long gaps;
    private long restarts;

    /**
     * A stream that nothing has come on.
     *
     * @param periodNanos declared time between frames, or NaN to learn it
     */
    TelemetryStream(FrameKind kind, String source, List<String> joints, double periodNanos) {
        this.kind = kind;
        this.source = source;
        this.joints = joints;
        this.periodNanos = periodNanos;
        declared = !Double.isNaN(periodNanos);
    }

    boolean carries(FrameKind otherKind, String otherSource, List<String> otherJoints) {
        return kind == otherKind && source.equals(otherSource) && same(joints, otherJoints);
    }

    private static boolean same(List<String> a, List<String> b) {
        if (a == b) {
            return true;
        }
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!a.get(i).equals(b.get(i))) {
                return false;
            }
        }
        return true;
    }

    FrameKind kind() {
        return kind;
    }

    String source() {
        return source;
    }

    List<String> joints() {
        return joints;
    }

    StreamOrder order() {
        return order;
    }

    /** Kind and source, as people read them. */
    public String name() {
        if (!joints.isEmpty()) {
            return kind.label() + " " + joints.getFirst() + (joints.size() == 1 ? "" : "…" + joints.getLast());
        }
        return source.isEmpty() ? kind.label() : kind.label() + " " + source;
    }

    /** Takes a frame that is in order and will be applied, given the newest source time before it. */
    void apply(TelemetryMessage message, long before, long simNanos, double gapFactor) {
        applied++;
        lastApplied = simNanos;
        rate.count(simNanos);
        if (before != NONE) {
            rhythm(message.sourceNanos() - before, gapFactor);
        }
        if (message.receiveNanos() != TelemetryMessage.UNAVAILABLE) {
            clock.add(message.sourceNanos(), message.receiveNanos());
            if (clock.known()) {
                delays.add(clock.delaySeconds(message.sourceNanos(), message.receiveNanos()));
            }
            if (lastReceive != NONE) {
                arrivals.add((message.receiveNanos() - lastReceive) * 1e-9);
            }
        }
        lastReceive = message.receiveNanos();
    }

    private void rhythm(long step, double gapFactor) {
        if (step > gapFactor * periodNanos) {
            gaps++;
        }
        periods.add(step * 1e-9);
        if (!declared && applied % PERIOD_FRAMES == 0) {
            periodNanos = periods.median() * 1e9;
        }
    }

    void reconnected() {
        order.reconnected();
    }

    /** The source's clock began anew: order, rhythm and clock have no past. */
    void forget() {
        order.forget();
        periods.forget();
        arrivals.forget();
        delays.forget();
        clock.forget();
        lastReceive = NONE;
    }

    void countDuplicate() {
        duplicates++;
    }

    void countReordered() {
        reordered++;
    }

    void countLate() {
        late++;
    }

    void countRejected() {
        rejected++;
    }

    void countRestart() {
        restarts++;
    }

    /** Frames that were applied. */
    public long applied() {
        return applied;
    }

    /** Frames that had come before. */
    public long duplicates() {
        return duplicates;
    }

    /** Frames that came behind a newer one, but within the window; they are superseded. */
    public long reordered() {
        return reordered;
    }

    /** Frames that came still later. */
    public long late() {
        return late;
    }

    /** Frames that cannot be used. */
    public long rejected() {
        return rejected;
    }

    /** Times the source was silent for longer than it should. */
    public long gaps() {
        return gaps;
    }

    /** Times the source's clock was set, or began anew. */
    public long restarts() {
        return restarts;
    }

    /** Whether it moves the twin's joints. */
    public boolean movesJoints() {
        return kind == FrameKind.JOINT_STATE;
    }

    /** Frames a second over the last second. */
    public double rateHz(long simNanos) {
        return rate.perSecond(simNanos);
    }

    /** Time since the last frame was applied, s; infinite while there was none. */
    public double ageSeconds(long simNanos) {
        return lastApplied == NONE ? Double.POSITIVE_INFINITY : (simNanos - lastApplied) * 1e-9;
    }

    /** Median time between frames by the source's clock, s. */
    public double periodSeconds() {
        return periods.median();
    }

    /** Robust standard deviation of the time between arrivals, s; NaN without times of receipt. */
    public double jitterSeconds() {
        return arrivals.spread();
    }

    /** Median delay above the least, s; NaN without times of receipt. */
    public double delaySeconds() {
        return delays.median();
    }

    public ClockFit clock() {
        return clock;
    }

    @Override
    public void save(CanonicalOutput out) {
        order.save(out);
        rate.save(out);
        periods.save(out);
        arrivals.save(out);
        delays.save(out);
        clock.save(out);
        out.putDouble(periodNanos);
        out.putLong(lastApplied);
        out.putLong(lastReceive);
        out.putLong(applied);
        out.putLong(duplicates);
        out.putLong(reordered);
        out.putLong(late);
        out.putLong(rejected);
        out.putLong(gaps);
        out.putLong(restarts);
    }

    @Override
    public void restore(CanonicalInput in) {
        order.restore(in);
        rate.restore(in);
        periods.restore(in);
        arrivals.restore(in);
        delays.restore(in);
        clock.restore(in);
        periodNanos = in.getDouble();
        lastApplied = in.getLong();
        lastReceive = in.getLong();
        applied = in.getLong();
        duplicates = in.getLong();
        reordered = in.getLong();
        late = in.getLong();
        rejected = in.getLong();
        gaps = in.getLong();
        restarts = in.getLong();
    }
}
