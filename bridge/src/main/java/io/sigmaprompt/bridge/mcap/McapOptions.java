package io.sigmaprompt.bridge.mcap;

import java.util.EnumSet;
import java.util.Set;

/**
 * How a file is laid out.
 *
 * @param chunkSize bytes of records after which a chunk is written; 0 for records that stand loose, without chunks
 * @param compression of the chunks
 * @param parts what is written beside the records themselves
 */
public record McapOptions(int chunkSize, McapCompression compression, Set<Part> parts) {
    /** A chunk size that suits traces read over a network as well as from a disk. */
    public static final int DEFAULT_CHUNK_SIZE = 768 * 1024;

    /** Uncompressed chunks and every index: what is read anywhere and survives best. */
    public static final McapOptions DEFAULT =
            new McapOptions(DEFAULT_CHUNK_SIZE, McapCompression.NONE, EnumSet.complementOf(EnumSet.of(Part.PADDING)));

    /** What a file may hold beside its records. */
    public enum Part {
        /** After each chunk, where the messages of each channel stand in it. */
        MESSAGE_INDEX,
        /** In the summary, where each chunk stands: without it nothing can be found but by reading the whole file. */
        CHUNK_INDEX,
        /** In the summary, where each attachment stands. */
        ATTACHMENT_INDEX,
        /** In the summary, where each metadata record stands. */
        METADATA_INDEX,
        /** In the summary, every schema once more. */
        REPEATED_SCHEMAS,
        /** In the summary, every channel once more. */
        REPEATED_CHANNELS,
        /** In the summary, counts and times of the whole file. */
        STATISTICS,
        /** Behind the summary, where the records of each kind stand in it. */
        SUMMARY_OFFSETS,
        /** Bytes behind the known fields of a record, which a reader must skip: for testing readers. */
        PADDING
    }

    public McapOptions {
        if (chunkSize < 0) {
            throw new IllegalArgumentException("The chunk size (" + chunkSize + ") must not be negative.");
        }
        if (chunkSize == 0 && compression != McapCompression.NONE) {
            throw new IllegalArgumentException("Records outside chunks cannot be compressed: give a chunk size.");
        }
        parts = Set.copyOf(parts);
    }

    boolean has(Part part) {
        return parts.contains(part);
    }

    /** The same with chunks of another size. */
    public McapOptions withChunkSize(int size) {
        return new McapOptions(size, compression, parts);
    }

    /** The same with chunks compressed in another way. */
    public McapOptions withCompression(McapCompression other) {
        return new McapOptions(chunkSize, other, parts);
    }
}
