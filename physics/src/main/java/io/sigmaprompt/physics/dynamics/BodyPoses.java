package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.spatial.SpatialTransform;

/** Where the bodies are in the world. */
final class BodyPoses {
    private final BodyTree tree;
    /** What the joints do at the configuration of the last {@link #update}. */
    final JointKinematics joints;
    /** Transform from each body to the world, 12 a body; written by {@link #update}. */
    final double[] world;

    BodyPoses(BodyTree tree) {
        this.tree = tree;
        joints = new JointKinematics(tree);
        world = new double[SpatialTransform.SIZE * tree.bodies];
        SpatialTransform.identity(world, 0);
    }

    /** Places all bodies at the configuration q (nq). */
    void update(double[] q) {
        for (int b = 1; b < tree.bodies; b++) {
            place(b, q);
        }
    }

    /** Places one body, whose parent stands already. */
    void place(int b, double[] q) {
        int o = SpatialTransform.SIZE * b;
        joints.place(b, q);
        SpatialTransform.compose(world, SpatialTransform.SIZE * tree.parent[b], joints.x, o, world, o);
    }
}
