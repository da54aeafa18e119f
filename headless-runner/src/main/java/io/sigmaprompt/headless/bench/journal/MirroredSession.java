package io.sigmaprompt.headless.bench.journal;

import io.sigmaprompt.headless.bench.mirror.Fleet;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.Tick;
import io.sigmaprompt.twin.journal.JournalWriter;
import io.sigmaprompt.twin.port.TraceSink;
import io.sigmaprompt.twin.port.TraceSinkProvider;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.session.TwinKernel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * A robot that is mirrored as fast as it goes, with or without all that a run keeps: every input and hash in the journal,
 * its state every ten seconds, what is said in the trace, both given to the system as often as a run does.
 */
final class MirroredSession implements AutoCloseable {
    private static final long SNAPSHOT_TICKS = 10_000;
    private static final long FLUSH_TICKS = 1_000;

    private final Fleet fleet;
    private final String robot;
    private final TwinKernel kernel;
    private final @Nullable JournalWriter journal;
    private final List<TraceSink> sinks = new ArrayList<>();
    private final List<KernelInput> inputs = new ArrayList<>();
    private long next;
    private long spoken;
    private long checked;

    /**
     * A session at its beginning.
     *
     * @param folder where to keep it; null to keep nothing
     */
    MirroredSession(Fleet fleet, @Nullable Path folder) {
        this.fleet = fleet;
        robot = fleet.names().getFirst();
        kernel = fleet.kernel(List.of(robot));
        journal = folder == null ? null : new JournalWriter(folder.resolve("journal"));
        if (folder != null) {
            for (TraceSinkProvider each : ServiceLoader.load(TraceSinkProvider.class)) {
                sinks.add(each.open(folder.resolve("trace" + each.extension()), 0));
            }
        }
    }

    TwinKernel kernel() {
        return kernel;
    }

    /** Runs on for so many ticks. */
    void run(long ticks) {
        for (long k = 0; k < ticks; k++) {
            hear();
            long tick = kernel.ticks() + 1;
            if (journal != null) {
                for (KernelInput input : inputs) {
                    journal.append(tick, input);
                }
            }
            kernel.tick(inputs, this::said);
            inputs.clear();
            keep();
        }
    }

    private void hear() {
        long now = (kernel.ticks() + 1) * Tick.NANOS;
        for (; next <= now; next += fleet.period()) {
            int every = fleet.statesPerReference();
            if (every > 0 && spoken++ % every == 0) {
                inputs.add(new KernelInput.Telemetry(fleet.tape().reference(robot, next, next)));
            }
            inputs.add(new KernelInput.Telemetry(fleet.tape().state(robot, next, next)));
        }
    }

    private void said(OutputRecord output) {
        for (TraceSink sink : sinks) {
            sink.record(output);
        }
    }

    private void keep() {
        if (journal == null) {
            return;
        }
        if (kernel.traceCheck() != checked) {
            checked = kernel.traceCheck();
            journal.check(kernel.ticks(), checked);
        }
        if (kernel.ticks() % SNAPSHOT_TICKS == 0) {
            journal.snapshot(kernel.ticks(), kernel.snapshot());
        }
        if (kernel.ticks() % Tick.PER_CYCLE == 0) {
            journal.flush();
        }
        if (kernel.ticks() % FLUSH_TICKS == 0) {
            sinks.forEach(TraceSink::flush);
        }
    }

    /** Ends what was kept. */
    @Override
    public void close() {
        if (journal != null) {
            journal.finish(kernel.ticks(), kernel.traceHash());
            journal.close();
        }
        sinks.forEach(TraceSink::close);
    }
}
