package io.sigmaprompt.bridge.notification;

import io.sigmaprompt.twin.port.notification.Notification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts JSON. With a secret, the header {@code X-Sigma-Signature} holds {@code sha256=} and the HMAC-SHA-256 (RFC 2104) of
 * the body in hexadecimal digits.
 */
final class Webhook implements Channel {
    static final String SIGNATURE = "X-Sigma-Signature";

    /** The same for each attempt at one notification, so that a receiver can drop repetitions. */
    static final String DELIVERY = "X-Sigma-Delivery";

    private static final String HMAC = "HmacSHA256";
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;
    private static final int REQUEST_TIMEOUT = 408;

    private final URI address;
    private final String name;
    private final String secret;
    private final Duration timeout;
    private final HttpClient client;

    Webhook(URI address, String name, String secret, Duration timeout) {
        this.address = address;
        this.name = name;
        this.secret = secret;
        this.timeout = timeout;
        client = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void deliver(Notification notification) throws UndeliveredException, InterruptedException {
        byte[] body = NotificationJson.of(notification).getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header(DELIVERY, notification.session() + "-" + notification.number())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (!secret.isEmpty()) {
            request.header(SIGNATURE, "sha256=" + signature(body, secret));
        }
        int status = answer(request.build());
        if (status / 100 != 2) {
            boolean passing = status >= 500 || status == TOO_MANY || status == TOO_EARLY || status == REQUEST_TIMEOUT;
            throw new UndeliveredException("the answer was " + status, passing);
        }
    }

    /** The answer's status; headers and body together may take no longer than the timeout. */
    private int answer(HttpRequest request) throws UndeliveredException, InterruptedException {
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS).statusCode();
        } catch (TimeoutException e) {
            throw late();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof HttpTimeoutException) {
                throw late();
            }
            String what = cause == null ? "" : ": " + cause.getClass().getSimpleName();
            throw new UndeliveredException("the connection failed" + what, true);
        } finally {
            answer.cancel(true);
        }
    }

    private UndeliveredException late() {
        return new UndeliveredException("no answer within " + timeout.toMillis() + " ms", true);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    static String signature(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}
