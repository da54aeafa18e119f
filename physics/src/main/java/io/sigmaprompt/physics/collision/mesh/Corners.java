package io.sigmaprompt.physics.collision.mesh;

import java.util.Arrays;

/** Choices among points, 3 numbers each. */
final class Corners {
    /** Up to so many points are looked at all. */
    private static final int FEW = 96;

    private static final double[] DIRECTIONS = directions(128);

    private Corners() {}

    /** Each place once, in the order of its coordinates. */
    static double[] distinct(double[] points) {
        int n = points.length / 3;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> compare(points, a, b));
        double[] kept = new double[points.length];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (i == 0 || compare(points, order[i - 1], order[i]) != 0) {
                System.arraycopy(points, 3 * order[i], kept, 3 * count++, 3);
            }
        }
        return Arrays.copyOf(kept, 3 * count);
    }

    private static int compare(double[] points, int a, int b) {
        for (int k = 0; k < 3; k++) {
            int order = Double.compare(points[3 * a + k] + 0.0, points[3 * b + k] + 0.0);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Of many points those that lie farthest along directions all around: enough to judge their hull's size. */
    static double[] outermost(double[] points) {
        int n = points.length / 3;
        if (n <= FEW) {
            return points;
        }
        double[] kept = new double[DIRECTIONS.length];
        for (int d = 0; d < DIRECTIONS.length; d += 3) {
            int best = 0;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < n; i++) {
                double along = DIRECTIONS[d] * points[3 * i]
                        + DIRECTIONS[d + 1] * points[3 * i + 1]
                        + DIRECTIONS[d + 2] * points[3 * i + 2];
                if (along > most) {
                    most = along;
                    best = i;
                }
            }
            System.arraycopy(points, 3 * best, kept, d, 3);
        }
        return kept;
    }

    /** Values of a coordinate between the least and the greatest: those of the points, or if they are many, even steps. */
    static double[] stops(double[] points, int axis, int most) {
        double[] values = new double[points.length / 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = points[3 * i + axis];
        }
        Arrays.sort(values);
        int count = 0;
        double least = values[0];
        double greatest = values[values.length - 1];
        double apart = 1e-9 * (greatest - least);
        double last = least;
        for (double value : values) {
            if (value - last > apart && greatest - value > apart) {
                values[count++] = value;
                last = value;
            }
        }
        if (count <= most) {
            return Arrays.copyOf(values, count);
        }
        double[] even = new double[most];
        for (int i = 0; i < most; i++) {
            even[i] = least + (greatest - least) * (i + 1) / (most + 1);
        }
        return even;
    }

    /** Directions spread evenly (Swinbank, Purser, Fibonacci grids, 2006). */
    private static double[] directions(int count) {
        double[] out = new double[3 * count];
        double golden = Math.PI * (3 - Math.sqrt(5));
        for (int i = 0; i < count; i++) {
            double z = 1 - (2 * i + 1.0) / count;
            double r = Math.sqrt(1 - z * z);
            out[3 * i] = r * StrictMath.cos(golden * i);
            out[3 * i + 1] = r * StrictMath.sin(golden * i);
            out[3 * i + 2] = z;
        }
        return out;
    }
}
