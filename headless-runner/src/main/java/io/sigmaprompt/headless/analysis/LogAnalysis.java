package io.sigmaprompt.headless.analysis;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.analysis.watch.NormalBehaviour;
import io.sigmaprompt.twin.port.signal.SignalGroup;
import io.sigmaprompt.twin.port.signal.SignalLog;
import io.sigmaprompt.twin.port.signal.SignalRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Runs all detectors over a recording, row by row, as they would run beside a robot: with no look-ahead. */
public final class LogAnalysis {
    private static final int ROWS_A_STEP = 20_000;

    private final DetectorChoice choice;
    private final @Nullable NormalBehaviour known;
    private final List<Anomaly> found = new ArrayList<>();
    private final IdentityHashMap<SignalGroup, GroupWatch> watches = new IdentityHashMap<>();
    private final List<GroupWatch> order = new ArrayList<>();
    private long rows;
    private long start;
    private long end;

    /** @param known what is normal already; null where nothing is known */
    public LogAnalysis(DetectorChoice choice, @Nullable NormalBehaviour known) {
        this.choice = choice;
        this.known = known;
    }

    /** What has been learnt so far. */
    public NormalBehaviour normal(String model) {
        return NormalBehaviour.of(
                model, order.stream().flatMap(group -> group.signals().stream()).toList());
    }

    /**
     * Looks through a recording from its first row to its last.
     *
     * @param name of the recording, for messages
     * @param seconds told now and then how much of the recording, in its own seconds, is done
     * @param watched takes each row with what was seen in it
     * @throws BadInputException if it holds nothing
     */
    public AnalysisResult run(String name, SignalLog log, DoubleConsumer seconds, Consumer<WatchedRow> watched) {
        for (SignalRow row = log.next(); row != null; row = log.next()) {
            if (rows == 0) {
                start = row.nanos();
                end = start;
            }
            end = Math.max(end, row.nanos());
            watch(row, watched);
            if (++rows % ROWS_A_STEP == 0) {
                seconds.accept((end - start) / 1e9);
            }
        }
        if (rows == 0) {
            throw new BadInputException(
                    name,
                    "no row of it could be read"
                            + (log.warnings().isEmpty()
                                    ? ""
                                    : ": " + log.warnings().getFirst()),
                    "Give a recording with numbers over time; ./sigma analyze --help tells which are read.");
        }
        order.forEach(GroupWatch::close);
        long origin = start;
        List<Anomaly> shifted =
                new ArrayList<>(found.stream().map(each -> since(each, origin)).toList());
        shifted.sort(Comparator.comparingLong(Anomaly::fromNanos).thenComparing(Anomaly::signal));
        List<SignalGroup> groups = order.stream().map(GroupWatch::group).toList();
        return new AnalysisResult(name, start, end - start, rows, log.rejected(), groups, shifted, log.warnings());
    }

    private void watch(SignalRow row, Consumer<WatchedRow> watched) {
        GroupWatch watch = watches.get(row.group());
        if (watch == null) {
            watch = new GroupWatch(row.group(), choice, known, found::add, watched);
            watches.put(row.group(), watch);
            order.add(watch);
        }
        watch.next(row);
    }

    private static Anomaly since(Anomaly each, long origin) {
        return new Anomaly(
                each.kind(),
                each.signal(),
                each.fromNanos() - origin,
                each.toNanos() - origin,
                each.score(),
                each.value(),
                each.threshold(),
                each.unit(),
                each.detector(),
                each.parameters(),
                each.sentence());
    }
}
