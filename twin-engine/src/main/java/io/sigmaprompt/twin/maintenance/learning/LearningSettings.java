package io.sigmaprompt.twin.maintenance.learning;

/**
 * How remaining life is learnt.
 *
 * @param cap remaining lives above this are all told as this: a machine in good health shows nothing of when it will wear
 * @param folds parts that the machines are dealt into; each part's errors come from a member that never saw it
 * @param coverage the share of true values that an interval is to hold, below 1
 * @param stride every how many rows of a machine are learnt from
 * @param trees trees of each member
 * @param depth levels of splits of a tree
 * @param leastRows rows that a leaf has at least
 * @param rate what part of a tree's answer is taken
 * @param rowShare part of the rows that each tree sees
 * @param featureShare part of the features that each tree may split by
 * @param seed names the draws
 */
public record LearningSettings(
        int cap,
        int folds,
        double coverage,
        int stride,
        int trees,
        int depth,
        int leastRows,
        double rate,
        double rowShare,
        double featureShare,
        long seed) {
    public static final LearningSettings DEFAULT = new LearningSettings(125, 5, 0.8, 3, 200, 4, 20, 0.06, 0.5, 0.3, 1);

    /** The same with another seed. */
    public LearningSettings withSeed(long other) {
        return new LearningSettings(
                cap, folds, coverage, stride, trees, depth, leastRows, rate, rowShare, featureShare, other);
    }

    /** The same with another cap. */
    public LearningSettings withCap(int other) {
        return new LearningSettings(
                other, folds, coverage, stride, trees, depth, leastRows, rate, rowShare, featureShare, seed);
    }
}
