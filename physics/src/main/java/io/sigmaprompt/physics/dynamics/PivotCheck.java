package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.SpatialInertia;
import io.sigmaprompt.physics.spatial.SpatialTransform;

/**
 * Tells a mass matrix that is singular by its pivots. The pivot of a freedom is the inertia that it moves with all
 * freedoms after it free: the same number in the articulated-body algorithm and in {@code Lᵀ·D·L} (Featherstone, Rigid
 * Body Dynamics Algorithms, 2008, sections 6.5 and 7.3). Immutable; allocates nothing where nothing is wrong.
 */
public final class PivotCheck {
    /** What rounding leaves of a pivot that is zero, beside the inertia that it was a part of. */
    private static final double ROUNDING = 1e-15;

    private final BodyTree tree;
    private final double[] least;

    /** For the pivots of one robot. */
    public PivotCheck(RobotModel model) {
        this(new BodyTree(model));
    }

    PivotCheck(BodyTree tree) {
        this.tree = tree;
        least = scales(tree);
        for (int i = 0; i < least.length; i++) {
            least[i] *= ROUNDING;
        }
    }

    /** What a freedom's pivot must exceed, as up to this it is rounding and not inertia; kg m² or kg. */
    public double least(int freedom) {
        return least[freedom];
    }

    /**
     * Demands a pivot that can be divided by.
     *
     * @throws BadInputException if it is none, naming the joint
     */
    public void require(int freedom, double pivot) {
        if (!(pivot > least[freedom] && pivot <= Double.MAX_VALUE)) {
            throw refusal(freedom, pivot);
        }
    }

    /** What to throw for a pivot that is none. */
    public BadInputException refusal(int freedom, double pivot) {
        return new BadInputException(
                "robot '" + tree.model.name() + "', " + tree.owner(freedom),
                "expected a positive definite mass matrix, found an inertia of " + pivot
                        + " where all joints after this one are free",
                "Give the links that the joint carries mass and inertia, or the joint armature, and look for axes that"
                        + " coincide.");
    }

    /**
     * How large the inertia that a freedom moves can be, wherever the robot stands: of a sliding one the mass it carries,
     * of a turning one the second moment of that mass about the joint with all after it stretched out (sliding joints as
     * they are at zero).
     */
    private static double[] scales(BodyTree tree) {
        double[] mass = new double[tree.bodies];
        double[] second = new double[tree.bodies];
        double[] out = new double[tree.model.nv()];
        for (int b = tree.bodies - 1; b > 0; b--) {
            int i = SpatialInertia.SIZE * b;
            int o = SpatialTransform.SIZE * b + 9;
            int p = tree.parent[b];
            mass[b] += tree.inertia[i];
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
