package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole run whose alarms go to somebody who takes them and never answers. */
@Timeout(120)
class HangingWebhookTest {
    private static final String SCENARIO = """
            scenario: nobody-answers
            duration: 2 s
            robots:
              - {name: arm, model: 'library:industrial-arm', hardware: simulated, mode: SIMULATED}
            alarms:
              rules:
                - name: here
                  text: it has begun
                  priority: HIGH
                  when: {mode: SIMULATED}
            """;
    private static final String NOTIFY = """
              notify:
                - to: 'webhook:http://127.0.0.1:%d/'
                  options: {attempts: 2, timeout: 300 ms, pause: 1 ms, farewell: 30 s}
            """;

    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    private JsonNode run(String scenario, String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".yaml"), scenario);
        Path run = folder.resolve(name);
        Call call = Call.of("run", file.toString(), "--speed", "1", "--out", run.toString());
        assertEquals(0, call.code(), call.out() + call.err());
        return JsonMapper.shared().readTree(Files.readString(run.resolve("result.json")));
    }

    @Test
    void theSessionGoesOnAndItIsToldAtTheEndWhoWasNotReached() throws IOException {
        JsonNode quiet = run(SCENARIO, "quiet");
        JsonNode hanging =
                run(SCENARIO + String.format(NOTIFY, server.getAddress().getPort()), "hanging");
        assertEquals(quiet.get("traceHash"), hanging.get("traceHash"), "not a bit of the session depends on it");
        assertEquals(2.0, hanging.get("simSeconds").asDouble());
        for (JsonNode warning : hanging.get("warnings")) {
            assertTrue(!warning.asString().contains("behind its pace"), "the loop was kept waiting: " + warning);
        }
        assertEquals(2, calls.get(), "tried twice, as was said, and then given up");
        assertTrue(
                hanging.get("warnings").toString().contains("after 2 attempts: no answer within 300 ms"),
                () -> "told: " + hanging.get("warnings"));
    }
}
