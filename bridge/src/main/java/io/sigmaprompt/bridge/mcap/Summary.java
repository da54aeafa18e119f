package io.sigmaprompt.bridge.mcap;

import io.sigmaprompt.bridge.mcap.McapOptions.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a writer remembers for the summary at the end of the file, and how it is laid out there. */
final class Summary {
    final List<McapRecord.Schema> schemas = new ArrayList<>();
    final List<McapRecord.Channel> channels = new ArrayList<>();
    final List<McapRecord.ChunkIndex> chunks = new ArrayList<>();
    final List<McapRecord.AttachmentIndex> attachments = new ArrayList<>();
    final List<McapRecord.MetadataIndex> metadata = new ArrayList<>();
    private final McapOptions options;
    private final Map<Integer, Long> messageCounts = new TreeMap<>();
    private long messages;
    private long startTime;
    private long endTime;

    Summary(McapOptions options) {
        this.options = options;
    }

    void countMessage(int channel, long logTime) {
        messageCounts.merge(channel, 1L, Long::sum);
        startTime = messages == 0 ? logTime : Math.min(startTime, logTime);
        endTime = messages == 0 ? logTime : Math.max(endTime, logTime);
        messages++;
    }

    /**
     * Writes summary and summary offsets, and the footer up to and including its offset fields: exactly what the footer's
     * CRC covers.
     *
     * @param start offset of the summary in the file
     */
    void write(long start, RecordBuffer out) {
        List<McapRecord.SummaryOffset> groups = new ArrayList<>();
        group(
                groups,
                Part.REPEATED_SCHEMAS,
                Opcode.SCHEMA,
                start,
                out,
                () -> schemas.forEach(each -> write(each, out)));
        group(groups, Part.REPEATED_CHANNELS, Opcode.CHANNEL, start, out, () -> channels.forEach(c -> write(c, out)));
        group(groups, Part.STATISTICS, Opcode.STATISTICS, start, out, () -> writeStatistics(out));
        group(
                groups,
                Part.METADATA_INDEX,
                Opcode.METADATA_INDEX,
                start,
                out,
                () -> metadata.forEach(index -> write(index, out)));
        group(
                groups,
                Part.ATTACHMENT_INDEX,
                Opcode.ATTACHMENT_INDEX,
                start,
                out,
                () -> attachments.forEach(index -> write(index, out)));
        group(
                groups,
                Part.CHUNK_INDEX,
                Opcode.CHUNK_INDEX,
                start,
                out,
                () -> chunks.forEach(index -> write(index, out)));
        long offsetsStart = 0;
        if (options.has(Part.SUMMARY_OFFSETS)) {
            offsetsStart = start + out.size();
            groups.forEach(group -> write(group, out));
        }
        out.u8(Opcode.FOOTER).u64(8 + 8 + 4).u64(groups.isEmpty() ? 0 : start).u64(offsetsStart);
    }

    private static void write(McapRecord.SummaryOffset group, RecordBuffer out) {
        int mark = out.beginRecord(Opcode.SUMMARY_OFFSET);
        out.u8(group.groupOpcode()).u64(group.groupStart()).u64(group.groupLength());
        out.endRecord(mark);
    }

    private void group(
            List<McapRecord.SummaryOffset> groups,
            Part part,
            int opcode,
            long start,
            RecordBuffer out,
            Runnable records) {
        if (!options.has(part)) {
            return;
        }
        long before = out.size();
        records.run();
        if (out.size() > before) {
            groups.add(new McapRecord.SummaryOffset(opcode, start + before, out.size() - before));
        }
    }

    static void write(McapRecord.Schema schema, RecordBuffer out) {
        int mark = out.beginRecord(Opcode.SCHEMA);
        out.u16(schema.id()).text(schema.name()).text(schema.encoding());
        out.u32(schema.data().length).raw(schema.data(), schema.data().length);
        out.endRecord(mark);
    }

    static void write(McapRecord.Channel channel, RecordBuffer out) {
        int mark = out.beginRecord(Opcode.CHANNEL);
        out.u16(channel.id()).u16(channel.schemaId()).text(channel.topic()).text(channel.messageEncoding());
        out.texts(channel.metadata());
        out.endRecord(mark);
    }

    private static void write(McapRecord.MetadataIndex index, RecordBuffer out) {
        int mark = out.beginRecord(Opcode.METADATA_INDEX);
        out.u64(index.offset()).u64(index.length()).text(index.name());
        out.endRecord(mark);
    }

    private static void write(McapRecord.AttachmentIndex index, RecordBuffer out) {
        int mark = out.beginRecord(Opcode.ATTACHMENT_INDEX);
        out.u64(index.offset()).u64(index.length()).u64(index.logTime()).u64(index.createTime());
        out.u64(index.dataSize()).text(index.name()).text(index.mediaType());
        out.endRecord(mark);
    }

    private static void write(McapRecord.ChunkIndex index, RecordBuffer out) {
        int mark = out.beginRecord(Opcode.CHUNK_INDEX);
        out.u64(index.messageStartTime()).u64(index.messageEndTime());
        out.u64(index.chunkStartOffset()).u64(index.chunkLength());
        int offsets = out.beginBytes();
        index.messageIndexOffsets()
                .forEach((channel, offset) -> out.u16(channel).u64(offset));
        out.endBytes(offsets);
        out.u64(index.messageIndexLength()).text(index.compression());
        out.u64(index.compressedSize()).u64(index.uncompressedSize());
        out.endRecord(mark);
    }

    private void writeStatistics(RecordBuffer out) {
        int mark = out.beginRecord(Opcode.STATISTICS);
        out.u64(messages).u16(schemas.size()).u32(channels.size());
        out.u32(attachments.size()).u32(metadata.size()).u32(chunks.size());
        out.u64(startTime).u64(endTime);
        int counts = out.beginBytes();
        messageCounts.forEach((channel, count) -> out.u16(channel).u64(count));
        out.endBytes(counts);
        out.endRecord(mark);
    }
}
