package io.sigmaprompt.twin.journal;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CorruptDataException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Unpacks what a {@link SegmentPacker} packed, segment by segment in their order. */
final class SegmentUnpacker implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    /** No segment of a session comes near this: a claim beyond it is damage. */
    private static final int LONGEST = 1 << 28;

    private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();
    private final RecordDelta delta = new RecordDelta();
    private final ByteBuffer target = ByteBuffer.allocateDirect(BUFFER);

    /** The next segment begins a new stream. */
    void restart() {
        zstd.reset();
        delta.clear();
    }

    /**
     * Unpacks a segment.
     *
     * @param records takes each record in its order
     * @throws CorruptDataException if it is not what was packed
     */
    void unpack(byte[] bytes, int offset, int length, Consumer<CanonicalInput> records) {
        byte[] plain = plain(bytes, offset, length);
        int at = 0;
        while (at < plain.length) {
            if (plain.length - at < Integer.BYTES) {
                throw new CorruptDataException("a segment that ends within a record");
            }
            int size = new CanonicalInput(plain, at, Integer.BYTES).getInt();
            at += Integer.BYTES;
            if (size <= 0 || size > plain.length - at) {
                throw new CorruptDataException("a record of " + size + " bytes");
            }
            if (plain[at] == JournalFormat.INPUT) {
                delta.decode(plain, at, size);
            }
            records.accept(new CanonicalInput(plain, at, size));
            at += size;
        }
    }

    private byte[] plain(byte[] bytes, int offset, int length) {
        ByteBuffer source =
                ByteBuffer.allocateDirect(length).put(bytes, offset, length).flip();
        ByteArrayOutputStream all = new ByteArrayOutputStream(4 * length);
        byte[] part = new byte[BUFFER];
        try {
            int found;
            do {
                target.clear();
                zstd.decompressDirectByteBufferStream(target, source);
                found = target.flip().remaining();
                target.get(part, 0, found);
                all.write(part, 0, found);
            } while ((source.hasRemaining() || found == BUFFER) && all.size() <= LONGEST);
        } catch (ZstdException e) {
            throw new CorruptDataException("a segment that cannot be unpacked: " + e.getMessage());
        }
        if (all.size() > LONGEST) {
            throw new CorruptDataException("a segment of more than " + LONGEST + " bytes");
        }
        return all.toByteArray();
    }

    /** Unpacks a block of its own. */
    static byte[] alone(byte[] packed) {
        try {
            long size = Zstd.getFrameContentSize(packed);
            if (size < 0 || size > LONGEST) {
                throw new CorruptDataException("a block of " + size + " bytes");
            }
            return Zstd.decompress(packed, (int) size);
        } catch (ZstdException e) {
            throw new CorruptDataException("a block that cannot be unpacked: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        zstd.close();
    }
}
