package io.sigmaprompt.bridge.rosbag;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import net.jpountz.lz4.LZ4FrameInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks chunks as far as they are whole. Memory grows with what is found, not with what is claimed. */
final class BagCompression {
    private static final int STEP_BYTES = 1 << 16;
    private static final long MAX_BYTES = 1L << 30;

    /**
     * What a chunk came to.
     *
     * @param bytes up to the damage
     * @param problem what is wrong behind them, or null
     */
    record Unpacked(byte[] bytes, @Nullable String problem) {}

    private BagCompression() {}

    static Unpacked unpack(byte[] stored, BagChunk chunk) {
        long claimed = chunk.plainBytes();
        if (chunk.compression().equals("none")) {
            return new Unpacked(stored, null);
        }
        if (claimed > MAX_BYTES) {
            return new Unpacked(new byte[0], "the chunk claims " + claimed + " bytes; at most 1 GiB are read");
        }
        var plain = new ByteArrayOutputStream();
        String problem = null;
        try (InputStream in = open(stored, chunk.compression())) {
            byte[] step = new byte[STEP_BYTES];
            for (int read = in.read(step); read >= 0 && plain.size() <= claimed; read = in.read(step)) {
                plain.write(step, 0, read);
            }
            if (plain.size() != claimed) {
                problem = "the chunk claims " + claimed + " bytes and holds "
                        + (plain.size() > claimed ? "more" : plain.size());
            }
        } catch (IOException | RuntimeException e) {
            // Both libraries tell of some damage by unchecked exceptions.
            problem = "the chunk cannot be unpacked as " + chunk.compression() + " (" + e.getMessage() + ")";
        }
        return new Unpacked(plain.toByteArray(), problem);
    }

    private static InputStream open(byte[] stored, String compression) throws IOException {
        var in = new ByteArrayInputStream(stored);
        return switch (compression) {
            case "bz2" -> new BZip2CompressorInputStream(in);
            case "lz4" -> new LZ4FrameInputStream(in);
            default -> throw new IOException("there is no such compression in ROS 1 bags; known are none, bz2 and lz4");
        };
    }
}
