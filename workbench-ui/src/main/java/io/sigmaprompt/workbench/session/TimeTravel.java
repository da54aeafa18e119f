package io.sigmaprompt.workbench.session;

import io.sigmaprompt.scenarios.replay.RecordedRun;
import io.sigmaprompt.workbench.timeline.WhatIf;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Winds a session that stands still to other instants, and forks it there; both on a thread of its own, so that nobody
 * waits. Of several wishes the newest counts.
 */
final class TimeTravel implements AutoCloseable {
    /** A session at another instant. */
    record Instant(long simNanos, List<RobotSnapshot> robots) {}

    private record Wish(Path directory, long knownNanos, long simNanos, ChangeLog changes) {}

    private final List<RobotCast> cast;
    private final boolean record;
    private final Runnable news;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("rewind").factory());
    private final AtomicReference<@Nullable Wish> wished = new AtomicReference<>();
    private volatile @Nullable Instant instant;
    private volatile ForkOutcome fork = ForkOutcome.NONE;
    private volatile @Nullable ForkRun running;
    /** Only on the thread. */
    private @Nullable Rewind rewind;

    private @Nullable Wish rewound;

    /**
     * Nothing is wound yet.
     *
     * @param record whether forks write a trace, too
     * @param news told, on any thread, when something changed
     */
    TimeTravel(List<RobotCast> cast, boolean record, Runnable news) {
        this.cast = cast;
        this.record = record;
        this.news = news;
    }

    @Nullable
    Instant instant() {
        return instant;
    }

    ForkOutcome fork() {
        return fork;
    }

    /** Back to where the session stands by itself. */
    void leave() {
        wished.set(null);
        instant = null;
    }

    /** Forgets forks, too: another session begins. */
    void forget() {
        leave();
        fork = ForkOutcome.NONE;
    }

    /**
     * Winds to an instant; {@link #instant} tells when it is reached.
     *
     * @param knownNanos how far the session has come
     */
    void to(Path directory, long knownNanos, long simNanos, ChangeLog changes) {
        if (wished.getAndSet(new Wish(directory, knownNanos, simNanos, changes)) == null) {
            thread.execute(this::wind);
        }
    }

    /** Winds to the latest wish; whether that is still this very one is told by its identity. */
    @SuppressWarnings("ReferenceEquality")
    private void wind() {
        Wish wish = wished.get();
        while (wish != null) {
            try {
                List<RobotSnapshot> robots = opened(wish).at(wish.simNanos(), wish.changes());
                if (wished.get() == wish) {
                    instant = new Instant(wish.simNanos(), robots);
                }
            } catch (RuntimeException e) {
                fork = ForkOutcome.saying("cannot be rewound: " + e.getMessage());
            }
            wished.compareAndSet(wish, null);
            news.run();
            wish = wished.get();
        }
    }

    private Rewind opened(Wish wish) {
        Rewind open = rewind;
        Wish before = rewound;
        if (open == null
                || before == null
                || before.knownNanos() != wish.knownNanos()
                || !before.directory().equals(wish.directory())) {
            open = new Rewind(RecordedRun.read(wish.directory()), cast);
            rewind = open;
            rewound = wish;
        }
        return open;
    }

    /** Forks the session at an instant; {@link #fork} tells what came of it. */
    void fork(Path directory, long simNanos, WhatIf whatIf) {
        fork = ForkOutcome.saying("the fork runs…");
        news.run();
        thread.execute(() -> {
            ForkRun next = new ForkRun(cast, record);
            running = next;
            try {
                fork = next.run(RecordedRun.read(directory), simNanos, whatIf);
            } catch (RuntimeException e) {
                fork = ForkOutcome.saying("no fork: " + e.getMessage());
            } finally {
                running = null;
            }
            news.run();
        });
    }

    @Override
    public void close() {
        ForkRun now = running;
        if (now != null) {
            now.stop();
        }
        thread.shutdownNow();
    }
}
