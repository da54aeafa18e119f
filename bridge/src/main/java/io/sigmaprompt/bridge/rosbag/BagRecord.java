package io.sigmaprompt.bridge.rosbag;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a record's header: {@code name=value} pairs, each with its length before it. */
final class BagRecord {
    static final int MESSAGE = 0x02;
    static final int BAG_HEADER = 0x03;
    static final int INDEX = 0x04;
    static final int CHUNK = 0x05;
    static final int CHUNK_INFO = 0x06;
    static final int CONNECTION = 0x07;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Map<String, byte[]> fields = new HashMap<>();
    private final String place;

    /**
     * Takes a header apart.
     *
     * @param header from its first field to its end
     * @param place where the record begins, for messages
     */
    BagRecord(ByteBuffer header, String place) {
        this.place = place;
        ByteBuffer rest = header.slice().order(ByteOrder.LITTLE_ENDIAN);
        while (rest.hasRemaining()) {
            long length = rest.remaining() < Integer.BYTES ? -1 : rest.getInt() & 0xFFFF_FFFFL;
            if (length < 0 || length > rest.remaining()) {
                throw BagDamage.at(place, "a field of the record's header does not fit into it");
            }
            byte[] field = new byte[(int) length];
            rest.get(field);
            int equals = 0;
            while (equals < field.length && field[equals] != '=') {
                equals++;
            }
            if (equals == field.length) {
                throw BagDamage.at(place, "a field of the record's header has no '='");
            }
            fields.put(
                    new String(field, 0, equals, StandardCharsets.UTF_8),
                    Arrays.copyOfRange(field, equals + 1, field.length));
        }
    }

    int opcode() {
        return sized("op", 1).get() & 0xFF;
    }

    int int32(String name) {
        return sized(name, Integer.BYTES).getInt();
    }

    long uint32(String name) {
        return int32(name) & 0xFFFF_FFFFL;
    }

    long int64(String name) {
        return sized(name, Long.BYTES).getLong();
    }

    /** A time in nanoseconds. */
    long time(String name) {
        return time(sized(name, Long.BYTES), place);
    }

    String string(String name) {
        return new String(required(name), StandardCharsets.UTF_8);
    }

    @Nullable
    String optional(String name) {
        byte[] value = fields.get(name);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    /** The connection that this header and its record's data describe. */
    BagConnection connection(ByteBuffer data) {
        var described = new BagRecord(data, place);
        return new BagConnection(
                int32("conn"), string("topic"), described.string("type"), described.string("message_definition"));
    }

    /** Seconds and nanoseconds, four bytes each, as one number of nanoseconds. */
    static long time(ByteBuffer bytes, String place) {
        long seconds = bytes.getInt() & 0xFFFF_FFFFL;
        long nanos = bytes.getInt() & 0xFFFF_FFFFL;
        if (nanos >= NANOS_PER_SECOND) {
            throw BagDamage.at(place, "a time's nanoseconds must be below 1000000000 and are " + nanos);
        }
        return seconds * NANOS_PER_SECOND + nanos;
    }

    private ByteBuffer sized(String name, int size) {
        byte[] value = required(name);
        if (value.length != size) {
            throw BagDamage.at(place, "the field '" + name + "' must have " + size + " bytes and has " + value.length);
        }
        return ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
    }

    private byte[] required(String name) {
        byte[] value = fields.get(name);
        if (value == null) {
            throw BagDamage.at(place, "the record's header has no field '" + name + "'");
        }
        return value;
    }
}
