package io.sigmaprompt.twin.port;

/**
 * Tells how unlike all others a point is, as an isolation or random cut forest does, and learns it. Runs outside the
 * kernel, on one thread of its own; its answers enter as journaled
 * {@link io.sigmaprompt.twin.input.KernelInput.NoveltyScore}. The same seed and points give the same answers on the same
 * machine.
 */
public interface NoveltyModel extends AutoCloseable {
    /** Its name in lower case, as {@code random-cut-forest}. */
    String name();

    /** Its parameters, as {@code trees 50, sample 256, shingle 4}. */
    String parameters();

    /**
     * Scores a point against those before it, then learns it.
     *
     * @param nanos the point's time, later than the one before
     * @param point one number a dimension, all finite. Not modified, and not kept.
     * @return from 0, usual, to 1, never seen, calibrated: a share p of usual points scores above 1 - p; NaN while
     *     learning
     */
    double score(long nanos, double[] point);

    @Override
    void close();
}
