package io.sigmaprompt.physics.kinematics;

import io.sigmaprompt.physics.model.BadInputException;
import org.jspecify.annotations.Nullable;

/** How well inverse kinematics is to be solved, and how long it may try. Immutable. */
public final class IkOptions {
    /**
     * To 1e-9 m and rad, a hundred restarts of up to a hundred steps each, the base held, no posture.
     */
    public static final IkOptions DEFAULT = new IkOptions(1e-9, 1e-9, 100, 100, 1, false, null);

    private final double positionTolerance;
    private final double orientationTolerance;
    private final int iterations;
    private final int restarts;
    private final long seed;
    private final boolean baseMovable;
    private final double @Nullable [] posture;

    private IkOptions(
            double positionTolerance,
            double orientationTolerance,
            int iterations,
            int restarts,
            long seed,
            boolean baseMovable,
            double @Nullable [] posture) {
        this.positionTolerance = positionTolerance;
        this.orientationTolerance = orientationTolerance;
        this.iterations = iterations;
        this.restarts = restarts;
        this.seed = seed;
        this.baseMovable = baseMovable;
        this.posture = posture;
    }

    /**
     * The same, solved when no target's position is missed by more than {@code metres} nor its orientation by more than
     * {@code radians}.
     *
     * @throws BadInputException if one is below 1e-13 or no number
     */
    public IkOptions withTolerances(double metres, double radians) {
        requireTolerance("position tolerance", metres);
        requireTolerance("orientation tolerance", radians);
        return new IkOptions(metres, radians, iterations, restarts, seed, baseMovable, posture);
    }

    private static void requireTolerance(String what, double value) {
        if (!(value >= 1e-13)) {
            throw new BadInputException(
                    "inverse kinematics, " + what,
                    "expected at least 1e-13, found " + value,
                    "Doubles do not reach further; use 1e-9.");
        }
    }

    /**
     * The same with another budget.
     *
     * @param iterations steps of one attempt at most, at least 1
     * @param restarts attempts after the first at most, at least 0
     * @throws BadInputException if one is less
     */
    public IkOptions withBudget(int iterations, int restarts) {
        requireCount("iterations", iterations, 1);
        requireCount("restarts", restarts, 0);
        return new IkOptions(positionTolerance, orientationTolerance, iterations, restarts, seed, baseMovable, posture);
    }

    private static void requireCount(String what, int value, int least) {
        if (value < least) {
            throw new BadInputException(
                    "inverse kinematics, " + what,
                    "expected " + least + " or more, found " + value,
                    "Use " + (least == 0 ? 20 : 100) + ".");
        }
    }

    /** The same with restarts from elsewhere: equal seeds give equal answers. */
    public IkOptions withSeed(long seed) {
        return new IkOptions(positionTolerance, orientationTolerance, iterations, restarts, seed, baseMovable, posture);
    }

    /** The same where a floating base may move too, or stays where the start has it. */
    public IkOptions withBaseMovable(boolean movable) {
        return new IkOptions(positionTolerance, orientationTolerance, iterations, restarts, seed, movable, posture);
    }

    /**
     * The same with what the targets leave free used to come near to a posture, by the least sum of squares over the
     * coordinates (rad and m).
     *
     * @param posture configuration (nq)
     */
    public IkOptions withPosture(double[] posture) {
        return new IkOptions(
                positionTolerance, orientationTolerance, iterations, restarts, seed, baseMovable, posture.clone());
    }

    double positionTolerance() {
        return positionTolerance;
    }

    double orientationTolerance() {
        return orientationTolerance;
    }

    int iterations() {
        return iterations;
    }

    int restarts() {
        return restarts;
    }

    long seed() {
        return seed;
    }

    boolean baseMovable() {
        return baseMovable;
    }

    double @Nullable [] posture() {
        return posture;
    }
}
