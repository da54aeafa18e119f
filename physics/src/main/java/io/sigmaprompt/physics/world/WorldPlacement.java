package io.sigmaprompt.physics.world;

/** Where all bodies of a world are. */
final class WorldPlacement {
    private final WorldTree[] trees;
    private final double[] poses;

    WorldPlacement(WorldTree[] trees, double[] poses) {
        this.trees = trees;
        this.poses = poses;
    }

    void place(double[] q) {
        for (WorldTree tree : trees) {
            tree.place(q, poses);
        }
    }

    /** 12 a body. */
    double[] poses() {
        return poses;
    }
}
