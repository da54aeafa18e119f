package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.journal.JournalWriter;
import io.sigmaprompt.twin.port.TraceSink;
import io.sigmaprompt.twin.port.TraceSinkProvider;
import io.sigmaprompt.twin.record.OutputRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Keeps what enters a session and what it says. Once a second of time outside everything so far is made to last, so
 * that even a killed process leaves a journal that can be read.
 */
final class Recording implements AutoCloseable {
    private static final long FLUSH_NANOS = 1_000_000_000L;

    private final RunClock clock;
    private final JournalWriter journal;
    private final List<TraceSink> sinks = new ArrayList<>();
    private long flushedAt;
    private boolean closed;

    /**
     * Opens the files.
     *
     * @param trace whether to keep what the session says, too
     * @param warnings told if nothing on the class path can
     */
    Recording(RunDirectory directory, boolean trace, Instant started, RunClock clock, List<String> warnings) {
        this.clock = clock;
        journal = new JournalWriter(directory.resolve(RunDirectory.JOURNAL));
        flushedAt = clock.nanos();
        if (!trace) {
            return;
        }
        long epochNanos = started.getEpochSecond() * 1_000_000_000L + started.getNano();
        for (TraceSinkProvider provider : ServiceLoader.load(TraceSinkProvider.class)) {
            sinks.add(provider.open(directory.resolve(RunDirectory.TRACE + provider.extension()), epochNanos));
        }
        if (sinks.isEmpty()) {
            warnings.add("no trace was written: nothing on the class path writes one");
        }
    }

    void input(long tick, KernelInput input) {
        journal.append(tick, input);
    }

    void output(OutputRecord output) {
        for (TraceSink sink : sinks) {
            sink.record(output);
        }
    }

    /** Flushes where the last time is a second ago. */
    void flushWhenDue() {
        long now = clock.nanos();
        if (now - flushedAt >= FLUSH_NANOS) {
            flushedAt = now;
            journal.flush();
            sinks.forEach(TraceSink::flush);
        }
    }

    /** Notes that the session ended whole. */
    void finish(long ticks, String traceHash) {
        journal.finish(ticks, traceHash);
    }

    /** Closes every file, even if one of them fails. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        RuntimeException failure = null;
        List<AutoCloseable> all = new ArrayList<>(sinks);
        all.add(journal);
        for (AutoCloseable each : all) {
            try {
                each.close();
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
            } catch (Exception e) {
                failure = failure == null ? new IllegalStateException(e) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
