package io.sigmaprompt.bridge.ulog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** A window that slides over a file, so that a log of any size takes the same memory. */
final class UlogInput implements AutoCloseable {
    /** Holds the longest message, whose length has two bytes, with its head. */
    private static final int WINDOW = 1 << 18;

    private final FileChannel channel;
    private final long size;
    private final ByteBuffer window =
            ByteBuffer.allocate(WINDOW).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long windowAt;

    UlogInput(FileChannel channel) throws IOException {
        this.channel = channel;
        size = channel.size();
    }

    long size() {
        return size;
    }

    /** Makes {@code count} bytes from {@code at} readable; false where the file does not have them. */
    boolean has(long at, int count) throws IOException {
        if (at < 0 || count > WINDOW || at > size - count) {
            return false;
        }
        if (at < windowAt || at + count > windowAt + window.limit()) {
            fill(at);
        }
        return at + count <= windowAt + window.limit();
    }

    private void fill(long at) throws IOException {
        window.clear();
        windowAt = at;
        while (window.hasRemaining() && channel.read(window, at + window.position()) > 0) {
            // Until the window is full or the file ends.
        }
        window.flip();
    }

    int unsignedByte(long at) {
        return window.get((int) (at - windowAt)) & 0xFF;
    }

    int unsignedShort(long at) {
        return window.getShort((int) (at - windowAt)) & 0xFFFF;
    }

    /** Bytes that {@link #has} made readable; valid until it is asked again. */
    ByteBuffer slice(long at, int count) {
        return window.slice((int) (at - windowAt), count).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
