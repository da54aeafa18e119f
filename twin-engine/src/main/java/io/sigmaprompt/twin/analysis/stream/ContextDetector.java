package io.sigmaprompt.twin.analysis.stream;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.Locale;

/**
 * Finds what is new in a signal of which nothing is known beforehand: a level or a change of level beyond what there ever
 * was, and a value that no earlier period knew at that time of it. Each of the two is a surprise in decades of
 * improbability, estimated from the signal's own extremes ({@link TailSurprise}); both last for some samples, so that
 * they add up where they come together. The longer a signal has been looked at, the more improbable things it will have
 * shown by chance, so that as many decades are taken off. What stays unusual is told once and becomes usual ({@link Habituation}).
 *
 * <p>Samples should be of a steady rate, from some a second to one an hour; windows are counted in samples.
 */
public final class ContextDetector implements SignalDetector {
    private static final long DAY = 86_400_000_000_000L;

    private static final int[] WINDOWS = {1, 5, 25, 100};
    private static final int TAIL = 50;
    private static final int PERIODS = 14;
    private static final int CAPACITY = 4096;
    private static final int SMOOTHING = 3;

    /** Samples after which a surprise counts half. */
    private static final double HALF_LIFE = 5;

    private static final double KEEP = StrictMath.pow(0.5, 1 / HALF_LIFE);

    private static final double SHARE = 0.5;
    private static final double FADING = 500;
    private static final int QUIET = 50;
    private static final double MARGIN = 0.3;

    /** So many samples have their chances of being unusual; of more, each must be the more unusual. */
    private static final double CHANCES = 2000;

    /** The news, in decades, that makes a score of one half. */
    private static final double HALF_SCORE = 2.7;

    /** Values are cut off here, so that no sum of them overflows. */
    private static final double GREATEST = 1e300;

    private final long periodNanos;
    private final LevelNovelty level = new LevelNovelty(WINDOWS, TAIL);
    private final PeriodNovelty period;
    private final Habituation habituation = new Habituation(SHARE, FADING, QUIET, MARGIN);
    private double levelHeld;
    private double periodHeld;
    private long count;

    /** A detector for signals that follow the day. */
    public ContextDetector() {
        this(DAY);
    }

    /**
     * A detector that has seen nothing.
     *
     * @param periodNanos what the signal may repeat itself after, as a day, a shift or a work cycle
     */
    public ContextDetector(long periodNanos) {
        this.periodNanos = periodNanos;
        period = new PeriodNovelty(periodNanos, PERIODS, CAPACITY, SMOOTHING, TAIL);
    }

    @Override
    public double score(long nanos, double sample) {
        if (!Double.isFinite(sample)) {
            return Double.NaN;
        }
        double value = Math.clamp(sample, -GREATEST, GREATEST);
        count++;
        levelHeld = Math.max(level.next(value), KEEP * levelHeld);
        periodHeld = Math.max(period.next(nanos, value), KEEP * periodHeld);
        double chances = StrictMath.log10(Math.max(1, count / CHANCES));
        double news = habituation.next(Math.max(0, levelHeld + periodHeld - chances));
        return count <= TailSurprise.LEARNING ? Double.NaN : news / (news + HALF_SCORE);
    }

    @Override
    public String name() {
        return "context";
    }

    @Override
    public String parameters() {
        return String.format(
                Locale.ROOT,
                "period %s s, %d periods, windows 1 5 25 100, tail %d, quiet %d, score 0.5 at %s decades",
                Double.toString(periodNanos * 1e-9),
                PERIODS,
                TAIL,
                QUIET,
                Double.toString(HALF_SCORE));
    }

    @Override
    public void save(CanonicalOutput out) {
        level.save(out);
        period.save(out);
        habituation.save(out);
        out.putDouble(levelHeld);
        out.putDouble(periodHeld);
        out.putLong(count);
    }

    @Override
    public void restore(CanonicalInput in) {
        level.restore(in);
        period.restore(in);
        habituation.restore(in);
        levelHeld = in.getDouble();
        periodHeld = in.getDouble();
        count = in.getLong();
    }
}
