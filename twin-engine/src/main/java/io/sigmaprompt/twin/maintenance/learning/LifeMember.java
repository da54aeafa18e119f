package io.sigmaprompt.twin.maintenance.learning;

import io.sigmaprompt.physics.sensor.NoiseStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One member of the ensemble: all that it knows, its scales and its choice of sensors too, is from its own machines. */
final class LifeMember {
    private final LearningSettings settings;
    private final OperatingConditions conditions;
    private final List<SensorSelection> ranking;
    private final HealthIndex index;
    private final WindowFeatures features;
    private final GradientBoosting boosting;
    private final TrajectorySimilarity similarity;

    /** What a member tells of a machine at one row, by its two ways. */
    record Told(double regression, double similarity) {}

    LifeMember(List<MachineHistory> machines, LearningSettings settings, long seed) {
        this.settings = settings;
        conditions = OperatingConditions.of(machines);
        List<double[][]> readings = machines.stream().map(conditions::normalise).toList();
        ranking = SensorSelection.rank(readings);
        int[] sensors = SensorSelection.choose(ranking);
        index = HealthIndex.of(readings, sensors);
        features = new WindowFeatures(sensors, index);
        List<double[]> table = new ArrayList<>();
        List<Double> target = new ArrayList<>();
        List<double[]> health = new ArrayList<>();
        for (int m = 0; m < machines.size(); m++) {
            MachineHistory machine = machines.get(m);
            int[] rows = rows(machine);
            table.addAll(Arrays.asList(features.at(machine, readings.get(m), rows)));
            for (int row : rows) {
                target.add(left(machine, row));
            }
            health.add(index.at(readings.get(m)));
        }
        boosting = GradientBoosting.of(
                table.toArray(double[][]::new),
                target.stream().mapToDouble(Double::doubleValue).toArray(),
                settings,
                new NoiseStream(seed));
        similarity = new TrajectorySimilarity(health, settings.cap());
    }

    /** Every so many rows, counted from failure. */
    int[] rows(MachineHistory machine) {
        int stride = settings.stride();
        int count = (machine.length() + stride - 1) / stride;
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = machine.length() - 1 - (count - 1 - i) * stride;
        }
        return rows;
    }

    /** The cycles that a machine which ran to failure had left at a row, at most the cap. */
    double left(MachineHistory machine, int row) {
        return Math.min(settings.cap(), machine.lastCycle() - machine.cycle(row));
    }

    Told[] at(MachineHistory machine, int[] rows) {
        double[][] readings = conditions.normalise(machine);
        double[][] table = features.at(machine, readings, rows);
        double[] health = TrajectorySimilarity.smooth(index.at(readings));
        Told[] told = new Told[rows.length];
        for (int i = 0; i < rows.length; i++) {
            told[i] = new Told(boosting.at(table[i]), similarity.at(health, rows[i]));
        }
        return told;
    }

    /** The health index along a machine's life, smoothed. */
    double[] health(MachineHistory machine) {
        return TrajectorySimilarity.smooth(index.at(conditions.normalise(machine)));
    }

    List<SensorSelection> ranking() {
        return ranking;
    }

    int conditions() {
        return conditions.count();
    }
}
