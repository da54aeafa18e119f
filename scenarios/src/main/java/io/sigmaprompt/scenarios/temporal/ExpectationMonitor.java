package io.sigmaprompt.scenarios.temporal;

import io.sigmaprompt.scenarios.temporal.Expectation.Quantifier;
import io.sigmaprompt.scenarios.temporal.TruthTrack.Moment;
import io.sigmaprompt.twin.record.OutputRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges expectations while a session runs. Belongs to the thread that runs the session. */
public final class ExpectationMonitor {
    /** One expectation with what was seen of it. */
    private record Followed(Expectation expectation, Watch watch, TruthTrack track) {}

    private final List<Followed> followed;

    public ExpectationMonitor(List<Expectation> expectations) {
        followed = expectations.stream()
                .map(each -> new Followed(
                        each,
                        Watch.of(each.condition()),
                        new TruthTrack(each.fromNanos(), each.toNanos(), Watch.initially(each.condition()))))
                .toList();
    }

    /** Takes the next thing that the session said. */
    public void accept(OutputRecord output) {
        for (Followed each : followed) {
            each.watch.accept(output, each.track);
        }
    }

    /**
     * The verdicts, once no more records come.
     *
     * @param endNanos session time at the end
     * @param cutShort whether the session ended before its planned end: what it had no time for is neither held nor
     *     failed then
     */
    public List<Outcome> finish(long endNanos, boolean cutShort) {
        return followed.stream().map(each -> judge(each, endNanos, cutShort)).toList();
    }

    private static Outcome judge(Followed each, long endNanos, boolean cutShort) {
        Expectation expectation = each.expectation;
        TruthTrack track = each.track;
        if (expectation.fromNanos() > expectation.toNanos()) {
            return failed(
                    expectation,
                    "the window is empty: it ends at " + Words.seconds(expectation.toNanos()) + ", before it begins at "
                            + Words.seconds(expectation.fromNanos()));
        }
        boolean whole = expectation.toNanos() == Long.MAX_VALUE ? !cutShort : expectation.toNanos() <= endNanos;
        if (endNanos == 0) {
            return open(each, endNanos, cutShort);
        }
        if (expectation.quantifier() == Quantifier.FINAL) {
            return whole
                    ? last(expectation, track, Math.min(expectation.toNanos(), endNanos))
                    : open(each, endNanos, cutShort);
        }
        track.finish(endNanos);
        // What was seen settles it, however early the session ended; that nothing was seen needs the whole window.
        Moment settled = expectation.quantifier() == Quantifier.ALWAYS ? track.firstNotSo() : track.firstSo();
        if (!whole && settled == null) {
            return open(each, endNanos, cutShort);
        }
        return switch (expectation.quantifier()) {
            case EVENTUALLY -> eventually(each);
            case NEVER -> never(each);
            default -> always(each);
        };
    }

    /** An expectation whose window the session did not run to its end, and that nothing settled before. */
    private static Outcome open(Followed each, long endNanos, boolean cutShort) {
        Expectation expectation = each.expectation;
        boolean begun = endNanos > 0 && endNanos >= expectation.fromNanos();
        String ended = "the run ended at " + Words.seconds(endNanos);
        if (cutShort) {
            String window = expectation.toNanos() == Long.MAX_VALUE
                    ? "the end of the scenario"
                    : Words.seconds(expectation.toNanos());
            return new Outcome(
                    expectation,
                    Judgement.NOT_REACHED,
                    Double.NaN,
                    begun
                            ? "not told: the window goes to " + window + ", but " + ended
                            : "not reached: the window begins at " + Words.seconds(expectation.fromNanos()) + ", but "
                                    + ended);
        }
        return failed(expectation, "the window ends at " + Words.seconds(expectation.toNanos()) + ", but " + ended);
    }

    private static Outcome eventually(Followed each) {
        Moment first = each.track.firstSo();
        if (first != null) {
            return new Outcome(each.expectation, Judgement.HELD, seconds(first), "first seen at " + told(first));
        }
        Moment outside = each.track.soOutside();
        String extremes = extremes(each);
        return failed(
                each.expectation,
                "not seen " + window(each.expectation)
                        + (extremes.isEmpty() ? "" : "; " + extremes)
                        + (outside == null ? "" : "; but at " + told(outside)));
    }

    private static Outcome never(Followed each) {
        Moment first = each.track.firstSo();
        if (first != null) {
            return new Outcome(each.expectation, Judgement.FAILED, seconds(first), "seen at " + told(first));
        }
        String extremes = extremes(each);
        return new Outcome(
                each.expectation,
                Judgement.HELD,
                Double.NaN,
                "not seen " + window(each.expectation) + (extremes.isEmpty() ? "" : "; " + extremes));
    }

    private static Outcome always(Followed each) {
        Moment first = each.track.firstNotSo();
        if (first != null) {
            String how = each.expectation.condition() instanceof Condition.Signal signal
                    ? violation(signal, first)
                    : "not so at " + told(first);
            return new Outcome(each.expectation, Judgement.FAILED, seconds(first), how);
        }
        if (!each.track.known()) {
            return failed(each.expectation, "nothing was said about it " + window(each.expectation));
        }
        String extremes = extremes(each);
        return new Outcome(
                each.expectation, Judgement.HELD, Double.NaN, extremes.isEmpty() ? "it was so all the time" : extremes);
    }

    private static Outcome last(Expectation expectation, TruthTrack track, long atNanos) {
        String detail = track.lastDetail().isEmpty() ? "" : ": " + track.lastDetail();
        return switch (track.last()) {
            case SO ->
                new Outcome(expectation, Judgement.HELD, atNanos / 1e9, "so at " + Words.seconds(atNanos) + detail);
            case NOT_SO ->
                new Outcome(
                        expectation, Judgement.FAILED, atNanos / 1e9, "not so at " + Words.seconds(atNanos) + detail);
            case UNKNOWN -> failed(expectation, "nothing was said about it until " + Words.seconds(atNanos));
        };
    }

    private static String violation(Condition.Signal signal, Moment first) {
        String bounds = Double.isInfinite(signal.above())
                ? "exceeded " + Words.value(signal.below(), signal.unit())
                : Double.isInfinite(signal.below())
                        ? "fell to or below " + Words.value(signal.above(), signal.unit())
                        : "left " + Words.value(signal.above(), signal.unit()) + " to "
                                + Words.value(signal.below(), signal.unit());
        return bounds + " at " + told(first);
    }

    private static String extremes(Followed each) {
        return each.expectation.condition() instanceof Condition.Signal signal
                ? each.watch.extremes().inWords(signal)
                : "";
    }

    private static Outcome failed(Expectation expectation, String explanation) {
        return new Outcome(expectation, Judgement.FAILED, Double.NaN, explanation);
    }

    private static String told(Moment moment) {
        return Words.seconds(moment.nanos()) + (moment.detail().isEmpty() ? "" : ": " + moment.detail());
    }

    private static double seconds(@Nullable Moment moment) {
        return moment == null ? Double.NaN : moment.nanos() / 1e9;
    }

    private static String window(Expectation expectation) {
        return "from " + Words.seconds(expectation.fromNanos()) + " to "
                + (expectation.toNanos() == Long.MAX_VALUE ? "the end" : Words.seconds(expectation.toNanos()));
    }
}
