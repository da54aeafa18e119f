package io.sigmaprompt.twin.skill.planning;

import io.sigmaprompt.twin.skill.trajectory.BlendedPolyline;
import java.util.List;

/**
 * How far before each corner of a way the round may begin, so that the rounded way keeps clear as the straight one does:
 * as wide as {@link #WIDEST}, halved until chords along the round are free. Between two chord points the parabola strays
 * from its chord by a 64th of what it strays from the corner, which must stay below half the margin by the reach of the
 * joints; so nothing is touched there either.
 */
public final class CornerRounding {
    /** In the Euclidean norm of joint space, rad or m. */
    private static final double WIDEST = 0.4;

    private static final double NARROWEST = 0.01;
    private static final int CHORDS = 8;

    private final MotionClearance clearance;

    public CornerRounding(MotionClearance clearance) {
        this.clearance = clearance;
    }

    /**
     * The rounded way; a corner that leaves no room is a stop.
     *
     * @param waypoints whose straight legs are free
     */
    public BlendedPolyline round(List<double[]> waypoints) {
        double[] reaches = new double[waypoints.size()];
        for (int k = 1; k + 1 < reaches.length; k++) {
            double[] before = waypoints.get(k - 1);
            double[] corner = waypoints.get(k);
            double[] after = waypoints.get(k + 1);
            double widest = 0.5 * Math.min(Way.length(before, corner), Way.length(corner, after));
            double reach = Math.min(WIDEST, widest);
            while (reach > NARROWEST && !free(before, corner, after, reach)) {
                reach *= 0.5;
            }
            reaches[k] = reach > NARROWEST || free(before, corner, after, reach) ? reach : 0;
        }
        return BlendedPolyline.of(waypoints, reaches);
    }

    private boolean free(double[] before, double[] corner, double[] after, double reach) {
        int n = corner.length;
        double[] begin = new double[n];
        double[] end = new double[n];
        double legBefore = Way.length(before, corner);
        double legAfter = Way.length(corner, after);
        if (legBefore == 0 || legAfter == 0) {
            return false;
        }
        Way.point(corner, before, reach / legBefore, begin);
        Way.point(corner, after, reach / legAfter, end);
        double[] from = begin.clone();
        double[] to = new double[n];
        double[] stray = new double[n];
        for (int j = 0; j < n; j++) {
            // Second difference of the parabola over a chord, an eighth of it: the farthest it strays from that chord.
            stray[j] = Math.abs(begin[j] - 2 * corner[j] + end[j]) / (4 * CHORDS * CHORDS);
        }
        if (clearance.way(stray) > 0.5 * clearance.margin()) {
            return false;
        }
        for (int k = 1; k <= CHORDS; k++) {
            double t = (double) k / CHORDS;
            for (int j = 0; j < n; j++) {
                to[j] = (1 - t) * ((1 - t) * begin[j] + 2 * t * corner[j]) + t * t * end[j];
            }
            if (!clearance.free(to) || !clearance.free(from, to)) {
                return false;
            }
            System.arraycopy(to, 0, from, 0, n);
        }
        return true;
    }
}
