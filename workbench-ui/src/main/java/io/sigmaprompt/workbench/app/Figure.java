package io.sigmaprompt.workbench.app;

import io.sigmaprompt.physics.model.RobotModel;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where a robot and its ghost are drawn. Poses are 7 x links: (x, y, z, qx, qy, qz, qw). JavaFX thread. */
interface Figure {
    /** Shows a robot; completes with a warning for each mesh that a placeholder stands for. */
    CompletableFuture<List<String>> open(RobotModel model, double[] links);

    /** Places the robot, without a ghost. */
    void pose(double[] links);

    /**
     * Places the robot and its ghost; divergence is one a link, from 0 where they agree to 1 where they differ, NaN where
     * nobody can tell. The arrays are read before this returns.
     */
    void pose(double[] links, double[] ghost, double[] divergence);
}
