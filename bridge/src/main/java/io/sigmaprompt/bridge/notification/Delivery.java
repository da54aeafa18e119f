package io.sigmaprompt.bridge.notification;

import io.sigmaprompt.bridge.core.BackOff;
import io.sigmaprompt.bridge.core.BoundedQueue;
import io.sigmaprompt.twin.port.notification.Notification;
import io.sigmaprompt.twin.port.notification.Notifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers over a channel on a virtual thread of its own, behind a bounded queue: whoever offers never waits. What fails is
 * tried again with growing pauses, a limited number of times; then it is given up and said.
 */
final class Delivery implements Notifier {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /**
     * How patient a delivery is.
     *
     * @param capacity notifications that may wait
     * @param attempts at each, at least 1
     * @param leastPause before the second attempt; doubles from then on
     * @param farewell how long closing waits for what is under way
     */
    record Patience(int capacity, int attempts, Duration leastPause, Duration greatestPause, Duration farewell) {}

    private final Channel channel;
    private final Patience patience;
    private final BoundedQueue<Notification> queue;
    private final AtomicInteger open = new AtomicInteger();
    private final List<String> troubles = new ArrayList<>();
    private final CountDownLatch idleAfterClosing = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean closing;

    Delivery(Channel channel, Patience patience) {
        this.channel = channel;
        this.patience = patience;
        queue = new BoundedQueue<>(patience.capacity());
        thread = Thread.ofVirtual().name("notify " + channel.name()).start(this::work);
    }

    @Override
    public void offer(Notification notification) {
        open.incrementAndGet();
        int lost = queue.offer(notification);
        if (lost > 0) {
            open.addAndGet(-lost);
            trouble(lost + " notification to " + channel.name() + " was given up: " + patience.capacity()
                    + " others were waiting");
        }
    }

    private void work() {
        try {
            while (true) {
                deliver(queue.take());
                if (open.decrementAndGet() == 0 && closing) {
                    idleAfterClosing.countDown();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Notification notification) throws InterruptedException {
        BackOff pauses = new BackOff(
                patience.leastPause().toNanos(), patience.greatestPause().toNanos(), notification.number());
        for (int attempt = 1; ; attempt++) {
            try {
                channel.deliver(notification);
                return;
            } catch (UndeliveredException e) {
                if (!e.worthRepeating() || attempt >= patience.attempts()) {
                    trouble("nobody at " + channel.name() + " was told that " + notification.subject() + ", after "
                            + attempt + (attempt == 1 ? " attempt: " : " attempts: ") + e.getMessage());
                    return;
                }
            } catch (RuntimeException e) {
                trouble("nobody at " + channel.name() + " was told that " + notification.subject() + ": "
                        + e.getClass().getSimpleName());
                return;
            }
            TimeUnit.NANOSECONDS.sleep(pauses.nextNanos());
        }
    }

    private void trouble(String sentence) {
        LOG.warn("{}", sentence);
        synchronized (troubles) {
            troubles.add(sentence);
        }
    }

    @Override
    public List<String> troubles() {
        synchronized (troubles) {
            List<String> all = List.copyOf(troubles);
            troubles.clear();
            return all;
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            if (open.get() > 0) {
                boolean unused = idleAfterClosing.await(patience.farewell().toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
        channel.close();
        int left = open.get();
        if (left > 0) {
            trouble(left + (left == 1 ? " notification to " : " notifications to ") + channel.name()
                    + " had not arrived when the session ended");
            open.set(0);
        }
    }
}
