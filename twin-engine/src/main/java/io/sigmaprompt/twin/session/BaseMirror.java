package io.sigmaprompt.twin.session;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.record.BaseStateRecord;
import io.sigmaprompt.twin.record.BatteryRecord;
import io.sigmaprompt.twin.record.ImuRecord;
import io.sigmaprompt.twin.record.NoticeRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.record.WrenchRecord;
import io.sigmaprompt.twin.telemetry.BatteryFrame;
import io.sigmaprompt.twin.telemetry.ImuFrame;
import io.sigmaprompt.twin.telemetry.OdometryFrame;
import io.sigmaprompt.twin.telemetry.PoseFrame;
import io.sigmaprompt.twin.telemetry.RobotFault;
import io.sigmaprompt.twin.telemetry.StatusFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import io.sigmaprompt.twin.telemetry.WrenchFrame;
import io.sigmaprompt.twin.telemetry.codec.TelemetryCodec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The part of a mirror that is no joint: where the base is, what it feels, its batteries, its controller's state. Odometry
 * moves the base; where there is none, poses do. Of several sources of one of these the one heard first counts.
 */
final class BaseMirror implements Restorable {
    private static final double[] NOT_TOLD = {};
    private static final long NONE = Long.MIN_VALUE;

    private final String robot;
    private final Consumer<OutputRecord> outputs;

    /** By kind and source, the newest frame of each that was not told yet, or was the last to be told. */
    private final Map<String, TelemetryMessage> newest = new LinkedHashMap<>();

    private final Map<String, Long> told = new LinkedHashMap<>();
    private @Nullable TelemetryMessage base;
    private long baseTold = NONE;
    private long lastApplied = NONE;
    private String mode = "";
    private List<RobotFault> standing = List.of();

    BaseMirror(String robot, Consumer<OutputRecord> outputs) {
        this.robot = robot;
        this.outputs = outputs;
    }

    /** Takes a frame that the ingest applied. */
    void take(TelemetryMessage message, long simNanos) {
        switch (message) {
            case OdometryFrame frame -> moveBase(frame, simNanos);
            case PoseFrame frame -> moveBase(frame, simNanos);
            case ImuFrame frame -> newest.put("imu " + frame.sensor(), frame);
            case BatteryFrame frame -> newest.put("battery " + frame.battery(), frame);
            case WrenchFrame frame -> newest.put("wrench " + frame.frame(), frame);
            case StatusFrame frame -> tell(frame, simNanos);
            default -> {}
        }
    }

    private void moveBase(TelemetryMessage frame, long simNanos) {
        boolean first = base == null;
        boolean better = base instanceof PoseFrame && frame instanceof OdometryFrame;
        boolean same = base != null
                && base.getClass() == frame.getClass()
                && base.source().equals(frame.source());
        if (first || better || same) {
            base = frame;
            lastApplied = simNanos;
        }
    }

    private void tell(StatusFrame frame, long simNanos) {
        if (!frame.mode().equals(mode)) {
            mode = frame.mode();
            outputs.accept(new NoticeRecord(
                    robot, simNanos, NoticeRecord.Level.INFO, "status", "the robot's controller is in " + mode));
        }
        for (RobotFault fault : frame.faults()) {
            if (!standing.contains(fault)) {
                NoticeRecord.Level level = fault.severity() == RobotFault.Severity.INFO
                        ? NoticeRecord.Level.INFO
                        : NoticeRecord.Level.WARNING;
                outputs.accept(new NoticeRecord(
                        robot, simNanos, level, "status", fault.severity() + " " + fault.code() + ": " + fault.text()));
            }
        }
        standing = frame.faults();
    }

    /** Tells what is new, once a cycle. */
    void look(long simNanos) {
        TelemetryMessage moved = base;
        if (moved != null && moved.sourceNanos() != baseTold) {
            baseTold = moved.sourceNanos();
            outputs.accept(state(moved, simNanos));
        }
        for (Map.Entry<String, TelemetryMessage> each : newest.entrySet()) {
            TelemetryMessage frame = each.getValue();
            Long before = told.put(each.getKey(), frame.sourceNanos());
            if (before == null || before != frame.sourceNanos()) {
                outputs.accept(record(frame, simNanos));
            }
        }
    }

    private BaseStateRecord state(TelemetryMessage moved, long simNanos) {
        return switch (moved) {
            case OdometryFrame f ->
                new BaseStateRecord(
                        robot,
                        simNanos,
                        f.parent(),
                        f.child(),
                        f.position(),
                        f.orientation(),
                        f.linearVelocity(),
                        f.angularVelocity());
            case PoseFrame f ->
                new BaseStateRecord(
                        robot, simNanos, f.parent(), f.child(), f.position(), f.orientation(), NOT_TOLD, NOT_TOLD);
            default -> throw new IllegalStateException("a " + moved.getClass().getSimpleName() + " moves no base");
        };
    }

    private OutputRecord record(TelemetryMessage frame, long simNanos) {
        return switch (frame) {
            case ImuFrame f ->
                new ImuRecord(robot, simNanos, f.sensor(), f.orientation(), f.angularVelocity(), f.specificForce());
            case WrenchFrame f -> new WrenchRecord(robot, simNanos, f.frame(), f.force(), f.torque());
            case BatteryFrame f ->
                new BatteryRecord(
                        robot,
                        simNanos,
                        f.battery(),
                        f.voltage(),
                        f.current(),
                        f.charge(),
                        f.fraction(),
                        f.temperature());
            default -> throw new IllegalStateException("a " + frame.getClass().getSimpleName() + " is not kept");
        };
    }

    /** Whether telemetry has ever told where the base is. */
    boolean heard() {
        return lastApplied != NONE;
    }

    /** Time since it last did, ns; since the session's start while it has not. */
    long ageNanos(long simNanos) {
        return lastApplied == NONE ? simNanos : simNanos - lastApplied;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putInt(newest.size());
        newest.forEach((key, frame) -> {
            out.putString(key);
            TelemetryCodec.encode(frame, out);
        });
        out.putInt(told.size());
        told.forEach((key, nanos) -> {
            out.putString(key);
            out.putLong(nanos);
        });
        out.putBoolean(base != null);
        if (base != null) {
            TelemetryCodec.encode(base, out);
        }
        out.putLong(baseTold);
        out.putLong(lastApplied);
        TelemetryCodec.encode(new StatusFrame(robot, 0, 0, mode, standing), out);
    }

    @Override
    public void restore(CanonicalInput in) {
        newest.clear();
        for (int left = in.getInt(); left > 0; left--) {
            String key = in.getString();
            newest.put(key, TelemetryCodec.decode(in));
        }
        told.clear();
        for (int left = in.getInt(); left > 0; left--) {
            String key = in.getString();
            told.put(key, in.getLong());
        }
        base = in.getBoolean() ? TelemetryCodec.decode(in) : null;
        baseTold = in.getLong();
        lastApplied = in.getLong();
        StatusFrame status = (StatusFrame) TelemetryCodec.decode(in);
        mode = status.mode();
        standing = status.faults();
    }
}
