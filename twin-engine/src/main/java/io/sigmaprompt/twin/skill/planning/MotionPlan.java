package io.sigmaprompt.twin.skill.planning;

import io.sigmaprompt.twin.skill.trajectory.JointTrajectory;
import java.util.List;

/** What planning a motion came to. */
public sealed interface MotionPlan {
    /** Configurations that were measured. */
    long checks();

    /**
     * A motion that touches nothing.
     *
     * @param waypoints coordinates where its legs meet; the corners are rounded where there is room
     */
    record Planned(JointTrajectory trajectory, List<double[]> waypoints, long checks) implements MotionPlan {
        public Planned {
            waypoints = List.copyOf(waypoints);
        }
    }

    /**
     * There is none, or none was found.
     *
     * @param reason one sentence: which end is not free and why, or that the budget ran out
     */
    record Refused(String reason, long checks) implements MotionPlan {}
}
