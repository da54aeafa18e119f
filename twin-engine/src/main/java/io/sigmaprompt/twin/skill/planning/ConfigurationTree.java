package io.sigmaprompt.twin.skill.planning;

import java.util.Arrays;

/** A tree of coordinates that grows from its roots, in flat arrays. */
final class ConfigurationTree {
    static final int NONE = -1;

    private final int width;
    private double[] nodes;
    private int[] parents = new int[64];
    private int count;

    ConfigurationTree(int width) {
        this.width = width;
        nodes = new double[64 * width];
    }

    int size() {
        return count;
    }

    /** Adds a node and tells its number. */
    int add(double[] x, int parent) {
        if (count == parents.length) {
            parents = Arrays.copyOf(parents, 2 * count);
            nodes = Arrays.copyOf(nodes, 2 * count * width);
        }
        System.arraycopy(x, 0, nodes, count * width, width);
        parents[count] = parent;
        return count++;
    }

    int parent(int node) {
        return parents[node];
    }

    void read(int node, double[] x) {
        System.arraycopy(nodes, node * width, x, 0, width);
    }

    double[] copy(int node) {
        return Arrays.copyOfRange(nodes, node * width, (node + 1) * width);
    }

    /** The node nearest in the Euclidean norm; the first of several. */
    int nearest(double[] x) {
        int best = NONE;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < count; k++) {
            double sum = 0;
            for (int j = 0; j < width && sum < least; j++) {
                double way = nodes[k * width + j] - x[j];
                sum += way * way;
            }
            if (sum < least) {
                least = sum;
                best = k;
            }
        }
        return best;
    }
}
