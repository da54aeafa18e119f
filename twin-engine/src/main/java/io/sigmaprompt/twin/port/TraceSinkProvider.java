package io.sigmaprompt.twin.port;

import java.nio.file.Path;

/** Opens trace files of one format; found by {@link java.util.ServiceLoader}. */
public interface TraceSinkProvider {
    /** File name ending it writes, as {@code .mcap}. */
    String extension();

    /**
     * Creates the file.
     *
     * @param epochNanos wall-clock time of the session's start, nanoseconds since 1970, added to all times in the file
     */
    TraceSink open(Path file, long epochNanos);
}
