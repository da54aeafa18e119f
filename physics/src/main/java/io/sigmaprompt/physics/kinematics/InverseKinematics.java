package io.sigmaprompt.physics.kinematics;

import io.sigmaprompt.physics.dynamics.ArgumentCheck;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.SplitMix64;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds a configuration that brings frames of a robot to their targets: within all limits, mimics following their
 * leaders, from a start and then from others drawn by a seed, by damped descent ({@link LevenbergMarquardt}); what the
 * targets leave free comes near to a posture. The same call gives the same bits; budgets count steps, never time. One
 * thread at a time.
 */
public final class InverseKinematics {
    /** The first restarts look around the start, as far as this, rad and m. */
    private static final double NEAR = 0.3;

    private static final int NEAR_RESTARTS = 2;
    /** Steps to settle the best that was found, in attempts' budgets. */
    private static final int SETTLING = 10;

    private static final int POSTURE_STEPS = 100;
    /** How near to a limit a joint is at it, rad or m. */
    private static final double AT_LIMIT = 1e-9;
    /** Pull towards a limit that says that it holds, as a share of the residual. */
    private static final double PULL = 1e-6;

    private final RobotDynamics dynamics;
    private final RobotModel model;
    private final ArgumentCheck check;
    private final IndependentCoordinates baseHeld;
    private final IndependentCoordinates baseMovable;

    private InverseKinematics(RobotDynamics dynamics) {
        this.dynamics = dynamics;
        model = dynamics.model();
        check = new ArgumentCheck(model);
        baseHeld = new IndependentCoordinates(model, false);
        baseMovable = model.floatingBase() ? new IndependentCoordinates(model, true) : baseHeld;
    }

    /**
     * Inverse kinematics of a robot.
     *
     * @throws BadInputException if a mimic joint follows nothing, or limits leave a joint no range
     */
    public static InverseKinematics of(RobotDynamics dynamics) {
        return new InverseKinematics(dynamics);
    }

    /** Brings one frame to its target. */
    public IkSolution solve(IkTarget target, double[] start, IkOptions options) {
        return solve(List.of(target), start, options);
    }

    /**
     * Brings frames to their targets.
     *
     * @param targets at least one
     * @param start where to look first (nq); brought into the limits
     * @throws BadInputException if there is no target, a frame belongs to no link of this robot, or the start or the
     *     posture is no configuration
     */
    public IkSolution solve(List<IkTarget> targets, double[] start, IkOptions options) {
        requireTargets(targets);
        check.configuration(start);
        double[] posture = options.posture();
        if (posture != null) {
            check.configuration(posture);
        }
        IndependentCoordinates coordinates = options.baseMovable() ? baseMovable : baseHeld;
        TargetStack stack = new TargetStack(dynamics, coordinates, targets);
        LevenbergMarquardt descent = new LevenbergMarquardt(stack, coordinates, model.nq());
        double[] first = start.clone();
        coordinates.admit(first);
        double metres = options.positionTolerance();
        double radians = options.orientationTolerance();
        SplitMix64 random = new SplitMix64(options.seed());
        double[] q = first.clone();
        double[] best = first.clone();
        double least = Double.POSITIVE_INFINITY;
        LevenbergMarquardt.End end = LevenbergMarquardt.End.EXHAUSTED;
        int attempt = 0;
        for (; attempt <= options.restarts() && end != LevenbergMarquardt.End.MET; attempt++) {
            if (attempt > NEAR_RESTARTS) {
                coordinates.draw(first, random, q);
            } else if (attempt > 0) {
                coordinates.drawNear(first, NEAR, random, q);
            }
            end = descent.descend(q, metres, radians, options.iterations(), false);
            double cost = stack.evaluate(q);
            if (cost < least || end == LevenbergMarquardt.End.MET) {
                least = cost;
                System.arraycopy(q, 0, best, 0, q.length);
            }
        }
        if (end != LevenbergMarquardt.End.MET) {
            end = descent.descend(best, metres, radians, SETTLING * options.iterations(), true);
        }
        coordinates.unwind(best, first);
        boolean met = end == LevenbergMarquardt.End.MET;
        if (met && posture != null) {
            new PostureTask(stack, coordinates, descent, model.nq())
                    .pull(best, posture, metres, radians, POSTURE_STEPS);
        }
        descent.findPull(best);
        List<IkSolution.ActiveLimit> limits = met ? List.of() : activeLimits(coordinates, descent, best, stack);
        IkSolution.Outcome outcome = met
                ? IkSolution.Outcome.SOLVED
                : end == LevenbergMarquardt.End.EXHAUSTED
                        ? IkSolution.Outcome.EXHAUSTED
                        : limits.isEmpty() ? IkSolution.Outcome.OUT_OF_REACH : IkSolution.Outcome.LIMITED;
        return new IkSolution(
                outcome, best, residuals(targets, stack), limits, descent.iterations, attempt - 1, options);
    }

    private void requireTargets(List<IkTarget> targets) {
        String place = "robot '" + model.name() + "', inverse kinematics";
        if (targets.isEmpty()) {
            throw new BadInputException(place, "expected at least one target, found none", "Name a frame and a pose.");
        }
        for (IkTarget target : targets) {
            int link = target.frame().link();
            if (link < 0 || link >= model.links().size()) {
                throw new BadInputException(
                        place + ", frame '" + target.frame().name() + "'",
                        "expected a link from 0 to " + (model.links().size() - 1) + ", found " + link,
                        "Make the frame with Frame.of from this robot's model.");
            }
        }
    }

    private static List<IkSolution.ActiveLimit> activeLimits(
            IndependentCoordinates coordinates, LevenbergMarquardt descent, double[] q, TargetStack stack) {
        double square = 0;
        for (double missing : stack.residual) {
            square += missing * missing;
        }
        double least = PULL * Math.sqrt(square);
        List<IkSolution.ActiveLimit> limits = new ArrayList<>();
        for (int d = 0; d < coordinates.drives(); d++) {
            double x = coordinates.position(q, d);
            double pull = descent.pull(d);
            boolean upper = x >= coordinates.upper[d] - AT_LIMIT && pull > least;
            boolean lower = x <= coordinates.lower[d] + AT_LIMIT && pull < -least;
            if (upper || lower) {
                limits.add(new IkSolution.ActiveLimit(coordinates.name(d), upper, x));
            }
        }
        return limits;
    }

    private static List<IkSolution.Residual> residuals(List<IkTarget> targets, TargetStack stack) {
        List<IkSolution.Residual> residuals = new ArrayList<>();
        for (int t = 0; t < targets.size(); t++) {
            residuals.add(
                    new IkSolution.Residual(targets.get(t).frame().name(), stack.position(t), stack.orientation(t)));
        }
        return residuals;
    }
}
