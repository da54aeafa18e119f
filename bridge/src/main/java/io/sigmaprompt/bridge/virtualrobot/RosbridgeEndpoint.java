package io.sigmaprompt.bridge.virtualrobot;

import io.sigmaprompt.bridge.rosbridge.RosJson;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.protocols.Protocol;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The WebSocket server: who is connected, and whose text goes where. */
final class RosbridgeEndpoint extends WebSocketServer {
    private static final Logger LOG = LoggerFactory.getLogger(RosbridgeEndpoint.class);

    private record Client(ClientConnection connection, ClientRequests requests) {}

    private final Function<ClientConnection, ClientRequests> requests;
    private final Map<WebSocket, Client> clients = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> started = new CompletableFuture<>();

    /**
     * A server that is not yet started.
     *
     * @param requests makes what serves a new client
     */
    RosbridgeEndpoint(InetSocketAddress address, Function<ClientConnection, ClientRequests> requests) {
        super(address, 2, List.of(new Draft_6455(List.of(), List.of(new Protocol("")), RosJson.MAX_MESSAGE_LENGTH)));
        this.requests = requests;
        setReuseAddr(true);
        setTcpNoDelay(true);
        setDaemon(true);
    }

    /** Completes once clients can connect, or fails with why they never can. */
    CompletableFuture<Void> started() {
        return started;
    }

    Collection<ClientConnection> connections() {
        return clients.values().stream().map(Client::connection).toList();
    }

    @Override
    public void onStart() {
        started.complete(null);
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        ClientConnection connection = new ClientConnection(socket);
        clients.put(socket, new Client(connection, requests.apply(connection)));
        LOG.info("{} connected", connection.peer());
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        Client client = clients.get(socket);
        if (client != null) {
            client.requests().text(text);
        }
    }

    @Override
    public void onMessage(WebSocket socket, ByteBuffer bytes) {
        Client client = clients.get(socket);
        if (client != null) {
            client.requests().complain("expected JSON text, found a binary message", null);
        }
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        Client client = clients.remove(socket);
        if (client != null) {
            client.connection().close();
        }
    }

    @Override
    public void onError(@Nullable WebSocket socket, Exception error) {
        if (socket == null && started.completeExceptionally(error)) {
            return;
        }
        LOG.warn("{}: {}", socket == null ? "the server" : socket.getRemoteSocketAddress(), error.toString());
    }
}
