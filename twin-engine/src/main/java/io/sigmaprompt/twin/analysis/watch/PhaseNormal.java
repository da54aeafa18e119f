package io.sigmaprompt.twin.analysis.watch;

import java.util.List;

/**
 * What is normal for a signal in one phase of the task.
 *
 * @param phase its name; empty outside of any
 * @param values values of the signal that the summary rests on, the last ones, oldest first
 * @param slopes sizes of its slopes, unit/s, likewise
 * @param learnt what each detector has learnt
 */
public record PhaseNormal(String phase, double[] values, double[] slopes, List<Learnt> learnt) {
    /**
     * What one detector has learnt; both mean something to it alone.
     *
     * @param detector its name
     * @param normal its own normal
     * @param bins the values of its statistic
     */
    public record Learnt(String detector, double[] normal, double[] bins) {}

    public PhaseNormal {
        learnt = List.copyOf(learnt);
    }
}
