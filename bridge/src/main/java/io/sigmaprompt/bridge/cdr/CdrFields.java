package io.sigmaprompt.bridge.cdr;

import io.sigmaprompt.bridge.ros.RosFields;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A ROS 2 message's fields from CDR, which keeps their order and no names; nested messages only prefix those told. */
public final class CdrFields implements RosFields {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final CdrReader reader;
    private final String prefix;

    /**
     * Starts to read a message.
     *
     * @param message encapsulation header and payload
     * @param place where it comes from, for messages
     * @throws io.sigmaprompt.physics.model.BadInputException if it is not plain CDR
     */
    public CdrFields(byte[] message, String place) {
        this(new CdrReader(message, place), "");
    }

    private CdrFields(CdrReader reader, String prefix) {
        this.reader = reader;
        this.prefix = prefix;
    }

    @Override
    public RosFields part(String field) {
        return new CdrFields(reader, prefix + field + ".");
    }

    @Override
    public long time(String field) {
        long seconds = reader.readInt32(prefix + field + ".sec");
        long nanos = reader.readUint32(prefix + field + ".nanosec");
        if (nanos >= NANOS_PER_SECOND) {
            throw reader.damaged(prefix + field + ".nanosec", "must be below 1000000000 and is " + nanos);
        }
        return seconds * NANOS_PER_SECOND + nanos;
    }

    @Override
    public double float64(String field) {
        return reader.readFloat64(prefix + field);
    }

    @Override
    public double float32(String field) {
        return reader.readFloat32(prefix + field);
    }

    @Override
    public int uint8(String field) {
        return reader.readUint8(prefix + field);
    }

    @Override
    public long uint32(String field) {
        return reader.readUint32(prefix + field);
    }

    @Override
    public String string(String field) {
        return reader.readString(prefix + field);
    }

    @Override
    public double[] float64s(String field, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = reader.readFloat64(prefix + field + "[" + i + "]");
        }
        return values;
    }

    @Override
    public double[] float64s(String field) {
        return reader.readFloat64s(prefix + field);
    }

    @Override
    public <T> List<T> parts(String field, Function<RosFields, T> each) {
        long count = reader.readUint32(prefix + field);
        if (count > reader.remaining()) {
            throw reader.damaged(
                    prefix + field, count + " messages are announced and " + reader.remaining() + " bytes are left");
        }
        List<T> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(each.apply(new CdrFields(reader, prefix + field + "[" + i + "].")));
        }
        return parts;
    }
}
