package io.sigmaprompt.bridge.mcap;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Growing buffer of MCAP records: little-endian, lengths of records filled in when they end. */
final class RecordBuffer {
    private static final byte[] PADDING = {0x01, (byte) 0xFF, (byte) 0xFF};

    private final boolean padded;
    private ByteBuffer bytes;

    RecordBuffer(int capacity) {
        this(capacity, false);
    }

    /** {@code padded} for bytes behind the known fields of each record that allows it. */
    RecordBuffer(int capacity, boolean padded) {
        this.padded = padded;
        bytes = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

    int size() {
        return bytes.position();
    }

    byte[] array() {
        return bytes.array();
    }

    void clear() {
        bytes.clear();
    }

    /** Opens a record; the returned mark goes to {@link #endRecord}. */
    int beginRecord(int opcode) {
        u8(opcode);
        u64(0);
        return size();
    }

    void endRecord(int mark) {
        if (padded) {
            raw(PADDING, PADDING.length);
        }
        endBareRecord(mark);
    }

    /** Ends a record that takes no padding: what follows its last field would belong to that field. */
    void endBareRecord(int mark) {
        bytes.putLong(mark - Long.BYTES, size() - (long) mark);
    }

    RecordBuffer u8(int value) {
        room(1).put((byte) value);
        return this;
    }

    RecordBuffer u16(int value) {
        room(2).putShort((short) value);
        return this;
    }

    RecordBuffer u32(long value) {
        room(4).putInt((int) value);
        return this;
    }

    RecordBuffer u64(long value) {
        room(8).putLong(value);
        return this;
    }

    RecordBuffer raw(byte[] source, int length) {
        room(length).put(source, 0, length);
        return this;
    }

    RecordBuffer text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return u32(utf8.length).raw(utf8, utf8.length);
    }

    /** A string map, preceded by its length in bytes; entries in the map's own order. */
    RecordBuffer texts(Map<String, String> map) {
        int mark = beginBytes();
        map.forEach((key, value) -> text(key).text(value));
        endBytes(mark);
        return this;
    }

    /** Opens a part that is preceded by its length in bytes as 32 bits. */
    int beginBytes() {
        u32(0);
        return size();
    }

    void endBytes(int mark) {
        bytes.putInt(mark - Integer.BYTES, size() - mark);
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            int needed = Math.addExact(size(), more);
            int grown = (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, 2L * bytes.capacity()));
            int position = size();
            bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), grown)).order(ByteOrder.LITTLE_ENDIAN);
            bytes.position(position);
        }
        return bytes;
    }
}
