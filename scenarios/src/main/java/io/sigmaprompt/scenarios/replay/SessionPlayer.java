package io.sigmaprompt.scenarios.replay;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.run.RunDirectory;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.Tick;
import io.sigmaprompt.twin.journal.Journal;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.session.TwinKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a recorded session in a fresh kernel fed from its journal, forth tick by tick, and back through the journal's
 * snapshots. Its outputs have the bits of the run's.
 */
public final class SessionPlayer {
    private final RecordedRun run;
    private final TwinKernel kernel;
    private final List<KernelInput> inputs = new ArrayList<>();
    private int nextEntry;
    private int nextCheck;
    private long checked;
    private long firstDifference = -1;
    private @Nullable StateMarks marks;

    /** The state at the session's beginning. */
    private final byte[] beginning;

    /** A player at the session's beginning; that of a forked one is the instant of the fork. */
    public SessionPlayer(RecordedRun run) {
        this.run = run;
        kernel = new TwinKernel(run.scenario().session());
        if (run.firstTick() > 0) {
            Journal.Snapshot origin = run.journal().snapshotBefore(run.firstTick());
            if (origin == null) {
                throw new BadInputException(
                        run.directory().resolve(RunDirectory.JOURNAL).toString(),
                        "the session was forked at " + Tick.SECONDS * run.firstTick()
                                + " s, and the journal does not hold its state there",
                        "Fork it again; the run that it comes from is named in " + RunDirectory.SESSION + ".");
            }
            kernel.restore(origin.state());
        }
        beginning = kernel.snapshot();
    }

    /** Keeps states on the way, so that going back is shorter than to the journal's own snapshots. */
    public SessionPlayer keepingMarks() {
        marks = new StateMarks();
        return this;
    }

    /** The kernel, as it stands after the last tick that was played. */
    public TwinKernel kernel() {
        return kernel;
    }

    public long tick() {
        return kernel.ticks();
    }

    /** The first tick after which the session's hash was another than the run's, or −1. */
    public long firstDifference() {
        return firstDifference;
    }

    /** After how many ticks the session's hash was compared with the run's. */
    public long checked() {
        return checked;
    }

    /**
     * Goes to the end of a tick, back or forth, by way of the nearest snapshot where that is shorter; what the session
     * says on the way is not heard.
     */
    public void seek(long tick) {
        Journal.Snapshot nearest = run.journal().snapshotBefore(tick);
        long from = nearest == null ? 0 : nearest.tick();
        Map.Entry<Long, byte[]> mark = marks == null ? null : marks.before(tick);
        if (mark != null && mark.getKey() > from && (tick < kernel.ticks() || mark.getKey() > kernel.ticks())) {
            restore(mark.getValue());
            play(tick, output -> {});
            return;
        }
        if (nearest != null && (tick < kernel.ticks() || from > kernel.ticks())) {
            restore(nearest.state());
        } else if (tick < run.firstTick()) {
            throw new IllegalArgumentException("the session begins behind tick " + tick);
        } else if (tick < kernel.ticks()) {
            restore(beginning);
        }
        play(tick, output -> {});
    }

    private void restore(byte[] state) {
        kernel.restore(state);
        nextEntry = 0;
        nextCheck = 0;
    }

    /**
     * Plays on.
     *
     * @param tick the last tick to play
     * @param outputs takes all that the session says
     */
    public void play(long tick, Consumer<OutputRecord> outputs) {
        while (kernel.ticks() < tick) {
            step(outputs);
        }
    }

    /** Plays one tick. */
    public void step(Consumer<OutputRecord> outputs) {
        List<Journal.Entry> entries = run.journal().entries();
        long next = kernel.ticks() + 1;
        while (nextEntry < entries.size() && entries.get(nextEntry).tick() < next) {
            nextEntry++;
        }
        while (nextEntry < entries.size() && entries.get(nextEntry).tick() == next) {
            inputs.add(entries.get(nextEntry++).input());
        }
        kernel.tick(inputs, outputs);
        inputs.clear();
        check();
        if (marks != null) {
            marks.pass(kernel);
        }
    }

    private void check() {
        List<Journal.Check> checks = run.journal().checks();
        while (nextCheck < checks.size() && checks.get(nextCheck).tick() < kernel.ticks()) {
            nextCheck++;
        }
        if (nextCheck < checks.size() && checks.get(nextCheck).tick() == kernel.ticks()) {
            checked++;
            if (checks.get(nextCheck).hash() != kernel.traceCheck() && firstDifference < 0) {
                firstDifference = kernel.ticks();
            }
        }
    }
}
