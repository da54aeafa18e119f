package io.sigmaprompt.twin.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads what {@link CanonicalOutput} wrote; refuses to read past the end or to believe an impossible length. */
public final class CanonicalInput {
    private final byte[] bytes;
    private final int end;
    private int position;

    public CanonicalInput(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    public CanonicalInput(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.position = offset;
        this.end = offset + length;
    }

    public byte getByte() {
        require(1);
        return bytes[position++];
    }

    public boolean getBoolean() {
        return getByte() != 0;
    }

    public int getInt() {
        require(4);
        int value = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            value |= (bytes[position++] & 0xff) << shift;
        }
        return value;
    }

    public long getLong() {
        require(8);
        long value = 0;
        for (int shift = 0; shift < 64; shift += 8) {
            value |= (bytes[position++] & 0xffL) << shift;
        }
        return value;
    }

    public double getDouble() {
        return Double.longBitsToDouble(getLong());
    }

    public double[] getDoubles() {
        double[] values = new double[count(8)];
        for (int i = 0; i < values.length; i++) {
            values[i] = getDouble();
        }
        return values;
    }

    /** Reads into an array whose length must be the one written. */
    public void getDoubles(double[] into) {
        int n = count(8);
        if (n != into.length) {
            throw new CorruptDataException("expected " + into.length + " numbers, found " + n);
        }
        for (int i = 0; i < n; i++) {
            into[i] = getDouble();
        }
    }

    public String getString() {
        int n = count(1);
        String value = new String(bytes, position, n, StandardCharsets.UTF_8);
        position += n;
        return value;
    }

    public byte[] getBytes() {
        int n = count(1);
        byte[] values = Arrays.copyOfRange(bytes, position, position + n);
        position += n;
        return values;
    }

    public List<String> getStrings() {
        int n = count(4);
        List<String> values = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            values.add(getString());
        }
        return List.copyOf(values);
    }

    /** Reads one of {@code constants}, the values of an enum in declaration order. */
    public <E extends Enum<E>> E getEnum(E[] constants) {
        int ordinal = getByte();
        if (ordinal < 0 || ordinal >= constants.length) {
            throw new CorruptDataException("no constant number " + ordinal + " among " + constants.length);
        }
        return constants[ordinal];
    }

    public int remaining() {
        return end - position;
    }

    private int count(int unit) {
        int n = getInt();
        if (n < 0 || (long) n * unit > remaining()) {
            throw new CorruptDataException("a length of " + n + " does not fit the " + remaining() + " bytes left");
        }
        return n;
    }

    private void require(int n) {
        if (remaining() < n) {
            throw new CorruptDataException("the data end " + (n - remaining()) + " bytes early");
        }
    }
}
