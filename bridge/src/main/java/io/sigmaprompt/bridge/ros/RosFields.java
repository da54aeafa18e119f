package io.sigmaprompt.bridge.ros;

import java.util.List;
import java.util.function.Function;

/**
 * The fields of one ROS message, read one after another in the order of the message's definition and by their names, so
 * that one decoder serves encodings that keep the order (CDR) and such that keep the names (JSON). Each method throws
 * {@link io.sigmaprompt.physics.model.BadInputException} with the field's place if it is not what it should be.
 */
public interface RosFields {
    /** A message within the message. */
    RosFields part(String field);

    /** A time in nanoseconds. */
    long time(String field);

    /** NaN where the encoding has no word for such a number. */
    double float64(String field);

    /** As {@link #float64}, in single precision. */
    double float32(String field);

    /** A byte, unsigned. */
    int uint8(String field);

    String string(String field);

    /** An array of fixed length. */
    double[] float64s(String field, int count);

    /** An array of any length. */
    double[] float64s(String field);

    long uint32(String field);

    /** Messages in an array. */
    <T> List<T> parts(String field, Function<RosFields, T> reader);
}
