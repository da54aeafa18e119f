package io.sigmaprompt.physics.model.mesh;

import io.sigmaprompt.physics.model.BadInputException;
import java.util.StringTokenizer;

/** Reads the numbers of mesh files. */
final class MeshNumbers {
    private MeshNumbers() {}

    /** Three finite numbers. */
    static double[] point(StringTokenizer words, String source, int line) {
        double[] point = new double[3];
        for (int i = 0; i < 3; i++) {
            String word = words.hasMoreTokens() ? words.nextToken() : "";
            try {
                point[i] = Double.parseDouble(word);
            } catch (NumberFormatException e) {
                point[i] = Double.NaN;
            }
            if (!Double.isFinite(point[i])) {
                throw new BadInputException(
                        source + ":" + line,
                        "a vertex needs three finite numbers, found '" + word + "'",
                        "Export the mesh again");
            }
        }
        return point;
    }
}
