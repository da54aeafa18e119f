package io.sigmaprompt.physics.constraint;

/**
 * How exactly constraints are solved. Budgets count operations, never time.
 *
 * @param tolerance greatest error of a constraint's velocity, relative to the greatest velocity that the constraints of
 *     its island would have without impulses
 * @param sweeps of one constraint after another, at most, while they converge fast
 * @param rounds of the proximal Newton method, at most
 * @param newtonSteps of each round, at most
 */
public record SolverSettings(double tolerance, int sweeps, int rounds, int newtonSteps) {
    public static final SolverSettings DEFAULT = new SolverSettings(5e-8, 200, 100, 15);
}
