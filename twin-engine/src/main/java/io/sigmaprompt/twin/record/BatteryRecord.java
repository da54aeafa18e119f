package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;

/**
 * A battery's state. NaN is what is not measured.
 *
 * @param battery which one, empty where there is but one
 * @param voltage V
 * @param current A, negative when discharging
 * @param charge C
 * @param fraction of the full charge, 0 to 1
 * @param temperature K
 */
public record BatteryRecord(
        String robot,
        long simNanos,
        String battery,
        double voltage,
        double current,
        double charge,
        double fraction,
        double temperature)
        implements OutputRecord {
    @Override
    public void encode(CanonicalOutput out) {
        out.putString(robot);
        out.putLong(simNanos);
        out.putString(battery);
        out.putDouble(voltage);
        out.putDouble(current);
        out.putDouble(charge);
        out.putDouble(fraction);
        out.putDouble(temperature);
    }
}
