package io.sigmaprompt.physics.constraint;

/** What solving the constraints of the last step took, and how well they are obeyed. Live: reused from step to step. */
public final class SolverReport {
    /** Islands of constraints. */
    public int islands;

    /** Sweeps over an island's constraints, summed over islands. */
    public int sweeps;

    /** Steps of Newton's method, summed over islands. */
    public int newtonSteps;

    /** Islands whose error stayed above the tolerance. */
    public int unconverged;

    /** The greatest error of an island, relative to the velocity that its constraints would have without impulses. */
    public double error;

    void clear() {
        islands = 0;
        sweeps = 0;
        newtonSteps = 0;
        unconverged = 0;
        error = 0;
    }
}
