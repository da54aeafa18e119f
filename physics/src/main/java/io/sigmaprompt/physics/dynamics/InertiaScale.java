package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.spatial.SpatialInertia;
import io.sigmaprompt.physics.spatial.SpatialTransform;

/**
 * How large the inertia that a freedom moves can be: what tells a small inertia from what rounding leaves of none. It
 * depends on the robot alone, not on where it stands (sliding joints are taken as they are at zero).
 */
public final class InertiaScale {
    /** Share of its scale below which an inertia is rounding. */
    private static final double ROUNDING = 1e-15;

    private InertiaScale() {}

    /**
     * What an inertia must be above to be one, for each freedom.
     *
     * @return nv numbers, kg and kg m²
     */
    public static double[] leastPivots(BodyTree tree) {
        double[] least = of(tree);
        for (int i = 0; i < least.length; i++) {
            least[i] *= ROUNDING;
        }
        return least;
    }

    /**
     * A scale for each freedom: of sliding ones the mass they carry; of turning ones the second moment of that mass
     * about the joint with all after it stretched out.
     *
     * @return nv numbers, kg and kg m²
     */
    private static double[] of(BodyTree tree) {
        double[] mass = new double[tree.bodies];
        double[] second = new double[tree.bodies];
        double[] out = new double[tree.model.nv()];
        for (int b = tree.bodies - 1; b > 0; b--) {
            int i = SpatialInertia.SIZE * b;
            int o = SpatialTransform.SIZE * b + 9;
            int p = tree.parent[b];
            mass[b] += Math.abs(tree.inertia[i]);
            second[b] += Math.abs(tree.inertia[i + 4]) + Math.abs(tree.inertia[i + 7]) + Math.abs(tree.inertia[i + 9]);
            double x = tree.placement[o];
            double y = tree.placement[o + 1];
            double z = tree.placement[o + 2];
            double square = x * x + y * y + z * z;
            mass[p] += mass[b];
            second[p] += second[b] + mass[b] * square + 2 * Math.sqrt(mass[b] * square * second[b]);
            int[] axes = tree.axes[b];
            for (int k = 0; k < axes.length; k++) {
                out[tree.v[b] + k] = axes[k] < 3 ? second[b] : mass[b];
            }
        }
        return out;
    }
}
