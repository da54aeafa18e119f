package io.sigmaprompt.bridge.rosbridge;

import io.sigmaprompt.twin.port.OutsideFailureException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Why a connection could not be made, in words, and what to look at. */
final class ConnectFailure extends Exception {
    private static final long serialVersionUID = 1L;
    private static final String RUNNING =
            "Check that the robot is on, that its rosbridge server runs (ros2 launch rosbridge_server"
                    + " rosbridge_websocket_launch.xml) and that no firewall stands between";

    private final String remedy;
    private final boolean hopeless;

    private ConnectFailure(String problem, String remedy, boolean hopeless, Throwable cause) {
        super(problem, cause);
        this.remedy = remedy;
        this.hopeless = hopeless;
    }

    /** Whether trying again at once makes no sense. */
    boolean hopeless() {
        return hopeless;
    }

    /** Whether all that is known is that nobody answered in time. */
    boolean silence() {
        return getCause() instanceof TimeoutException;
    }

    OutsideFailureException at(String place) {
        return new OutsideFailureException(place, problem(), remedy, this);
    }

    static ConnectFailure timeout(long nanos) {
        return new ConnectFailure("no answer within " + seconds(nanos), RUNNING, false, new TimeoutException());
    }

    static ConnectFailure closedEarly(String reason) {
        return new ConnectFailure("it was reached, but then " + reason, RUNNING, false, new IOException(reason));
    }

    /** What happened. */
    String problem() {
        return String.valueOf(getMessage());
    }

    /** Connects, and waits for the WebSocket's handshake. */
    static void connect(HttpClient http, RosbridgeSettings settings, RosbridgeSocket listener, long timeoutNanos)
            throws InterruptedException, ConnectFailure {
        String host = settings.address().host();
        try {
            InetAddress unused = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new ConnectFailure(
                    "the host name '" + host + "' is not known",
                    "Check its spelling, or use the robot's IP address",
                    true,
                    e);
        }
        CompletableFuture<?> connecting = http.newWebSocketBuilder()
                .connectTimeout(Duration.ofNanos(timeoutNanos))
                .buildAsync(URI.create(settings.webSocketUri()), listener);
        try {
            connecting.get(timeoutNanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            connecting.cancel(true);
            throw timeout(timeoutNanos);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw of(cause == null ? e : cause, timeoutNanos);
        }
    }

    private static ConnectFailure of(Throwable cause, long timeoutNanos) {
        return switch (cause) {
            case HttpTimeoutException e -> timeout(timeoutNanos);
            case WebSocketHandshakeException e ->
                new ConnectFailure(
                        "a web server answered (HTTP " + e.getResponse().statusCode() + "), but not a WebSocket server",
                        "Check the port and path; rosbridge listens at " + RosbridgeSettings.DEFAULT_PORT
                                + " unless told otherwise",
                        true,
                        e);
            case NoRouteToHostException e -> new ConnectFailure("there is no way to that host", RUNNING, false, e);
            case ConnectException e ->
                new ConnectFailure(
                        e.getMessage() == null || e.getMessage().contains("refused")
                                ? "the connection was refused: nothing listens there"
                                : "the connection failed (" + e.getMessage() + ")",
                        RUNNING,
                        false,
                        e);
            case IOException e ->
                new ConnectFailure(
                        "something listens there, but it is not a WebSocket server (" + e.getMessage() + ")",
                        "Check the port; rosbridge listens at " + RosbridgeSettings.DEFAULT_PORT
                                + " unless told otherwise",
                        true,
                        e);
            default -> new ConnectFailure("connecting failed (" + cause + ")", RUNNING, true, cause);
        };
    }

    private static String seconds(long nanos) {
        return Math.rint(nanos / 1e6) / 1000 + " s";
    }
}
