package io.sigmaprompt.bridge.cdr;

import io.sigmaprompt.physics.model.BadInputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads plain CDR in either byte order (DDS-XTypes 1.3, 7.4.1, "Extended CDR version 1"): a four-byte encapsulation
 * header, then values, each aligned to its size counted from the end of that header.
 *
 * <p>Lengths are held against what is left of the message before memory is asked for.
 */
public final class CdrReader {
    private static final int ENCAPSULATION_BYTES = 4;
    private static final int CDR_BIG_ENDIAN = 0x0000;
    private static final int CDR_LITTLE_ENDIAN = 0x0001;

    private final String place;
    private final ByteBuffer bytes;

    /**
     * Starts to read a message.
     *
     * @param message encapsulation header and payload; not written to
     * @param place where it comes from, for messages
     * @throws BadInputException if the encapsulation is missing or is not plain CDR
     */
    public CdrReader(byte[] message, String place) {
        this.place = place;
        if (message.length < ENCAPSULATION_BYTES) {
            throw new BadInputException(
                    place,
                    "a CDR message has at least 4 bytes and this one has " + message.length,
                    "Check that the topic's serialization format is 'cdr' and that the recording is whole.");
        }
        int representation = (message[0] & 0xFF) << 8 | message[1] & 0xFF;
        if (representation != CDR_BIG_ENDIAN && representation != CDR_LITTLE_ENDIAN) {
            throw new BadInputException(
                    place,
                    "the representation 0x%04x is neither 0x0000 nor 0x0001 (plain CDR)".formatted(representation),
                    "Only plain CDR, as ROS 2 writes it, is understood; XCDR2 and parameter lists are not.");
        }
        bytes = ByteBuffer.wrap(message, ENCAPSULATION_BYTES, message.length - ENCAPSULATION_BYTES)
                .slice()
                .order(representation == CDR_BIG_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    /** A signed 32-bit integer. */
    public int readInt32(String field) {
        need(field, Integer.BYTES);
        return bytes.getInt();
    }

    /** An unsigned 32-bit integer. */
    public long readUint32(String field) {
        return readInt32(field) & 0xFFFF_FFFFL;
    }

    /** An unsigned byte. */
    public int readUint8(String field) {
        need(field, Byte.BYTES);
        return bytes.get() & 0xFF;
    }

    /** A 32-bit floating-point number. */
    public float readFloat32(String field) {
        need(field, Float.BYTES);
        return bytes.getFloat();
    }

    /** A 64-bit floating-point number. */
    public double readFloat64(String field) {
        need(field, Double.BYTES);
        return bytes.getDouble();
    }

    /** A UTF-8 string; its terminating zero is not part of the value. */
    public String readString(String field) {
        long length = readUint32(field);
        if (length == 0) {
            // Not to the letter of the standard, but some writers leave the zero out of an empty string.
            return "";
        }
        requireRoom(field, length, 1);
        int start = bytes.position();
        int end = start + (int) length - 1;
        if (bytes.get(end) != 0) {
            throw damaged(field, "a string of " + length + " bytes must end with a zero byte and does not");
        }
        bytes.position(end + 1);
        return new String(bytes.array(), bytes.arrayOffset() + start, end - start, StandardCharsets.UTF_8);
    }

    /** A sequence of strings. */
    public List<String> readStrings(String field) {
        long count = readUint32(field);
        requireRoom(field, count, Integer.BYTES);
        List<String> strings = new ArrayList<>((int) count);
        for (int i = 0; i < count; i++) {
            strings.add(readString(field + "[" + i + "]"));
        }
        return strings;
    }

    /** A sequence of 64-bit floating-point numbers. */
    public double[] readFloat64s(String field) {
        long count = readUint32(field);
        if (count == 0) {
            return new double[0];
        }
        align(Double.BYTES);
        requireRoom(field, count, Double.BYTES);
        double[] values = new double[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes.getDouble();
        }
        return values;
    }

    /** Bytes that have not been read. */
    public int remaining() {
        return bytes.remaining();
    }

    /** A complaint about a field at the place that was reached. */
    BadInputException damaged(String field, String problem) {
        return new BadInputException(
                place,
                "field '" + field + "' at byte " + (bytes.position() + ENCAPSULATION_BYTES) + ": " + problem,
                "The message is damaged or of another type than its topic says.");
    }

    private void need(String field, int size) {
        align(size);
        if (bytes.remaining() < size) {
            throw damaged(field, size + " bytes are expected and " + bytes.remaining() + " are left");
        }
    }

    private void align(int size) {
        int aligned = (bytes.position() + size - 1) & -size;
        bytes.position(Math.min(aligned, bytes.limit()));
    }

    private void requireRoom(String field, long count, int sizeOfEach) {
        if (count > bytes.remaining() / sizeOfEach) {
            throw damaged(
                    field,
                    count + " elements of at least " + sizeOfEach + " bytes are announced and " + bytes.remaining()
                            + " bytes are left");
        }
    }
}
