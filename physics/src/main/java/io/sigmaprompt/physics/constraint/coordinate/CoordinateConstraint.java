package io.sigmaprompt.physics.constraint.coordinate;

import io.sigmaprompt.physics.model.Softness;

/**
 * Something that a robot's scalar coordinates obey: rows {@code r(q)} that are to be zero, or not negative, and their
 * derivatives, so that a row changes at the rate {@code J·v}. Each sees few coordinates alone.
 */
public interface CoordinateConstraint {
    String name();

    /** Whether it holds from the start. */
    boolean active();

    /** Whether its rows are to be zero; otherwise they are not to be negative. */
    boolean bilateral();

    int rows();

    /** Value of a row from which on it does nothing; infinite for bilateral ones. Radians or metres. */
    double margin();

    /** How it yields where it is asked to. */
    Softness softness();

    /** How many entries of v it sees. */
    int supportSize();

    /** One of the entries of v that it sees; they rise with {@code k}. */
    int support(int k);

    /**
     * The rows at a configuration.
     *
     * @param q configuration (nq)
     * @param residual Modified. {@link #rows} values, radians or metres
     * @param jacobian Modified. rows x {@link #supportSize}, row-major: the rows' derivatives by the coordinates seen
     */
    void evaluate(double[] q, double[] residual, double[] jacobian);
}
