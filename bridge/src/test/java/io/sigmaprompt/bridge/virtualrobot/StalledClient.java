package io.sigmaprompt.bridge.virtualrobot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Shakes hands by hand, subscribes, asks for much and never reads an answer. */
final class StalledClient implements AutoCloseable {
    private final Socket socket = new Socket();

    StalledClient(String uri) {
        URI address = URI.create(uri);
        try {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            write(("GET / HTTP/1.1\r\nHost: " + address.getHost() + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            readHead(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = in.read();
            if (read < 0) {
                throw new IOException("no handshake");
            }
            head.append((char) read);
        }
    }

    /** Calls for long answers until they clog the connection, and subscribes to everything. */
    void floodWithAnswers() {
        String longName = "x".repeat(20_000);
        try {
            for (int i = 0; i < 800; i++) {
                frame("{\"op\":\"call_service\",\"service\":\"/" + longName + "\"}");
            }
            frame("{\"op\":\"subscribe\",\"topic\":\"/joint_states\"}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // RFC 6455, section 5.2: a text frame whose masking key is zero, so that its payload stands as it is
    private void frame(String text) throws IOException {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        int head = payload.length < 126 ? 6 : 8;
        byte[] frame = new byte[head + payload.length];
        frame[0] = (byte) 0x81;
        if (payload.length < 126) {
            frame[1] = (byte) (0x80 | payload.length);
        } else {
            frame[1] = (byte) (0x80 | 126);
            frame[2] = (byte) (payload.length >> 8);
            frame[3] = (byte) payload.length;
        }
        System.arraycopy(payload, 0, frame, head, payload.length);
        write(frame);
    }

    private void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
