package io.sigmaprompt.headless.analysis;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.port.HardwareInterface;
import io.sigmaprompt.twin.port.HardwareInterfaces;
import io.sigmaprompt.twin.port.signal.SignalLog;
import io.sigmaprompt.twin.port.signal.SignalLogProvider;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** Opens whatever recording as signals. */
public final class RecordedSignals {
    private RecordedSignals() {}

    /** Whether the file is a table, for which there are column maps and labels. */
    public static boolean isTable(Path file) {
        return provider(file).isPresent();
    }

    /**
     * Opens a recording.
     *
     * @param map column map, for tables
     * @param labels columns that are labels, for tables
     * @param options of the reader of a recording that is no table, as its topic
     * @throws BadInputException if nothing reads it, or it cannot be read
     */
    public static SignalLog open(Path file, Optional<Path> map, Set<String> labels, Map<String, String> options) {
        Optional<SignalLogProvider> tables = provider(file);
        if (tables.isPresent()) {
            return tables.get().open(file, map, labels);
        }
        if (map.isPresent() || !labels.isEmpty()) {
            throw new BadInputException(
                    map.isPresent() ? "--map" : "--labels",
                    "only a table has columns, and " + file + " is none",
                    "Leave the option out: the recording's own names tell what is what.");
        }
        HardwareInterface recording = HardwareInterfaces.create(file.toString(), options);
        if (!recording.describe().recorded()) {
            recording.close();
            throw new BadInputException(
                    file.toString(),
                    "this is no recording",
                    "Name a .csv, .db3, .mcap or .ulg file, or a run directory.");
        }
        return new TelemetrySignals(recording);
    }

    private static Optional<SignalLogProvider> provider(Path file) {
        for (SignalLogProvider provider : ServiceLoader.load(SignalLogProvider.class)) {
            if (provider.accepts(file)) {
                return Optional.of(provider);
            }
        }
        return Optional.empty();
    }
}
