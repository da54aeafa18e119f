package io.sigmaprompt.twin.maintenance.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How much each sensor tells of wear, after Coble and Hines ("Identifying optimal prognostic parameters from data: a
 * genetic algorithms approach", PHM 2009): monotonicity, does it go one way; trendability, does it go that way in all
 * machines; prognosability, do all machines fail at one level. Sensors are smoothed over some cycles first.
 *
 * @param sensor the sensor's column, from 0
 * @param monotonicity mean absolute rank correlation with time, 0 to 1
 * @param trendability how far the rank correlations' signs and sizes agree: the magnitude of their mean, 0 to 1
 * @param prognosability exp(-deviation of last values / mean way from first to last value), 0 to 1
 */
public record SensorSelection(int sensor, double monotonicity, double trendability, double prognosability) {
    private static final int SMOOTHING = 11;
    private static final int STRIDE = 3;

    /** The mean of the three. */
    public double fitness() {
        return (monotonicity + trendability + prognosability) / 3;
    }

    /**
     * All sensors, the most telling first.
     *
     * @param machines for each machine its normalised readings, sensors x rows
     */
    static List<SensorSelection> rank(List<double[][]> machines) {
        List<SensorSelection> all = new ArrayList<>();
        for (int s = 0; s < machines.getFirst().length; s++) {
            all.add(of(s, machines));
        }
        all.sort(Comparator.comparingDouble(SensorSelection::fitness).reversed());
        return all;
    }

    /** The columns worth learning from: at least half as fit as the best, and at least one. */
    static int[] choose(List<SensorSelection> ranked) {
        double least = ranked.getFirst().fitness() / 2;
        return ranked.stream()
                .filter(each -> each.fitness() >= least)
                .mapToInt(SensorSelection::sensor)
                .sorted()
                .toArray();
    }

    private static SensorSelection of(int sensor, List<double[][]> machines) {
        double sum = 0;
        double absolute = 0;
        double way = 0;
        double[] last = new double[machines.size()];
        for (int m = 0; m < machines.size(); m++) {
            double[] smooth = Smoothing.trailing(machines.get(m)[sensor], SMOOTHING);
            double correlation = kendall(smooth);
            sum += correlation;
            absolute += Math.abs(correlation);
            last[m] = smooth[smooth.length - 1];
            way += Math.abs(last[m] - smooth[Math.min(SMOOTHING, smooth.length) - 1]);
        }
        int n = machines.size();
        double mean = Arrays.stream(last).sum() / n;
        double variance = 0;
        for (double each : last) {
            variance += (each - mean) * (each - mean) / n;
        }
        double prognosability = way == 0 ? 0 : StrictMath.exp(-Math.sqrt(variance) / (way / n));
        return new SensorSelection(sensor, absolute / n, Math.abs(sum) / n, prognosability);
    }

    /** Kendall's rank correlation with time, of every third value. */
    private static double kendall(double[] values) {
        long score = 0;
        long pairs = 0;
        for (int i = 0; i < values.length; i += STRIDE) {
            for (int j = i + STRIDE; j < values.length; j += STRIDE) {
                score += (int) Math.signum(values[j] - values[i]);
                pairs++;
            }
        }
        return pairs == 0 ? 0 : (double) score / pairs;
    }
}
