package io.sigmaprompt.physics.collision.broadphase;

import io.sigmaprompt.physics.collision.solid.Boxes;
import java.util.Arrays;

/**
 * A binary tree of boxes, kept shallow where it counts: a new leaf goes where it adds least surface, found by descending
 * greedily, and on the way back up two grandchildren are swapped where that saves surface (Catto, Dynamic bounding
 * volume hierarchies, Game Developers Conference 2019). What it answers does not depend on its shape, only the order in
 * which it does.
 */
public final class BoxTree {
    private static final int NONE = -1;

    private double[] boxes = new double[Boxes.SIZE * 16];
    private int[] parent = new int[16];
    private int[] left = new int[16];
    private int[] right = new int[16];
    private int[] item = new int[16];
    private final int[] leafOf;
    private int nodes;
    private int free = NONE;
    private int root = NONE;
    private int[] stack = new int[64];
    private double[] entries = new double[64];
    private int[] found = new int[64];
    private int foundCount;
    private long tests;

    /** An empty tree for items numbered below {@code items}. */
    BoxTree(int items) {
        leafOf = new int[items];
        Arrays.fill(leafOf, NONE);
    }

    public boolean holds(int which) {
        return leafOf[which] != NONE;
    }

    /** Whether the item's box contains another. */
    boolean contains(int which, double[] box, int o) {
        return Boxes.contains(boxes, Boxes.SIZE * leafOf[which], box, o);
    }

    /** How many boxes have been looked at since the tree was made. */
    long tests() {
        return tests;
    }

    void insert(int which, double[] box, int o) {
        int leaf = allocate();
        System.arraycopy(box, o, boxes, Boxes.SIZE * leaf, Boxes.SIZE);
        item[leaf] = which;
        left[leaf] = NONE;
        right[leaf] = NONE;
        leafOf[which] = leaf;
        if (root == NONE) {
            root = leaf;
            parent[leaf] = NONE;
            return;
        }
        int sibling = sibling(leaf);
        int above = parent[sibling];
        int joint = allocate();
        item[joint] = NONE;
        parent[joint] = above;
        left[joint] = sibling;
        right[joint] = leaf;
        parent[sibling] = joint;
        parent[leaf] = joint;
        replaceChild(above, sibling, joint);
        refit(joint);
    }

    void remove(int which) {
        int leaf = leafOf[which];
        leafOf[which] = NONE;
        int joint = parent[leaf];
        release(leaf);
        if (joint == NONE) {
            root = NONE;
            return;
        }
        int sibling = left[joint] == leaf ? right[joint] : left[joint];
        int above = parent[joint];
        parent[sibling] = above;
        replaceChild(above, joint, sibling);
        release(joint);
        refit(above);
    }

    /** As {@link #overlapping(double[], int)}, for the box of an item, which finds itself too. */
    public int overlapping(int which) {
        return overlapping(boxes, Boxes.SIZE * leafOf[which]);
    }

    /** Looks for the items whose boxes overlap a box; {@link #found} tells them, in no order to rely on. */
    public int overlapping(double[] box, int o) {
        foundCount = 0;
        int depth = 0;
        if (root != NONE) {
            stack[depth++] = root;
        }
        while (depth > 0) {
            int node = stack[--depth];
            tests++;
            if (!Boxes.overlap(boxes, Boxes.SIZE * node, box, o)) {
                continue;
            }
            if (left[node] == NONE) {
                addFound(item[node]);
                continue;
            }
            reserve(depth + 2);
            stack[depth++] = right[node];
            stack[depth++] = left[node];
        }
        return foundCount;
    }

    public int found(int i) {
        return found[i];
    }

    /** What is asked about each item whose box a ray meets. */
    public interface RayVisitor {
        /** The distance beyond which no item matters any more: the one handed in, or less. */
        double visit(int item, double most);
    }

