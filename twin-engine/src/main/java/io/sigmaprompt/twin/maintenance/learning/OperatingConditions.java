package io.sigmaprompt.twin.maintenance.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sensors made comparable across operating conditions: each reading less its condition's mean, over its condition's
 * standard deviation. The conditions are found where a setting's sorted values leave wide gaps, as a flight's altitude or
 * a tool's weight does, and only by settings that the sensors feel: one that scatters in coarse steps makes one condition.
 */
final class OperatingConditions {
    /** A gap parts two conditions if it is so wide, in parts of the setting's range, and has so many rows beside it. */
    private static final double GAP = 0.05;

    private static final double LEAST_SHARE = 0.01;

    /** A setting parts conditions if its groups explain so much of the variance of some sensor. */
    private static final double EXPLAINED = 0.1;

    private static final double CONSTANT = 1e-9;

    private final double[] range;
    private final List<double[]> centres;
    private final Moments[][] moments;

    private OperatingConditions(double[] range, List<double[]> centres, Moments[][] moments) {
        this.range = range;
        this.centres = centres;
        this.moments = moments;
    }

    static OperatingConditions of(List<MachineHistory> machines) {
        int settings = machines.getFirst().settingCount();
        double[] range = new double[settings];
        double[][] cuts = new double[settings][];
        for (int s = 0; s < settings; s++) {
            int setting = s;
            double[] values = machines.stream()
                    .flatMapToDouble(each -> java.util.stream.IntStream.range(0, each.length())
                            .mapToDouble(r -> each.settings(r)[setting]))
                    .sorted()
                    .toArray();
            range[s] = Math.max(values[values.length - 1] - values[0], CONSTANT);
            cuts[s] = cuts(values, range[s]);
            if (explained(machines, s, cuts[s]) < EXPLAINED) {
                cuts[s] = new double[0];
            }
        }
        return normalised(machines, range, centres(machines, cuts));
    }

    private static double[] cuts(double[] sorted, double range) {
        List<Double> cuts = new ArrayList<>();
        int least = (int) Math.max(2, LEAST_SHARE * sorted.length);
        int begin = 0;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] - sorted[i - 1] > GAP * range && i - begin >= least && sorted.length - i >= least) {
                cuts.add((sorted[i] + sorted[i - 1]) / 2);
                begin = i;
            }
        }
        return cuts.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The greatest share of a sensor's variance that lies between the groups of a setting (eta squared). */
    private static double explained(List<MachineHistory> machines, int setting, double[] cuts) {
        double greatest = 0;
        for (int s = 0; cuts.length > 0 && s < machines.getFirst().sensorCount(); s++) {
            Moments all = new Moments();
            Moments[] groups = new Moments[cuts.length + 1];
            Arrays.setAll(groups, g -> new Moments());
            for (MachineHistory machine : machines) {
                for (int r = 0; r < machine.length(); r++) {
                    double value = machine.sensors(r)[s];
                    all.add(value);
                    groups[-1 - Arrays.binarySearch(cuts, machine.settings(r)[setting])].add(value);
                }
            }
            double within = Arrays.stream(groups).mapToDouble(Moments::squares).sum();
            if (all.deviation() > 0) {
                greatest = Math.max(greatest, 1 - within / all.squares());
            }
        }
        return greatest;
    }

    /** The mean settings of each cell of the grid that the cuts make, in the order in which cells are first seen. */
    private static List<double[]> centres(List<MachineHistory> machines, double[][] cuts) {
        List<int[]> cells = new ArrayList<>();
        List<double[]> sums = new ArrayList<>();
        List<int[]> counts = new ArrayList<>();
        for (MachineHistory machine : machines) {
            for (int r = 0; r < machine.length(); r++) {
                double[] at = machine.settings(r);
                int[] cell = new int[cuts.length];
                for (int s = 0; s < cuts.length; s++) {
                    cell[s] = -1 - Arrays.binarySearch(cuts[s], at[s]);
                }
                int found = 0;
                while (found < cells.size() && !Arrays.equals(cells.get(found), cell)) {
                    found++;
                }
                if (found == cells.size()) {
                    cells.add(cell);
                    sums.add(new double[at.length]);
                    counts.add(new int[1]);
                }
                for (int s = 0; s < at.length; s++) {
                    sums.get(found)[s] += at[s];
                }
                counts.get(found)[0]++;
            }
        }
        for (int c = 0; c < sums.size(); c++) {
            for (int s = 0; s < sums.get(c).length; s++) {
                sums.get(c)[s] /= counts.get(c)[0];
            }
        }
        return sums;
    }

    private static OperatingConditions normalised(
            List<MachineHistory> machines, double[] range, List<double[]> centres) {
        int sensors = machines.getFirst().sensorCount();
        Moments[][] moments = new Moments[centres.size()][sensors];
        for (Moments[] each : moments) {
            Arrays.setAll(each, s -> new Moments());
        }
        OperatingConditions conditions = new OperatingConditions(range, centres, moments);
        for (MachineHistory machine : machines) {
            for (int r = 0; r < machine.length(); r++) {
                Moments[] condition = moments[conditions.index(machine.settings(r))];
                for (int s = 0; s < sensors; s++) {
                    condition[s].add(machine.sensors(r)[s]);
                }
            }
        }
        return conditions;
    }

    int count() {
        return centres.size();
    }

    /** The condition whose mean settings are nearest. */
    int index(double[] settings) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < centres.size(); c++) {
            double distance = 0;
            for (int s = 0; s < settings.length; s++) {
                double d = (settings[s] - centres.get(c)[s]) / range[s];
                distance += d * d;
            }
            if (distance < least) {
                least = distance;
                nearest = c;
            }
        }
        return nearest;
    }

    /** The machine's readings, sensors x rows, in standard deviations of their condition; zero where one is constant. */
    double[][] normalise(MachineHistory machine) {
        double[][] out = new double[machine.sensorCount()][machine.length()];
        for (int r = 0; r < machine.length(); r++) {
            int c = index(machine.settings(r));
            for (int s = 0; s < out.length; s++) {
                Moments of = moments[c][s];
                double deviation = of.deviation();
                out[s][r] = deviation == 0 ? 0 : (machine.sensors(r)[s] - of.mean()) / deviation;
            }
        }
        return out;
    }
}
