package io.sigmaprompt.bridge.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sigmaprompt.bridge.core.Eventually;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.port.notification.Notifier;
import io.sigmaprompt.twin.port.notification.Notifiers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against a real HTTP server that answers, refuses, fails and hangs. */
class WebhookTest {
    private static final Map<String, String> HASTY =
            Map.of("pause", "1 ms", "attempts", "3", "timeout", "200 ms", "farewell", "5 s");

    private static final Map<String, String> PATIENT =
            Map.of("pause", "1 ms", "attempts", "3", "timeout", "60 s", "farewell", "5 s");

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> deliveries = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/ok", exchange -> answer(exchange, 204));
        server.createContext("/fails", exchange -> answer(exchange, 500));
        server.createContext("/refuses", exchange -> answer(exchange, 403));
        server.createContext("/second", exchange -> answer(exchange, bodies.isEmpty() ? 503 : 200));
        server.createContext("/hangs", exchange -> {
            note(exchange);
            await();
        });
        server.createContext("/hangs-in-its-body", exchange -> {
            note(exchange);
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            await();
        });
        server.start();
    }

    private void await() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(HttpExchange exchange) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        deliveries.add(String.valueOf(exchange.getRequestHeaders().getFirst(Webhook.DELIVERY)));
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        note(exchange);
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private Notifier notifier(String path) {
        return Notifiers.create("webhook:" + address(path), path.startsWith("/hangs") ? HASTY : PATIENT);
    }

    @Test
    void anAlarmArrivesAsAJsonObject() {
        try (Notifier notifier = notifier("/ok")) {
            notifier.offer(Alarms.raised(7));
            Eventually.until("a delivery", () -> bodies.size() == 1);
            JsonNode json = JsonMapper.shared().readTree(bodies.getFirst());
            assertEquals("residual/elbow", json.path("alarm").asString());
            assertEquals("HIGH", json.path("priority").asString());
            assertEquals("raised", json.path("event").asString());
            assertEquals(1.5, json.path("sessionSeconds").asDouble());
            assertEquals("cell-7", deliveries.getFirst());
            assertEquals(List.of(), notifier.troubles());
        }
    }

    @Test
    void aSecretSignsTheBody() throws Exception {
        List<String> signatures = new ArrayList<>();
        server.createContext("/signed", exchange -> {
            signatures.add(String.valueOf(exchange.getRequestHeaders().getFirst(Webhook.SIGNATURE)));
            answer(exchange, 200);
        });
        Webhook webhook = new Webhook(URI.create(address("/signed")), "webhook", "key", Duration.ofSeconds(5));
        webhook.deliver(Alarms.raised(1));
        assertEquals(
                "sha256=" + Webhook.signature(bodies.getFirst().getBytes(StandardCharsets.UTF_8), "key"),
                signatures.getFirst());
        webhook.close();
        // The example that RFC 2104's users know: HMAC_SHA256("key", "The quick brown fox …").
        assertEquals(
                "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8",
                Webhook.signature(
                        "The quick brown fox jumps over the lazy dog".getBytes(StandardCharsets.UTF_8), "key"));
    }

    @Test
    void aFailureIsTriedAgainAndTheSecondAttemptArrives() {
        try (Notifier notifier = notifier("/second")) {
            notifier.offer(Alarms.raised(1));
            Eventually.until("a second attempt", () -> bodies.size() == 2);
            assertEquals(deliveries.get(0), deliveries.get(1));
            assertEquals(List.of(), notifier.troubles());
        }
    }

    private void assertGivenUp(String path, int attempts, String why) {
        List<String> troubles = new ArrayList<>();
        try (Notifier notifier = notifier(path)) {
            notifier.offer(Alarms.raised(1));
            Eventually.until("giving up", () -> troubles.addAll(notifier.troubles()) || !troubles.isEmpty());
        }
        assertEquals(attempts, bodies.size());
        assertEquals(
                List.of(
                        "nobody at webhook:http://127.0.0.1 was told that HIGH alarm residual/elbow raised at arm, after "
                                + attempts + (attempts == 1 ? " attempt: " : " attempts: ") + why),
                troubles);
    }

    @Test
    void whatFailsAgainAndAgainIsGivenUpAndSaid() {
        assertGivenUp("/fails", 3, "the answer was 500");
    }

    @Test
    void whatIsRefusedIsNotTriedAgain() {
        assertGivenUp("/refuses", 1, "the answer was 403");
    }

    @Test
    void whatHangsIsGivenUp() {
        assertGivenUp("/hangs", 3, "no answer within 200 ms");
    }

    @Test
    void whatHangsInItsAnswerIsGivenUpToo() {
        assertGivenUp("/hangs-in-its-body", 3, "no answer within 200 ms");
    }

    @Test
    void whoOffersNeverWaitsAndWhatIsTooMuchIsCounted() {
        Map<String, String> small = Map.of("queue", "10", "timeout", "60 s", "attempts", "1", "farewell", "0 s");
        Notifier notifier = Notifiers.create("webhook:" + address("/hangs"), small);
        notifier.offer(Alarms.raised(0));
        Eventually.until("the first under way", () -> bodies.size() == 1);
        for (int i = 1; i <= 1000; i++) {
            notifier.offer(Alarms.raised(i));
        }
        assertEquals(990, notifier.troubles().size());
        notifier.close();
        assertEquals(
                List.of("11 notifications to webhook:http://127.0.0.1 had not arrived when the session ended"),
                notifier.troubles());
        assertEquals(1, bodies.size());
    }

    @Test
    void aWrongAddressIsRefusedWithoutRepeatingIt() {
        BadInputException e = assertThrows(
                BadInputException.class, () -> Notifiers.create("webhook:https://me:hunter2@host/x", Map.of()));
        assertFalse(e.toString().contains("hunter2"), e.toString());
        BadInputException unknown =
                assertThrows(BadInputException.class, () -> Notifiers.create("webhok:https://host/token", Map.of()));
        assertEquals("Did you mean 'webhook:'?", unknown.remedy());
        assertFalse(unknown.toString().contains("token"), unknown.toString());
        BadInputException unset = assertThrows(
                BadInputException.class,
                () -> Notifiers.create("webhook:https://host/x", Map.of("secret-env", "SIGMA_NO_SUCH_VARIABLE")));
        assertTrue(unset.problem().contains("SIGMA_NO_SUCH_VARIABLE"), unset.problem());
    }
}
