package io.sigmaprompt.twin.journal;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.CorruptDataException;
import io.sigmaprompt.twin.telemetry.BatteryFrame;
import io.sigmaprompt.twin.telemetry.ChannelFrame;
import io.sigmaprompt.twin.telemetry.CurrentFrame;
import io.sigmaprompt.twin.telemetry.ImuFrame;
import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import io.sigmaprompt.twin.telemetry.OdometryFrame;
import io.sigmaprompt.twin.telemetry.PoseFrame;
import io.sigmaprompt.twin.telemetry.RobotFault;
import io.sigmaprompt.twin.telemetry.StatusFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import io.sigmaprompt.twin.telemetry.TemperatureFrame;
import io.sigmaprompt.twin.telemetry.WrenchFrame;
import java.util.ArrayList;
import java.util.List;

/** Telemetry frames as bytes and back; the numbers of the kinds are part of the journal's format. */
final class TelemetryCodec {
    private static final int JOINT_STATE = 1;
    private static final int JOINT_REFERENCE = 2;
    private static final int ODOMETRY = 11;
    private static final int POSE = 12;
    private static final int IMU = 13;
    private static final int WRENCH = 14;
    private static final int BATTERY = 15;
    private static final int TEMPERATURE = 16;
    private static final int CURRENT = 17;
    private static final int STATUS = 18;
    private static final int CHANNEL = 19;

    private TelemetryCodec() {}

    static boolean knows(int kind) {
        return kind == JOINT_STATE || kind == JOINT_REFERENCE || kind >= ODOMETRY && kind <= CHANNEL;
    }

    static void encode(TelemetryMessage message, CanonicalOutput out) {
        out.putByte(kind(message));
        out.putString(message.robot());
        out.putLong(message.sourceNanos());
        out.putLong(message.receiveNanos());
        switch (message) {
            case JointStateFrame frame -> {
                out.putStrings(frame.names());
                out.putDoubles(frame.position());
                out.putDoubles(frame.velocity());
                out.putDoubles(frame.effort());
            }
            case JointReferenceFrame frame -> {
                out.putStrings(frame.names());
                out.putDoubles(frame.position());
                out.putDoubles(frame.velocity());
                out.putDoubles(frame.acceleration());
            }
            case OdometryFrame frame -> {
                out.putString(frame.parent());
                out.putString(frame.child());
                out.putDoubles(frame.position());
                out.putDoubles(frame.orientation());
                out.putDoubles(frame.linearVelocity());
                out.putDoubles(frame.angularVelocity());
                out.putDoubles(frame.poseCovariance());
                out.putDoubles(frame.twistCovariance());
            }
            case PoseFrame frame -> {
                out.putString(frame.parent());
                out.putString(frame.child());
                out.putDoubles(frame.position());
                out.putDoubles(frame.orientation());
                out.putDoubles(frame.covariance());
            }
            case ImuFrame frame -> {
                out.putString(frame.sensor());
                out.putDoubles(frame.orientation());
                out.putDoubles(frame.angularVelocity());
                out.putDoubles(frame.specificForce());
            }
            case WrenchFrame frame -> {
                out.putString(frame.frame());
                out.putDoubles(frame.force());
                out.putDoubles(frame.torque());
            }
            case BatteryFrame frame -> {
                out.putString(frame.battery());
                out.putDouble(frame.voltage());
                out.putDouble(frame.current());
                out.putDouble(frame.charge());
                out.putDouble(frame.fraction());
                out.putDouble(frame.temperature());
            }
            case TemperatureFrame frame -> {
                out.putStrings(frame.names());
                out.putDoubles(frame.temperature());
            }
            case CurrentFrame frame -> {
                out.putStrings(frame.names());
                out.putDoubles(frame.current());
            }
            case StatusFrame frame -> {
                out.putString(frame.mode());
                putFaults(frame.faults(), out);
            }
            case ChannelFrame frame -> {
                out.putString(frame.channel());
                out.putString(frame.unit());
                out.putStrings(frame.names());
                out.putDoubles(frame.values());
            }
        }
    }

    private static int kind(TelemetryMessage message) {
        return switch (message) {
            case JointStateFrame frame -> JOINT_STATE;
            case JointReferenceFrame frame -> JOINT_REFERENCE;
            case OdometryFrame frame -> ODOMETRY;
            case PoseFrame frame -> POSE;
            case ImuFrame frame -> IMU;
            case WrenchFrame frame -> WRENCH;
            case BatteryFrame frame -> BATTERY;
            case TemperatureFrame frame -> TEMPERATURE;
            case CurrentFrame frame -> CURRENT;
            case StatusFrame frame -> STATUS;
            case ChannelFrame frame -> CHANNEL;
        };
    }

    static TelemetryMessage decode(int kind, String robot, CanonicalInput in) {
        long source = in.getLong();
        long receive = in.getLong();
        return switch (kind) {
            case JOINT_STATE ->
                new JointStateFrame(
                        robot, source, receive, in.getStrings(), in.getDoubles(), in.getDoubles(), in.getDoubles());
            case JOINT_REFERENCE ->
                new JointReferenceFrame(
                        robot, source, receive, in.getStrings(), in.getDoubles(), in.getDoubles(), in.getDoubles());
            case ODOMETRY ->
                new OdometryFrame(
                        robot,
                        source,
                        receive,
                        in.getString(),
                        in.getString(),
                        in.getDoubles(),
                        in.getDoubles(),
                        in.getDoubles(),
                        in.getDoubles(),
                        in.getDoubles(),
                        in.getDoubles());
            case POSE ->
                new PoseFrame(
                        robot,
                        source,
                        receive,
                        in.getString(),
                        in.getString(),
                        in.getDoubles(),
                        in.getDoubles(),
                        in.getDoubles());
            case IMU ->
                new ImuFrame(robot, source, receive, in.getString(), in.getDoubles(), in.getDoubles(), in.getDoubles());
            case WRENCH -> new WrenchFrame(robot, source, receive, in.getString(), in.getDoubles(), in.getDoubles());
            case BATTERY ->
                new BatteryFrame(
                        robot,
                        source,
                        receive,
                        in.getString(),
                        in.getDouble(),
                        in.getDouble(),
                        in.getDouble(),
                        in.getDouble(),
                        in.getDouble());
            case TEMPERATURE -> new TemperatureFrame(robot, source, receive, in.getStrings(), in.getDoubles());
            case CURRENT -> new CurrentFrame(robot, source, receive, in.getStrings(), in.getDoubles());
            case STATUS -> new StatusFrame(robot, source, receive, in.getString(), faults(in));
            case CHANNEL ->
                new ChannelFrame(
                        robot, source, receive, in.getString(), in.getString(), in.getStrings(), in.getDoubles());
            default -> throw new CorruptDataException("no kind of telemetry has the number " + kind);
        };
    }

    private static void putFaults(List<RobotFault> faults, CanonicalOutput out) {
        out.putInt(faults.size());
        for (RobotFault fault : faults) {
            out.putString(fault.code());
            out.putEnum(fault.severity());
            out.putString(fault.text());
        }
    }

    private static List<RobotFault> faults(CanonicalInput in) {
        int count = in.getInt();
        if (count < 0 || count > in.remaining()) {
            throw new CorruptDataException("a list of " + count + " faults does not fit what is left");
        }
        List<RobotFault> faults = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            faults.add(new RobotFault(in.getString(), in.getEnum(RobotFault.Severity.values()), in.getString()));
        }
        return faults;
    }
}
