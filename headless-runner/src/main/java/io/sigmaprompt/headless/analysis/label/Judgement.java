package io.sigmaprompt.headless.analysis.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How alarms meet a label's onsets: an alarm is right within a tolerance of an onset, before or behind it.
 *
 * @param alarms how many there were
 * @param right how many were right
 * @param onsets how many there were
 * @param delays of each onset, seconds from it to its first alarm, negative where that came before; NaN where none came
 */
public record Judgement(int alarms, int right, int onsets, List<Double> delays) {
    public Judgement {
        delays = List.copyOf(delays);
    }

    /** Judges alarms, both in order of time, nanoseconds. */
    static Judgement of(long[] alarms, long[] onsets, double toleranceSeconds) {
        double[] first = new double[onsets.length];
        Arrays.fill(first, Double.NaN);
        int right = 0;
        for (long alarm : alarms) {
            boolean near = false;
            for (int i = 0; i < onsets.length; i++) {
                double delay = (alarm - onsets[i]) / 1e9;
                if (Math.abs(delay) <= toleranceSeconds) {
                    near = true;
                    first[i] = Double.isNaN(first[i]) ? delay : first[i];
                }
            }
            right += near ? 1 : 0;
        }
        List<Double> delays = new ArrayList<>();
        for (double delay : first) {
            delays.add(delay);
        }
        return new Judgement(alarms.length, right, onsets.length, delays);
    }

    /** How many onsets had an alarm. */
    public int found() {
        return (int) delays.stream().filter(each -> !Double.isNaN(each)).count();
    }

    /** The share of alarms that were right; NaN where there were none. */
    public double precision() {
        return alarms == 0 ? Double.NaN : (double) right / alarms;
    }

    /** The share of onsets that had an alarm; NaN where there were none. */
    public double recall() {
        return onsets == 0 ? Double.NaN : (double) found() / onsets;
    }

    /** Harmonic mean of both; 0 where either is nothing. */
    public double f1() {
        double p = precision();
        double r = recall();
        return p > 0 && r > 0 ? 2 * p * r / (p + r) : 0;
    }

    /** The median delay of the onsets that had an alarm, seconds; NaN where none had. */
    public double medianDelay() {
        double[] known = delays.stream()
                .mapToDouble(Double::doubleValue)
                .filter(each -> !Double.isNaN(each))
                .sorted()
                .toArray();
        return known.length == 0 ? Double.NaN : known[known.length / 2];
    }
}
