package io.sigmaprompt.scenarios.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/**
 * Room on a disk that is taken at a session's start and given back when the disk is full, so that the small files that
 * matter, the journal's end and the result, can still be written after a trace ate the rest. Where the system can, its
 * file has no name from the start, so that even a killed process leaves none.
 */
final class DiskReserve implements AutoCloseable {
    static final int BYTES = 256 * 1024;
    private static final String NAME = ".reserve";

    private final SeekableByteChannel channel;
    private boolean held = true;

    private DiskReserve(SeekableByteChannel channel) {
        this.channel = channel;
    }

    /** Takes as much of the reserve as there is room for. */
    static DiskReserve take(Path folder) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(
                folder.resolve(NAME),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        // Nothing that a file system could compress or leave out as a hole.
        byte[] noise = new byte[BYTES];
        new Random(1).nextBytes(noise);
        ByteBuffer bytes = ByteBuffer.wrap(noise);
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException full) {
            // Less than wished: the session's own files will say so soon enough.
            return new DiskReserve(channel);
        }
        return new DiskReserve(channel);
    }

    boolean held() {
        return held;
    }

    /** Gives the room back. */
    @Override
    public void close() {
        held = false;
        try {
            channel.close();
        } catch (IOException e) {
            // There is nothing in it to lose.
            held = false;
        }
    }
}
