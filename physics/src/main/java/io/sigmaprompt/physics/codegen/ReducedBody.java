package io.sigmaprompt.physics.codegen;

import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.spatial.SpatialTransform;
import java.util.Arrays;

/** One moving body of a {@link ReducedTree}. */
final class ReducedBody {
    final int index;
    final int parent;
    final JointType type;
    /** First entry of its joint in q. */
    final int q;
    /** First entry of its joint in v. */
    final int v;
    /** The joint's freedoms: 0 to 2 turn about x, y, z of the body, 3 to 5 move along them. */
    final int[] axes;
    /** The link that its joint carries. */
    final int link;
    /** Which angle among the tree's angles turns it about z, or -1. */
    final int angle;
    /** Transform (12) from the joint's frame, which is the body's at q = 0, to the parent's. */
    final double[] placement;

    double mass;
    /** Mass times centre of mass (3). */
    final double[] moment = new double[3];
    /**
     * Second moments of mass about the origin, {@code ∫ r·rᵀ dm} (xx, xy, xz, yy, yz, zz): the inertia is their trace
     * times 1 minus them.
     */
    final double[] spread = new double[6];

    ReducedBody(
            int index, int parent, JointType type, int q, int v, int[] axes, int link, int angle, double[] placement) {
        this.index = index;
        this.parent = parent;
        this.type = type;
        this.q = q;
        this.v = v;
        this.axes = axes;
        this.link = link;
        this.angle = angle;
        this.placement = placement;
    }

    /** Whether it turns about its z and does nothing else. */
    boolean turns() {
        return type == JointType.REVOLUTE || type == JointType.CONTINUOUS;
    }

    /** Whether nothing holds it: it hangs on the world by six freedoms. */
    boolean flies() {
        return type == JointType.FLOATING && parent == 0;
    }

    /** The inertia about the origin (xx, xy, xz, yy, yz, zz). */
    double[] inertia() {
        double[] s = spread;
        return new double[] {s[3] + s[5], -s[1], -s[2], s[0] + s[5], -s[4], s[0] + s[3]};
    }

    /** Takes a body's inertia (10, angular part about the origin). */
    void setInertia(double[] i) {
        mass = i[0];
        System.arraycopy(i, 1, moment, 0, 3);
        double half = 0.5 * (i[4] + i[7] + i[9]);
        spread[0] = half - i[4];
        spread[1] = -i[5];
        spread[2] = -i[6];
        spread[3] = half - i[7];
        spread[4] = -i[8];
        spread[5] = half - i[9];
    }

    /** Adds a mass, with its moment (3) and spread (6), that is given in the frame that {@code x} (12) takes here. */
    void add(double[] x, double m, double[] h, double[] s) {
        double[] full = {s[0], s[1], s[2], s[1], s[3], s[4], s[2], s[4], s[5]};
        double[] p = {x[9], x[10], x[11]};
        double[] turned = new double[3];
        for (int r = 0; r < 3; r++) {
            for (int k = 0; k < 3; k++) {
                turned[r] += x[3 * r + k] * h[k];
            }
        }
        int entry = 0;
        for (int r = 0; r < 3; r++) {
            moment[r] += turned[r] + m * p[r];
            for (int c = r; c < 3; c++) {
                double sum = turned[r] * p[c] + p[r] * turned[c] + m * p[r] * p[c];
                for (int k = 0; k < 3; k++) {
                    for (int l = 0; l < 3; l++) {
                        sum += x[3 * r + k] * full[3 * k + l] * x[3 * c + l];
                    }
                }
                spread[entry++] += sum;
            }
        }
        mass += m;
    }

    /** Moves the origin by d along z, keeping what is described. */
    void slide(double d) {
        double[] here = {mass, moment[0], moment[1], moment[2]};
        double[] was = spread.clone();
        mass = 0;
        Arrays.fill(moment, 0);
        Arrays.fill(spread, 0);
        double[] back = new double[SpatialTransform.SIZE];
        SpatialTransform.identity(back, 0);
        back[11] = -d;
        add(back, here[0], new double[] {here[1], here[2], here[3]}, was);
        for (int r = 0; r < 3; r++) {
            placement[9 + r] += placement[3 * r + 2] * d;
        }
    }
}