    /** Shows the items whose boxes a ray meets, the nearer half of each part of the tree first. */
    public void cast(double[] ray, double most, RayVisitor visitor) {
        double bound = most;
        int depth = 0;
        if (root != NONE) {
            entries[0] = Boxes.entry(boxes, Boxes.SIZE * root, ray, bound);
            stack[depth++] = root;
        }
        while (depth > 0) {
            int node = stack[--depth];
            if (!(entries[depth] <= bound)) {
                continue;
            }
            if (left[node] == NONE) {
                bound = visitor.visit(item[node], bound);
                continue;
            }
            double a = Boxes.entry(boxes, Boxes.SIZE * left[node], ray, bound);
            double b = Boxes.entry(boxes, Boxes.SIZE * right[node], ray, bound);
            tests += 2;
            reserve(depth + 2);
            boolean leftFirst = a <= b;
            stack[depth] = leftFirst ? right[node] : left[node];
            entries[depth++] = leftFirst ? b : a;
            stack[depth] = leftFirst ? left[node] : right[node];
            entries[depth++] = leftFirst ? a : b;
        }
    }

    private int sibling(int leaf) {
        int node = root;
        int leafAt = Boxes.SIZE * leaf;
        while (left[node] != NONE) {
            tests++;
            double together = Boxes.unionArea(boxes, Boxes.SIZE * node, boxes, leafAt);
            double inherited = together - Boxes.area(boxes, Boxes.SIZE * node);
            double toLeft = inherited + added(left[node], leafAt);
            double toRight = inherited + added(right[node], leafAt);
            if (together < toLeft && together < toRight) {
                break;
            }
            node = toLeft <= toRight ? left[node] : right[node];
        }
        return node;
    }

    /** Surface that a leaf adds to a node or, for a leaf, makes with it. */
    private double added(int node, int leafAt) {
        double together = Boxes.unionArea(boxes, Boxes.SIZE * node, boxes, leafAt);
        return left[node] == NONE ? together : together - Boxes.area(boxes, Boxes.SIZE * node);
    }

    private void refit(int from) {
        for (int node = from; node != NONE; node = parent[node]) {
            fit(node);
            rotate(node);
        }
    }

    private void fit(int node) {
        Boxes.union(boxes, Boxes.SIZE * left[node], boxes, Boxes.SIZE * right[node], boxes, Boxes.SIZE * node);
    }

    private void rotate(int node) {
        int a = left[node];
        int b = right[node];
        double best = 0;
        int down = NONE;
        int up = NONE;
        for (int side = 0; side < 2; side++) {
            int child = side == 0 ? a : b;
            int other = side == 0 ? b : a;
            if (left[child] == NONE) {
                continue;
            }
            double now = Boxes.area(boxes, Boxes.SIZE * child);
            for (int grand = 0; grand < 2; grand++) {
                int risen = grand == 0 ? left[child] : right[child];
                int stays = grand == 0 ? right[child] : left[child];
                double saved = now - Boxes.unionArea(boxes, Boxes.SIZE * stays, boxes, Boxes.SIZE * other);
                if (saved > best) {
                    best = saved;
                    down = other;
                    up = risen;
                }
            }
        }
        if (down != NONE) {
            swap(node, down, up);
        }
    }

    private void swap(int node, int down, int up) {
        int child = parent[up];
        replaceChild(node, down, up);
        replaceChild(child, up, down);
        parent[up] = node;
        parent[down] = child;
        fit(child);
    }

    private void replaceChild(int node, int old, int now) {
        if (node == NONE) {
            root = now;
        } else if (left[node] == old) {
            left[node] = now;
        } else {
            right[node] = now;
        }
    }

    private int allocate() {
        if (free != NONE) {
            int node = free;
            free = parent[node];
            return node;
        }
        if (nodes == parent.length) {
            int size = 2 * nodes;
            boxes = Arrays.copyOf(boxes, Boxes.SIZE * size);
            parent = Arrays.copyOf(parent, size);
            left = Arrays.copyOf(left, size);
            right = Arrays.copyOf(right, size);
            item = Arrays.copyOf(item, size);
        }
        return nodes++;
    }

    private void release(int node) {
        parent[node] = free;
        free = node;
    }

    private void reserve(int depth) {
        if (depth > stack.length) {
            stack = Arrays.copyOf(stack, 2 * depth);
            entries = Arrays.copyOf(entries, 2 * depth);
        }
    }

    private void addFound(int which) {
        if (foundCount == found.length) {
            found = Arrays.copyOf(found, 2 * foundCount);
        }
        found[foundCount++] = which;
    }
}
