package io.sigmaprompt.twin.maintenance.health;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.estimation.EffortResidual;
import io.sigmaprompt.twin.record.HealthIndicatorRecord;
import io.sigmaprompt.twin.telemetry.ChannelFrame;
import io.sigmaprompt.twin.telemetry.CurrentFrame;
import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import io.sigmaprompt.twin.telemetry.TemperatureFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Follows the health of a robot's joints. Belongs to the kernel; a frame allocates nothing.
 *
 * <p>Beside joint states it hears motor currents, temperatures (of joints, and of a part called {@code ambient}) and, on a
 * channel whose name ends in {@code motor_position}, where motors are, rad or m at the joint.
 */
public final class HealthWatch implements Restorable {
    /** The part whose temperature is that of what is around. */
    public static final String AMBIENT = "ambient";

    /** How the name of a channel ends that tells where motors are. */
    public static final String MOTOR_CHANNEL = "motor_position";

    private final String robot;
    private final DrivenJoints joints;
    private final HealthSettings settings;
    private final List<JointHealth> health = new ArrayList<>();
    private final double[] current;

    /** The currents of the frame before, which is the one that dynamics are told of. */
    private final double[] middleCurrent;

    private final double[] motor;
    private final double[] command;
    private boolean heard;

    public HealthWatch(String robot, DrivenJoints joints, HealthSettings settings) {
        this.robot = robot;
        this.joints = joints;
        this.settings = settings;
        for (int i = 0; i < joints.count(); i++) {
            health.add(new JointHealth(joints.joint(i), settings));
        }
        current = unknown(joints.count());
        middleCurrent = unknown(joints.count());
        motor = unknown(joints.count());
        command = unknown(joints.count());
    }

    private static double[] unknown(int length) {
        double[] all = new double[length];
        Arrays.fill(all, Double.NaN);
        return all;
    }

    public HealthSettings settings() {
        return settings;
    }

    /** Whether anything can be told. */
    public boolean heard() {
        return heard;
    }

    /** Takes what the robot said of its parts; what is no matter of theirs is passed over. */
    public void take(TelemetryMessage message) {
        switch (message) {
            case CurrentFrame frame -> put(frame.names(), frame.current(), current);
            case JointReferenceFrame frame -> put(frame.names(), frame.position(), command);
            case ChannelFrame frame
            when frame.channel().endsWith(MOTOR_CHANNEL) -> put(frame.names(), frame.values(), motor);
            case TemperatureFrame frame -> take(frame);
            default -> {}
        }
    }

    private void put(List<String> names, double[] values, double[] to) {
        for (int k = 0; k < names.size() && k < values.length; k++) {
            int i = joints.index(names.get(k));
            if (i >= 0) {
                to[i] = values[k];
            }
        }
    }

    private void take(TemperatureFrame frame) {
        List<String> names = frame.names();
        for (int k = 0; k < names.size(); k++) {
            double kelvin = frame.temperature()[k];
            if (Double.isNaN(kelvin)) {
                continue;
            }
            int i = joints.index(names.get(k));
            if (i >= 0) {
                health.get(i).temperature(kelvin);
            } else if (names.get(k).equals(AMBIENT)) {
                for (int j = 0; j < health.size(); j++) {
                    health.get(j).ambient(kelvin);
                }
            }
        }
    }

    /**
     * Takes a frame of joint states.
     *
     * @param dynamics what the model makes of it
     * @param position estimated position of each driven joint, rad or m
     */
    public void look(EffortResidual dynamics, double[] position) {
        if (dynamics.computed()) {
            heard = true;
            compare(dynamics, position);
        } else {
            interrupt();
        }
        System.arraycopy(current, 0, middleCurrent, 0, current.length);
    }

    private void compare(EffortResidual dynamics, double[] position) {
        for (int i = 0; i < health.size(); i++) {
            health.get(i)
                    .frame(
                            dynamics.stepSeconds(),
                            dynamics.needed()[i],
                            dynamics.velocity()[i],
                            dynamics.effort()[i],
                            middleCurrent[i],
                            motor[i] - position[i],
                            command[i] - position[i]);
        }
    }

    /** What comes next has nothing to do with what came before, but for what was found. */
    public void interrupt() {
        for (int i = 0; i < health.size(); i++) {
            health.get(i).interrupt();
        }
    }

    /** How the joints fare. */
    public HealthIndicatorRecord tell(long simNanos) {
        return new HealthIndicatorRecord(
                robot, simNanos, health.stream().map(JointHealth::tell).toList());
    }

    @Override
    public void save(CanonicalOutput out) {
        health.forEach(each -> each.save(out));
        out.putDoubles(current);
        out.putDoubles(middleCurrent);
        out.putDoubles(motor);
        out.putDoubles(command);
        out.putBoolean(heard);
    }

    @Override
    public void restore(CanonicalInput in) {
        health.forEach(each -> each.restore(in));
        in.getDoubles(current);
        in.getDoubles(middleCurrent);
        in.getDoubles(motor);
        in.getDoubles(command);
        heard = in.getBoolean();
    }
}
