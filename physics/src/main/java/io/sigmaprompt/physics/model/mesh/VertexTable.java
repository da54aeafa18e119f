package io.sigmaprompt.physics.model.mesh;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Gives equal corners one index, in the order in which they come. */
final class VertexTable {
    private record Corner(float x, float y, float z) {}

    private final Map<Corner, Integer> index = new HashMap<>();
    private double[] coordinates;
    private int count;

    VertexTable(int expected) {
        coordinates = new double[3 * Math.max(1, expected)];
    }

    int index(float x, float y, float z) {
        // Adding zero makes -0 and 0 one corner.
        Corner corner = new Corner(x + 0f, y + 0f, z + 0f);
        Integer known = index.putIfAbsent(corner, count);
        if (known != null) {
            return known;
        }
        if (3 * count == coordinates.length) {
            coordinates = Arrays.copyOf(coordinates, 2 * coordinates.length);
        }
        coordinates[3 * count] = corner.x;
        coordinates[3 * count + 1] = corner.y;
        coordinates[3 * count + 2] = corner.z;
        return count++;
    }

    double[] coordinates() {
        return Arrays.copyOf(coordinates, 3 * count);
    }
}
