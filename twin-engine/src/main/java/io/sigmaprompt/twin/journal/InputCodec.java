package io.sigmaprompt.twin.journal;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.CorruptDataException;
import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.LinkState;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.telemetry.codec.TelemetryCodec;

/**
 * Kernel inputs as bytes and back; the numbers of the kinds are part of the journal's format, with 1, 2 and 11 to 19
 * those of {@link TelemetryCodec}.
 */
final class InputCodec {
    private static final int REJECTED = 3;
    private static final int LINK = 4;
    private static final int OVERFLOW = 5;
    private static final int MODE = 6;
    private static final int ARMING = 7;
    private static final int STOP = 8;
    private static final int FAULT = 9;
    private static final int ACKNOWLEDGEMENT = 10;
    private static final int NOVELTY = 40;
    private static final int ALL_ACKNOWLEDGED = 30;
    private static final int SHELVING = 31;
    private static final int UNSHELVING = 32;
    private static final int SERVICE = 33;
    private static final int RESET = 34;
    private static final int NORMAL = 41;

    private InputCodec() {}

    static void encode(KernelInput input, CanonicalOutput out) {
        switch (input) {
            case KernelInput.Telemetry telemetry -> TelemetryCodec.encode(telemetry.message(), out);
            case KernelInput.RejectedTelemetry rejected -> {
                out.putByte(REJECTED);
                out.putString(rejected.robot());
                out.putString(rejected.place());
                out.putString(rejected.problem());
            }
            case KernelInput.Link link -> {
                out.putByte(LINK);
                out.putString(link.robot());
                out.putEnum(link.state());
                out.putString(link.reason());
            }
            case KernelInput.QueueOverflow overflow -> {
                out.putByte(OVERFLOW);
                out.putString(overflow.robot());
                out.putString(overflow.queue());
                out.putLong(overflow.count());
            }
            case KernelInput.ModeRequest request -> {
                out.putByte(MODE);
                out.putString(request.robot());
                out.putEnum(request.mode());
                out.putString(request.by());
            }
            case KernelInput.GateArming arming -> {
                out.putByte(ARMING);
                out.putString(arming.robot());
                out.putBoolean(arming.armed());
                out.putString(arming.by());
            }
            case KernelInput.OperatorStop stop -> {
                out.putByte(STOP);
                out.putString(stop.robot());
                out.putBoolean(stop.engaged());
                out.putString(stop.by());
            }
            case KernelInput.FaultInjection injection -> {
                out.putByte(FAULT);
                out.putString(injection.robot());
                out.putEnum(injection.fault().kind());
                out.putString(injection.fault().joint());
                out.putDouble(injection.fault().magnitude());
                out.putLong(injection.fault().durationNanos());
            }
            case KernelInput.AlarmAcknowledgement acknowledgement -> {
                out.putByte(ACKNOWLEDGEMENT);
                out.putString(acknowledgement.robot());
                out.putString(acknowledgement.alarm());
                out.putString(acknowledgement.by());
            }
            case KernelInput.LearntNormal normal -> {
                out.putByte(NORMAL);
                out.putString(normal.robot());
                out.putBytes(normal.bytes());
            }
            case KernelInput.NoveltyScore novelty -> {
                out.putByte(NOVELTY);
                out.putString(novelty.robot());
                out.putString(novelty.detector());
                out.putString(novelty.parameters());
                out.putLong(novelty.askedNanos());
                out.putDouble(novelty.score());
            }
            case KernelInput.AlarmsAcknowledgement all -> {
                out.putByte(ALL_ACKNOWLEDGED);
                out.putString(all.robot());
                out.putString(all.by());
            }
            case KernelInput.AlarmShelving shelving -> {
                out.putByte(SHELVING);
                out.putString(shelving.robot());
                out.putString(shelving.alarm());
                out.putLong(shelving.nanos());
                out.putString(shelving.reason());
                out.putString(shelving.by());
            }
            case KernelInput.AlarmUnshelving unshelving -> {
                out.putByte(UNSHELVING);
                out.putString(unshelving.robot());
                out.putString(unshelving.alarm());
                out.putString(unshelving.by());
            }
            case KernelInput.AlarmService service -> {
                out.putByte(SERVICE);
                out.putString(service.robot());
                out.putString(service.alarm());
                out.putBoolean(service.inService());
                out.putString(service.reason());
                out.putString(service.by());
            }
            case KernelInput.AlarmReset reset -> {
                out.putByte(RESET);
                out.putString(reset.robot());
                out.putString(reset.alarm());
                out.putString(reset.by());
            }
        }
    }

    static KernelInput decode(CanonicalInput in) {
        int kind = in.getByte();
        String robot = in.getString();
        if (TelemetryCodec.knows(kind)) {
            return new KernelInput.Telemetry(TelemetryCodec.decode(kind, robot, in));
        }
        return switch (kind) {
            case REJECTED -> new KernelInput.RejectedTelemetry(robot, in.getString(), in.getString());
            case LINK -> new KernelInput.Link(robot, in.getEnum(LinkState.values()), in.getString());
            case OVERFLOW -> new KernelInput.QueueOverflow(robot, in.getString(), in.getLong());
            case MODE -> new KernelInput.ModeRequest(robot, in.getEnum(TwinMode.values()), in.getString());
            case ARMING -> new KernelInput.GateArming(robot, in.getBoolean(), in.getString());
            case STOP -> new KernelInput.OperatorStop(robot, in.getBoolean(), in.getString());
            case FAULT ->
                new KernelInput.FaultInjection(
                        robot,
                        new Fault(in.getEnum(Fault.Kind.values()), in.getString(), in.getDouble(), in.getLong()));
            case ACKNOWLEDGEMENT -> new KernelInput.AlarmAcknowledgement(robot, in.getString(), in.getString());
            case NORMAL -> new KernelInput.LearntNormal(robot, in.getBytes());
            case NOVELTY ->
                new KernelInput.NoveltyScore(robot, in.getString(), in.getString(), in.getLong(), in.getDouble());
            case ALL_ACKNOWLEDGED -> new KernelInput.AlarmsAcknowledgement(robot, in.getString());
            case SHELVING ->
                new KernelInput.AlarmShelving(robot, in.getString(), in.getLong(), in.getString(), in.getString());
            case UNSHELVING -> new KernelInput.AlarmUnshelving(robot, in.getString(), in.getString());
            case SERVICE ->
                new KernelInput.AlarmService(robot, in.getString(), in.getBoolean(), in.getString(), in.getString());
            case RESET -> new KernelInput.AlarmReset(robot, in.getString(), in.getString());
            default -> throw new CorruptDataException("no kind of input has the number " + kind);
        };
    }
}
