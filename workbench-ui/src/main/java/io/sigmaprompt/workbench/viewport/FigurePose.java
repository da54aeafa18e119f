package io.sigmaprompt.workbench.viewport;

import org.jspecify.annotations.Nullable;

/**
 * How a robot and its ghost stand at one moment. Never changed after it was made.
 *
 * @param links 7 x links: each link's pose in the world, (x, y, z, qx, qy, qz, qw)
 * @param ghost the same of the prediction, null where there is none
 * @param divergence one a link, from 0 where robot and prediction agree to 1 where they differ, NaN where nobody can
 *     tell; null where there is no ghost
 */
record FigurePose(double[] links, double @Nullable [] ghost, double @Nullable [] divergence) {}
