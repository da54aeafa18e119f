package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.Tick;
import io.sigmaprompt.twin.journal.JournalWriter;
import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.twin.port.TraceSink;
import io.sigmaprompt.twin.port.TraceSinkProvider;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.session.TwinKernel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what enters a session and what it says. The journal comes first: it is in the system's hands after each cycle,
 * and before the trace, which follows once a second of time outside, so that even a killed process leaves a journal that
 * can be read. The first failure of the trace ends it, and never the tick that it happened in nor the journal.
 */
final class Recording implements AutoCloseable {
    private static final long FLUSH_NANOS = 1_000_000_000L;

    /** Between two snapshots a replay has to run through all ticks: ten seconds of session time. */
    private static final long SNAPSHOT_TICKS = 10 * 1_000_000_000L / Tick.NANOS;

    private final RunClock clock;
    private final DiskReserve reserve;
    private final JournalWriter journal;
    private final List<TraceSink> sinks = new ArrayList<>();
    private long flushedAt;
    private long checked;
    private boolean closed;
    private @Nullable RuntimeException failure;
    private boolean told;

    /**
     * Opens the files.
     *
     * @param trace whether to keep what the session says, too
     * @param warnings told if nothing on the class path can
     */
    Recording(RunDirectory directory, boolean trace, Instant started, RunClock clock, List<String> warnings) {
        this(
                directory,
                new JournalWriter(directory.resolve(RunDirectory.JOURNAL)),
                trace ? List.copyOf(providers()) : List.of(),
                started,
                clock);
        if (trace && sinks.isEmpty()) {
            warnings.add("no trace was written: nothing on the class path writes one");
        }
    }

    Recording(
            RunDirectory directory,
            JournalWriter journal,
            List<TraceSinkProvider> traces,
            Instant started,
            RunClock clock) {
        this.clock = clock;
        this.journal = journal;
        flushedAt = clock.nanos();
        reserve = reserve(directory.path());
        long epochNanos = started.getEpochSecond() * 1_000_000_000L + started.getNano();
        try {
            for (TraceSinkProvider provider : traces) {
                sinks.add(provider.open(directory.resolve(RunDirectory.TRACE + provider.extension()), epochNanos));
            }
        } catch (RuntimeException e) {
            abandon(e);
            close();
            throw e;
        }
    }

    private static List<TraceSinkProvider> providers() {
        List<TraceSinkProvider> providers = new ArrayList<>();
        ServiceLoader.load(TraceSinkProvider.class).forEach(providers::add);
        return providers;
    }

    private static DiskReserve reserve(Path folder) {
        try {
            return DiskReserve.take(folder);
        } catch (IOException e) {
            throw new OutsideFailureException(
                    folder.toString(),
                    "nothing can be written there: " + e.getMessage(),
                    "Look at the disk and its permissions.",
                    e);
        }
    }

    /** Notes where a forked session begins. */
    void begin(TwinKernel kernel) {
        checked = kernel.traceCheck();
        journal.snapshot(kernel.ticks(), kernel.snapshot());
    }

    void input(long tick, KernelInput input) {
        journal.append(tick, input);
    }

    /** Notes what came of a tick: the session's hash where it changed, and every so often the whole state. */
    void ticked(TwinKernel kernel) {
        if (kernel.traceCheck() != checked) {
            checked = kernel.traceCheck();
            journal.check(kernel.ticks(), checked);
        }
        if (kernel.ticks() % SNAPSHOT_TICKS == 0) {
            journal.snapshot(kernel.ticks(), kernel.snapshot());
        }
    }

    /** Keeps a record; that it could not is said at the end of the cycle, when the tick is whole. */
    void output(OutputRecord output) {
        if (failure != null) {
            return;
        }
        try {
            for (TraceSink sink : sinks) {
                sink.record(output);
            }
        } catch (RuntimeException e) {
            abandon(e);
        }
    }

    /**
     * Flushes the journal, and the trace where the last time is a second ago.
     *
     * @throws OutsideFailureException if something could not be kept since the last call
     */
    void flushWhenDue() {
        try {
            journal.flush();
            long now = clock.nanos();
            if (failure == null && now - flushedAt >= FLUSH_NANOS) {
                flushedAt = now;
                sinks.forEach(TraceSink::flush);
            }
        } catch (RuntimeException e) {
            abandon(e);
        }
        tell();
    }

    /** Throws what failed, once: whoever ends a session adds later failures to the first. */
    private void tell() {
        if (failure != null && !told) {
            told = true;
            throw failure;
        }
    }

    /** Ends the trace, and gives the reserve back to what is still to be written: the journal and the result. */
    private void abandon(RuntimeException first) {
        if (failure == null) {
            failure = first;
        }
        for (TraceSink sink : sinks) {
            try {
                sink.close();
            } catch (RuntimeException e) {
                if (e != first) {
                    first.addSuppressed(e);
                }
            }
        }
        sinks.clear();
        reserve.close();
    }

    /**
     * Notes that the session ended whole.
     *
     * @throws OutsideFailureException if something could not be kept; where an input could not, the journal has no end
     */
    void finish(long ticks, String traceHash) {
        try {
            journal.finish(ticks, traceHash);
        } catch (RuntimeException e) {
            if (!reserve.held()) {
                throw e;
            }
            abandon(e);
            journal.flush();
        }
        tell();
    }

    /** Closes every file, even if one of them fails; the journal first. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        RuntimeException first = null;
        List<AutoCloseable> all = new ArrayList<>();
        all.add(journal);
        all.addAll(sinks);
        all.add(reserve);
        for (AutoCloseable each : all) {
            try {
                each.close();
            } catch (RuntimeException e) {
                first = first == null ? e : first;
            } catch (Exception e) {
                first = first == null ? new IllegalStateException(e) : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
