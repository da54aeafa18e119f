package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.List;

/**
 * How each joint's mechanics fare, as far as telemetry lets it be told.
 *
 * @param joints driven joints, in the model's order
 */
public record HealthIndicatorRecord(String robot, long simNanos, List<Joint> joints) implements OutputRecord {
    /** What is told of a joint; units of a revolute joint, those of a prismatic one in brackets. */
    public enum Kind {
        /** Friction, Coulomb's and viscous together, at the mean speed of what it is told from, N m (N). */
        FRICTION,
        /** Coulomb friction, N m (N). */
        COULOMB_FRICTION,
        /** Viscous friction, N m s/rad (N s/m). */
        VISCOUS_FRICTION,
        /** Measured effort over the effort that the model needs for the same motion, 1 where the model is right. */
        EFFORT_GAIN,
        /** Motor current over the effort that the model needs, A/(N m) (A/N). */
        CURRENT_GAIN,
        /** Rise of temperature over the ambient for squared effort, K/(N m)², where currents are told K/A². */
        THERMAL_RESISTANCE,
        /** Play between motor and link, rad (m). */
        BACKLASH,
        /** The same between command and position at rest, rad (m), where the motor's side is not told. */
        DEAD_TRAVEL
    }

    /**
     * One number.
     *
     * @param value NaN where there is no evidence
     * @param deviation its standard deviation; NaN where there is no evidence
     * @param evidence how many independent looks it rests on
     * @param unit of the value
     * @param note why there is no evidence, or what the number is of; empty where there is nothing to say
     */
    public record Indicator(Kind kind, double value, double deviation, double evidence, String unit, String note) {
        /** Whether it could be told. */
        public boolean told() {
            return !Double.isNaN(value);
        }
    }

    /**
     * What a joint has borne since the session's start.
     *
     * @param seconds how long it was heard
     * @param travel way it went, rad or m
     * @param loadedTravel the same, each piece times (effort over effort limit) to the power of the exponent
     * @param cycles closed cycles of effort, halves counting as such, after ASTM E1049
     * @param damage sum over the cycles of (range over twice the effort limit) to the power of the exponent: as many
     *     cycles of the full effort, one way and the other, would have done as much (Miner)
     * @param exponent of damage and loaded travel
     * @param rangeStep width of a bin of counts, N m or N
     * @param counts cycles by their range; the last bin holds what is beyond
     */
    public record Load(
            double seconds,
            double travel,
            double loadedTravel,
            double cycles,
            double damage,
            int exponent,
            double rangeStep,
            double[] counts) {}

    /**
     * A joint's health.
     *
     * @param prismatic whether it slides
     * @param indicators one of each kind, in the order of the kinds
     * @param speed mean speed of what friction is told from, rad/s or m/s
     */
    public record Joint(String name, boolean prismatic, List<Indicator> indicators, double speed, Load load) {
        public Joint {
            indicators = List.copyOf(indicators);
        }

        /** The number of a kind. */
        public Indicator indicator(Kind kind) {
            return indicators.get(kind.ordinal());
        }
    }

    public HealthIndicatorRecord {
        joints = List.copyOf(joints);
    }

    @Override
    public void encode(CanonicalOutput out) {
        out.putString(robot);
        out.putLong(simNanos);
        out.putInt(joints.size());
        for (Joint joint : joints) {
            out.putString(joint.name());
            out.putBoolean(joint.prismatic());
            for (Indicator each : joint.indicators()) {
                out.putEnum(each.kind());
                out.putDouble(each.value());
                out.putDouble(each.deviation());
                out.putDouble(each.evidence());
                out.putString(each.unit());
                out.putString(each.note());
            }
            out.putDouble(joint.speed());
            Load load = joint.load();
            out.putDouble(load.seconds());
            out.putDouble(load.travel());
            out.putDouble(load.loadedTravel());
            out.putDouble(load.cycles());
            out.putDouble(load.damage());
            out.putInt(load.exponent());
            out.putDouble(load.rangeStep());
            out.putDoubles(load.counts());
        }
    }
}
