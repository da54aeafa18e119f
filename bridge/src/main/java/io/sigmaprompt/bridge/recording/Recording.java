package io.sigmaprompt.bridge.recording;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recorded joint states of one robot, read lazily and in the order in which they were recorded. For use by one thread. */
public interface Recording extends AutoCloseable {
    /**
     * The next entry, or null at the end.
     *
     * @throws io.sigmaprompt.physics.model.BadInputException if the file is damaged so that nothing more can be read
     */
    @Nullable
    RecordedEntry next();

    /** Whether the recorder's times are its own, so that the delay of telemetry can be told. */
    boolean carriesReceiveTimes();

    /** What was odd so far; may be empty. */
    List<String> warnings();

    @Override
    void close();
}
