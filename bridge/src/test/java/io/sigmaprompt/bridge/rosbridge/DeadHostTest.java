package io.sigmaprompt.bridge.rosbridge;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.sigmaprompt.bridge.core.Eventually;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.LinkState;
import io.sigmaprompt.twin.port.OutsideFailureException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class DeadHostTest {
    private static final Map<String, String> SOON = Map.of("connect-timeout", "400 ms");

    /** Where somebody answers, a busy machine may take a while to bring the answer. */
    private static final Map<String, String> LATER = Map.of("connect-timeout", "5 s");

    private static void assertFails(String place, String happened) {
        assertFails(SOON, place, happened);
    }

    private static void assertFails(Map<String, String> options, String place, String happened) {
        OutsideFailureException error =
                assertThrows(OutsideFailureException.class, () -> Wire.open("rosbridge://" + place, options));
        assertTrue(error.getMessage().startsWith(place + ": "), error.getMessage());
        assertTrue(error.getMessage().contains(happened), error.getMessage());
        assertTrue(error.getMessage().contains(". Check"), error.getMessage());
    }

    @Test
    void aPortWhereNothingListensIsSaidToRefuse() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertFails(LATER, "127.0.0.1:" + free, "refused");
    }

    @Test
    void anUnknownNameIsSaidToBeUnknown() {
        assertFails("no-such-robot.invalid:9090", "'no-such-robot.invalid' is not known");
    }

    @Test
    void aHostThatAcceptsAndSaysNothingTimesOut() throws IOException {
        try (SilentServer server = new SilentServer(false)) {
            assertFails("127.0.0.1:" + server.port(), "no answer within 0.4 s");
        }
    }

    @Test
    void aWebServerIsNotTakenForRosbridge() throws IOException {
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.start();
        try {
            assertFails(LATER, "127.0.0.1:" + web.getAddress().getPort(), "HTTP 404");
        } finally {
            web.stop(0);
        }
    }

    @Test
    void anotherProtocolIsNotTakenForRosbridge() throws IOException {
        try (ServerSocket ssh = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket socket = ssh.accept()) {
                    socket.getOutputStream().write("SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.US_ASCII));
                    socket.getOutputStream().flush();
                    int unused = socket.getInputStream().readAllBytes().length;
                } catch (IOException e) {
                    // the test is over
                }
            });
            assertFails("127.0.0.1:" + ssh.getLocalPort(), "not a WebSocket server");
        }
    }

    @Test
    void aHostThatFallsSilentIsPingedThenLostThenTriedAgain() throws IOException {
        try (SilentServer server = new SilentServer(true);
                Wire wire = Wire.open(
                        "rosbridge://127.0.0.1:" + server.port(),
                        Map.of("silence", "100 ms", "connect-timeout", "10 s"))) {
            KernelInput.Link lost = wire.await(LinkState.LOST);
            assertTrue(lost.reason().contains("silent"), lost.reason());
            Eventually.until("another attempt", () -> server.connections() > 1);
        }
    }

    @Test
    void aHostThatOnlyAnswersPingsIsNotLost() {
        try (ScriptedServer server = ScriptedServer.started(0);
                Wire wire = Wire.open(server.uri(), Map.of("silence", "250 ms"))) {
            long since = System.nanoTime();
            Eventually.until("a second of pings", () -> System.nanoTime() - since > 1_000_000_000);
            assertTrue(wire.inputs().stream()
                    .noneMatch(input -> input instanceof KernelInput.Link link && link.state() == LinkState.LOST));
        }
    }
}
