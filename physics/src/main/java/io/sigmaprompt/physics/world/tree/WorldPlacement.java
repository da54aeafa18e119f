package io.sigmaprompt.physics.world.tree;

/** Where all bodies of a world are. */
public final class WorldPlacement {
    private final WorldTree[] trees;
    private final double[] poses;

    public WorldPlacement(WorldTree[] trees, double[] poses) {
        this.trees = trees;
        this.poses = poses;
    }

    public void place(double[] q) {
        for (WorldTree tree : trees) {
            tree.place(q, poses);
        }
    }

    /** 12 a body. */
    public double[] poses() {
        return poses;
    }
}
