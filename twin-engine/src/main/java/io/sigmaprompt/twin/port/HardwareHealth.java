package io.sigmaprompt.twin.port;

/** Counters of a wire since it was opened. */
public record HardwareHealth(
        long received, long rejected, long dropped, long sent, long unsent, long reconnects, int queued) {}
