package io.sigmaprompt.physics.collision;

import java.util.Arrays;

/** Pairs of colliders that are near each other, in flat arrays that grow where needed. */
public final class ProximityBuffer {
    /** Colliders of each pair, the first's index below the second's. */
    public int[] first = new int[16];

    public int[] second = new int[16];

    /** Metres; below zero where they overlap. */
    public double[] distance = new double[16];

    /** 9 a pair, as {@link CollisionScene#distance} tells them. */
    public double[] witness = new double[9 * 16];

    private int count;

    public int count() {
        return count;
    }

    public void clear() {
        count = 0;
    }

    void add(int a, int b, double apart, double[] points) {
        if (count == first.length) {
            int size = 2 * count;
            first = Arrays.copyOf(first, size);
            second = Arrays.copyOf(second, size);
            distance = Arrays.copyOf(distance, size);
            witness = Arrays.copyOf(witness, 9 * size);
        }
        first[count] = a;
        second[count] = b;
        distance[count] = apart;
        System.arraycopy(points, 0, witness, 9 * count, 9);
        count++;
    }
}
