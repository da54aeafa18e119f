package io.sigmaprompt.physics.sensor.mechanism;

import io.sigmaprompt.physics.sensor.SensedWorld;

/** What a sensor of a description measures, without cutoff and noise. Allocates nothing when evaluated. */
abstract class Quantity {
    final Form form;
    final String unit;

    Quantity(Form form, String unit) {
        this.form = form;
        this.unit = unit;
    }

    /**
     * Evaluates it.
     *
     * @param out Modified. as many numbers as the form has, at {@code o}
     */
    abstract void evaluate(SensedWorld world, double[] out, int o);
}
