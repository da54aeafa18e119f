package io.sigmaprompt.headless.bench.world;

import io.sigmaprompt.physics.constraint.StepResidual;

/** The contacts of one step, in the arrays of {@link StepResidual#of}. */
record StepContacts(
        double[] impulse, double[] velocity, double[] freeVelocity, double[] gap, double[] friction, double step) {
    int count() {
        return gap.length;
    }

    StepResidual residual() {
        return StepResidual.of(count(), impulse, velocity, freeVelocity, gap, friction, step);
    }
}
