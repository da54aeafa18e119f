package io.sigmaprompt.twin.analysis;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.twin.analysis.stream.Motion;
import io.sigmaprompt.twin.analysis.watch.Signal;
import io.sigmaprompt.twin.analysis.watch.SignalWatch;
import io.sigmaprompt.twin.analysis.watch.WatchSettings;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.estimation.EffortResidual;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import java.util.List;

/**
 * The signals of one driven joint: measured position, velocity and effort, and the effort that the model does not
 * explain, in which a shift or a rhythm is no part of the task.
 */
final class JointWatch implements Restorable {
    /** Deviation of a position, rad or m, below which none is believed. */
    private static final double POSITION_FLOOR = 5e-4;

    /** Deviation of a velocity, rad/s or m/s. */
    private static final double VELOCITY_FLOOR = 0.01;

    /** Deviation of an effort, as a share of the joint's limit. */
    private static final double EFFORT_FLOOR = 0.005;

    /** Stands in, N m or N, for the effort limit of a joint that has none. */
    private static final double DEFAULT_EFFORT = 100;

    /** How long a velocity is remembered, s, to tell whether it changes. */
    private static final double MEMORY_SECONDS = 0.1;

    /** Over a longer step, s, a slope says nothing. */
    private static final double LONGEST_STEP = 0.1;

    private final BoardSignal position;
    private final BoardSignal velocity;
    private final BoardSignal effort;
    private final BoardSignal residual;
    private final BoardSignal rhythm;
    private final BoardSignal agreement;
    private double commanded;
    private double slow = Double.NaN;
    private double lastPosition = Double.NaN;
    private long lastNanos;

    /** A joint that was not heard of. */
    JointWatch(Joint joint, AnalysisSettings settings, FindingBoard board) {
        WatchSettings watch = settings.watch();
        boolean turns = joint.type() != JointType.PRISMATIC;
        String name = joint.name();
        String length = turns ? "rad" : "m";
        String force = turns ? "N·m" : "N";
        double greatest = joint.limits().effort();
        double floor = EFFORT_FLOOR * (Double.isInfinite(greatest) ? DEFAULT_EFFORT : greatest);
        boolean limited = !Double.isInfinite(joint.limits().velocity());
        position = new BoardSignal(
                new Signal(
                        name + "/position",
                        length,
                        POSITION_FLOOR,
                        joint.limits().velocity()),
                name,
                "/" + name + "/position",
                limited ? watch.only(Kind.SPIKE, Kind.STUCK, Kind.RATE) : watch.only(Kind.SPIKE, Kind.STUCK),
                board);
        velocity = new BoardSignal(
                new Signal(name + "/velocity", length + "/s", VELOCITY_FLOOR, Double.POSITIVE_INFINITY),
                name,
                "/" + name + "/velocity",
                watch.only(Kind.SPIKE),
                board);
        effort = new BoardSignal(
                new Signal(name + "/effort", force, floor, Double.POSITIVE_INFINITY),
                name,
                "/" + name + "/effort",
                watch.only(Kind.SPIKE, Kind.STUCK, Kind.FLAT_LINE),
                board);
        agreement = new BoardSignal(
                new Signal(name + "/velocity-less-slope", length + "/s", VELOCITY_FLOOR, Double.POSITIVE_INFINITY),
                name,
                "/" + name + "/velocity",
                watch.only(Kind.SHIFT),
                board);
        Signal unexplained = new Signal(name + "/effort-residual", force, floor, Double.POSITIVE_INFINITY);
        residual = new BoardSignal(unexplained, name, "/" + name + "/effort", watch.only(Kind.SHIFT), board);
        Signal beat = new Signal(name + "/effort-rhythm", force, floor, Double.POSITIVE_INFINITY);
        rhythm = new BoardSignal(beat, name, "/" + name + "/effort", watch.only(Kind.PERIODICITY), board);
    }

    /** The watched signals, in a fixed order. */
    List<SignalWatch> signals() {
        return List.of(
                position.watch(),
                velocity.watch(),
                effort.watch(),
                residual.watch(),
                rhythm.watch(),
                agreement.watch());
    }

    /** The robot's own controller was told to move at this speed, rad/s or m/s. */
    void command(double speed) {
        commanded = speed;
    }

    /**
     * Looks at what was measured, when it is its turn.
     *
     * @param nanos the robot's clock
     * @param q rad or m
     * @param v rad/s or m/s; an estimate where it is not measured
     * @param told whether the velocity was measured
     * @param tau N m or N; NaN where not measured
     * @param now session time
     */
    void measure(long nanos, double q, double v, boolean told, double tau, TaskPhase phase, long now) {
        boolean moves = Math.abs(v) > EffortResidual.REST;
        boolean driven = Math.abs(commanded) > EffortResidual.REST;
        String where = phase.of(moves);
        position.feed(nanos, q, moves || driven ? Motion.MOVES : Motion.RESTS, where, now);
        velocity.feed(nanos, v, Motion.UNKNOWN, where, now);
        double step = (nanos - lastNanos) * 1e-9;
        if (told && step > 0 && step < LONGEST_STEP) {
            agreement.feed(nanos, v - (q - lastPosition) / step, Motion.UNKNOWN, phase.of(v, EffortResidual.REST), now);
        }
        lastPosition = q;
        lastNanos = nanos;
        slow = Double.isNaN(slow) ? v : slow + (v - slow) * step / (MEMORY_SECONDS + step);
        if (Double.isNaN(tau)) {
            return;
        }
        // At constant speed an effort may well be constant.
        boolean changes = Math.abs(v - slow) > EffortResidual.REST;
        effort.feed(nanos, tau, changes ? Motion.MOVES : Motion.RESTS, where, now);
    }

    /** Looks at what the model does not explain, N m or N. */
    void compare(long nanos, double unexplained, double v, TaskPhase phase, long now) {
        residual.feed(nanos, unexplained, Motion.UNKNOWN, phase.of(v, EffortResidual.REST), now);
        rhythm.feed(nanos, unexplained, Motion.UNKNOWN, phase.behaviour(), now);
    }

    void interrupt(long now) {
        position.interrupt(now);
        velocity.interrupt(now);
        effort.interrupt(now);
        residual.interrupt(now);
        rhythm.interrupt(now);
        agreement.interrupt(now);
        lastPosition = Double.NaN;
        commanded = 0;
        slow = Double.NaN;
    }

    @Override
    public void save(CanonicalOutput out) {
        position.save(out);
        velocity.save(out);
        effort.save(out);
        residual.save(out);
        rhythm.save(out);
        agreement.save(out);
        out.putDouble(commanded);
        out.putDouble(slow);
        out.putDouble(lastPosition);
        out.putLong(lastNanos);
    }

    @Override
    public void restore(CanonicalInput in) {
        position.restore(in);
        velocity.restore(in);
        effort.restore(in);
        residual.restore(in);
        rhythm.restore(in);
        agreement.restore(in);
        commanded = in.getDouble();
        slow = in.getDouble();
        lastPosition = in.getDouble();
        lastNanos = in.getLong();
    }
}
