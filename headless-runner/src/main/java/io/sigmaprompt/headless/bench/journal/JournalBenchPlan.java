package io.sigmaprompt.headless.bench.journal;

/**
 * What is measured, and for how long.
 *
 * @param joints of the robot that is mirrored
 * @param rate its joint states a second
 * @param seconds of session time that a round takes
 * @param rounds of each measurement
 * @param writtenBytes of messages in each file whose writing is timed
 * @param openedBytes of the file that is opened by its index
 */
public record JournalBenchPlan(int joints, int rate, double seconds, int rounds, long writtenBytes, long openedBytes) {
    private static final long MEGABYTE = 1_000_000;

    /** Figures that may be quoted. */
    public static JournalBenchPlan full(int joints, int rate, double seconds) {
        return new JournalBenchPlan(joints, rate, seconds, 9, 400 * MEGABYTE, 1000 * MEGABYTE);
    }

    /** The same in some seconds; not to be quoted. */
    public JournalBenchPlan quick() {
        return new JournalBenchPlan(joints, rate, Math.min(seconds, 1), 3, 20 * MEGABYTE, 40 * MEGABYTE);
    }
}
