package io.sigmaprompt.workbench.session;

import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.run.RunListener;
import io.sigmaprompt.scenarios.run.RunOptions;
import io.sigmaprompt.scenarios.run.ScenarioRun;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One run of a scenario on a thread of its own, from ready to ended. Its methods may be called from any thread. */
final class Attempt {
    private static final long CLOSE_PATIENCE_MILLIS = 10_000;

    /** A session time at which the run is to pause, and who waits for it. */
    private record Halt(long simNanos, CompletableFuture<Void> reached) {}

    private final ScenarioRun run;
    private final SessionFold fold;
    private final Runnable news;
    private volatile SessionFold.Standing standing;
    private final @Nullable Thread before;
    private final Thread thread;
    private final AtomicReference<@Nullable Halt> halt = new AtomicReference<>();
    private volatile boolean started;
    private volatile boolean ended;
    private volatile @Nullable Throwable failure;

    /**
     * An attempt that is ready.
     *
     * @param previous what must have let go of its robots first
     * @param news told, on any thread, when something changed
     */
    Attempt(Scenario scenario, RunOptions options, List<RobotCast> cast, @Nullable Attempt previous, Runnable news) {
        this.news = news;
        before = previous == null ? null : previous.started ? previous.thread : previous.before;
        fold = new SessionFold(scenario, cast, System::nanoTime, this::take);
        standing = fold.standing();
        run = new ScenarioRun(scenario, options, List.of(fold, new RunListener() {
            @Override
            public void advanced(long simNanos) {
                haltIfDue(simNanos);
            }
        }));
        thread = Thread.ofPlatform().daemon().name("session").unstarted(this::work);
    }

    private void take(SessionFold.Standing next) {
        standing = next;
        news.run();
    }

    private void haltIfDue(long simNanos) {
        Halt wanted = halt.get();
        if (wanted != null && simNanos >= wanted.simNanos() && halt.compareAndSet(wanted, null)) {
            run.pause();
            news.run();
            wanted.reached().complete(null);
        }
    }

    void start() {
        started = true;
        thread.start();
    }

    private void work() {
        try {
            if (before != null) {
                before.join();
            }
            run.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // Shown by the window, or answered by the command line.
            failure = e;
        } finally {
            ended = true;
            news.run();
            releaseHalt();
        }
    }

    /** Pauses at a session time; completes there, or when the run ends before. A newer wish replaces an older one. */
    CompletableFuture<Void> haltAt(long simNanos) {
        releaseHalt();
        CompletableFuture<Void> reached = new CompletableFuture<>();
        halt.set(new Halt(simNanos, reached));
        if (ended) {
            releaseHalt();
        }
        return reached;
    }

    private void releaseHalt() {
        Halt waiting = halt.getAndSet(null);
        if (waiting != null) {
            waiting.reached().complete(null);
        }
    }

    Phase phase() {
        if (!started) {
            return Phase.READY;
        }
        if (ended) {
            return failure == null ? Phase.ENDED : Phase.FAILED;
        }
        return run.paused() ? Phase.PAUSED : Phase.RUNNING;
    }

    ScenarioRun run() {
        return run;
    }

    SessionFold.Standing standing() {
        return standing;
    }

    /** What the run said once and holds. */
    ChangeLog changes() {
        return fold.changes();
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    void close() {
        run.stop("the workbench was closed");
        if (started && thread != Thread.currentThread()) {
            try {
                thread.join(CLOSE_PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
