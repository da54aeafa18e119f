package io.sigmaprompt.twin.skill.planning;

import io.sigmaprompt.physics.spatial.SplitMix64;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a way shorter: two points on it, drawn by a seed, are joined directly where that keeps clear (Geraerts and
 * Overmars, Creating high-quality paths for motion planning, IJRR 2007).
 */
public final class PathShortcut {
    /** A shortcut that saves less is not worth its corners, rad or m. */
    private static final double LEAST_GAIN = 1e-6;

    private final MotionClearance clearance;

    public PathShortcut(MotionClearance clearance) {
        this.clearance = clearance;
    }

    /**
     * The way, or a shorter one with the same ends.
     *
     * @param tries how many pairs of points are drawn
     */
    public List<double[]> shorten(List<double[]> waypoints, int tries, long seed) {
        List<double[]> way = new ArrayList<>(waypoints);
        SplitMix64 random = new SplitMix64(seed);
        for (int k = 0; k < tries && way.size() > 2; k++) {
            double length = length(way);
            double a = 0.5 * (random.symmetric() + 1) * length;
            double b = 0.5 * (random.symmetric() + 1) * length;
            cut(way, Math.min(a, b), Math.max(a, b));
        }
        return List.copyOf(way);
    }

    private void cut(List<double[]> way, double from, double to) {
        int first = leg(way, from);
        int last = leg(way, to);
        if (first == last) {
            return;
        }
        double[] a = at(way, first, from);
        double[] b = at(way, last, to);
        if (to - from - Way.length(a, b) > LEAST_GAIN
                && clearance.free(a)
                && clearance.free(b)
                && clearance.free(a, b)) {
            way.subList(first + 1, last + 1).clear();
            way.add(first + 1, a);
            way.add(first + 2, b);
        }
    }

    private static double length(List<double[]> way) {
        double length = 0;
        for (int k = 1; k < way.size(); k++) {
            length += Way.length(way.get(k - 1), way.get(k));
        }
        return length;
    }

    /** The leg on which a length along the way lies. */
    private static int leg(List<double[]> way, double s) {
        double done = 0;
        int leg = 0;
        for (int k = 1; k < way.size(); k++) {
            leg = k - 1;
            done += Way.length(way.get(k - 1), way.get(k));
            if (done >= s) {
                break;
            }
        }
        return leg;
    }

    private static double[] at(List<double[]> way, int leg, double s) {
        double before = 0;
        for (int k = 1; k <= leg; k++) {
            before += Way.length(way.get(k - 1), way.get(k));
        }
        double[] from = way.get(leg);
        double[] to = way.get(leg + 1);
        double length = Way.length(from, to);
        double[] point = new double[from.length];
        Way.point(from, to, length == 0 ? 0 : Math.min(1, (s - before) / length), point);
        return point;
    }
}
