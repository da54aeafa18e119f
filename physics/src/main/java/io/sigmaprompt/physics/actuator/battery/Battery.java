package io.sigmaprompt.physics.actuator.battery;

import io.sigmaprompt.physics.actuator.ForceElement;
import io.sigmaprompt.physics.actuator.Range;

/**
 * A battery that sags under what its consumers draw together, {@code V = U - R·I}. Consumers name their power as a step
 * goes; the battery, as the last element of the step, takes the current that this power needs at the voltage they have
 * seen, and moves the voltage that the next step has towards the one this current leaves. It goes a quarter of the way in
 * a step, as the capacitors of a supply make it: loads whose resistance together is down to a quarter of the battery's
 * settle instead of ringing, and a power beyond {@code U² / 4R} makes the voltage collapse. Under the brown-out voltage, or
 * empty, it is off until {@link #restart}.
 *
 * <p>One thread at a time.
 */
public final class Battery implements ForceElement {
    /** Numbers of state. */
    private static final int STATE = 7;

    private static final double SECONDS_PER_HOUR = 3600;
    /** Share of the way to the loaded voltage that a step goes. */
    private static final double APPROACH = 0.25;

    private final BatteryParameters parameters;
    private final double[] table;
    private double charge;
    private double demand;
    private double voltage;
    private double current;
    private double delivered;
    private double converted;
    private boolean off;

    /**
     * A battery at rest.
     *
     * @param charge state of charge, 0 to 1
     */
    public Battery(BatteryParameters parameters, double charge) {
        Range.require(charge >= 0 && charge <= 1, "battery, charge", charge, "a number from 0 to 1");
        this.parameters = parameters;
        table = parameters.openCircuitVoltage().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        this.charge = charge;
        voltage = openCircuitVoltage();
    }

    /** Takes a power, W, during this step; negative where it flows back. */
    public void draw(double power) {
        demand += power;
    }

    /** State of charge, 0 to 1. */
    public double charge() {
        return charge;
    }

    /** At its terminals, V; 0 where it is off. */
    public double voltage() {
        return off ? 0 : voltage;
    }

    /** Out of it in the last step, A. */
    public double current() {
        return current;
    }

    /** What consumers have had of it, less what flowed back and was stored, J. */
    public double deliveredEnergy() {
        return delivered;
    }

    /** What its chemistry has given, delivered or turned to heat inside, J. */
    public double convertedEnergy() {
        return converted;
    }

    /** Whether a brown-out, or being empty, has switched it off. */
    public boolean isOff() {
        return off;
    }

    /** Switches it on again, unloaded; an empty one goes off again at once. */
    public void restart() {
        off = false;
        voltage = openCircuitVoltage();
    }

    /** The voltage without load at the present charge, V. */
    public double openCircuitVoltage() {
        double place = charge * (table.length - 1);
        int below = Math.min((int) place, table.length - 2);
        return table[below] + (place - below) * (table[below + 1] - table[below]);
    }

    @Override
    public void apply(double[] q, double[] v, double dt, double[] tau, double[] diagonal) {
        double source = openCircuitVoltage();
        double power = off ? 0 : demand < 0 ? demand * parameters.regeneration() : demand;
        if (power < 0 && charge >= 1) {
            power = 0;
        }
        demand = 0;
        double shortCircuit = source / parameters.resistance();
        current = off ? 0 : Math.min(power / voltage, shortCircuit);
        voltage += APPROACH * (source - parameters.resistance() * current - voltage);
        delivered += power * dt;
        converted += source * current * dt;
        charge = Math.max(0, Math.min(1, charge - current * dt / (SECONDS_PER_HOUR * parameters.capacity())));
        off = off || voltage < parameters.brownOut() || charge == 0;
    }

    @Override
    public int stateSize() {
        return STATE;
    }

    @Override
    public void save(double[] out, int offset) {
        out[offset] = charge;
        out[offset + 1] = demand;
        out[offset + 2] = voltage;
        out[offset + 3] = current;
        out[offset + 4] = delivered;
        out[offset + 5] = converted;
        out[offset + 6] = off ? 1 : 0;
    }

    @Override
    public void restore(double[] in, int offset) {
        charge = in[offset];
        demand = in[offset + 1];
        voltage = in[offset + 2];
        current = in[offset + 3];
        delivered = in[offset + 4];
        converted = in[offset + 5];
        off = in[offset + 6] != 0;
    }
}
