package io.sigmaprompt.headless.analysis;

import io.sigmaprompt.twin.analysis.watch.NormalBehaviour;
import io.sigmaprompt.twin.analysis.watch.SignalFinding;
import io.sigmaprompt.twin.analysis.watch.SignalNormal;
import io.sigmaprompt.twin.analysis.watch.SignalWatch;
import io.sigmaprompt.twin.analysis.watch.WatchSettings;
import io.sigmaprompt.twin.port.signal.Signal;
import io.sigmaprompt.twin.port.signal.SignalGroup;
import io.sigmaprompt.twin.port.signal.SignalRow;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All that watches one group of signals. The first rows tell how often rows come, and are then watched as all others. */
final class GroupWatch implements AutoCloseable {
    private static final int FIRST_ROWS = 40;
    /** A pause of so many usual intervals is a break behind which the past of a signal's samples means nothing. */
    private static final double BREAK = 10;

    private final SignalGroup group;
    private final DetectorChoice choice;
    private final Consumer<Anomaly> findings;
    private final Consumer<WatchedRow> watched;
    private final @Nullable NormalBehaviour known;
    private final List<SignalRow> first = new ArrayList<>();
    private final List<SignalWatch> signals = new ArrayList<>();
    private final RunningNormal normal;
    private @Nullable TimingWatch timing;
    private @Nullable ForestWatch forest;
    private @Nullable CycleWatch cycle;
    private double periodNanos;
    private boolean settled;
    private long last = Long.MIN_VALUE;

    /** @param known what is normal already; null where nothing is known */
    GroupWatch(
            SignalGroup group,
            DetectorChoice choice,
            @Nullable NormalBehaviour known,
            Consumer<Anomaly> findings,
            Consumer<WatchedRow> watched) {
        this.known = known;
        this.group = group;
        this.choice = choice;
        this.findings = findings;
        this.watched = watched;
        normal = new RunningNormal(group.signals().size());
    }

    void next(SignalRow row) {
        if (settled) {
            watch(row);
            return;
        }
        first.add(row);
        if (first.size() >= FIRST_ROWS) {
            settle();
        }
    }

    private void settle() {
        settled = true;
        double[] intervals = new double[Math.max(0, first.size() - 1)];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = first.get(i + 1).nanos() - first.get(i).nanos();
        }
        Arrays.sort(intervals);
        periodNanos = intervals.length == 0 ? 0 : intervals[intervals.length / 2];
        timing = new TimingWatch(group.name(), periodNanos, choice, findings);
        if (choice.has(Kind.NOVELTY) && group.signals().size() > 1) {
            forest = ForestWatch.of(group.name(), group.signals().size(), periodNanos, findings);
        }
        if (!group.counters().isEmpty()
                && periodNanos > 0
                && (choice.has(Kind.NOVELTY) || choice.has(Kind.PERIODICITY))) {
            String counter = group.counters().getFirst().name();
            cycle = new CycleWatch(counter, periodNanos, finding -> {
                if (choice.has(finding.kind())) {
                    findings.accept(finding);
                }
            });
        }
        WatchSettings settings = settings();
        // What is measured in steps of its resolution and only drifts is flat and steep by turns.
        WatchSettings drifting = settings.only(Kind.SPIKE, Kind.SHIFT);
        for (Signal signal : group.signals()) {
            SignalWatch one = new SignalWatch(
                    new io.sigmaprompt.twin.analysis.watch.Signal(
                            signal.name(), signal.unit(), Resolution.of(signal.unit()), Double.POSITIVE_INFINITY),
                    Resolution.drifts(signal.unit()) ? drifting : settings,
                    this::take);
            SignalNormal usual = known == null ? null : known.signal(signal.name());
            if (usual != null) {
                one.startFrom(usual);
            }
            signals.add(one);
        }
        first.forEach(this::watch);
        first.clear();
    }

    private WatchSettings settings() {
        WatchSettings usual = WatchSettings.DEFAULT;
        return new WatchSettings(
                usual.kinds().stream().filter(choice::has).toList(),
                usual.learning(),
                usual.horizon(),
                usual.alarm(),
                usual.clear(),
                Math.max(usual.holdNanos(), Math.round(3 * periodNanos)),
                usual.adapts());
    }

    private void take(SignalFinding found) {
        if (!found.active()) {
            findings.accept(new Anomaly(
                    found.kind(),
                    found.signal(),
                    found.fromNanos(),
                    found.toNanos(),
                    found.score(),
                    found.value(),
                    found.threshold(),
                    found.unit(),
                    found.evidence().detector(),
                    found.evidence().parameters(),
                    String.format(
                            Locale.ROOT,
                            "%s in %s: %.4g %s, where %.4g is rare",
                            found.kind().words(),
                            found.signal(),
                            found.value(),
                            found.unit(),
                            found.threshold())));
        }
    }

    private void watch(SignalRow row) {
        if (timing != null) {
            timing.next(row.nanos());
        }
        if (last != Long.MIN_VALUE && row.nanos() - last > BREAK * periodNanos) {
            signals.forEach(SignalWatch::interrupt);
        }
        last = row.nanos();
        double most = Double.NaN;
        for (int i = 0; i < signals.size(); i++) {
            SignalWatch one = signals.get(i);
            one.feed(row.nanos(), row.values()[i]);
            double score = Double.isNaN(row.values()[i]) ? Double.NaN : one.score();
            most = Double.isNaN(most) ? score : Double.isNaN(score) ? most : Math.max(most, score);
        }
        if (forest != null) {
            forest.next(row.nanos(), row.values());
        }
        double[] off = new double[row.values().length];
        normal.next(row.values(), off);
        if (cycle != null) {
            cycle.next(row.nanos(), off, row.counters());
        }
        watched.accept(new WatchedRow(
                row,
                off,
                most,
                forest == null ? Double.NaN : forest.score(),
                cycle == null ? Double.NaN : cycle.score(),
                cycle == null ? Double.NaN : cycle.normal().near(),
                cycle == null ? Double.NaN : cycle.normal().usual(),
                cycle != null && cycle.normal().overdue()));
    }

    List<SignalWatch> signals() {
        return signals;
    }

    SignalGroup group() {
        return group;
    }

    @Override
    public void close() {
        if (!settled) {
            settle();
        }
        signals.forEach(SignalWatch::end);
        if (forest != null) {
            forest.close();
        }
        if (cycle != null) {
            cycle.end();
        }
    }
}
