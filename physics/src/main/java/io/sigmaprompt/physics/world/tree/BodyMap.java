package io.sigmaprompt.physics.world.tree;

import java.util.Arrays;

/** Which tree each body of the world belongs to, and as which of its links. */
public final class BodyMap {
    private final WorldTree[] tree;
    private final int[] block;
    private final int[] link;

    /**
     * The map of all trees.
     *
     * @param bodies how many the world has; those of no tree never move
     */
    public BodyMap(WorldTree[] trees, int bodies) {
        tree = new WorldTree[bodies];
        block = new int[bodies];
        link = new int[bodies];
        Arrays.fill(block, -1);
        for (int t = 0; t < trees.length; t++) {
            for (int l = 0; l < trees[t].bodies.length; l++) {
                int body = trees[t].bodies[l];
                if (body >= 0) {
                    tree[body] = trees[t];
                    block[body] = t;
                    link[body] = l;
                }
            }
        }
    }

    /** Index of a body's tree; -1 for the ground. */
    public int block(int body) {
        return body < 0 ? -1 : block[body];
    }

    public WorldTree tree(int body) {
        return tree[body];
    }

    /** The body's index within its tree. */
    public int link(int body) {
        return link[body];
    }
}
