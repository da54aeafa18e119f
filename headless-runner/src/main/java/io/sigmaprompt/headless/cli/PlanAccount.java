package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.report.SessionText;
import io.sigmaprompt.twin.skill.planning.MotionClearance;
import io.sigmaprompt.twin.skill.planning.MotionPlan;
import io.sigmaprompt.twin.skill.planning.PlanningSpace;
import io.sigmaprompt.twin.skill.trajectory.JointTrajectory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells what planning a motion came to. */
record PlanAccount(PlanningSpace space, MotionClearance clearance, MotionPlan plan) {
    /** Nothing farther away is told, metres. */
    private static final double FARTHEST = 0.3;

    private static final double STEP = 0.01;

    /** What comes nearest, and when. */
    private record Nearest(double distance, double seconds) {}

    List<String> lines(Console console) {
        if (!(plan instanceof MotionPlan.Planned planned)) {
            MotionPlan.Refused refused = (MotionPlan.Refused) plan;
            return List.of(console.paint(Tone.BAD, "no motion: " + refused.reason()) + " (postures measured: "
                    + refused.checks() + ")");
        }
        JointTrajectory trajectory = planned.trajectory();
        List<String> lines = new ArrayList<>();
        int width = space.names().stream().mapToInt(String::length).max().orElse(0);
        double[] end = planned.waypoints().getLast();
        for (int j = 0; j < space.width(); j++) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-" + width + "s  %9s to %9s   fastest %s",
                    space.names().get(j),
                    SessionText.number(trajectory.position(0, j)),
                    SessionText.number(end[j]),
                    SessionText.number(fastest(trajectory, j))));
        }
        Nearest nearest = nearest(trajectory);
        lines.add(console.paint(Tone.OK, String.format(Locale.ROOT, "planned: %.3f s", trajectory.duration()))
                + " over " + planned.waypoints().size() + " waypoints, "
                + (nearest.distance < FARTHEST
                        ? String.format(
                                Locale.ROOT, "nearest %.0f mm at %.2f s", 1e3 * nearest.distance, nearest.seconds)
                        : "nothing nearer than " + FARTHEST + " m")
                + " (postures measured: " + planned.checks() + ")");
        return lines;
    }

    Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("verdict", plan instanceof MotionPlan.Planned ? "PASSED" : "FAILED");
        object.put("checks", plan.checks());
        switch (plan) {
            case MotionPlan.Refused refused -> object.put("reason", refused.reason());
            case MotionPlan.Planned planned -> {
                Nearest nearest = nearest(planned.trajectory());
                object.put("seconds", planned.trajectory().duration());
                object.put("nearestMetres", nearest.distance < FARTHEST ? nearest.distance : null);
                object.put("joints", space.names());
                object.put(
                        "waypoints",
                        planned.waypoints().stream()
                                .map(point -> Arrays.stream(point).boxed().toList())
                                .toList());
            }
        }
        return object;
    }

    private static double fastest(JointTrajectory trajectory, int joint) {
        double fastest = 0;
        for (int k = 0; k < trajectory.size(); k++) {
            fastest = Math.max(fastest, Math.abs(trajectory.velocity(k, joint)));
        }
        return fastest;
    }

    private Nearest nearest(JointTrajectory trajectory) {
        double[] q = new double[space.width()];
        double[] unused = new double[space.width()];
        Nearest nearest = new Nearest(FARTHEST, 0);
        long steps = (long) Math.ceil(trajectory.duration() / STEP);
        for (long k = 0; k <= steps; k++) {
            double t = Math.min(k * STEP, trajectory.duration());
            trajectory.evaluate(t, q, unused, unused);
            double distance = clearance.leastDistance(q, FARTHEST);
            nearest = distance < nearest.distance ? new Nearest(distance, t) : nearest;
        }
        return nearest;
    }
}
