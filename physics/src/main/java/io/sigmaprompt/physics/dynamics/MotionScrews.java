package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.SpatialTransform;

/**
 * What each entry of v moves: the screws of all freedoms in the world's frame, and which freedoms move which link. The row
 * of a link's Jacobian for any force is the product of the screws that move the link with that force as a spatial vector
 * about the world's origin (Featherstone, Rigid Body Dynamics Algorithms, 2008, section 2.2). Immutable.
 */
public final class MotionScrews {
    /** The link whose frame a freedom's axis is fixed in, per freedom. */
    private final int[] link;

    private final boolean[] turns;
    /** Axis in that link's frame, 3 a freedom. */
    private final double[] axis;

    private final int[][] movers;

    public MotionScrews(RobotModel model) {
        BodyTree tree = new BodyTree(model);
        int nv = model.nv();
        link = new int[nv];
        turns = new boolean[nv];
        axis = new double[3 * nv];
        int[][] bodyMovers = tree.movers();
        movers = new int[model.links().size()][];
        for (int l = 0; l < movers.length; l++) {
            movers[l] = bodyMovers[tree.linkBody[l]];
        }
        for (int b = 1; b < tree.bodies; b++) {
            int carried = tree.joint[b] + 1;
            int placement = SpatialTransform.SIZE * carried;
            for (int k = 0; k < tree.axes[b].length; k++) {
                int freedom = tree.v[b] + k;
                int direction = tree.axes[b][k] % 3;
                link[freedom] = carried;
                turns[freedom] = tree.axes[b][k] < 3;
                System.arraycopy(tree.linkPlacement, placement + 3 * direction, axis, 3 * freedom, 3);
            }
        }
    }

    /** The freedoms that move a link, ascending; the caller must not write them. */
    public int[] movers(int linkIndex) {
        return movers[linkIndex];
    }

    /**
     * Computes the screws.
     *
     * @param poses where the links are: 12 a link, R (link to world), then the origin
     * @param out Modified. 6 a freedom: angular velocity, then the velocity of the point at the world's origin, world axes
     */
    public void write(double[] poses, double[] out) {
        for (int f = 0; f < link.length; f++) {
            int p = SpatialTransform.SIZE * link[f];
            double ax = axis[3 * f];
            double ay = axis[3 * f + 1];
            double az = axis[3 * f + 2];
            double x = poses[p] * ax + poses[p + 1] * ay + poses[p + 2] * az;
            double y = poses[p + 3] * ax + poses[p + 4] * ay + poses[p + 5] * az;
            double z = poses[p + 6] * ax + poses[p + 7] * ay + poses[p + 8] * az;
            int o = 6 * f;
            if (turns[f]) {
                double ox = poses[p + 9];
                double oy = poses[p + 10];
                double oz = poses[p + 11];
                out[o] = x;
                out[o + 1] = y;
                out[o + 2] = z;
                out[o + 3] = oy * z - oz * y;
                out[o + 4] = oz * x - ox * z;
                out[o + 5] = ox * y - oy * x;
            } else {
                out[o] = 0;
                out[o + 1] = 0;
                out[o + 2] = 0;
                out[o + 3] = x;
                out[o + 4] = y;
                out[o + 5] = z;
            }
        }
    }
}
