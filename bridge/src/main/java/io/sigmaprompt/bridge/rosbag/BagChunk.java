package io.sigmaprompt.bridge.rosbag;

/**
 * Where a chunk stands in a bag.
 *
 * @param offset of its record, bytes from the start of the file
 * @param dataOffset of its stored bytes
 * @param storedBytes that are there, compressed
 * @param compression none, bz2 or lz4
 * @param plainBytes it claims to come to
 * @param cut whether the file ends within it
 */
record BagChunk(long offset, long dataOffset, int storedBytes, String compression, long plainBytes, boolean cut) {}
