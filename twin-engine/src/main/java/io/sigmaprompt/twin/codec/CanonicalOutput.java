package io.sigmaprompt.twin.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A growing byte buffer in the canonical form: little-endian, doubles as {@link Double#doubleToLongBits} (one NaN),
 * strings as length and UTF-8. Belongs to one thread.
 */
public final class CanonicalOutput {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[1024];
    private int size;

    public void putByte(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    public void putBoolean(boolean value) {
        putByte(value ? 1 : 0);
    }

    public void putInt(int value) {
        ensure(4);
        INTS.set(bytes, size, value);
        size += 4;
    }

    public void putLong(long value) {
        ensure(8);
        LONGS.set(bytes, size, value);
        size += 8;
    }

    public void putDouble(double value) {
        putLong(Double.doubleToLongBits(value));
    }

    public void putDoubles(double[] values) {
        putInt(values.length);
        ensure(8 * values.length);
        for (double value : values) {
            LONGS.set(bytes, size, Double.doubleToLongBits(value));
            size += 8;
        }
    }

    public void putString(String value) {
        int length = value.length();
        ensure(4 + length);
        for (int i = 0; i < length; i++) {
            char one = value.charAt(i);
            if (one >= 0x80) {
                putEncoded(value);
                return;
            }
            bytes[size + 4 + i] = (byte) one;
        }
        putInt(length);
        size += length;
    }

    private void putEncoded(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        putBytes(encoded);
    }

    /** Length and bytes. */
    public void putBytes(byte[] values) {
        putInt(values.length);
        putRaw(values, 0, values.length);
    }

    /** Bytes without their length. */
    public void putRaw(byte[] values, int offset, int length) {
        ensure(length);
        System.arraycopy(values, offset, bytes, size, length);
        size += length;
    }

    public void putStrings(List<String> values) {
        putInt(values.size());
        for (String value : values) {
            putString(value);
        }
    }

    /** The constant's place in its declaration, which is therefore part of the format. */
    public void putEnum(Enum<?> value) {
        putByte(value.ordinal());
    }

    /** How many bytes stand in {@link #array()}. */
    public int size() {
        return size;
    }

    /** The live backing array; valid up to {@link #size()} and until the next put. */
    public byte[] array() {
        return bytes;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    public void clear() {
        size = 0;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
