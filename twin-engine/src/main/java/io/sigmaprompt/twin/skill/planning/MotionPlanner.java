package io.sigmaprompt.twin.skill.planning;

import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.twin.skill.trajectory.JointTrajectory;
import io.sigmaprompt.twin.skill.trajectory.MotionLimits;
import io.sigmaprompt.twin.skill.trajectory.TimeOptimalRetiming;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans motions that touch nothing: a way is searched ({@link RrtConnect}), shortened ({@link PathShortcut}), its corners
 * rounded ({@link CornerRounding}), and gone along as fast as the joints may ({@link TimeOptimalRetiming}). The same
 * question gives the same bits. Not for use by several threads at once.
 */
public final class MotionPlanner {
    /** Measured configurations at most, about, unless said otherwise. */
    public static final long USUAL_BUDGET = 40_000;

    private static final int SHORTCUTS = 60;

    private final MotionClearance clearance;
    private final MotionLimits limits;
    private final long budget;

    /**
     * A planner.
     *
     * @param budget measured configurations for the search at most, about
     */
    public MotionPlanner(MotionClearance clearance, MotionLimits limits, long budget) {
        this.clearance = clearance;
        this.limits = limits;
        this.budget = budget;
    }

    /** A planner that uses a share, in (0, 1], of what the robot's description allows. */
    public static MotionPlanner of(MotionClearance clearance, double share) {
        PlanningSpace space = clearance.space();
        List<JointLimits> joints = new ArrayList<>();
        for (int i = 0; i < space.width(); i++) {
            joints.add(space.limits(i));
        }
        return new MotionPlanner(clearance, MotionLimits.of(joints, share), USUAL_BUDGET);
    }

    /**
     * Plans a motion from rest to rest.
     *
     * @param start coordinates
     * @param goals coordinates of each, best first; at least one
     */
    public MotionPlan plan(double[] start, List<double[]> goals, long seed) {
        long before = clearance.checks();
        return switch (new RrtConnect(clearance, budget).search(start, goals, seed)) {
            case PathSearch.NotFound none -> new MotionPlan.Refused(none.reason(), none.checks());
            case PathSearch.Found found -> {
                List<double[]> waypoints = new PathShortcut(clearance).shorten(found.waypoints(), SHORTCUTS, seed);
                JointTrajectory trajectory = TimeOptimalRetiming.of(
                        clearance.space().names(), new CornerRounding(clearance).round(waypoints), limits);
                yield new MotionPlan.Planned(trajectory, waypoints, clearance.checks() - before);
            }
        };
    }
}
