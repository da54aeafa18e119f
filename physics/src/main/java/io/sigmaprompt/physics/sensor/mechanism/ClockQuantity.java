package io.sigmaprompt.physics.sensor.mechanism;

import io.sigmaprompt.physics.sensor.SensedWorld;

/** Simulated time. */
final class ClockQuantity extends Quantity {
    ClockQuantity() {
        super(Form.SCALAR, "s");
    }

    @Override
    void evaluate(SensedWorld world, double[] out, int o) {
        out[o] = world.time();
    }
}
