package io.sigmaprompt.bridge.ulog;

import java.nio.ByteBuffer;

/**
 * Where a value of a basic type lies in a message's data.
 *
 * @param offset bytes from the data's beginning
 * @param count how many stand there one after another, 1 where it is no array
 */
public record UlogSlot(UlogType type, int offset, int count) {

    /** One element as a number; a boolean is 0 or 1, a 64-bit integer loses what a double cannot hold. */
    public double number(ByteBuffer data, int index) {
        int at = position(data, index);
        return switch (type) {
            case FLOAT -> data.getFloat(at);
            case DOUBLE -> data.getDouble(at);
            case UINT64 -> {
                long bits = data.getLong(at);
                yield bits >= 0 ? bits : (bits >>> 1) * 2.0;
            }
            default -> integerAt(data, at);
        };
    }

    public double number(ByteBuffer data) {
        return number(data, 0);
    }

    /** All elements as numbers. */
    public double[] numbers(ByteBuffer data) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = number(data, i);
        }
        return values;
    }

    /** The first element, its fraction cut off; a uint64_t as its bits. */
    public long integer(ByteBuffer data) {
        int at = position(data, 0);
        return switch (type) {
            case FLOAT -> (long) data.getFloat(at);
            case DOUBLE -> (long) data.getDouble(at);
            default -> integerAt(data, at);
        };
    }

    private long integerAt(ByteBuffer data, int at) {
        return switch (type) {
            case INT8, CHAR -> data.get(at);
            case UINT8 -> data.get(at) & 0xFF;
            case BOOL -> data.get(at) == 0 ? 0 : 1;
            case INT16 -> data.getShort(at);
            case UINT16 -> data.getShort(at) & 0xFFFF;
            case INT32 -> data.getInt(at);
            case UINT32 -> data.getInt(at) & 0xFFFF_FFFFL;
            case INT64, UINT64 -> data.getLong(at);
            case FLOAT, DOUBLE -> throw new IllegalStateException(type + " is no integer");
        };
    }

    private int position(ByteBuffer data, int index) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException("element " + index + " of " + count);
        }
        return data.position() + offset + index * type.bytes();
    }
}
