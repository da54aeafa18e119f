package io.sigmaprompt.twin.alarm.evaluation;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.EstimateRecord;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.record.TelemetryHealthRecord;
import io.sigmaprompt.twin.signal.SignalPath;
import io.sigmaprompt.twin.signal.SignalPath.Quantity;
import io.sigmaprompt.twin.signal.SignalPath.Source;
import io.sigmaprompt.twin.telemetry.BatteryFrame;
import io.sigmaprompt.twin.telemetry.ChannelFrame;
import io.sigmaprompt.twin.telemetry.CurrentFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import io.sigmaprompt.twin.telemetry.TemperatureFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers that rules watch, each with the time at which it was told last. What stands in the trace is read from it,
 * so that a rule sees what anybody can see. Allocates nothing once all numbers are bound.
 */
public final class SignalTable implements Restorable {
    /** A watched number: which entry of the arrays of its source. */
    private record Bound(SignalPath path, int slot, int joint) {}

    private static final Bound[] NONE = {};

    private final List<String> joints;
    private final List<SignalPath> paths = new ArrayList<>();
    private final Bound[][] bySource = new Bound[Source.values().length][];
    private double[] values = {};
    private long[] told = {};

    /** @param joints the driven joints, in the order of the records' arrays */
    public SignalTable(List<String> joints) {
        this.joints = List.copyOf(joints);
        Arrays.fill(bySource, NONE);
    }

    /**
     * The place of a number; the same path has one place.
     *
     * @throws IllegalArgumentException if the robot has no such joint
     */
    public int bind(SignalPath path) {
        int known = paths.indexOf(path);
        if (known >= 0) {
            return known;
        }
        int joint = joints.indexOf(path.joint());
        if (path.source().owner() == SignalPath.Owner.JOINT && joint < 0) {
            throw new IllegalArgumentException("no joint of the robot is '" + path.joint() + "'");
        }
        int slot = paths.size();
        paths.add(path);
        values = Arrays.copyOf(values, slot + 1);
        told = Arrays.copyOf(told, slot + 1);
        values[slot] = Double.NaN;
        int source = path.source().ordinal();
        Bound[] before = bySource[source];
        bySource[source] = Arrays.copyOf(before, before.length + 1);
        bySource[source][before.length] = new Bound(path, slot, joint);
        return slot;
    }

    /** The number told last, SI units; NaN if none was. */
    public double value(int slot) {
        return values[slot];
    }

    /** Session time at which it was told last; 0 if it never was. */
    long toldNanos(int slot) {
        return told[slot];
    }

    /** Reads what the session says. */
    public void see(OutputRecord output) {
        switch (output) {
            case JointStateRecord state ->
                see(
                        switch (state.body()) {
                            case ROBOT -> Source.ROBOT;
                            case PREDICTION -> Source.PREDICTION;
                            case SHADOW -> Source.SHADOW;
                        },
                        state);
            case DivergenceRecord divergence -> see(divergence);
            case EstimateRecord estimate -> see(estimate);
            case TelemetryHealthRecord health -> see(health);
            default -> {}
        }
    }

    private void see(Source source, JointStateRecord state) {
        for (Bound bound : bySource[source.ordinal()]) {
            switch (bound.path.quantity()) {
                case POSITION -> put(bound, state.position(), state.simNanos());
                case VELOCITY -> put(bound, state.velocity(), state.simNanos());
                case EFFORT -> put(bound, state.effort(), state.simNanos());
                default -> {}
            }
        }
    }

    private void see(DivergenceRecord divergence) {
        for (Bound bound : bySource[Source.DIVERGENCE.ordinal()]) {
            switch (bound.path.quantity()) {
                case POSITION -> put(bound, divergence.position(), divergence.simNanos());
                case VELOCITY -> put(bound, divergence.velocity(), divergence.simNanos());
                case EFFORT -> put(bound, divergence.effortResidual(), divergence.simNanos());
                case SIGMA -> put(bound, divergence.sigma(), divergence.simNanos());
                case NIS -> put(bound, divergence.nis(), divergence.simNanos());
                default -> {}
            }
        }
    }

