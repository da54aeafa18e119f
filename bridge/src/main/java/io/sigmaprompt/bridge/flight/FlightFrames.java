package io.sigmaprompt.bridge.flight;

import io.sigmaprompt.twin.telemetry.BatteryFrame;
import io.sigmaprompt.twin.telemetry.RobotFault;
import io.sigmaprompt.twin.telemetry.StatusFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Makes frames of what single messages tell: batteries, the controller's state, its complaints. */
final class FlightFrames {
    private static final double COULOMB_PER_MILLIAMPERE_HOUR = 3.6;
    private static final double ZERO_CELSIUS = 273.15;
    private static final int ARMED = 2;
    private static final int ERROR_LEVEL = 3;

    private String mode = "";
    private List<RobotFault> standing = List.of();
    private long statusNanos = Long.MIN_VALUE;

    static BatteryFrame battery(Topic topic, ByteBuffer data, int instance, long nanos) {
        double current = topic.number(data, "current_a", -1);
        double remaining = topic.number(data, "remaining", -1);
        double capacity = topic.number(data, "capacity", 0);
        double celsius = topic.number(data, "temperature", Double.NaN);
        double fraction = remaining < 0 ? Double.NaN : Math.min(remaining, 1);
        return new BatteryFrame(
                "",
                nanos,
                TelemetryMessage.UNAVAILABLE,
                Integer.toString(instance),
                topic.number(data, "voltage_v", Double.NaN),
                // PX4 counts what flows out as positive, and says -1 where it is not measured.
                current == -1 ? Double.NaN : -current,
                capacity > 0 ? fraction * capacity * COULOMB_PER_MILLIAMPERE_HOUR : Double.NaN,
                fraction,
                // Drivers that measure none leave zero there.
                celsius == 0 ? Double.NaN : celsius + ZERO_CELSIUS);
    }

    StatusFrame status(Topic topic, ByteBuffer data, long nanos) {
        mode = FlightMode.of((long) topic.number(data, "nav_state", -1))
                + (topic.number(data, "arming_state", 0) == ARMED ? ", armed" : ", disarmed");
        List<RobotFault> faults = new ArrayList<>();
        fault(faults, topic, data, "failsafe", "a failsafe is active");
        fault(faults, topic, data, "engine_failure", "an engine has failed");
        fault(faults, topic, data, "mission_failure", "the mission cannot be flown");
        double detected = topic.number(data, "failure_detector_status", 0);
        if (detected != 0) {
            faults.add(new RobotFault(
                    "failure_detector_status",
                    RobotFault.Severity.ERROR,
                    "the failure detector reports 0x" + Long.toHexString((long) detected)));
        }
        standing = faults;
        return frame(nanos, faults);
    }

    private static void fault(List<RobotFault> faults, Topic topic, ByteBuffer data, String field, String text) {
        if (topic.flag(data, field, false)) {
            faults.add(new RobotFault(field, RobotFault.Severity.ERROR, text));
        }
    }

    /** A line of the console of the level of a warning, or worse: it stands beside what stood before, once. */
    StatusFrame complaint(int level, String text, long nanos) {
        List<RobotFault> faults = new ArrayList<>(standing);
        faults.add(new RobotFault(
                "log",
                level <= ERROR_LEVEL ? RobotFault.Severity.ERROR : RobotFault.Severity.WARNING,
                text.replaceAll("\\p{Cntrl}", " ").strip()));
        return frame(nanos, faults);
    }

    /** State and console are stamped apart and written as they come; one stream of status must not run backwards. */
    private StatusFrame frame(long nanos, List<RobotFault> faults) {
        statusNanos = Math.max(nanos, statusNanos + 1);
        return new StatusFrame("", statusNanos, TelemetryMessage.UNAVAILABLE, mode, faults);
    }
}
