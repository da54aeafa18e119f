package io.sigmaprompt.twin.maintenance.learning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Intervals from errors that were really made on machines that were not learnt from (split conformal prediction: Vovk,
 * Gammerman, Shafer, Algorithmic Learning in a Random World, 2005), taken from predictions near the new one, because a
 * worn machine is told better than a new one.
 */
final class ConformalBand {
    private static final double NEIGHBOURS = 0.15;
    private static final int LEAST_NEIGHBOURS = 40;

    private final double[] predictions;
    private final double[] errors;
    private final double coverage;

    /**
     * A band.
     *
     * @param predictions what was told of machines not learnt from
     * @param errors what was true, less what was told
     */
    ConformalBand(double[] predictions, double[] errors, double coverage) {
        int[] order = IntStream.range(0, predictions.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> predictions[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.predictions = Arrays.stream(order).mapToDouble(i -> predictions[i]).toArray();
        this.errors = Arrays.stream(order).mapToDouble(i -> errors[i]).toArray();
        this.coverage = coverage;
    }

    /** The least and greatest error, true less told, to be expected beside a prediction. */
    double[] around(double prediction) {
        int n = predictions.length;
        int count = Math.min(n, Math.max(LEAST_NEIGHBOURS, (int) (NEIGHBOURS * n)));
        int found = Arrays.binarySearch(predictions, prediction);
        int at = found < 0 ? -1 - found : found;
        int from = Math.max(0, Math.min(n - count, at - count / 2));
        double[] near = Arrays.copyOfRange(errors, from, from + count);
        Arrays.sort(near);
        double beyond = (1 - coverage) / 2;
        int low = (int) Math.floor(beyond * (count + 1)) - 1;
        int high = (int) Math.ceil((1 - beyond) * (count + 1)) - 1;
        return new double[] {near[Math.max(0, low)], near[Math.min(count - 1, high)]};
    }
}
