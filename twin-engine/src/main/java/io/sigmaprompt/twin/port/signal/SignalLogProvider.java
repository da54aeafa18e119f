package io.sigmaprompt.twin.port.signal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Reads recordings of some formats as signals; found by {@link java.util.ServiceLoader}. */
public interface SignalLogProvider {
    /** Whether this provider reads the file. */
    boolean accepts(Path file);

    /**
     * Opens a recording.
     *
     * @param map the column map's file, or nothing where the columns are to be guessed
     * @param labels columns that are labels, whatever the map or a guess says; empty for those of map and guess
     * @throws io.sigmaprompt.physics.model.BadInputException if the file or the map is wrong
     */
    SignalLog open(Path file, Optional<Path> map, Set<String> labels);
}
