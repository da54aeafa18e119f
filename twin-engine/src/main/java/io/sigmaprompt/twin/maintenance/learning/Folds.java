package io.sigmaprompt.twin.maintenance.learning;

import io.sigmaprompt.physics.sensor.NoiseStream;
import java.util.List;
import java.util.stream.IntStream;

/** Parts of equal size that machines are dealt into, as for cross-validation. */
public final class Folds {
    private Folds() {}

    /** The part, 0 to {@code folds - 1}, of each of {@code count} things, shuffled (Fisher, Yates). */
    public static int[] deal(int count, int folds, NoiseStream draws) {
        int[] part = IntStream.range(0, count).map(i -> i % folds).toArray();
        for (int i = count - 1; i > 0; i--) {
            int j = (int) (draws.uniform() * (i + 1));
            int kept = part[i];
            part[i] = part[j];
            part[j] = kept;
        }
        return part;
    }

    /** The things of one part. */
    public static <T> List<T> only(List<T> all, int[] part, int fold) {
        return IntStream.range(0, part.length)
                .filter(i -> part[i] == fold)
                .mapToObj(all::get)
                .toList();
    }

    /** The things of all parts but one. */
    public static <T> List<T> without(List<T> all, int[] part, int fold) {
        return IntStream.range(0, part.length)
                .filter(i -> part[i] != fold)
                .mapToObj(all::get)
                .toList();
    }
}
