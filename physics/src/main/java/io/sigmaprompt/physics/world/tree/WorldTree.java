package io.sigmaprompt.physics.world.tree;

/**
 * A part of the world with a mass matrix of its own: it says what constraints see of it in coordinates in which that matrix
 * is the identity, {@code w = √D·L·v} of {@code M + diagonal = Lᵀ·D·L}. One thread at a time; allocates nothing in a step.
 */
public abstract class WorldTree {
    /** Where its q and v begin in the world's. */
    public final int qOffset;

    public final int vOffset;
    /** Its freedoms. */
    public final int nv;

    /** The world's index of each of its links; -1 for the ground. */
    public final int[] bodies;

    WorldTree(int qOffset, int vOffset, int nv, int[] bodies) {
        this.qOffset = qOffset;
        this.vOffset = vOffset;
        this.nv = nv;
        this.bodies = bodies;
    }

    /**
     * Computes where its links are.
     *
     * @param q the world's configuration
     * @param poses Modified. 12 a body of the world
     */
    public abstract void place(double[] q, double[] poses);

    /**
     * Computes how its links move.
     *
     * @param velocities Modified. 6 a body of the world: at the link's origin, world axes, angular first
     */
    public abstract void move(double[] q, double[] v, double[] poses, double[] velocities);

    /**
     * Factors the mass matrix at a state whose links are placed, and says where the step would lead without constraints.
     *
     * @param tau the world's generalised forces
     * @param diagonal what the mass matrix's diagonal gains
     * @param free Modified. the world's w
     */
    public abstract void prepare(double[] q, double[] v, double[] tau, double[] diagonal, double dt, double[] free);

    /** The freedoms that move with one and before it, ascending, itself the last; not to be written. */
    public abstract int[] chain(int freedom);

    /** The freedoms that move a link (its index in the tree), ascending, from 0; not to be written. */
    public abstract int[] movers(int link);

    /**
     * What a force on a link does along the freedoms that move it, where the links were last placed.
     *
     * @param sign 1 or -1
     * @param wrench at {@code wo}: moment about the world's origin, force; world axes
     * @param out Modified. a number for each of {@link #movers}, at {@code o}
     */
    public abstract void project(int link, double sign, double[] wrench, int wo, double[] out, int o);

    /** Adds forces along some of its freedoms to the world's generalised forces. */
    public void addForce(int[] freedoms, double[] along, double[] tau) {
        for (int k = 0; k < freedoms.length; k++) {
            tau[vOffset + freedoms[k]] += along[k];
        }
    }

    /** Turns generalised forces along some freedoms (closed towards the root) into rows of Y, in place. */
    public abstract void whiten(int[] freedoms, int count, double[] row, int o);

    /**
     * The generalised velocity that belongs to w.
     *
     * @param w the world's
     * @param out Modified. the world's generalised velocity, in the axes at the start of the step
     */
    public abstract void velocity(double[] w, double[] out);

    /** The w that belongs to a generalised velocity. */
    public abstract void whitenVelocity(double[] v, double[] w);

    /**
     * Moves on.
     *
     * @param q Modified. the world's configuration
     * @param v Modified. the world's velocity: at the start, then at the end
     * @param next velocity at the end, in the axes at the start
     * @param share of the old velocity in the way that is gone, 0 to 1
     * @param touched whether it landed on something, or is held by more than lasting contacts
     */
    public abstract void advance(double[] q, double[] v, double[] next, double share, boolean touched, double dt);

    /**
     * Moves on where nothing holds it and no force depends on where it is, more exactly than {@link #advance}.
     *
     * @param q Modified. the world's configuration
     * @param v Modified. the world's velocity
     * @param tau the world's generalised forces
     * @param diagonal what the mass matrix's diagonal gains
     * @param fall by how much the acceleration of free fall differs from that which the tree was made with, m/s²; the forces
     *     have it in them
     * @return whether it did; a tree that knows no better way does not
     */
    public boolean moveFreely(double[] q, double[] v, double[] tau, double[] diagonal, double[] fall, double dt) {
        return false;
    }

    /**
     * Moves without velocity: what stands in {@code shift} is a way, along the freedoms. A body that flies keeps its
     * velocity in the world, and so its momentum, though the shift turns the axes in which it is told.
     *
     * @param q Modified. the world's configuration
     * @param v Modified. the world's velocity
     */
    public abstract void shift(double[] q, double[] v, double[] shift);

    /** Kinetic and potential energy, joules. */
    public abstract double kineticEnergy(double[] q, double[] v);

    public abstract double potentialEnergy(double[] q);
}
