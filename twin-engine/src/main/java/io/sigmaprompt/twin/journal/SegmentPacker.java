package io.sigmaprompt.twin.journal;

import com.github.luben.zstd.EndDirective;
import com.github.luben.zstd.ZstdCompressCtx;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Packs records into segments of one Zstandard stream: each segment can be unpacked once those before it were, down to
 * the last record that was put before it was taken.
 */
final class SegmentPacker implements AutoCloseable {
    /** Readings are mostly noise, which no level packs: the first is three times as fast as the third and packs as well. */
    private static final int LEVEL = 1;

    private static final int BUFFER = 1 << 16;

    private final ZstdCompressCtx zstd = new ZstdCompressCtx().setLevel(LEVEL);
    private final RecordDelta delta = new RecordDelta();
    private final ByteBuffer source = ByteBuffer.allocateDirect(BUFFER);
    private final ByteBuffer target = ByteBuffer.allocateDirect(BUFFER);
    private final byte[] part = new byte[BUFFER];
    private final CanonicalOutput plain = new CanonicalOutput();

    /** Begins a new stream: what follows can be unpacked without anything before. What was not taken is lost. */
    void restart() {
        zstd.reset();
        zstd.setLevel(LEVEL);
        delta.clear();
        plain.clear();
    }

    boolean isEmpty() {
        return plain.size() == 0;
    }

    /** Bytes that were put and not taken yet, before packing. */
    int size() {
        return plain.size();
    }

    /** Puts a record; an input's is changed in place into its difference. */
    void put(CanonicalOutput record) {
        byte[] bytes = record.array();
        int length = record.size();
        if (bytes[0] == JournalFormat.INPUT) {
            delta.encode(bytes, 0, length);
        }
        plain.putInt(length);
        plain.putRaw(bytes, 0, length);
    }

    /** Packs all that was put into a segment, appended to {@code out}. */
    void take(CanonicalOutput out) {
        int at = 0;
        boolean done = false;
        while (!done) {
            int more = Math.min(BUFFER, plain.size() - at);
            source.clear();
            source.put(plain.array(), at, more).flip();
            at += more;
            boolean last = at == plain.size();
            do {
                target.clear();
                done = zstd.compressDirectByteBufferStream(
                                target, source, last ? EndDirective.FLUSH : EndDirective.CONTINUE)
                        && last;
                target.flip();
                target.get(part, 0, target.limit());
                out.putRaw(part, 0, target.limit());
            } while (source.hasRemaining() || last && !done);
        }
        plain.clear();
    }

    /** A block of its own, which no other is needed for. */
    static byte[] alone(byte[] bytes) {
        try (ZstdCompressCtx one = new ZstdCompressCtx().setLevel(LEVEL)) {
            byte[] packed = one.compress(bytes);
            return Arrays.copyOf(packed, packed.length);
        }
    }

    @Override
    public void close() {
        zstd.close();
    }
}
