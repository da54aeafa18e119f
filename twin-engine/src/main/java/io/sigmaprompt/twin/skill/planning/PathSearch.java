package io.sigmaprompt.twin.skill.planning;

import java.util.List;

/** What a search for a way came to. */
public sealed interface PathSearch {
    /**
     * A way was found.
     *
     * @param waypoints coordinates from the start to a goal, straight legs between them
     * @param checks configurations that were measured
     * @param nodes of both trees
     */
    record Found(List<double[]> waypoints, long checks, int nodes) implements PathSearch {
        public Found {
            waypoints = List.copyOf(waypoints);
        }

        /** Length of all legs in the Euclidean norm of joint space. */
        public double length() {
            double length = 0;
            for (int k = 1; k < waypoints.size(); k++) {
                length += Way.length(waypoints.get(k - 1), waypoints.get(k));
            }
            return length;
        }
    }

    /**
     * None was found.
     *
     * @param reason one sentence: which end is not free and why, or that the budget ran out
     */
    record NotFound(String reason, long checks, int nodes) implements PathSearch {}
}
