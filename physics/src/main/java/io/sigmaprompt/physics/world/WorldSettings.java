package io.sigmaprompt.physics.world;

import io.sigmaprompt.physics.constraint.SolverSettings;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Vec3;

/**
 * How a world is stepped.
 *
 * @param step seconds, positive
 * @param gravity acceleration of free fall, m/s²
 * @param solver how exactly constraints are solved
 * @param bounceSpeed approach speed below which restitution counts as zero, m/s
 * @param tolerance overlap that is left alone, metres
 * @param recovery part of a greater overlap that is taken back in a step, 0 to 1
 * @param recoverySpeed at which overlap is taken back at most, m/s; it adds no velocity
 * @param sleeping whether free bodies that rest for half a second are left out until something touches them
 */
public record WorldSettings(
        double step,
        Vec3 gravity,
        SolverSettings solver,
        double bounceSpeed,
        double tolerance,
        double recovery,
        double recoverySpeed,
        boolean sleeping) {
    public static final WorldSettings DEFAULT =
            new WorldSettings(0.001, new Vec3(0, 0, -9.81), SolverSettings.DEFAULT, 0.01, 1e-5, 0.2, 1, true);

    public WorldSettings {
        if (!(step > 0) || step == Double.POSITIVE_INFINITY) {
            throw new BadInputException("world, step", "expected seconds above 0, found " + step, "Use 0.001.");
        }
    }

    public WorldSettings withStep(double seconds) {
        return new WorldSettings(seconds, gravity, solver, bounceSpeed, tolerance, recovery, recoverySpeed, sleeping);
    }

    public WorldSettings withGravity(Vec3 acceleration) {
        return new WorldSettings(step, acceleration, solver, bounceSpeed, tolerance, recovery, recoverySpeed, sleeping);
    }

    public WorldSettings withSleeping(boolean on) {
        return new WorldSettings(step, gravity, solver, bounceSpeed, tolerance, recovery, recoverySpeed, on);
    }

    public WorldSettings withSolver(SolverSettings settings) {
        return new WorldSettings(step, gravity, settings, bounceSpeed, tolerance, recovery, recoverySpeed, sleeping);
    }
}
