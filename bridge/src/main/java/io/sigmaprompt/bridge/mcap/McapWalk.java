package io.sigmaprompt.bridge.mcap;

import io.sigmaprompt.physics.model.BadInputException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds what a file holds by walking along its records, for files without a summary that can be trusted. It ends at the
 * first damage and tells where; all that stands before is found.
 */
final class McapWalk {
    private final McapFile file;
    private final McapContents contents = new McapContents();

    private McapWalk(McapFile file) {
        this.file = file;
    }

    static McapContents along(McapFile file) {
        McapWalk walk = new McapWalk(file);
        walk.walk();
        return walk.contents;
    }

    private void walk() {
        long offset = Opcode.magic().length;
        while (true) {
            long length = file.lengthAt(offset);
            if (length < 0) {
                contents.damagedAt(file.place(offset) + ": the file ends within a record or before its footer");
                return;
            }
            int opcode = file.opcodeAt(offset);
            if (opcode == Opcode.DATA_END || opcode == Opcode.FOOTER) {
                return;
            }
            try {
                visit(opcode, offset, length);
            } catch (BadInputException e) {
                contents.damagedAt(e.place() + ": " + e.problem());
                return;
            }
            offset += length;
        }
    }

    private void visit(int opcode, long offset, long length) {
        switch (opcode) {
            case Opcode.SCHEMA, Opcode.CHANNEL -> contents.take(file.record(offset));
            case Opcode.CHUNK -> chunk((McapRecord.Chunk) file.record(offset), offset, length);
            case Opcode.MESSAGE -> {
                var message = (McapRecord.Message) file.record(offset);
                requireChannel(message.channelId(), file.place(offset));
                contents.loose.add(new McapContents.Loose(message.logTime(), message.channelId(), offset));
            }
            case Opcode.ATTACHMENT -> {
                var found = (McapRecord.Attachment) file.record(offset);
                contents.take(new McapRecord.AttachmentIndex(
                        offset,
                        length,
                        found.logTime(),
                        found.createTime(),
                        found.data().length,
                        found.name(),
                        found.mediaType()));
            }
            case Opcode.METADATA -> {
                var found = (McapRecord.Metadata) file.record(offset);
                contents.take(new McapRecord.MetadataIndex(offset, length, found.name()));
            }
            default -> {}
        }
    }

    private void chunk(McapRecord.Chunk chunk, long offset, long length) {
        String place = file.place(offset);
        ByteBuffer records = ChunkRecords.of(chunk, place);
        Map<Integer, Long> channels = new TreeMap<>();
        new RecordCursor(records, place).forEach((opcode, at, content) -> {
            if (opcode == Opcode.SCHEMA || opcode == Opcode.CHANNEL) {
                contents.take(RecordDecoder.decode(place, opcode, content));
            } else if (opcode == Opcode.MESSAGE) {
                channels.put(requireChannel(RecordCursor.channelOf(content, place), place), 0L);
            }
        });
        contents.take(new McapRecord.ChunkIndex(
                chunk.messageStartTime(),
                chunk.messageEndTime(),
                offset,
                length,
                channels,
                0,
                chunk.compression(),
                chunk.records().length,
                chunk.uncompressedSize()));
    }

    private int requireChannel(int channel, String place) {
        if (!contents.channels.containsKey(channel)) {
            throw McapDamage.at(
                    place, "a message names the channel " + channel + ", which no Channel record before it declares");
        }
        return channel;
    }
}
