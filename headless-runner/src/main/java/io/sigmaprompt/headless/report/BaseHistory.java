package io.sigmaprompt.headless.report;

import io.sigmaprompt.twin.record.BaseStateRecord;
import io.sigmaprompt.twin.record.BatteryRecord;
import io.sigmaprompt.twin.record.ImuRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import java.util.LinkedHashMap;
import java.util.Map;

/** The course of a robot's base, of what it felt and of its batteries, in memory of bounded size. */
public final class BaseHistory {
    private static final long CYCLE_NANOS = 10_000_000;

    /** Batteries are told of some times a second, or less; a line is drawn only through stretches that have values. */
    private static final long BATTERY_NANOS = 1_000_000_000;

    private static final int MOST_BATTERIES = 8;

    final SignalHistory east = new SignalHistory(CYCLE_NANOS);
    final SignalHistory north = new SignalHistory(CYCLE_NANOS);
    final SignalHistory height = new SignalHistory(CYCLE_NANOS);
    final SignalHistory speed = new SignalHistory(CYCLE_NANOS);
    final SignalHistory roll = new SignalHistory(CYCLE_NANOS);
    final SignalHistory pitch = new SignalHistory(CYCLE_NANOS);
    final SignalHistory yaw = new SignalHistory(CYCLE_NANOS);
    final SignalHistory turning = new SignalHistory(CYCLE_NANOS);
    final SignalHistory force = new SignalHistory(CYCLE_NANOS);
    final Map<String, BatteryHistory> batteries = new LinkedHashMap<>();

    private double[] last = {};
    private double path;
    private double lastYaw = Double.NaN;
    private double turns;
    private long first = -1;
    private long newest = -1;

    /** One battery. */
    static final class BatteryHistory {
        final SignalHistory voltage = new SignalHistory(BATTERY_NANOS);
        final SignalHistory fraction = new SignalHistory(BATTERY_NANOS);
        double firstVoltage = Double.NaN;
        double lastVoltage = Double.NaN;
        double lastFraction = Double.NaN;
    }

    /** Takes what is about the base; all else is left alone. */
    public void take(OutputRecord output) {
        switch (output) {
            case BaseStateRecord state -> base(state);
            case ImuRecord imu -> force.add(imu.simNanos(), length(imu.specificForce()));
            case BatteryRecord battery -> battery(battery);
            default -> {}
        }
    }

    private void base(BaseStateRecord state) {
        long at = state.simNanos();
        first = first < 0 ? at : first;
        newest = at;
        double[] p = state.position();
        east.add(at, p[0]);
        north.add(at, p[1]);
        height.add(at, p[2]);
        if (last.length == 3) {
            path += length(new double[] {p[0] - last[0], p[1] - last[1], p[2] - last[2]});
        }
        last = p;
        speed.add(at, length(state.linearVelocity()));
        turning.add(at, length(state.angularVelocity()));
        if (state.orientation().length == 4) {
            attitude(at, state.orientation());
        }
    }

    /** Roll, pitch and yaw in degrees, about the fixed axes x, y and z (REP 103); yaw goes on beyond a whole turn. */
    private void attitude(long at, double[] q) {
        double x = q[0];
        double y = q[1];
        double z = q[2];
        double w = q[3];
        roll.add(at, Math.toDegrees(Math.atan2(2 * (w * x + y * z), 1 - 2 * (x * x + y * y))));
        pitch.add(at, Math.toDegrees(Math.asin(Math.clamp(2 * (w * y - z * x), -1, 1))));
        double heading = Math.toDegrees(Math.atan2(2 * (w * z + x * y), 1 - 2 * (y * y + z * z)));
        if (!Double.isNaN(lastYaw)) {
            turns += heading - lastYaw > 180 ? -360 : heading - lastYaw < -180 ? 360 : 0;
        }
        lastYaw = heading;
        yaw.add(at, heading + turns);
    }

    private void battery(BatteryRecord record) {
        BatteryHistory battery = batteries.get(record.battery());
        if (battery == null && batteries.size() < MOST_BATTERIES) {
            battery = new BatteryHistory();
            battery.firstVoltage = record.voltage();
            batteries.put(record.battery(), battery);
        }
        if (battery != null) {
            battery.voltage.add(record.simNanos(), record.voltage());
            battery.fraction.add(record.simNanos(), record.fraction() * 100);
            battery.lastVoltage = record.voltage();
            battery.lastFraction = record.fraction();
        }
    }

    private static double length(double[] vector) {
        return vector.length == 3
                ? Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2])
                : Double.NaN;
    }

    /** Whether nothing was told of the base. */
    public boolean isEmpty() {
        return height.isEmpty();
    }

    /** What was mirrored, as names and values, for people; empty where nothing was told of the base. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        if (isEmpty()) {
            return facts;
        }
        facts.put("duration", SessionText.fixed(seconds(), 2) + " s");
        facts.put("path length", SessionText.fixed(path, 1) + " m");
        facts.put("height", range(height, 1, "m") + " above the origin");
        facts.put("speed", range(speed, 1, "m/s"));
        facts.put("roll", range(roll, 1, "°"));
        facts.put("pitch", range(pitch, 1, "°"));
        facts.put("yaw", range(yaw, 1, "°"));
        facts.put("turning", range(turning, 2, "rad/s"));
        facts.put("specific force", range(force, 1, "m/s²"));
        batteries.forEach((name, battery) -> facts.put(
                name.isEmpty() ? "battery" : "battery " + name,
                SessionText.fixed(battery.firstVoltage, 2) + " V to " + SessionText.fixed(battery.lastVoltage, 2) + " V"
                        + (Double.isNaN(battery.lastFraction)
                                ? ""
                                : ", " + SessionText.fixed(battery.lastFraction * 100, 0) + " % left")));
        facts.values().removeIf(String::isEmpty);
        return facts;
    }

    private static String range(SignalHistory signal, int decimals, String unit) {
        return signal.isEmpty()
                ? ""
                : SessionText.fixed(signal.least(), decimals) + " to " + SessionText.fixed(signal.greatest(), decimals)
                        + " " + unit;
    }

    /** Time from the first to the last word on the base. */
    public double seconds() {
        return first < 0 ? 0 : (newest - first) / 1e9;
    }

    /** The way that the base went, m; at the pace of the session's cycles. */
    public double pathMetres() {
        return path;
    }

    /** Least and greatest roll, pitch and yaw in degrees, as pairs; NaN where not known. */
    public Map<String, double[]> attitudeDegrees() {
        Map<String, double[]> all = new LinkedHashMap<>();
        all.put("roll", pair(roll));
        all.put("pitch", pair(pitch));
        all.put("yaw", pair(yaw));
        return all;
    }

    /** Least and greatest height, m. */
    public double[] heightMetres() {
        return pair(height);
    }

    private static double[] pair(SignalHistory signal) {
        return signal.isEmpty()
                ? new double[] {Double.NaN, Double.NaN}
                : new double[] {signal.least(), signal.greatest()};
    }
}
