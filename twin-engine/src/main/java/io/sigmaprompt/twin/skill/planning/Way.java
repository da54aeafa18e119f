package io.sigmaprompt.twin.skill.planning;

/** Straight ways through joint space. */
final class Way {
    private Way() {}

    static double length(double[] from, double[] to) {
        double sum = 0;
        for (int j = 0; j < from.length; j++) {
            sum += (to[j] - from[j]) * (to[j] - from[j]);
        }
        return Math.sqrt(sum);
    }

    /**
     * A point on the way.
     *
     * @param out Modified. May be one of the ends
     */
    static void point(double[] from, double[] to, double share, double[] out) {
        for (int j = 0; j < from.length; j++) {
            out[j] = from[j] + share * (to[j] - from[j]);
        }
    }
}
