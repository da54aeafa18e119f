package io.sigmaprompt.bridge.rosbag;

import java.util.Map;
import java.util.TreeMap;

/**
 * What one chunk holds.
 *
 * @param number of the chunk, from 0 in file order
 * @param compression none, bz2 or lz4
 * @param storedBytes compressed
 * @param plainBytes it claims to come to
 * @param startNanos earliest time of a message; means nothing where there are none
 * @param messages counts by connection
 */
public record ChunkSummary(
        int number,
        String compression,
        long storedBytes,
        long plainBytes,
        long startNanos,
        Map<Integer, Long> messages) {
    static ChunkSummary of(int number, BagChunk chunk, ChunkContents contents) {
        Map<Integer, Long> counts = new TreeMap<>();
        contents.entries().forEach(entry -> counts.merge(entry.connection(), 1L, Long::sum));
        long start =
                contents.entries().isEmpty() ? 0 : contents.entries().getFirst().timeNanos();
        return new ChunkSummary(number, chunk.compression(), chunk.storedBytes(), chunk.plainBytes(), start, counts);
    }
}
