package io.sigmaprompt.physics.collision.mesh;

import io.sigmaprompt.physics.collision.ray.RayTarget;
import io.sigmaprompt.physics.collision.ray.TriangleRay;
import io.sigmaprompt.physics.model.mesh.TriangleMesh;
import java.util.Arrays;

/**
 * The triangles of a mesh in a tree of boxes, halved again and again in the middle of their longest side. Answers come
 * in the tree's order, which depends on the mesh alone.
 */
public final class TriangleTree implements RayTarget {
    private static final int LEAF = 4;

    private final TriangleMesh mesh;
    private final int[] order;
    /** 6 a node: lower corner, upper corner. */
    private double[] boxes = new double[6 * 16];
    /** Where a leaf's triangles begin in the order; for others the left child, the right one follows it. */
    private int[] begin = new int[16];
    /** How many triangles a leaf has; 0 for others. */
    private int[] size = new int[16];

    private int nodes;
    private int[] stack = new int[64];
    private double[] bounds = new double[64];
    private int[] found = new int[64];
    private int foundCount;
    private final double[] corners = new double[9];
    private final TriangleRay triangle = new TriangleRay();

    public TriangleTree(TriangleMesh mesh) {
        this.mesh = mesh;
        order = new int[mesh.triangleCount()];
        for (int t = 0; t < order.length; t++) {
            order[t] = t;
        }
        build(allocate(), 0, order.length);
    }

    private void build(int node, int from, int to) {
        double[] middles = {1, 1, 1, -1, -1, -1};
        Arrays.fill(middles, 0, 3, Double.POSITIVE_INFINITY);
        Arrays.fill(middles, 3, 6, Double.NEGATIVE_INFINITY);
        Arrays.fill(boxes, 6 * node, 6 * node + 3, Double.POSITIVE_INFINITY);
        Arrays.fill(boxes, 6 * node + 3, 6 * node + 6, Double.NEGATIVE_INFINITY);
        for (int i = from; i < to; i++) {
            Triangles.corners(mesh, order[i], corners);
            for (int k = 0; k < 9; k++) {
                boxes[6 * node + k % 3] = Math.min(boxes[6 * node + k % 3], corners[k]);
                boxes[6 * node + 3 + k % 3] = Math.max(boxes[6 * node + 3 + k % 3], corners[k]);
            }
            for (int k = 0; k < 3; k++) {
                double middle = middle(order[i], k);
                middles[k] = Math.min(middles[k], middle);
                middles[3 + k] = Math.max(middles[3 + k], middle);
            }
        }
        if (to - from <= LEAF) {
            begin[node] = from;
            size[node] = to - from;
            return;
        }
        int axis = 0;
        for (int k = 1; k < 3; k++) {
            axis = middles[3 + k] - middles[k] > middles[3 + axis] - middles[axis] ? k : axis;
        }
        int half = partition(from, to, axis, 0.5 * (middles[axis] + middles[3 + axis]));
        if (half == from || half == to) {
            half = (from + to) / 2;
        }
        int left = allocate();
        int right = allocate();
        begin[node] = left;
        size[node] = 0;
        build(left, from, half);
        build(right, half, to);
    }

    private int partition(int from, int to, int axis, double at) {
        int below = from;
        for (int i = from; i < to; i++) {
            if (middle(order[i], axis) < at) {
                int swapped = order[below];
                order[below++] = order[i];
                order[i] = swapped;
            }
        }
        return below;
    }

