package io.sigmaprompt.bridge.mcap;

import java.util.List;
import java.util.Map;

/**
 * One record of an MCAP file, as the specification (mcap.dev, section "Records") lays it out.
 *
 * <p>Times are nanoseconds; lengths and offsets are bytes from the start of the file. Unsigned 64-bit fields are kept in
 * a {@code long} with their bits unchanged, unsigned 32-bit fields in a {@code long}. Byte arrays are not copied: treat
 * them as read-only.
 */
public sealed interface McapRecord {

    /** First record of every file: which conventions it follows and what wrote it. */
    record Header(String profile, String library) implements McapRecord {}

    /** Last record of every file: where the summary stands; zero means absent. */
    record Footer(long summaryStart, long summaryOffsetStart, long summaryCrc) implements McapRecord {}

    /** How the messages of a channel are laid out; id 0 is never used. */
    record Schema(int id, String name, String encoding, byte[] data) implements McapRecord {}

    /** A stream of messages of one topic; {@code schemaId} 0 means that it has no schema. */
    record Channel(int id, int schemaId, String topic, String messageEncoding, Map<String, String> metadata)
            implements McapRecord {}

    /** One message of a channel. */
    record Message(int channelId, long sequence, long logTime, long publishTime, byte[] data) implements McapRecord {}

    /** A batch of schemas, channels and messages; {@code records} as stored, compressed or not. */
    record Chunk(
            long messageStartTime,
            long messageEndTime,
            long uncompressedSize,
            long uncompressedCrc,
            String compression,
            byte[] records)
            implements McapRecord {}

    /** Where the messages of one channel stand in the chunk before it. */
    record MessageIndex(int channelId, List<Entry> entries) implements McapRecord {
        /** A message's log time and its offset from the start of the uncompressed chunk. */
        public record Entry(long logTime, long offset) {}
    }

    /** Where a chunk and its message indexes stand in the file. */
    record ChunkIndex(
            long messageStartTime,
            long messageEndTime,
            long chunkStartOffset,
            long chunkLength,
            Map<Integer, Long> messageIndexOffsets,
            long messageIndexLength,
            String compression,
            long compressedSize,
            long uncompressedSize)
            implements McapRecord {}

    /** A file carried along, such as a robot's description. */
    record Attachment(long logTime, long createTime, String name, String mediaType, byte[] data, long crc)
            implements McapRecord {}

    /** Where an attachment stands. */
    record AttachmentIndex(
            long offset, long length, long logTime, long createTime, long dataSize, String name, String mediaType)
            implements McapRecord {}

    /** Counts over the whole file. */
    record Statistics(
            long messageCount,
            int schemaCount,
            long channelCount,
            long attachmentCount,
            long metadataCount,
            long chunkCount,
            long messageStartTime,
            long messageEndTime,
            Map<Integer, Long> channelMessageCounts)
            implements McapRecord {}

    /** Named key-value pairs about the recording. */
    record Metadata(String name, Map<String, String> values) implements McapRecord {}

    /** Where a metadata record stands. */
    record MetadataIndex(long offset, long length, String name) implements McapRecord {}

    /** Where the summary's records of one opcode stand. */
    record SummaryOffset(int groupOpcode, long groupStart, long groupLength) implements McapRecord {}

    /** End of the data section; a CRC of 0 means that none was computed. */
    record DataEnd(long dataSectionCrc) implements McapRecord {}

    /** A record of an opcode that this version does not know; readers skip it. */
    record Unknown(int opcode, byte[] content) implements McapRecord {}
}
