package io.sigmaprompt.bridge.mcap;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Goes along the records inside a chunk. */
final class RecordCursor {
    /** Sees one record. */
    @FunctionalInterface
    interface Visitor {
        /** @param content of the record, little-endian, from position to limit */
        void see(int opcode, int offset, ByteBuffer content);
    }

    private static final int MESSAGE_HEAD = Short.BYTES + Integer.BYTES + 2 * Long.BYTES;
    private static final int LOG_TIME_AT = Short.BYTES + Integer.BYTES;

    private final ByteBuffer records;
    private final String place;

    RecordCursor(ByteBuffer records, String place) {
        this.records = records;
        this.place = place;
    }

    void forEach(Visitor visitor) {
        int offset = 0;
        while (offset < records.limit()) {
            int length = contentLength(offset);
            visitor.see(
                    records.get(offset) & 0xFF,
                    offset,
                    records.slice(offset + Opcode.PREFIX_BYTES, length).order(ByteOrder.LITTLE_ENDIAN));
            offset += Opcode.PREFIX_BYTES + length;
        }
    }

    /** The message at an offset in the chunk. */
    McapRecord.Message message(long offset) {
        if (offset < 0 || offset >= records.limit() || records.get((int) offset) != Opcode.MESSAGE) {
            throw McapDamage.at(
                    place, "a message index points at " + offset + " in the chunk, where no message stands");
        }
        int length = contentLength((int) offset);
        return (McapRecord.Message)
                RecordDecoder.decode(place, Opcode.MESSAGE, records.slice((int) offset + Opcode.PREFIX_BYTES, length));
    }

    private int contentLength(int offset) {
        long room = records.limit() - (long) offset - Opcode.PREFIX_BYTES;
        long length = room < 0 ? -1 : records.getLong(offset + 1);
        if (length < 0 || length > room) {
            throw McapDamage.at(
                    place + " (record at " + offset + " in the chunk)", "the record runs past the end of its chunk");
        }
        return (int) length;
    }

    static int channelOf(ByteBuffer message, String place) {
        return whole(message, place).getShort(0) & 0xFFFF;
    }

    static long logTimeOf(ByteBuffer message, String place) {
        return whole(message, place).getLong(LOG_TIME_AT);
    }

    private static ByteBuffer whole(ByteBuffer message, String place) {
        if (message.limit() < MESSAGE_HEAD) {
            throw McapDamage.at(place, "a message of " + message.limit() + " bytes is too short for its fields");
        }
        return message;
    }
}
