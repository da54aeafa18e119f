package io.sigmaprompt.physics.actuator.transmission;

import io.sigmaprompt.physics.actuator.StraightLaw;

/**
 * How a scalar force reaches the joints: a length over the configuration, and the moment arms {@code d length / dv}
 * (MuJoCo documentation, Computation, Actuation model, transmission).
 */
public abstract class Transmission {
    /** The velocities it acts on. */
    public final int[] dofs;
    /** Moment arm of each of {@link #dofs}, from the last {@link #update} on. */
    public final double[] moment;
    /** Of the last {@link #update}. */
    public double length;

    Transmission(int[] dofs) {
        this.dofs = dofs;
        moment = new double[dofs.length];
    }

    /** Works out length and moment arms at the configuration q (nq). */
    public abstract void update(double[] q);

    /** How fast the length grows at the velocity v (nv). */
    public final double rate(double[] v) {
        double rate = 0;
        for (int k = 0; k < dofs.length; k++) {
            rate += moment[k] * v[dofs[k]];
        }
        return rate;
    }

    /**
     * Adds a force to joints. The matrix {@code slope·moment·momentᵀ} that an implicit step needs is put on the diagonal
     * as row sums of its absolute values: exact for one joint, and never less than the matrix for several, which is
     * what stability needs (a diagonally dominant difference is positive semidefinite: Golub, Van Loan, 4.1.2).
     *
     * @param tau Modified. generalised force (nv)
     * @param diagonal Modified. gains {@code dt·slope·|moment|·Σ|moment|} (nv)
     */
    public final void push(StraightLaw law, double dt, double[] tau, double[] diagonal) {
        double sum = 0;
        for (double arm : moment) {
            sum += Math.abs(arm);
        }
        double factor = dt * law.slope * sum;
        for (int k = 0; k < dofs.length; k++) {
            tau[dofs[k]] += moment[k] * law.force;
            diagonal[dofs[k]] += factor * Math.abs(moment[k]);
        }
    }
}
