package io.sigmaprompt.bridge.table;

import io.sigmaprompt.twin.port.signal.SignalLog;
import io.sigmaprompt.twin.port.signal.SignalLogProvider;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code .csv}, {@code .tsv} and {@code .txt} files as signals. */
public final class TableLogProvider implements SignalLogProvider {
    private static final Set<String> ENDINGS = Set.of("csv", "tsv", "txt");

    @Override
    public boolean accepts(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    @Override
    public SignalLog open(Path file, Optional<Path> map, Set<String> labels) {
        return TableLog.open(file, map.map(TableMapFile::read).orElse(TableMap.GUESSED), labels);
    }
}
