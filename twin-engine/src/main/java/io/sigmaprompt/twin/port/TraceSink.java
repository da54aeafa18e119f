package io.sigmaprompt.twin.port;

import io.sigmaprompt.twin.record.OutputRecord;

/** Takes a session's output records in order, as they are made; called from the runner's thread. */
public interface TraceSink extends AutoCloseable {
    void record(OutputRecord output);

    /** Makes all that was recorded last, should the process die now. */
    void flush();

    @Override
    void close();
}
