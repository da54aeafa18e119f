package io.sigmaprompt.bridge.ulog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes ULog bytes by hand, knowing nothing of the reader. */
public final class UlogBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public UlogBytes() {
        this(1, 1_000_000);
    }

    public UlogBytes(int version, long startMicros) {
        out.writeBytes(new byte[] {0x55, 0x4C, 0x6F, 0x67, 0x01, 0x12, 0x35, (byte) version});
        out.writeBytes(body(8).putLong(startMicros).array());
    }

    /** Room of little-endian bytes. */
    public static ByteBuffer body(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    public UlogBytes message(char type, byte... body) {
        return message(body.length, type, body);
    }

    /** A message that may lie about its length. */
    public UlogBytes message(int length, char type, byte... body) {
        out.write(length & 0xFF);
        out.write(length >> 8);
        out.write(type);
        out.writeBytes(body);
        return this;
    }

    public UlogBytes raw(byte... bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public UlogBytes flags(int compatible, int incompatible, long... appended) {
        ByteBuffer body = body(40);
        body.put(0, (byte) compatible);
        body.put(8, (byte) incompatible);
        for (int i = 0; i < appended.length; i++) {
            body.putLong(16 + 8 * i, appended[i]);
        }
        return message('B', body.array());
    }

    public UlogBytes format(String text) {
        return message('F', utf8(text));
    }

    public UlogBytes info(String key, byte... value) {
        return message('I', concat(new byte[] {(byte) key.length()}, utf8(key), value));
    }

    public UlogBytes subscribe(int id, int instance, String topic) {
        return message('A', concat(new byte[] {(byte) instance, (byte) (id & 0xFF), (byte) (id >> 8)}, utf8(topic)));
    }

    public UlogBytes data(int id, ByteBuffer body) {
        return message('D', concat(new byte[] {(byte) (id & 0xFF), (byte) (id >> 8)}, body.array()));
    }

    public UlogBytes logged(char level, long micros, String text) {
        return message('L', concat(body(9).put((byte) level).putLong(micros).array(), utf8(text)));
    }

    public UlogBytes sync() {
        return message('S', new byte[] {0x2F, 0x73, 0x13, 0x20, 0x25, 0x0C, (byte) 0xBB, 0x12});
    }

    public int size() {
        return out.size();
    }

    public byte[] bytes() {
        return out.toByteArray();
    }

    public Path write(Path file) {
        try {
            return Files.write(file, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] concat(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
