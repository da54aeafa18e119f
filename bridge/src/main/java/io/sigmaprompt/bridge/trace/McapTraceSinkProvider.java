package io.sigmaprompt.bridge.trace;

import io.sigmaprompt.twin.port.TraceSink;
import io.sigmaprompt.twin.port.TraceSinkProvider;
import java.nio.file.Path;

/** Writes traces as MCAP. */
public final class McapTraceSinkProvider implements TraceSinkProvider {
    @Override
    public String extension() {
        return ".mcap";
    }

    @Override
    public TraceSink open(Path file, long epochNanos) {
        return new McapTraceSink(file, epochNanos);
    }
}
