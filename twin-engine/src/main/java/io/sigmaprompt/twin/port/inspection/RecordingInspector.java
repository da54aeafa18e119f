package io.sigmaprompt.twin.port.inspection;

import java.nio.file.Path;
import java.util.function.LongConsumer;

/** Looks through recordings of some formats; found by {@link java.util.ServiceLoader}. */
public interface RecordingInspector {
    /** Whether this inspector reads the file or folder. */
    boolean accepts(Path file);

    /**
     * Reads all of a recording. What is damaged is told of in the summary, if anything before it can be read.
     *
     * @param progress is told now and then how many messages were read
     * @throws io.sigmaprompt.physics.model.BadInputException if nothing of it can be read
     */
    RecordingSummary inspect(Path file, LongConsumer progress);
}