    private double middle(int t, int axis) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            sum += mesh.vertices()[3 * mesh.triangles()[3 * t + k] + axis];
        }
        return sum / 3;
    }

    private int allocate() {
        if (nodes == begin.length) {
            boxes = Arrays.copyOf(boxes, 12 * nodes);
            begin = Arrays.copyOf(begin, 2 * nodes);
            size = Arrays.copyOf(size, 2 * nodes);
        }
        return nodes++;
    }

    /** Writes the box about the mesh. */
    public void bounds(double[] lower, double[] upper) {
        System.arraycopy(boxes, 0, lower, 0, 3);
        System.arraycopy(boxes, 3, upper, 0, 3);
    }

    /**
     * Looks for the triangles whose boxes overlap a box; {@link #found} tells them.
     *
     * @param box lower corner, upper corner
     */
    public int overlapping(double[] box) {
        foundCount = 0;
        int depth = 1;
        stack[0] = 0;
        while (depth > 0) {
            int node = stack[--depth];
            if (!overlaps(6 * node, box)) {
                continue;
            }
            if (size[node] == 0) {
                depth = push(begin[node] + 1, 0, depth);
                depth = push(begin[node], 0, depth);
                continue;
            }
            for (int i = begin[node]; i < begin[node] + size[node]; i++) {
                addIfOverlapping(order[i], box);
            }
        }
        return foundCount;
    }

    public int found(int i) {
        return found[i];
    }

    private void addIfOverlapping(int t, double[] box) {
        for (int k = 0; k < 3; k++) {
            double a = coordinate(t, 0, k);
            double b = coordinate(t, 1, k);
            double c = coordinate(t, 2, k);
            if (Math.min(a, Math.min(b, c)) > box[3 + k] || Math.max(a, Math.max(b, c)) < box[k]) {
                return;
            }
        }
        if (foundCount == found.length) {
            found = Arrays.copyOf(found, 2 * foundCount);
        }
        found[foundCount++] = t;
    }

    private double coordinate(int t, int corner, int k) {
        return mesh.vertices()[3 * mesh.triangles()[3 * t + corner] + k];
    }

    private boolean overlaps(int o, double[] box) {
        return boxes[o] <= box[3]
                && box[0] <= boxes[o + 3]
                && boxes[o + 1] <= box[4]
                && box[1] <= boxes[o + 4]
                && boxes[o + 2] <= box[5]
                && box[2] <= boxes[o + 5];
    }

    /** What is asked about each triangle that may be nearest. */
    public interface Nearness {
        /** The least distance found so far, this triangle's included; metres. */
        double of(int triangle, double least);
    }

    /**
     * Shows the triangles that may be nearest to something, the nearer part of the tree first.
     *
     * @param box about that something
     * @param most distance beyond which nothing matters
     */
    public void nearest(double[] box, double most, Nearness nearness) {
        double least = most;
        int depth = 1;
        stack[0] = 0;
        bounds[0] = apart(0, box);
        while (depth > 0) {
            int node = stack[--depth];
            if (bounds[depth] > Math.max(0, least)) {
                continue;
            }
            if (size[node] == 0) {
                double left = apart(6 * begin[node], box);
                double right = apart(6 * begin[node] + 6, box);
                boolean leftFirst = left <= right;
                depth = push(begin[node] + (leftFirst ? 1 : 0), Math.max(left, right), depth);
                depth = push(begin[node] + (leftFirst ? 0 : 1), Math.min(left, right), depth);
                continue;
            }
            for (int i = begin[node]; i < begin[node] + size[node]; i++) {
                least = nearness.of(order[i], least);
            }
        }
    }

    private double apart(int o, double[] box) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            double d = Math.max(0, Math.max(boxes[o + k] - box[3 + k], box[k] - boxes[o + 3 + k]));
            sum += d * d;
        }
        return Math.sqrt(sum);
    }

    private int push(int node, double bound, int depth) {
        if (depth == stack.length) {
            stack = Arrays.copyOf(stack, 2 * depth);
            bounds = Arrays.copyOf(bounds, 2 * depth);
        }
        stack[depth] = node;
        bounds[depth] = bound;
        return depth + 1;
    }

    /** Triangles are met from either side; of two at the same distance the one of lower index tells the normal. */
    @Override
    public double hit(double[] ray, double most, double[] normal) {
        triangle.aim(ray);
        double best = MISS;
        int which = -1;
        int depth = 1;
        stack[0] = 0;
        while (depth > 0) {
            int node = stack[--depth];
            if (!meets(6 * node, ray, Math.min(most, best))) {
                continue;
            }
            if (size[node] == 0) {
                depth = push(begin[node] + 1, 0, depth);
                depth = push(begin[node], 0, depth);
                continue;
            }
            for (int i = begin[node]; i < begin[node] + size[node]; i++) {
                Triangles.corners(mesh, order[i], corners);
                double t = triangle.hit(corners);
                if (t != MISS && t <= most && (t < best || (t == best && order[i] < which))) {
                    best = t;
                    which = order[i];
                }
            }
        }
        if (which >= 0) {
            Triangles.corners(mesh, which, corners);
            Triangles.normal(corners, normal);
        }
        return best;
    }

    private boolean meets(int o, double[] ray, double most) {
        double in = 0;
        double out = most;
        for (int k = 0; k < 3; k++) {
            double direction = ray[3 + k];
            if (direction == 0) {
                if (ray[k] < boxes[o + k] || ray[k] > boxes[o + 3 + k]) {
                    return false;
                }
                continue;
            }
            double t = (boxes[o + k] - ray[k]) / direction;
            double u = (boxes[o + 3 + k] - ray[k]) / direction;
            in = Math.max(in, Math.min(t, u));
            out = Math.min(out, Math.max(t, u));
        }
        // Flat boxes are met at one distance, of which both ends are rounded.
        return in <= out + 1e-12 * Math.abs(out);
    }
}
