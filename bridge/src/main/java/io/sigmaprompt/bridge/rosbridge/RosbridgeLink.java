package io.sigmaprompt.bridge.rosbridge;

import io.sigmaprompt.bridge.core.BackOff;
import io.sigmaprompt.twin.input.LinkState;
import io.sigmaprompt.twin.port.OutsideFailureException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a connection to one rosbridge server: connects, subscribes, listens whether the other side lives, and begins
 * again after a pause that grows. One virtual thread runs it; the other methods may be called by any thread.
 */
final class RosbridgeLink implements AutoCloseable {
    private static final long LEAST_PAUSE = 200_000_000L;
    private static final long GREATEST_PAUSE = 5_000_000_000L;
    private static final long PROVEN = 1_000_000_000L;
    private static final long ATTEMPT_WHEN_LOST = 5_000_000_000L;

    private final RosbridgeSettings settings;
    private final LinkEvents events;
    private final BackOff backOff;
    private final HttpClient http;
    private final CompletableFuture<RobotProfile> first = new CompletableFuture<>();
    private final AtomicLong reconnects = new AtomicLong();
    private volatile boolean closed;
    private volatile @Nullable RosbridgeSocket socket;
    private volatile @Nullable ConnectFailure lastFailure;
    private @Nullable Thread thread;

