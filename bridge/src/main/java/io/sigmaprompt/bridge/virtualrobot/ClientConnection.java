package io.sigmaprompt.bridge.virtualrobot;

import io.sigmaprompt.bridge.core.BoundedQueue;
import io.sigmaprompt.bridge.rosbridge.Fragments;
import io.sigmaprompt.bridge.rosbridge.RosJson;
import io.sigmaprompt.bridge.rosbridge.RosVersion;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One client: what it subscribed, and a bounded queue to it. What a slow client cannot take is lost to it alone. Any
 * thread may call the methods, none of them waits.
 */
final class ClientConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClientConnection.class);
    static final int WAITING_MESSAGES = 64;
    private static final long FIRST_LOOK_MICROS = 200;
    private static final long LONGEST_LOOK_MICROS = 10_000;

    private record Outgoing(String topic, String text) {
        /** Answers and complaints are not droppable while publications are. */
        boolean publication() {
            return !topic.isEmpty();
        }
    }

    /**
     * What a client asked for on one topic.
     *
     * @param throttleNanos least time between two messages
     * @param queueLength messages that may wait, or 0 for as many as the queue takes
     * @param fragmentSize greatest length of an operation's text, or 0 for any
     */
    record Subscription(
            String name,
            RosVersion version,
            long throttleNanos,
            int queueLength,
            int fragmentSize,
            AtomicLong lastSent) {
        boolean throttled(long now) {
            return throttleNanos > 0 && now - lastSent.get() < throttleNanos;
        }
    }

    private final WebSocket socket;
    private final String peer;
    private final Map<RobotTopic, Subscription> subscriptions = new ConcurrentHashMap<>();
    private final BoundedQueue<Outgoing> outgoing = new BoundedQueue<>(WAITING_MESSAGES, Outgoing::publication);
    private final AtomicLong fragmented = new AtomicLong();
    private final Thread sender;
    private volatile RosVersion spoken = RosVersion.ROS2;

    ClientConnection(WebSocket socket) {
        this.socket = socket;
        this.peer = String.valueOf(socket.getRemoteSocketAddress());
        this.sender = Thread.ofVirtual().name("virtual-robot-sender").start(this::sendAll);
    }

    String peer() {
        return peer;
    }

    /** The ROS whose spelling the client used last. */
    RosVersion spoken() {
        return spoken;
    }

    void speaks(RosVersion version) {
        spoken = version;
    }

    void subscribe(RobotTopic topic, Subscription subscription) {
        subscriptions.put(topic, subscription);
    }

    void unsubscribe(RobotTopic topic) {
        subscriptions.remove(topic);
    }

    /** Sends a publication, if the client wants it now. */
    void publish(Publication publication, long nowNanos) {
        Subscription wanted = subscriptions.get(publication.topic());
        if (wanted == null || wanted.throttled(nowNanos)) {
            return;
        }
        wanted.lastSent().set(nowNanos);
        String text = publication.text(wanted.name(), wanted.version());
        if (wanted.fragmentSize() > 0 && text.length() > wanted.fragmentSize()) {
            String id = "fragment:" + fragmented.incrementAndGet();
            Fragments.cut(text, id, wanted.fragmentSize())
                    .forEach(piece -> outgoing.offer(new Outgoing(wanted.name(), RosJson.write(piece))));
            return;
        }
        Outgoing next = new Outgoing(wanted.name(), text);
        int lost = wanted.queueLength() > 0
                ? outgoing.offer(next, waiting -> waiting.topic().equals(wanted.name()), wanted.queueLength())
                : outgoing.offer(next);
        if (lost > 0 && outgoing.dropped() == lost) {
            LOG.warn("{} is slow: messages to it are being lost", peer);
        }
    }

    /** Sends an answer or a complaint. */
    void send(ObjectNode operation) {
        outgoing.offer(new Outgoing("", RosJson.write(operation)));
    }

    /** Messages that this client was too slow for. */
    long lost() {
        return outgoing.dropped();
    }

    private void sendAll() {
        try {
            while (true) {
                Outgoing next = outgoing.take();
                // the library's own queue has no bound: it gets one message, and the next once that is out
                long pause = FIRST_LOOK_MICROS;
                while (socket.hasBufferedData()) {
                    TimeUnit.MICROSECONDS.sleep(pause);
                    pause = Math.min(pause * 2, LONGEST_LOOK_MICROS);
                }
                socket.send(next.text());
            }
        } catch (InterruptedException | WebsocketNotConnectedException e) {
            // the client is gone
        }
    }

    @Override
    public void close() {
        sender.interrupt();
        if (lost() > 0) {
            LOG.info("{} left; {} messages to it were lost because it was slow", peer, lost());
        }
    }
}
