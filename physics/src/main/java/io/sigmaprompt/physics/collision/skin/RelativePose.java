package io.sigmaprompt.physics.collision.skin;

/** One frame as seen from another. */
final class RelativePose {
    private RelativePose() {}

    /**
     * Writes the pose of an inner frame in an outer one.
     *
     * @param outer to the world, 12 numbers at {@code s}
     * @param inner to the world, 12 numbers at {@code o}
     * @param out Modified. 12 numbers: from the inner frame to the outer
     */
    static void of(double[] outer, int s, double[] inner, int o, double[] out) {
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                out[3 * row + column] = outer[s + row] * inner[o + column]
                        + outer[s + 3 + row] * inner[o + 3 + column]
                        + outer[s + 6 + row] * inner[o + 6 + column];
            }
            out[9 + row] = outer[s + row] * (inner[o + 9] - outer[s + 9])
                    + outer[s + 3 + row] * (inner[o + 10] - outer[s + 10])
                    + outer[s + 6 + row] * (inner[o + 11] - outer[s + 11]);
        }
    }
}
