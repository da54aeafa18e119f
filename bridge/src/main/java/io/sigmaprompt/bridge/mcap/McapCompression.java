package io.sigmaprompt.bridge.mcap;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream.BLOCKSIZE;
import net.jpountz.lz4.LZ4FrameOutputStream.FLG;

/** The compressions of chunks that MCAP names (specification, appendix "Well-known compression formats"). */
public enum McapCompression {
    NONE(""),
    /** The LZ4 frame format. */
    LZ4("lz4"),
    ZSTD("zstd");

    /** So much is asked for at once on the word of a file; more only as it is found. */
    private static final int TRUSTED_BYTES = 1 << 26;

    /** What Zstandard itself takes where nobody chooses. */
    private static final int ZSTD_LEVEL = 3;

    private final String key;

    McapCompression(String key) {
        this.key = key;
    }

    /** As it stands in a file. */
    public String key() {
        return key;
    }

    /** The compression that a file calls so. */
    public static Optional<McapCompression> of(String key) {
        return Stream.of(values()).filter(each -> each.key.equals(key)).findFirst();
    }

    static String known() {
        return Stream.of(values()).skip(1).map(each -> "'" + each.key + "'").collect(Collectors.joining(" and "));
    }

    /** The first {@code size} bytes, compressed. */
    byte[] compress(byte[] bytes, int size) throws IOException {
        return switch (this) {
            case NONE -> Arrays.copyOf(bytes, size);
            case LZ4 -> {
                ByteArrayOutputStream packed = new ByteArrayOutputStream(size / 2 + 64);
                try (var frame = new LZ4FrameOutputStream(packed, BLOCKSIZE.SIZE_4MB, FLG.Bits.BLOCK_INDEPENDENCE)) {
                    frame.write(bytes, 0, size);
                }
                yield packed.toByteArray();
            }
            case ZSTD -> {
                byte[] packed = new byte[Math.toIntExact(Zstd.compressBound(size))];
                long length = Zstd.compressByteArray(packed, 0, packed.length, bytes, 0, size, ZSTD_LEVEL);
                if (Zstd.isError(length)) {
                    throw new IOException("zstd: " + Zstd.getErrorName(length));
                }
                yield Arrays.copyOf(packed, (int) length);
            }
        };
    }

    /**
     * What was compressed.
     *
     * @param size bytes it must come to
     * @throws IOException if it is damaged or comes to another size
     */
    byte[] decompress(byte[] packed, long size) throws IOException {
        if (this == NONE) {
            return packed;
        }
        if (size < 0 || size > Integer.MAX_VALUE - 64) {
            throw new IOException("it claims " + Long.toUnsignedString(size) + " bytes; at most 2 GiB are read");
        }
        try (InputStream in = this == LZ4
                ? new LZ4FrameInputStream(new ByteArrayInputStream(packed))
                : new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(packed))) {
            byte[] plain;
            int found;
            if (size <= TRUSTED_BYTES) {
                plain = new byte[(int) size];
                found = in.readNBytes(plain, 0, plain.length);
            } else {
                plain = in.readNBytes((int) size);
                found = plain.length;
            }
            if (found < size || in.read() >= 0) {
                throw new IOException("it claims " + size + " bytes and holds " + (found < size ? found : "more"));
            }
            return plain;
        } catch (RuntimeException e) {
            // Both libraries tell of some damage so.
            throw new IOException(e.getMessage(), e);
        }
    }
}
