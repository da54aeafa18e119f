package io.sigmaprompt.bridge.table;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.port.inspection.RecordingInspector;
import io.sigmaprompt.twin.port.inspection.RecordingSummary;
import io.sigmaprompt.twin.port.inspection.TopicTally;
import io.sigmaprompt.twin.port.signal.Signal;
import io.sigmaprompt.twin.port.signal.SignalLog;
import io.sigmaprompt.twin.port.signal.SignalRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/** Looks through tables: each column that holds numbers is a topic, and a cell that says something a message. */
public final class TableInspector implements RecordingInspector {
    private static final long STRIDE = 100_000;

    @Override
    public boolean accepts(Path file) {
        return new TableLogProvider().accepts(file);
    }

    @Override
    public RecordingSummary inspect(Path file, LongConsumer progress) {
        Map<String, TopicTally> tallies = new LinkedHashMap<>();
        List<String> damage;
        long rows = 0;
        try (SignalLog log = TableLog.open(file, TableMap.GUESSED, Set.of())) {
            for (SignalRow row = log.next(); row != null; row = log.next()) {
                take(row.group().signals(), row.values(), "number", row.nanos(), tallies);
                take(row.group().counters(), row.counters(), "counter", row.nanos(), tallies);
                take(row.group().labels(), row.labels(), "label", row.nanos(), tallies);
                if (++rows % STRIDE == 0) {
                    progress.accept(rows);
                }
            }
            damage = new ArrayList<>(log.warnings());
        }
        try {
            return RecordingSummary.of("table", Files.size(file), tallies.values(), List.of(rows + " rows"), damage);
        } catch (IOException e) {
            throw new BadInputException(
                    file.toString(), "the file cannot be read (" + e.getMessage() + ")", "Check its permissions.");
        }
    }

    private static void take(
            List<Signal> signals, double[] values, String kind, long nanos, Map<String, TopicTally> tallies) {
        for (int i = 0; i < values.length; i++) {
            Signal signal = signals.get(i);
            TopicTally tally = tallies.computeIfAbsent(
                    signal.name(),
                    name -> new TopicTally(name, signal.unit().isEmpty() ? kind : kind + ", " + signal.unit()));
            if (!Double.isNaN(values[i])) {
                tally.take(nanos);
            }
        }
    }
}
