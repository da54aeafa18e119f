package io.sigmaprompt.twin.maintenance.learning;

import java.util.Arrays;
import java.util.List;

/** What was recorded of one machine, cycle by cycle: the settings it ran under and what its sensors read. */
public final class MachineHistory {
    private final String name;
    private final int[] cycles;
    private final double[][] settings;
    private final double[][] sensors;

    private MachineHistory(String name, int[] cycles, double[][] settings, double[][] sensors) {
        this.name = name;
        this.cycles = cycles;
        this.settings = settings;
        this.sensors = sensors;
    }

    /** One cycle of a machine. */
    public record Row(int cycle, List<Double> settings, List<Double> sensors) {}

    /**
     * A machine's history.
     *
     * @param rows in the order of their cycles, all of one width
     */
    public static MachineHistory of(String name, List<Row> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(name + " has no cycles");
        }
        return new MachineHistory(
                name,
                rows.stream().mapToInt(Row::cycle).toArray(),
                rows.stream().map(row -> array(row.settings())).toArray(double[][]::new),
                rows.stream().map(row -> array(row.sensors())).toArray(double[][]::new));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The same machine as it was known after its first {@code rows} rows. */
    public MachineHistory until(int rows) {
        return new MachineHistory(
                name, Arrays.copyOf(cycles, rows), Arrays.copyOf(settings, rows), Arrays.copyOf(sensors, rows));
    }

    public String name() {
        return name;
    }

    /** Number of rows. */
    public int length() {
        return cycles.length;
    }

    public int cycle(int row) {
        return cycles[row];
    }

    public int lastCycle() {
        return cycles[cycles.length - 1];
    }

    public int sensorCount() {
        return sensors[0].length;
    }

    public int settingCount() {
        return settings[0].length;
    }

    double[] settings(int row) {
        return settings[row];
    }

    double[] sensors(int row) {
        return sensors[row];
    }
}
