package io.sigmaprompt.bridge.ulog;

import io.sigmaprompt.physics.model.BadInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * How a log begins: magic, version, start, and the flag bits that may follow.
 *
 * @param startMicros when the log was begun, on the vehicle's clock
 * @param dataFrom where the first message behind header and flags stands
 * @param appendedAt where data was appended, ascending; empty where none was
 */
record UlogHeader(int version, long startMicros, long dataFrom, long[] appendedAt) {
    private static final byte[] MAGIC = {0x55, 0x4C, 0x6F, 0x67, 0x01, 0x12, 0x35};
    private static final int HEADER_BYTES = 16;
    private static final int HEAD_BYTES = 3;
    private static final int FLAG_BYTES = 40;
    private static final int NEWEST_VERSION = 1;
    private static final int DATA_APPENDED = 1;
    private static final int OFFSETS = 3;
    private static final String REMEDY = "Name a .ulg file as PX4 writes it.";

    static UlogHeader read(UlogInput input, String place) throws IOException {
        if (input.size() == 0) {
            throw new BadInputException(place, "the file is empty", REMEDY);
        }
        int head = (int) Math.min(MAGIC.length, input.size());
        byte[] found = new byte[head];
        input.has(0, head);
        input.slice(0, head).get(found);
        if (!Arrays.equals(found, Arrays.copyOf(MAGIC, head))) {
            throw new BadInputException(place, "the file does not begin like a ULog file", REMEDY);
        }
        if (!input.has(0, HEADER_BYTES)) {
            throw new BadInputException(
                    place,
                    "a ULog header has " + HEADER_BYTES + " bytes and the file has " + input.size() + ": it was cut",
                    "Copy it again from its source.");
        }
        int version = input.unsignedByte(MAGIC.length);
        if (version > NEWEST_VERSION) {
            throw new BadInputException(
                    place,
                    "this is ULog version " + version + "; the newest that is read is " + NEWEST_VERSION,
                    "Convert it to version " + NEWEST_VERSION + ", or read it with the program that wrote it.");
        }
        long start = input.slice(8, 8).getLong();
        boolean flags = input.has(HEADER_BYTES, HEAD_BYTES) && input.unsignedByte(HEADER_BYTES + 2) == 'B';
        int length = flags ? input.unsignedShort(HEADER_BYTES) : 0;
        if (!flags || length < FLAG_BYTES || !input.has(HEADER_BYTES, HEAD_BYTES + length)) {
            // Logs older than the flags have none; flags that are damaged are told as any damaged message.
            return new UlogHeader(version, start, HEADER_BYTES, new long[0]);
        }
        ByteBuffer bits = input.slice(HEADER_BYTES + HEAD_BYTES, FLAG_BYTES);
        boolean appended = (bits.get(8) & DATA_APPENDED) != 0;
        requireCompatible(bits, place);
        long from = HEADER_BYTES + HEAD_BYTES + (long) length;
        return new UlogHeader(version, start, from, appended ? offsets(bits, from, input.size()) : new long[0]);
    }

    private static void requireCompatible(ByteBuffer bits, String place) {
        for (int i = 0; i < 8; i++) {
            int known = i == 0 ? DATA_APPENDED : 0;
            int unknown = bits.get(8 + i) & 0xFF & ~known;
            if (unknown != 0) {
                throw new BadInputException(
                        place,
                        "its incompatible flag " + (8 * i + Integer.numberOfTrailingZeros(unknown))
                                + " is set, which says that it must not be read without knowing what that means",
                        "Read it with a program as new as the one that wrote it.");
            }
        }
    }

    private static long[] offsets(ByteBuffer bits, long from, long size) {
        long[] all = new long[OFFSETS];
        int count = 0;
        long before = from;
        for (int i = 0; i < OFFSETS; i++) {
            long offset = bits.getLong(16 + 8 * i);
            if (offset > before && offset < size) {
                all[count++] = offset;
                before = offset;
            }
        }
        return Arrays.copyOf(all, count);
    }
}
