package io.sigmaprompt.bridge.groot;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A REQ socket by the letter of ZMTP 3.0 (rfc.zeromq.org/spec/23), without a ZeroMQ library. */
final class ZmtpClient implements AutoCloseable {
    private static final int MORE = 1;
    private static final int LONG = 2;
    private static final int COMMAND = 4;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    ZmtpClient(String address) throws IOException {
        String[] parts = address.split(":");
        socket = new Socket(parts[0], Integer.parseInt(parts[1]));
        socket.setSoTimeout(20_000);
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        byte[] greeting = new byte[64];
        greeting[0] = (byte) 0xFF;
        greeting[9] = 0x7F;
        greeting[10] = 3;
        System.arraycopy("NULL".getBytes(StandardCharsets.US_ASCII), 0, greeting, 12, 4);
        out.write(greeting);
        out.flush();
        byte[] theirs = in.readNBytes(64);
        if (theirs[0] != (byte) 0xFF || theirs[9] != 0x7F || theirs[10] < 3) {
            throw new IOException("no greeting of ZMTP 3: " + Arrays.toString(theirs));
        }
        byte[] ready = "\u0005READY\u000bSocket-Type\0\0\0\u0003REQ".getBytes(StandardCharsets.ISO_8859_1);
        out.write(COMMAND);
        out.write(ready.length);
        out.write(ready);
        out.flush();
    }

    /** What the other says of itself when it is ready. */
    String peer() throws IOException {
        if (in.readUnsignedByte() != COMMAND) {
            throw new IOException("expected a command first");
        }
        return new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.ISO_8859_1);
    }

    /** Sends what may be nonsense, right behind the greeting. */
    void raw(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    void send(byte[]... frames) throws IOException {
        frame(MORE, new byte[0]);
        for (int i = 0; i < frames.length; i++) {
            frame(i < frames.length - 1 ? MORE : 0, frames[i]);
        }
        out.flush();
    }

    private void frame(int flags, byte[] body) throws IOException {
        if (body.length > 255) {
            out.write(flags | LONG);
            out.writeLong(body.length);
        } else {
            out.write(flags);
            out.write(body.length);
        }
        out.write(body);
    }

    /** The frames of the next reply without its empty delimiter. */
    List<byte[]> reply() throws IOException {
        List<byte[]> frames = new ArrayList<>();
        int flags;
        do {
            flags = in.readUnsignedByte();
            byte[] body = in.readNBytes((flags & LONG) != 0 ? (int) in.readLong() : in.readUnsignedByte());
            if ((flags & COMMAND) == 0) {
                frames.add(body);
            } else {
                flags |= MORE;
            }
        } while ((flags & MORE) != 0);
        if (frames.getFirst().length != 0) {
            throw new IOException("a reply begins with an empty frame");
        }
        return frames.subList(1, frames.size());
    }

    /** A whole conversation: a header with this letter, and more. */
    List<byte[]> ask(char kind, String... more) throws IOException {
        byte[][] frames = new byte[1 + more.length][];
        frames[0] = new byte[] {2, (byte) kind, 0x78, 0x56, 0x34, 0x12};
        for (int i = 0; i < more.length; i++) {
            frames[i + 1] = more[i].getBytes(StandardCharsets.UTF_8);
        }
        send(frames);
        return reply();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
