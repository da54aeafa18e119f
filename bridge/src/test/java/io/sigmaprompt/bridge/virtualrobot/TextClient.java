package io.sigmaprompt.bridge.virtualrobot;

import io.sigmaprompt.bridge.core.Eventually;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;

/** A client that sends and remembers bare texts. */
final class TextClient extends WebSocketClient implements AutoCloseable {
    private static final Pattern STAMP = Pattern.compile("\"sec\":(\\d+),\"nanosec\":(\\d+)");
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private TextClient(URI uri) {
        super(uri);
    }

    static TextClient connect(String uri) {
        TextClient client = new TextClient(URI.create(uri.replace("rosbridge://", "ws://")));
        try {
            if (!client.connectBlocking(10, TimeUnit.SECONDS)) {
                throw new AssertionError("no connection to " + uri);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return client;
    }

    String await(Predicate<String> which) {
        Eventually.until(() -> heard.stream().anyMatch(which), () -> "an answer among " + heard);
        return heard.stream().filter(which).findFirst().orElseThrow();
    }

    long count(String part) {
        return heard.stream().filter(text -> text.contains(part)).count();
    }

    /** Stamps, in seconds, of the whole messages that contain a text. */
    List<Double> times(String part) {
        List<Double> times = new ArrayList<>();
        for (String text : heard) {
            Matcher stamp = STAMP.matcher(text);
            if (!text.contains("fragment") && text.contains(part) && stamp.find()) {
                times.add(Long.parseLong(stamp.group(1)) + Long.parseLong(stamp.group(2)) * 1e-9);
            }
        }
        return times;
    }

    @Override
    public void onOpen(ServerHandshake handshake) {}

    @Override
    public void onMessage(String text) {
        heard.add(text);
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {}

    @Override
    public void onError(Exception error) {}
}
