package io.sigmaprompt.scenarios.novelty;

import io.sigmaprompt.twin.record.JointStateRecord;
import java.util.Arrays;

/**
 * Puts what joints do into a point of one number a dimension: positions, velocities and efforts that were known at the
 * first look, in that order. A number that gets lost is taken for what it was before.
 */
final class NoveltyPoint {
    private final int[] places;
    private final double[] last;

    NoveltyPoint(JointStateRecord first) {
        double[] all = all(first);
        int known = 0;
        int[] found = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            if (Double.isFinite(all[i])) {
                found[known++] = i;
            }
        }
        places = Arrays.copyOf(found, known);
        last = new double[known];
    }

    int dimensions() {
        return places.length;
    }

    /** The point of a state; a new array. */
    double[] of(JointStateRecord state) {
        double[] all = all(state);
        for (int i = 0; i < places.length; i++) {
            double value = all[places[i]];
            if (Double.isFinite(value)) {
                last[i] = value;
            }
        }
        return last.clone();
    }

    private static double[] all(JointStateRecord state) {
        int joints = state.position().length;
        double[] all = new double[3 * joints];
        System.arraycopy(state.position(), 0, all, 0, joints);
        System.arraycopy(state.velocity(), 0, all, joints, joints);
        System.arraycopy(state.effort(), 0, all, 2 * joints, joints);
        return all;
    }
}