    private void see(EstimateRecord estimate) {
        for (Bound bound : bySource[Source.ESTIMATE.ordinal()]) {
            switch (bound.path.quantity()) {
                case ACCELERATION -> put(bound, estimate.acceleration(), estimate.simNanos());
                case EFFORT -> put(bound, estimate.externalEffort(), estimate.simNanos());
                case NIS -> put(bound, estimate.innovationNis(), estimate.simNanos());
                default -> {}
            }
        }
    }

    private void see(TelemetryHealthRecord health) {
        for (Bound bound : bySource[Source.TELEMETRY.ordinal()]) {
            switch (bound.path.quantity()) {
                case RATE -> put(bound.slot, health.rateHz(), health.simNanos());
                case REJECTED -> put(bound.slot, (double) health.rejected(), health.simNanos());
                case GAPS -> put(bound.slot, (double) health.gaps(), health.simNanos());
                case LATE -> put(bound.slot, (double) health.late(), health.simNanos());
                case OVERFLOW -> put(bound.slot, (double) health.overflow(), health.simNanos());
                default -> {}
            }
        }
    }

    /** How old telemetry is at this cycle. */
    public void age(long ageNanos, long now) {
        for (Bound bound : bySource[Source.TELEMETRY.ordinal()]) {
            if (bound.path.quantity() == Quantity.AGE) {
                put(bound.slot, ageNanos * 1e-9, now);
            }
        }
    }

    /** Reads a message that ingest has accepted. */
    public void take(TelemetryMessage message, long now) {
        switch (message) {
            case TemperatureFrame frame -> take(Quantity.TEMPERATURE, frame.names(), frame.temperature(), now);
            case CurrentFrame frame -> take(Quantity.CURRENT, frame.names(), frame.current(), now);
            case BatteryFrame frame -> take(frame, now);
            case ChannelFrame frame -> take(frame, now);
            default -> {}
        }
    }

    private void take(Quantity quantity, List<String> names, double[] numbers, long now) {
        for (Bound bound : bySource[Source.ROBOT.ordinal()]) {
            if (bound.path.quantity() == quantity) {
                int index = names.indexOf(bound.path.joint());
                if (index >= 0) {
                    put(bound.slot, numbers[index], now);
                }
            }
        }
    }

    private void take(BatteryFrame frame, long now) {
        for (Bound bound : bySource[Source.BATTERY.ordinal()]) {
            if (bound.path.joint().isEmpty() || bound.path.joint().equals(frame.battery())) {
                switch (bound.path.quantity()) {
                    case VOLTAGE -> put(bound.slot, frame.voltage(), now);
                    case CURRENT -> put(bound.slot, frame.current(), now);
                    case FRACTION -> put(bound.slot, frame.fraction(), now);
                    case TEMPERATURE -> put(bound.slot, frame.temperature(), now);
                    default -> {}
                }
            }
        }
    }

    private void take(ChannelFrame frame, long now) {
        for (Bound bound : bySource[Source.CHANNEL.ordinal()]) {
            String wanted = bound.path.joint();
            String channel = frame.channel();
            if (!wanted.startsWith(channel)) {
                continue;
            }
            for (int i = 0; i < frame.values().length; i++) {
                String name = frame.names().get(i);
                boolean whole = wanted.length() == channel.length() && frame.values().length == 1;
                boolean part = wanted.length() == channel.length() + 1 + name.length()
                        && wanted.charAt(channel.length()) == '/'
                        && wanted.endsWith(name);
                if (whole || part) {
                    put(bound.slot, frame.values()[i], now);
                }
            }
        }
    }

    private void put(Bound bound, double[] numbers, long now) {
        put(bound.slot, bound.joint < numbers.length ? numbers[bound.joint] : Double.NaN, now);
    }

    private void put(int slot, double value, long now) {
        values[slot] = value;
        if (!Double.isNaN(value)) {
            told[slot] = now;
        }
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(values);
        for (long each : told) {
            out.putLong(each);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(values);
        for (int i = 0; i < told.length; i++) {
            told[i] = in.getLong();
        }
    }
}
