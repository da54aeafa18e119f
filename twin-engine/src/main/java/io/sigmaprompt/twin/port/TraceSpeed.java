package io.sigmaprompt.twin.port;

import java.nio.file.Path;
import java.util.List;

/** Tells how fast trace files of one format are written and opened; found by {@link java.util.ServiceLoader}. */
public interface TraceSpeed {
    /** The format's name. */
    String format();

    /** How its files can be packed, by name; the plain one first. */
    List<String> compressions();

    /**
     * Writes a file of joint states, as a trace has them.
     *
     * @param joints of each message
     * @param bytes of messages, before packing
     */
    Writing write(Path file, String compression, int joints, long bytes);

    /** Opens a file and reads the message in the middle of its time. */
    Opening open(Path file);

    /**
     * What writing took.
     *
     * @param messageBytes before packing
     */
    record Writing(long messages, long messageBytes, long fileBytes, long nanos) {
        /** Millions of bytes of messages a second. */
        public double megabytesPerSecond() {
            return messageBytes * 1e3 / nanos;
        }
    }

    /**
     * What opening took.
     *
     * @param openNanos until all topics, counts and times are known
     * @param seekNanos from then until the message in the middle is read
     */
    record Opening(long messages, long fileBytes, long openNanos, long seekNanos) {}
}
