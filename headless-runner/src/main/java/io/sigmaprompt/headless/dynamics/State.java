package io.sigmaprompt.headless.dynamics;

import org.jspecify.annotations.Nullable;

/**
 * A state of a robot in its model's own order, with what else a file gives for it; null where it gives nothing.
 *
 * @param q configuration (nq)
 * @param v velocity (nv)
 * @param a rates of v (nv)
 * @param tau forces (nv)
 * @param frame the link whose motion is asked for
 */
public record State(
        double[] q,
        double @Nullable [] v,
        double @Nullable [] a,
        double @Nullable [] tau,
        @Nullable String frame) {}
