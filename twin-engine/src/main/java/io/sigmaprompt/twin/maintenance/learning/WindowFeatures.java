package io.sigmaprompt.twin.maintenance.learning;

import java.util.ArrayList;
import java.util.List;

/**
 * What is told to the regression of a machine at one of its rows, from that row and those before it: for the health index
 * and each chosen sensor the mean of the last few rows, the mean and slope of a longer window, the way gone since the
 * machine was new; and its age.
 */
final class WindowFeatures {
    private static final int SHORT = 5;
    private static final int MIDDLE = 15;
    private static final int LONG = 40;
    private static final int NEW = 15;

    private final int[] sensors;
    private final HealthIndex index;

    WindowFeatures(int[] sensors, HealthIndex index) {
        this.sensors = sensors;
        this.index = index;
    }

    int count() {
        return 1 + PER_SIGNAL * sensors.length + PER_SIGNAL + OF_INDEX;
    }

    private static final int PER_SIGNAL = 5;
    private static final int OF_INDEX = 4;

    /**
     * Features of some rows, rows x features.
     *
     * @param readings the machine's normalised readings, sensors x rows
     * @param rows which rows, ascending
     */
    double[][] at(MachineHistory machine, double[][] readings, int[] rows) {
        List<double[]> signals = new ArrayList<>();
        double[] health = index.at(readings);
        signals.add(health);
        for (int sensor : sensors) {
            signals.add(readings[sensor]);
        }
        double[][] out = new double[rows.length][count()];
        for (int i = 0; i < rows.length; i++) {
            int end = rows[i] + 1;
            double[] row = out[i];
            int at = 0;
            row[at++] = machine.cycle(rows[i]);
            for (double[] signal : signals) {
                double middle = Smoothing.mean(signal, Math.max(0, end - MIDDLE), end);
                row[at++] = Smoothing.mean(signal, Math.max(0, end - SHORT), end);
                row[at++] = middle;
                row[at++] = Smoothing.slope(signal, Math.max(0, end - LONG), end);
                row[at++] = middle - Smoothing.mean(signal, 0, Math.min(NEW, end));
                row[at++] = Smoothing.mean(signal, Math.max(0, end - LONG), end);
            }
            row[at++] = Smoothing.slope(health, Math.max(0, end - MIDDLE), end);
            row[at++] = Smoothing.slope(health, Math.max(0, end - 2 * LONG), end);
            row[at++] = Smoothing.mean(health, 0, end);
            row[at] = Smoothing.deviation(health, Math.max(0, end - LONG), end);
        }
        return out;
    }
}
