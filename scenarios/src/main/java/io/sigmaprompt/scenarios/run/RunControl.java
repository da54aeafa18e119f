package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.Tick;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What others want of a running session: its pace, its end and its inputs. All methods may be called by any thread. */
final class RunControl {
    /** Inputs that may wait for the next tick. */
    static final int QUEUE = 1024;

    /** The longest that the run's thread waits before it looks again at what is wanted, nanoseconds. */
    private static final long SLICE_NANOS = 20_000_000;

    private final RunClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<KernelInput> submitted = new ArrayDeque<>();
    private final List<String> overflown = new ArrayList<>();
    private double speed;
    private boolean paced;
    private volatile boolean paused;
    private int ticksToStep;
    private volatile @Nullable String stopReason;
    private volatile boolean news = true;

    RunControl(RunClock clock, double speed) {
        this.clock = clock;
        this.speed = speed;
    }

    /** From now on the speed is 1, whatever anybody wants: something outside keeps its own time. */
    void holdRealTime() {
        locked(() -> {
            speed = 1;
            paced = true;
        });
    }

    void pause() {
        locked(() -> paused = true);
    }

    void resume() {
        locked(() -> {
            paused = false;
            ticksToStep = 0;
        });
    }

    void step(int cycles) {
        if (cycles < 1) {
            throw new IllegalArgumentException("expected at least 1 cycle to step, found " + cycles);
        }
        locked(() -> {
            paused = true;
            ticksToStep += cycles * Tick.PER_CYCLE;
        });
    }

    void setSpeed(double wanted) {
        if (!(wanted >= 0) || Double.isInfinite(wanted)) {
            throw new IllegalArgumentException("a speed is a number of at least 0, not " + wanted);
        }
        locked(() -> speed = paced ? speed : wanted);
    }

    void stop(String reason) {
        locked(() -> stopReason = stopReason == null ? reason : stopReason);
    }

    boolean paused() {
        return paused;
    }

    double speed() {
        lock.lock();
        try {
            return speed;
        } finally {
            lock.unlock();
        }
    }

    /** Why somebody wants the run to end, or null. */
    @Nullable
    String stopReason() {
        return stopReason;
    }

    /** Queues an input for the next tick; where the queue is full it is lost, which the session is told. */
    void submit(KernelInput input) {
        locked(() -> {
            if (submitted.size() < QUEUE) {
                submitted.add(input);
            } else {
                overflown.add(input.robot());
            }
        });
    }

    /** Moves what was submitted since the last call to {@code inputs}. */
    void drain(List<KernelInput> inputs) {
        if (!news) {
            return;
        }
        lock.lock();
        try {
            inputs.addAll(submitted);
            submitted.clear();
            overflown.stream()
                    .distinct()
                    .forEach(robot -> inputs.add(new KernelInput.QueueOverflow(
                            robot,
                            "operator",
                            overflown.stream().filter(robot::equals).count())));
            overflown.clear();
            news = false;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the tick that ends at {@code simNanos} is to be made.
     *
     * @param pace told where session time stands still and goes on
     * @param meanwhile done again and again while time runs, at least once before it waits
     * @param everyNanos how long to wait between, nanoseconds outside
     * @return false where the run is to end instead
     */
    boolean awaitTurn(long simNanos, Pace pace, Runnable meanwhile, long everyNanos) {
        try {
            return awaitOrBeInterrupted(simNanos, pace, meanwhile, everyNanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop("its thread was interrupted");
            return false;
        }
    }

    private boolean awaitOrBeInterrupted(long simNanos, Pace pace, Runnable meanwhile, long everyNanos)
            throws InterruptedException {
        long before = simNanos - Tick.NANOS;
        while (stopReason == null) {
            double wanted;
            lock.lockInterruptibly();
            try {
                while (paused && ticksToStep == 0 && stopReason == null) {
                    pace.freeze(before);
                    changed.await();
                }
                if (paused && stopReason == null) {
                    ticksToStep--;
                    pace.freeze(simNanos);
                    return true;
                }
                wanted = speed;
            } finally {
                lock.unlock();
            }
            pace.follow(before, wanted);
            long left = wanted == 0 ? 0 : pace.nanosUntil(simNanos);
            if (left <= 0) {
                break;
            }
            meanwhile.run();
            clock.sleep(Math.min(left, Math.min(everyNanos, SLICE_NANOS)));
        }
        return stopReason == null;
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            news = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
