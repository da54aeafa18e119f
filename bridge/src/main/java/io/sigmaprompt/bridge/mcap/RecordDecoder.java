package io.sigmaprompt.bridge.mcap;

import io.sigmaprompt.physics.model.BadInputException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the content of one record. Every length is checked against what is left of the record before memory is asked for;
 * bytes after the known fields are skipped, as the specification asks of readers.
 */
final class RecordDecoder {
    private final String place;
    private final ByteBuffer content;

    private RecordDecoder(String place, ByteBuffer content) {
        this.place = place;
        this.content = content;
    }

    /**
     * Decodes a record.
     *
     * @param place file and offset of the record, for messages
     * @param bytes the content, from position to limit
     */
    static McapRecord decode(String place, int opcode, ByteBuffer bytes) {
        ByteBuffer content = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        try {
            return new RecordDecoder(place, content).record(opcode);
        } catch (BufferUnderflowException e) {
            throw new BadInputException(
                    place,
                    "a record of opcode 0x%02x with %d bytes of content is too short for its fields"
                            .formatted(opcode, content.limit()),
                    McapDamage.REMEDY);
        }
    }

    private McapRecord record(int opcode) {
        return switch (opcode) {
            case Opcode.HEADER -> new McapRecord.Header(text(), text());
            case Opcode.FOOTER -> new McapRecord.Footer(u64(), u64(), u32());
            case Opcode.SCHEMA -> new McapRecord.Schema(u16(), text(), text(), bytes(u32()));
            case Opcode.CHANNEL -> new McapRecord.Channel(u16(), u16(), text(), text(), texts());
            case Opcode.MESSAGE -> new McapRecord.Message(u16(), u32(), u64(), u64(), bytes(content.remaining()));
            case Opcode.CHUNK -> new McapRecord.Chunk(u64(), u64(), u64(), u32(), text(), bytes(u64()));
            case Opcode.MESSAGE_INDEX -> new McapRecord.MessageIndex(u16(), indexEntries());
            case Opcode.CHUNK_INDEX ->
                new McapRecord.ChunkIndex(u64(), u64(), u64(), u64(), counts(), u64(), text(), u64(), u64());
            case Opcode.ATTACHMENT -> new McapRecord.Attachment(u64(), u64(), text(), text(), bytes(u64()), u32());
            case Opcode.ATTACHMENT_INDEX ->
                new McapRecord.AttachmentIndex(u64(), u64(), u64(), u64(), u64(), text(), text());
            case Opcode.STATISTICS ->
                new McapRecord.Statistics(u64(), u16(), u32(), u32(), u32(), u32(), u64(), u64(), counts());
            case Opcode.METADATA -> new McapRecord.Metadata(text(), texts());
            case Opcode.METADATA_INDEX -> new McapRecord.MetadataIndex(u64(), u64(), text());
            case Opcode.SUMMARY_OFFSET -> new McapRecord.SummaryOffset(content.get() & 0xFF, u64(), u64());
            case Opcode.DATA_END -> new McapRecord.DataEnd(u32());
            default -> new McapRecord.Unknown(opcode, bytes(content.remaining()));
        };
    }

    private int u16() {
        return content.getShort() & 0xFFFF;
    }

    private long u32() {
        return content.getInt() & 0xFFFF_FFFFL;
    }

    private long u64() {
        return content.getLong();
    }

    private byte[] bytes(long length) {
        byte[] taken = new byte[fitting(length)];
        content.get(taken);
        return taken;
    }

    private String text() {
        return new String(bytes(u32()), StandardCharsets.UTF_8);
    }

    private Map<String, String> texts() {
        int end = endOfList();
        Map<String, String> map = new LinkedHashMap<>();
        while (content.position() < end) {
            map.put(text(), text());
        }
        requireEnd(end);
        return map;
    }

    private Map<Integer, Long> counts() {
        int end = endOfList();
        Map<Integer, Long> map = new LinkedHashMap<>();
        while (content.position() < end) {
            map.put(u16(), u64());
        }
        requireEnd(end);
        return map;
    }

    private List<McapRecord.MessageIndex.Entry> indexEntries() {
        int end = endOfList();
        List<McapRecord.MessageIndex.Entry> entries = new ArrayList<>();
        while (content.position() < end) {
            entries.add(new McapRecord.MessageIndex.Entry(u64(), u64()));
        }
        requireEnd(end);
        return entries;
    }

    private int endOfList() {
        int length = fitting(u32());
        return content.position() + length;
    }

    private int fitting(long length) {
        if (length < 0 || length > content.remaining()) {
            throw new BadInputException(
                    place,
                    "a field claims " + Long.toUnsignedString(length) + " bytes where the record has "
                            + content.remaining() + " left",
                    McapDamage.REMEDY);
        }
        return (int) length;
    }

    private void requireEnd(int end) {
        if (content.position() != end) {
            throw new BadInputException(
                    place,
                    "the entries of a map or list run " + (content.position() - end) + " bytes past its stated end",
                    McapDamage.REMEDY);
        }
    }
}
