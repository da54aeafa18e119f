package io.sigmaprompt.physics.actuator.battery;

import io.sigmaprompt.physics.actuator.Range;
import io.sigmaprompt.physics.model.BadInputException;
import java.util.List;

/**
 * A battery as a voltage behind a resistance (He, Xiong, Fan, Evaluation of lithium-ion battery equivalent circuit models
 * for state of charge estimation, Energies 4(4), 2011, section 2.1, the Rint model).
 *
 * @param openCircuitVoltage V, at states of charge evenly spread from 0 to 1, two at least, none falling
 * @param resistance internal, ohm; 0 for none
 * @param capacity A h
 * @param regeneration share of the power flowing back that is stored, 0 to 1
 * @param brownOut terminal voltage below which what it feeds switches off, V
 */
public record BatteryParameters(
        List<Double> openCircuitVoltage, double resistance, double capacity, double regeneration, double brownOut) {
    public BatteryParameters {
        openCircuitVoltage = List.copyOf(openCircuitVoltage);
        if (openCircuitVoltage.size() < 2) {
            throw new BadInputException(
                    "battery, open-circuit voltage",
                    "it has " + openCircuitVoltage.size() + " entries",
                    "Give the voltages of the empty and the full battery at least.");
        }
        double least = 0;
        for (double voltage : openCircuitVoltage) {
            Range.positive("battery, open-circuit voltage", voltage);
            Range.require(
                    voltage >= least, "battery, open-circuit voltage", voltage, "at least " + least + " as before it");
            least = voltage;
        }
        Range.notNegative("battery, resistance", resistance);
        Range.positive("battery, capacity", capacity);
        Range.require(
                regeneration >= 0 && regeneration <= 1, "battery, regeneration", regeneration, "a number from 0 to 1");
        Range.notNegative("battery, brown-out", brownOut);
    }
}
