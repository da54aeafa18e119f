package io.sigmaprompt.twin.journal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Turns an input's record into its difference from the last one of the same kind, robot and length, and back: names, units
 * and the leading bytes of times and readings are the same from one frame to the next and become zeros. The difference is
 * bit by bit (exclusive or), so nothing is ever rounded. What is kept is bounded.
 *
 * <p>A record begins with its kind, its tick, the input's kind and its robot; these stay as they are.
 */
final class RecordDelta {
    private static final int ROBOT_AT = 1 + Long.BYTES + 1;
    private static final int MOST_KEPT = 512;
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Map<Long, byte[]> last = new LinkedHashMap<>();

    /** Begins anew, as at the start of a journal. */
    void clear() {
        last.clear();
    }

    /** Turns a record into its difference, in place. */
    void encode(byte[] bytes, int offset, int length) {
        byte[] before = before(bytes, offset, length);
        for (int i = bodyAt(bytes, offset, length); i < length; i++) {
            byte plain = bytes[offset + i];
            bytes[offset + i] ^= before[i];
            before[i] = plain;
        }
    }

    /** Turns a difference into its record, in place. */
    void decode(byte[] bytes, int offset, int length) {
        byte[] before = before(bytes, offset, length);
        for (int i = bodyAt(bytes, offset, length); i < length; i++) {
            bytes[offset + i] ^= before[i];
            before[i] = bytes[offset + i];
        }
    }

    /** The record to compare with; zeros for the first of its key. */
    private byte[] before(byte[] bytes, int offset, int length) {
        long key = key(bytes, offset, length);
        byte[] before = last.get(key);
        if (before == null) {
            if (last.size() == MOST_KEPT) {
                last.clear();
            }
            before = new byte[length];
            last.put(key, before);
        } else if (before.length != length) {
            // Two keys met; both sides see it alike.
            before = Arrays.copyOf(before, length);
            last.put(key, before);
        }
        return before;
    }

    /** FNV-1a (Fowler, Noll, Vo) over length, kind and robot. */
    private static long key(byte[] bytes, int offset, int length) {
        long hash = (FNV_BASIS ^ length) * FNV_PRIME;
        for (int i = ROBOT_AT - 1; i < bodyAt(bytes, offset, length); i++) {
            hash = (hash ^ bytes[offset + i] & 0xFF) * FNV_PRIME;
        }
        return hash;
    }

    /** Where the robot's name ends; the end of the record where it has none. */
    private static int bodyAt(byte[] bytes, int offset, int length) {
        if (length < ROBOT_AT + Integer.BYTES) {
            return length;
        }
        int name = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            name |= (bytes[offset + ROBOT_AT + i] & 0xFF) << 8 * i;
        }
        long end = (long) ROBOT_AT + Integer.BYTES + name;
        return name < 0 || end > length ? length : (int) end;
    }
}
