package io.sigmaprompt.headless.bench.nab;

/** What a detection, a false alarm and a miss count for a kind of user (Lavin, Ahmad 2015, table I). */
public enum NabProfile {
    STANDARD("standard", 1, 0.11, 1),
    REWARD_LOW_FP("reward_low_FP_rate", 1, 0.22, 1),
    REWARD_LOW_FN("reward_low_FN_rate", 1, 0.11, 2);

    private final String label;
    private final double hit;
    private final double falseAlarm;
    private final double miss;

    NabProfile(String label, double hit, double falseAlarm, double miss) {
        this.label = label;
        this.hit = hit;
        this.falseAlarm = falseAlarm;
        this.miss = miss;
    }

    /** The benchmark's own name. */
    public String label() {
        return label;
    }

    /** What the earliest detection in a window earns. */
    public double hit() {
        return hit;
    }

    /** What a detection far from any window costs. */
    public double falseAlarm() {
        return falseAlarm;
    }

    /** What a window without detection costs. */
    public double miss() {
        return miss;
    }
}
