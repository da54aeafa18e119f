package io.sigmaprompt.twin.skill.planning;

import io.sigmaprompt.physics.spatial.SplitMix64;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Searches a way by two trees that grow towards each other (Kuffner and LaValle, RRT-Connect: an efficient approach to
 * single-query path planning, ICRA 2000). The straight way is tried first. The same question gives the same bits: samples
 * come from a seed, and the budget counts measured configurations, never time.
 */
public final class RrtConnect {
    /** Longest step of a tree, in the Euclidean norm of joint space. */
    private static final double STEP = 0.6;

    private final MotionClearance clearance;
    private final PlanningSpace space;
    private final long budget;

    /**
     * A search.
     *
     * @param budget measured configurations at most, about
     */
    public RrtConnect(MotionClearance clearance, long budget) {
        this.clearance = clearance;
        space = clearance.space();
        this.budget = budget;
    }

    /**
     * Searches a way to any of several goals.
     *
     * @param start coordinates
     * @param goals coordinates of each, best first; at least one
     */
    public PathSearch search(double[] start, List<double[]> goals, long seed) {
        long before = clearance.checks();
        String odd = complaint("the start", start);
        if (!odd.isEmpty()) {
            return new PathSearch.NotFound(odd, clearance.checks() - before, 0);
        }
        List<double[]> reachable = new ArrayList<>();
        for (double[] goal : goals) {
            String reason = complaint(goals.size() == 1 ? "the goal" : "every goal", goal);
            if (reason.isEmpty()) {
                reachable.add(goal);
            } else if (odd.isEmpty()) {
                odd = reason;
            }
        }
        if (reachable.isEmpty()) {
            return new PathSearch.NotFound(odd, clearance.checks() - before, 0);
        }
        for (double[] goal : reachable) {
            if (clearance.free(start, goal)) {
                return new PathSearch.Found(List.of(start.clone(), goal.clone()), clearance.checks() - before, 2);
            }
        }
        return grow(start, reachable, seed, before);
    }

    private String complaint(String what, double[] x) {
        int beyond = space.beyond(x);
        if (beyond >= 0) {
            return what + " has joint '" + space.names().get(beyond) + "' at " + x[beyond] + ", beyond its limits of "
                    + space.lower(beyond) + " to " + space.upper(beyond);
        }
        String near = clearance.complaint(x);
        return near.isEmpty() ? "" : "at " + what + " " + near;
    }

    private PathSearch grow(double[] start, List<double[]> goals, long seed, long before) {
        ConfigurationTree fromStart = new ConfigurationTree(space.width());
        ConfigurationTree fromGoals = new ConfigurationTree(space.width());
        fromStart.add(start, ConfigurationTree.NONE);
        goals.forEach(goal -> fromGoals.add(goal, ConfigurationTree.NONE));
        SplitMix64 random = new SplitMix64(seed);
        double[] sample = new double[space.width()];
        ConfigurationTree growing = fromStart;
        ConfigurationTree other = fromGoals;
        while (clearance.checks() - before < budget) {
            space.draw(random, sample);
            int added = extend(growing, sample);
            if (added != ConfigurationTree.NONE) {
                double[] reached = growing.copy(added);
                int met = connect(other, reached);
                if (met != ConfigurationTree.NONE) {
                    List<double[]> way = growing == fromStart
                            ? join(fromStart, added, fromGoals, met)
                            : join(fromStart, met, fromGoals, added);
                    int nodes = fromStart.size() + fromGoals.size();
                    return new PathSearch.Found(way, clearance.checks() - before, nodes);
                }
            }
            ConfigurationTree next = growing == fromStart ? fromGoals : fromStart;
            other = growing;
            growing = next;
        }
        return new PathSearch.NotFound(
                "no way was found among " + (fromStart.size() + fromGoals.size())
                        + " configurations before the budget of " + budget + " checks ran out",
                clearance.checks() - before,
                fromStart.size() + fromGoals.size());
    }

    /** One step of a tree towards a point: the new node, or none. */
    private int extend(ConfigurationTree tree, double[] towards) {
        int nearest = tree.nearest(towards);
        double[] from = tree.copy(nearest);
        double length = Way.length(from, towards);
        double[] to = towards.clone();
        if (length > STEP) {
            Way.point(from, towards, STEP / length, to);
        }
        return length > 0 && clearance.free(to) && clearance.free(from, to)
                ? tree.add(to, nearest)
                : ConfigurationTree.NONE;
    }

    /** Steps of a tree towards a point until it is met or something is in the way: the node that met it, or none. */
    private int connect(ConfigurationTree tree, double[] point) {
        int node = tree.nearest(point);
        double[] from = tree.copy(node);
        double[] to = new double[point.length];
        while (true) {
            double length = Way.length(from, point);
            if (length == 0) {
                return node;
            }
            boolean last = length <= STEP;
            if (last) {
                System.arraycopy(point, 0, to, 0, to.length);
            } else {
                Way.point(from, point, STEP / length, to);
            }
            if (!last && !clearance.free(to) || !clearance.free(from, to)) {
                return ConfigurationTree.NONE;
            }
            node = tree.add(to, node);
            System.arraycopy(to, 0, from, 0, to.length);
        }
    }

    private static List<double[]> join(ConfigurationTree fromStart, int there, ConfigurationTree fromGoals, int met) {
        List<double[]> way = new ArrayList<>();
        for (int k = there; k != ConfigurationTree.NONE; k = fromStart.parent(k)) {
            way.add(fromStart.copy(k));
        }
        Collections.reverse(way);
        // Both trees hold the point where they met.
        for (int k = fromGoals.parent(met); k != ConfigurationTree.NONE; k = fromGoals.parent(k)) {
            way.add(fromGoals.copy(k));
        }
        return way;
    }
}
