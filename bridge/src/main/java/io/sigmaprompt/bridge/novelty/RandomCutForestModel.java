package io.sigmaprompt.bridge.novelty;

import com.amazon.randomcutforest.RandomCutForest;
import io.sigmaprompt.twin.analysis.stream.TailProbability;
import io.sigmaprompt.twin.port.NoveltyModel;

/**
 * A random cut forest (Guha, Mishra, Roy, Schrijvers, Robust random cut forest based anomaly detection on streams, ICML
 * 2016): how much shallower a point would sit in random trees of the points before it. The forest sees a point together
 * with those just before it, and its score is held against its own past, so that a share p of usual points scores above
 * 1 - p. Seeded, on the caller's thread alone.
 */
final class RandomCutForestModel implements NoveltyModel {
    static final String NAME = "random-cut-forest";
    static final int TREES = 50;
    static final int SAMPLE = 256;
    static final int SHINGLE = 2;

    /** Scores that must be known before one is judged; the forest itself needs as many points to fill its trees. */
    private static final int LEARNING = 100;

    private static final double HORIZON = 10_000;

    private final RandomCutForest forest;
    private final RunningScale scale;
    private final TailProbability past = new TailProbability(HORIZON);
    private final double[] scaled;
    private final float[] shingle;
    private int seen;

    RandomCutForestModel(int dimensions, long seed) {
        scale = new RunningScale(dimensions, HORIZON);
        scaled = new double[dimensions];
        shingle = new float[dimensions * SHINGLE];
        forest = RandomCutForest.builder()
                .dimensions(shingle.length)
                .numberOfTrees(TREES)
                .sampleSize(SAMPLE)
                .randomSeed(seed)
                .parallelExecutionEnabled(false)
                .build();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String parameters() {
        return "trees " + TREES + ", sample " + SAMPLE + ", shingle " + SHINGLE;
    }

    @Override
    public double score(long nanos, double[] point) {
        scale.scale(point, scaled);
        System.arraycopy(shingle, scaled.length, shingle, 0, shingle.length - scaled.length);
        for (int i = 0; i < scaled.length; i++) {
            shingle[shingle.length - scaled.length + i] = (float) scaled[i];
        }
        if (++seen < SHINGLE) {
            return Double.NaN;
        }
        // The forest says 0 until it has seen enough.
        double raw = forest.getAnomalyScore(shingle);
        forest.update(shingle);
        if (raw <= 0) {
            return Double.NaN;
        }
        double probability = past.total() < LEARNING ? Double.NaN : past.of(raw);
        past.add(raw);
        return 1 - probability;
    }

    @Override
    public void close() {
        // It holds nothing but memory.
    }
}
