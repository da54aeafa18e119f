package io.sigmaprompt.bridge.core;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * A queue between a wire's thread and another that never grows beyond its capacity: where it is full the oldest entry
 * gives way to the newest, and is counted. Safe for any number of threads.
 */
public final class BoundedQueue<T> {
    private final int capacity;
    private final Predicate<? super T> mayBeDropped;
    private final ArrayDeque<T> entries;
    private long dropped;
    private long droppedSinceAsked;

    public BoundedQueue(int capacity) {
        this(capacity, entry -> true);
    }

    /**
     * A queue in which some entries matter more than others.
     *
     * @param mayBeDropped which entries give way first; if none in the queue may, the oldest does all the same
     */
    public BoundedQueue(int capacity, Predicate<? super T> mayBeDropped) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity + " must be at least 1");
        }
        this.capacity = capacity;
        this.mayBeDropped = mayBeDropped;
        this.entries = new ArrayDeque<>(Math.min(capacity, 1024));
    }

    /** Adds an entry; never waits. Returns how many others had to go for it. */
    public synchronized int offer(T entry) {
        int lost = 0;
        if (entries.size() >= capacity) {
            dropOldest();
            lost = 1;
        }
        entries.addLast(entry);
        notifyAll();
        return lost;
    }

    /** Adds an entry that replaces the oldest of its kind once {@code limit} of the kind are waiting. */
    public synchronized int offer(T entry, Predicate<? super T> sameKind, int limit) {
        int lost = 0;
        for (long excess = entries.stream().filter(sameKind).count() - limit; excess >= 0; excess--) {
            removeFirst(sameKind);
            count(1);
            lost++;
        }
        return lost + offer(entry);
    }

    private void dropOldest() {
        if (!removeFirst(mayBeDropped)) {
            entries.removeFirst();
        }
        count(1);
    }

    private boolean removeFirst(Predicate<? super T> which) {
        for (Iterator<T> all = entries.iterator(); all.hasNext(); ) {
            if (which.test(all.next())) {
                all.remove();
                return true;
            }
        }
        return false;
    }

    private void count(long lost) {
        dropped += lost;
        droppedSinceAsked += lost;
    }

    /** Waits for the oldest entry and takes it. */
    public synchronized T take() throws InterruptedException {
        while (entries.isEmpty()) {
            wait();
        }
        return entries.removeFirst();
    }

    /** Takes everything, oldest first, together with the number of entries lost since the last drain. */
    public synchronized Drained<T> drain() {
        Drained<T> all = new Drained<>(new ArrayList<>(entries), droppedSinceAsked);
        entries.clear();
        droppedSinceAsked = 0;
        return all;
    }

    public synchronized int size() {
        return entries.size();
    }

    /** How many entries were lost since the queue was made. */
    public synchronized long dropped() {
        return dropped;
    }

    /**
     * What a drain found.
     *
     * @param lost entries that gave way since the drain before; they were older than all of {@code entries} that may
     *     be dropped
     */
    public record Drained<T>(List<T> entries, long lost) {}
}
