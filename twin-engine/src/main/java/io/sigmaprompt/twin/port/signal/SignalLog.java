package io.sigmaprompt.twin.port.signal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recording read as signals, lazily and in order of time. For use by one thread. */
public interface SignalLog extends AutoCloseable {
    /**
     * The next row, never earlier than the one before, or null at the end.
     *
     * @throws io.sigmaprompt.physics.model.BadInputException if nothing more can be read
     */
    @Nullable
    SignalRow next();

    /** How it is read, as a column map that can be saved and edited; empty where there is nothing to map. */
    String map();

    /** Rows that could not be read. */
    long rejected();

    /** Share of the recording that has been read, 0 to 1; NaN where unknown. */
    double progress();

    /** What was odd so far, in sentences. */
    List<String> warnings();

    @Override
    void close();
}
