package io.sigmaprompt.bridge.groot;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first frame of a request, 6 bytes: protocol, kind (a letter), and a number that the reply repeats (4 bytes, little
 * endian).
 */
record RequestHeader(int protocol, char kind, int number) {
    static final int PROTOCOL = 2;

    private static final int SIZE = 6;
    private static final int TREE_ID = 16;

    /** Reads it; null where it is none. */
    static @Nullable RequestHeader read(byte[] frame) {
        if (frame.length != SIZE) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
        return new RequestHeader(bytes.get() & 0xFF, (char) (bytes.get() & 0xFF), bytes.getInt());
    }

    /** The first frame of the reply, 22 bytes: the request's with our protocol, and which tree it is about. */
    byte[] reply(UUID tree) {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE + TREE_ID).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) PROTOCOL).put((byte) kind).putInt(number);
        bytes.order(ByteOrder.BIG_ENDIAN)
                .putLong(tree.getMostSignificantBits())
                .putLong(tree.getLeastSignificantBits());
        return bytes.array();
    }
}
