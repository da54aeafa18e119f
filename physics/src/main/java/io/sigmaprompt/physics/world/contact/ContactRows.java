package io.sigmaprompt.physics.world.contact;

import io.sigmaprompt.physics.collision.collider.PairSurface;
import io.sigmaprompt.physics.constraint.ConstraintSet;

/** Which constraints each contact of a step has, and what their impulses are as forces and moments in the world. Reused. */
public final class ContactRows {
    /** Constraint of each contact's normal (and, where rigid, friction), and of its other frictions; -1 where none. */
    int[] normal = new int[64];

    /** Sliding friction where the normal has a constraint of its own. */
    int[] sliding = new int[64];

    int[] torsion = new int[64];
    int[] rolling = new int[64];
    /** Per contact: normal (3), first tangent (3), second tangent (3). */
    double[] axes = new double[9 * 64];

    /** Makes room; what was there is gone. */
    void grow(int count) {
        if (normal.length < count) {
            normal = new int[2 * count];
            sliding = new int[2 * count];
            torsion = new int[2 * count];
            rolling = new int[2 * count];
            axes = new double[18 * count];
        }
    }

    /** A contact of these axes, without friction so far. */
    void begin(int i, double[] frame) {
        System.arraycopy(frame, 0, axes, 9 * i, 9);
        sliding[i] = -1;
        torsion[i] = -1;
        rolling[i] = -1;
    }

    /** The constraint of a contact's normal; -1 where nothing moves. */
    public int normal(int contact) {
        return normal[contact];
    }

    /** What a contact's normal gave, N s. */
    public double normalImpulse(ConstraintSet set, int i) {
        return normal[i] < 0 ? 0 : set.lambda[set.row[normal[i]]];
    }

    /**
     * The force of a contact.
     *
     * @param rowsOf impulses per row
     * @param out Modified. 3 numbers at {@code o}, world
     */
    void force(PairSurface surface, ConstraintSet set, int i, double[] rowsOf, double[] out, int o) {
        int c = normal[i];
        int r = set.row[c];
        double n = rowsOf[r];
        double t1 = 0;
        double t2 = 0;
        if (set.rows[c] == 3) {
            t1 = rowsOf[r + 1] * surface.sliding();
            t2 = rowsOf[r + 2] * surface.secondSliding();
        } else if (sliding[i] >= 0) {
            int s = set.row[sliding[i]];
            t1 = rowsOf[s] * surface.sliding();
            t2 = rowsOf[s + 1] * surface.secondSliding();
        }
        int a = 9 * i;
        for (int k = 0; k < 3; k++) {
            out[o + k] = n * axes[a + k] + t1 * axes[a + 3 + k] + t2 * axes[a + 6 + k];
        }
    }

    /**
     * What torsional and rolling friction of a contact gave on the second body.
     *
     * @param out Modified. 3 numbers at {@code o}, world, N m s
     */
    public void moment(PairSurface surface, ConstraintSet set, int i, double[] out, int o) {
        double about = torsion[i] < 0 ? 0 : surface.torsional() * set.lambda[set.row[torsion[i]]];
        int roll = rolling[i] < 0 ? -1 : set.row[rolling[i]];
        double first = roll < 0 ? 0 : surface.rolling() * set.lambda[roll];
        double second = roll < 0 ? 0 : surface.secondRolling() * set.lambda[roll + 1];
        int a = 9 * i;
        for (int k = 0; k < 3; k++) {
            out[o + k] = about * axes[a + k] + first * axes[a + 3 + k] + second * axes[a + 6 + k];
        }
    }

    /** What a row of a constraint gave, of which only a part counts beyond the guess; 0 where there is none. */
    static double spin(ConstraintSet set, int c, int r, double part) {
        if (c < 0) {
            return 0;
        }
        int row = set.row[c] + r;
        return set.guess[row] + part * (set.lambda[row] - set.guess[row]);
    }
}
