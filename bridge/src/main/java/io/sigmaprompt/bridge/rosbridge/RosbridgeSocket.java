package io.sigmaprompt.bridge.rosbridge;

import io.sigmaprompt.bridge.core.BoundedQueue;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One WebSocket connection from its opening to its end, which is final. Its methods may be called by any thread and do
 * not wait for the network, {@link #close} excepted.
 */
final class RosbridgeSocket implements WebSocket.Listener {
    private static final int WAITING_COMMANDS = 8;
    private static final int WAITING_OPERATIONS = 64;
    private static final long CLOSE_SECONDS = 1;

    private record Outgoing(String text, boolean command) {
        /** Marks that nothing follows. */
        static final Outgoing LAST = new Outgoing("", false);

        boolean last() {
            return text.isEmpty();
        }
    }

    private final LinkEvents events;
    private final Incoming incoming;
    private final BoundedQueue<Outgoing> outgoing = new BoundedQueue<>(WAITING_OPERATIONS, Outgoing::command);
    private final Map<String, CompletableFuture<JsonNode>> calls = new ConcurrentHashMap<>();
    private final AtomicLong callNumber = new AtomicLong();
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private final CompletableFuture<Void> flushed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private boolean tooLong;
    private volatile long heardNanos = System.nanoTime();
    private volatile @Nullable WebSocket socket;
    private volatile @Nullable Thread sender;

    RosbridgeSocket(LinkEvents events) {
        this.events = events;
        this.incoming = new Incoming(events, this::answered);
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        if (ended.isDone()) {
            // given up while the handshake was on its way
            opened.abort();
            return;
        }
        heard();
        sender = Thread.ofVirtual().name("rosbridge-sender").start(() -> sendAll(opened));
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        heard();
        if (text.length() + data.length() > RosJson.MAX_MESSAGE_LENGTH) {
            tooLong = true;
            text.setLength(0);
        }
        if (!tooLong) {
            text.append(data);
        }
        if (last) {
            String whole = text.toString();
            text.setLength(0);
            if (tooLong) {
                events.rejected("rosbridge", "a message longer than " + RosJson.MAX_MESSAGE_LENGTH + " characters");
            } else {
                incoming.text(whole);
            }
            tooLong = false;
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        heard();
        if (last) {
            events.rejected(
                    "rosbridge", "expected JSON text, found a binary message (CBOR and BSON are not asked for)");
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        heard();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        heard();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end("the server closed the connection (" + code + (reason.isEmpty() ? "" : " " + reason) + ")");
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end("the connection broke (" + (error.getMessage() == null ? error : error.getMessage()) + ")");
    }

    private void heard() {
        heardNanos = System.nanoTime();
    }

    /** When the other side last said anything, on {@link System#nanoTime}. */
    long heardNanos() {
        return heardNanos;
    }

    /** Completes with the reason once the connection is over. */
    CompletableFuture<String> ended() {
        return ended;
    }

    void send(ObjectNode operation) {
        enqueue(new Outgoing(RosJson.write(operation), false));
    }

    /** Sends a command; where too many wait already, the oldest gives way. */
    void sendCommand(ObjectNode operation) {
        events.unsent(
                outgoing.offer(new Outgoing(RosJson.write(operation), true), Outgoing::command, WAITING_COMMANDS));
        countLeftOver();
    }

    private void enqueue(Outgoing message) {
        events.unsent(outgoing.offer(message));
        countLeftOver();
    }

    /** Calls a service. The future fails with a {@link RejectedMessageException} where the server refuses. */
    CompletableFuture<JsonNode> call(String service, ObjectNode arguments) {
        String id = "call_service:" + service + ":" + callNumber.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        calls.put(id, answer);
        send(Operations.callService(service, id, arguments));
        if (ended.isDone()) {
            answer.completeExceptionally(new IOException(ended.join()));
        }
        return answer;
    }

    private void answered(ObjectNode response) {
        CompletableFuture<JsonNode> call = calls.remove(RosJson.text(response, "id"));
        if (call == null) {
            events.rejected("rosbridge", "service_response: answers a call that was never made");
            return;
        }
        JsonNode values = response.get("values");
        JsonNode result = response.get("result");
        if (result != null && result.isBoolean() && !result.booleanValue()) {
            call.completeExceptionally(new RejectedMessageException(
                    RosJson.text(response, "service"), values == null ? "the call failed" : values.asString("")));
        } else {
            call.complete(values == null ? RosJson.object() : values);
        }
    }

    private void sendAll(WebSocket to) {
        try {
            while (true) {
                Outgoing next = outgoing.take();
                if (next.last()) {
                    flushed.complete(null);
                    return;
                }
                if (next.command()) {
                    sendCommand(to, next);
                } else {
                    to.sendText(next.text(), true).get();
                }
            }
        } catch (InterruptedException e) {
            end("closed");
        } catch (ExecutionException e) {
            end("sending failed (" + e.getCause() + ")");
        }
    }

    private void sendCommand(WebSocket to, Outgoing command) throws InterruptedException, ExecutionException {
        boolean gone = false;
        try {
            to.sendText(command.text(), true).get();
            gone = true;
            events.sent();
        } finally {
            if (!gone) {
                events.unsent(1);
            }
        }
    }

    /** Asks for a sign of life. */
    void ping() {
        WebSocket open = socket;
        if (open != null) {
            CompletableFuture<?> unused = open.sendPing(ByteBuffer.allocate(0));
        }
    }

    /** Ends the connection at once. */
    void abort(String reason) {
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
        end(reason);
    }

    /** Ends the connection once all that waits has gone out, or a second later. */
    void close() {
        WebSocket open = socket;
        if (open != null && !ended.isDone()) {
            outgoing.offer(Outgoing.LAST);
            try {
                flushed.get(CLOSE_SECONDS, TimeUnit.SECONDS);
                open.sendClose(WebSocket.NORMAL_CLOSURE, "").get(CLOSE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException | RuntimeException e) {
                // the connection is on its way out in any case
            }
        }
        abort("closed");
    }

    private void end(String reason) {
        if (!ended.complete(reason)) {
            return;
        }
        Thread sending = sender;
        if (sending != null) {
            sending.interrupt();
        }
        calls.values().forEach(call -> call.completeExceptionally(new IOException(reason)));
        countLeftOver();
    }

    /** Counts what was put into the queue of a connection that is over. */
    private void countLeftOver() {
        if (ended.isDone()) {
            events.unsent(outgoing.drain().entries().stream()
                    .filter(Outgoing::command)
                    .count());
        }
    }
}
