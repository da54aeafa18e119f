package io.sigmaprompt.headless.analysis.label;

import java.util.List;

/**
 * How well a label's onsets are found.
 *
 * @param toleranceSeconds how far from an onset an alarm counts as right
 * @param onsets in the whole recording
 * @param methods best first, then what it is compared with; empty where there is too little to judge by
 * @param alarms those of the first method in the second half
 * @param note why nothing was judged; empty otherwise
 */
public record LabelReport(
        String label, double toleranceSeconds, int onsets, List<Method> methods, List<Alarm> alarms, String note) {
    public LabelReport {
        methods = List.copyOf(methods);
        alarms = List.copyOf(alarms);
    }

    /**
     * One way to raise alarms.
     *
     * @param threshold chosen on the first half; NaN where there is none
     * @param first how it did where its threshold was chosen
     * @param second how it did on the rest
     */
    public record Method(String name, double threshold, Judgement first, Judgement second) {}

    /**
     * An alarm.
     *
     * @param nanos on the recording's clock
     * @param likeness how much the row looks like an onset, 0 to 1
     */
    public record Alarm(long nanos, double likeness) {}
}
