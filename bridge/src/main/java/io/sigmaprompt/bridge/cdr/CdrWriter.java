package io.sigmaprompt.bridge.cdr;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes plain CDR; the counterpart of {@link CdrReader}, with the same encapsulation and alignment. */
public final class CdrWriter {
    private static final int ENCAPSULATION_BYTES = 4;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final ByteOrder order;
    private ByteBuffer bytes;

    /** Starts a message in the given byte order. */
    public CdrWriter(ByteOrder order) {
        this.order = order;
        bytes = ByteBuffer.allocate(512).order(order);
        bytes.put((byte) 0).put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 1 : 0));
        bytes.put((byte) 0).put((byte) 0);
    }

    /** A signed 32-bit integer, or the bits of an unsigned one. */
    public CdrWriter int32(int value) {
        room(Integer.BYTES, Integer.BYTES).putInt(value);
        return this;
    }

    /** An unsigned byte. */
    public CdrWriter uint8(int value) {
        room(1, 1).put((byte) value);
        return this;
    }

    /** A {@code builtin_interfaces/msg/Time}; nanoseconds since 1970. */
    public CdrWriter time(long nanos) {
        return int32(Math.toIntExact(Math.floorDiv(nanos, NANOS_PER_SECOND)))
                .int32((int) Math.floorMod(nanos, NANOS_PER_SECOND));
    }

    /** A {@code std_msgs/msg/Header}. */
    public CdrWriter header(long stampNanos, String frameId) {
        return time(stampNanos).string(frameId);
    }

    /** A UTF-8 string with its terminating zero. */
    public CdrWriter string(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        int32(utf8.length + 1);
        room(1, utf8.length + 1).put(utf8).put((byte) 0);
        return this;
    }

    /** A sequence of strings. */
    public CdrWriter strings(List<String> values) {
        int32(values.size());
        values.forEach(this::string);
        return this;
    }

    /** 64-bit floating-point numbers without their count, as single fields and arrays of fixed length are. */
    public CdrWriter fixedFloat64s(double... values) {
        for (double value : values) {
            room(Double.BYTES, Double.BYTES).putDouble(value);
        }
        return this;
    }

    /** A sequence of 64-bit floating-point numbers. */
    public CdrWriter float64s(double[] values) {
        int32(values.length);
        if (values.length > 0) {
            ByteBuffer room = room(Double.BYTES, Double.BYTES * values.length);
            for (double value : values) {
                room.putDouble(value);
            }
        }
        return this;
    }

    /**
     * Values that are in this message's byte order already.
     *
     * @param alignment of the first one, bytes
     */
    public CdrWriter bytes(int alignment, byte[] values) {
        room(alignment, values.length).put(values);
        return this;
    }

    /** The message so far, encapsulation header included. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private ByteBuffer room(int alignment, int size) {
        int padding = -(bytes.position() - ENCAPSULATION_BYTES) & (alignment - 1);
        int needed = Math.addExact(bytes.position() + padding, size);
        if (needed > bytes.capacity()) {
            int position = bytes.position();
            bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), Math.max(needed, 2 * bytes.capacity())))
                    .order(order);
            bytes.position(position);
        }
        for (int i = 0; i < padding; i++) {
            bytes.put((byte) 0);
        }
        return bytes;
    }
}
