package io.sigmaprompt.bridge.groot;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes values in MessagePack (the specification of 2013, github.com/msgpack/msgpack), the few kinds that are needed. */
final class MessagePack {
    private static final int FIX_MAP = 0x80;
    private static final int FIX_ARRAY = 0x90;
    private static final int FIX_TEXT = 0xA0;
    private static final int NIL = 0xC0;
    private static final int FLOAT_64 = 0xCB;
    private static final int INT_32 = 0xD2;
    private static final int INT_64 = 0xD3;
    private static final int TEXT_8 = 0xD9;
    private static final int TEXT_16 = 0xDA;
    private static final int TEXT_32 = 0xDB;
    private static final int ARRAY_16 = 0xDC;
    private static final int ARRAY_32 = 0xDD;
    private static final int MAP_16 = 0xDE;
    private static final int MAP_32 = 0xDF;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    byte[] bytes() {
        return out.toByteArray();
    }

    MessagePack map(int size) {
        return sized(size, 15, FIX_MAP, MAP_16, MAP_32);
    }

    MessagePack array(int size) {
        return sized(size, 15, FIX_ARRAY, ARRAY_16, ARRAY_32);
    }

    private MessagePack sized(int size, int most, int fixed, int sixteen, int thirtyTwo) {
        if (size <= most) {
            out.write(fixed | size);
        } else if (size <= 0xFFFF) {
            out.write(sixteen);
            number(size, 2);
        } else {
            out.write(thirtyTwo);
            number(size, 4);
        }
        return this;
    }

    MessagePack text(String value) {
        byte[] letters = value.getBytes(StandardCharsets.UTF_8);
        if (letters.length > 31 && letters.length <= 0xFF) {
            out.write(TEXT_8);
            out.write(letters.length);
        } else {
            sized(letters.length, 31, FIX_TEXT, TEXT_16, TEXT_32);
        }
        out.writeBytes(letters);
        return this;
    }

    void whole(long value) {
        if (value >= -32 && value <= 127) {
            out.write((int) value);
        } else if (value == (int) value) {
            out.write(INT_32);
            number(value, 4);
        } else {
            out.write(INT_64);
            number(value, 8);
        }
    }

    void real(double value) {
        out.write(FLOAT_64);
        number(Double.doubleToLongBits(value), 8);
    }

    void nothing() {
        out.write(NIL);
    }

    /** The last bytes of a number, the greatest first. */
    private void number(long value, int size) {
        out.write(ByteBuffer.allocate(Long.BYTES).putLong(value).array(), Long.BYTES - size, size);
    }
}