    RosbridgeLink(RosbridgeSettings settings, LinkEvents events) {
        this.settings = settings;
        this.events = events;
        this.backOff = new BackOff(LEAST_PAUSE, GREATEST_PAUSE, settings.uri().hashCode());
        this.http = HttpClient.newBuilder()
                .proxy(HttpClient.Builder.NO_PROXY)
                .executor(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("rosbridge-receiver-", 0).factory()))
                .build();
    }

    /**
     * Connects for the first time.
     *
     * @throws OutsideFailureException if that does not succeed within the connect time-out
     */
    RobotProfile open() {
        thread = Thread.ofVirtual().name("rosbridge-link").start(this::run);
        String place = settings.address().hostAndPort();
        try {
            return first.get(settings.connectTimeoutNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            close();
            ConnectFailure failure = lastFailure;
            throw (failure == null ? ConnectFailure.timeout(settings.connectTimeoutNanos()) : failure).at(place);
        } catch (ExecutionException e) {
            close();
            if (e.getCause() instanceof ConnectFailure failure) {
                throw failure.at(place);
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new OutsideFailureException(place, "connecting was interrupted", "Try again", e);
        }
    }

    /** The connection, or null while there is none. */
    @Nullable
    RosbridgeSocket socket() {
        return socket;
    }

    long reconnects() {
        return reconnects.get();
    }

    private void run() {
        long deadline = System.nanoTime() + settings.connectTimeoutNanos();
        events.link(LinkState.CONNECTING, "connecting to " + settings.address().hostAndPort());
        try {
            while (!closed) {
                String reason = attempt(deadline);
                if (!closed && first.isDone()) {
                    events.link(LinkState.LOST, reason);
                }
                if (!closed) {
                    TimeUnit.NANOSECONDS.sleep(backOff.nextNanos());
                }
            }
        } catch (InterruptedException e) {
            // closed
        } catch (ConnectFailure hopeless) {
            first.completeExceptionally(hopeless);
        } catch (RuntimeException | Error bug) {
            if (!first.completeExceptionally(bug)) {
                events.link(LinkState.LOST, "for good: " + bug);
            }
            throw bug;
        }
    }

    /**
     * One connection from its beginning to its end.
     *
     * @return why there is none
     * @throws ConnectFailure if none can be expected, which is decided only for the first
     */
    private String attempt(long deadline) throws InterruptedException, ConnectFailure {
        long remaining = first.isDone() ? ATTEMPT_WHEN_LOST : Math.max(1, deadline - System.nanoTime());
        RosbridgeSocket open = new RosbridgeSocket(events);
        try {
            ConnectFailure.connect(http, settings, open, remaining);
        } catch (ConnectFailure failure) {
            open.abort("never opened");
            // The last try has little time; what an earlier one was told says more than its silence.
            if (lastFailure == null || !failure.silence()) {
                lastFailure = failure;
            }
            if (failure.hopeless() && !first.isDone()) {
                throw failure;
            }
            return failure.problem();
        }
        long since = System.nanoTime();
        try {
            begin(open);
            String reason = watch(open);
            if (System.nanoTime() - since > PROVEN) {
                backOff.reset();
            }
            if (!first.isDone()) {
                lastFailure = ConnectFailure.closedEarly(reason);
            }
            return reason;
        } finally {
            socket = null;
            open.abort("closed");
        }
    }

    private void begin(RosbridgeSocket open) throws InterruptedException {
        RobotProfile known = first.getNow(null);
        RobotProfile profile = known == null ? RobotProfile.ask(open, settings) : known;
        RosVersion ros = profile.ros();
        subscribe(open, settings.jointStateTopic(), ros.type(MessageType.JOINT_STATE));
        String references = settings.referenceTopic();
        if (profile.references() && references != null) {
            subscribe(open, references, ros.type(MessageType.CONTROLLER_STATE));
        }
        events.telling(profile.further());
        profile.further().forEach((topic, type) -> subscribe(open, topic, type.spelling(ros == RosVersion.ROS1)));
        switch (settings.command()) {
            case TRAJECTORY ->
                open.send(Operations.advertise(settings.trajectoryTopic(), ros.type(MessageType.JOINT_TRAJECTORY)));
            case POSITION ->
                open.send(Operations.advertise(settings.positionTopic(), ros.type(MessageType.FLOAT_ARRAY)));
            case NONE -> {}
        }
        if (open.ended().isDone()) {
            return;
        }
        socket = open;
        if (known != null) {
            reconnects.incrementAndGet();
        }
        events.link(
                LinkState.CONNECTED,
                (known == null ? "connected to " : "connected again to ")
                        + settings.address().hostAndPort());
        first.complete(profile);
    }

    private void subscribe(RosbridgeSocket open, String topic, String type) {
        open.send(Operations.subscribe(topic, type, settings.throttleMillis(), settings.queueLength()));
    }

    /** Waits for the connection's end, and brings it about where the other side is silent. */
    private String watch(RosbridgeSocket open) throws InterruptedException {
        boolean pinged = false;
        long pingedAt = 0;
        while (true) {
            long now = System.nanoTime();
            if (pinged && open.heardNanos() - pingedAt >= 0) {
                pinged = false;
            }
            long waited = now - (pinged ? pingedAt : open.heardNanos());
            if (waited >= settings.silenceNanos()) {
                if (pinged) {
                    String reason = "the host is silent: nothing for " + Math.rint((now - open.heardNanos()) / 1e8) / 10
                            + " s and no answer to a ping";
                    open.abort(reason);
                    return reason;
                }
                pinged = true;
                pingedAt = now;
                open.ping();
                waited = 0;
            }
            try {
                return open.ended().get(settings.silenceNanos() - waited, TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                // look again
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        RosbridgeSocket open = socket;
        if (open != null) {
            farewell(open);
            open.close();
        }
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            try {
                running.join(Duration.ofSeconds(2));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        http.shutdownNow();
    }

    private void farewell(RosbridgeSocket open) {
        open.send(Operations.unsubscribe(settings.jointStateTopic()));
        RobotProfile profile = first.getNow(null);
        String references = settings.referenceTopic();
        if (profile != null && profile.references() && references != null) {
            open.send(Operations.unsubscribe(references));
        }
        if (profile != null) {
            profile.further().keySet().forEach(topic -> open.send(Operations.unsubscribe(topic)));
        }
        switch (settings.command()) {
            case TRAJECTORY -> open.send(Operations.unadvertise(settings.trajectoryTopic()));
            case POSITION -> open.send(Operations.unadvertise(settings.positionTopic()));
            case NONE -> {}
        }
    }
}
