package io.sigmaprompt.bridge.rosbridge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the fields of one ROS message and names the one that is wrong. */
final class MessageFields {
    private static final double[] NONE = {};

    private final JsonNode message;
    private final String prefix;

    /**
     * The fields of a message or of a part of one.
     *
     * @param prefix the part's path with a dot at its end, or empty
     */
    MessageFields(JsonNode message, String prefix) {
        this.message = message;
        this.prefix = prefix;
    }

    static MessageFields of(@Nullable JsonNode message) throws RejectedMessageException {
        if (message == null || !message.isObject()) {
            throw new RejectedMessageException("msg", "expected a message, found " + shown(message));
        }
        return new MessageFields(message, "");
    }

    boolean has(String field) {
        JsonNode value = message.get(field);
        return value != null && !value.isNull();
    }

    /** A message within the message. */
    MessageFields part(String field) throws RejectedMessageException {
        JsonNode value = message.get(field);
        if (value == null || !value.isObject()) {
            throw wrong(field, "expected a message", value);
        }
        return new MessageFields(value, prefix + field + ".");
    }

    /** The messages of an array field. */
    List<MessageFields> parts(String field) throws RejectedMessageException {
        JsonNode array = array(field);
        List<MessageFields> parts = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            JsonNode value = array.get(i);
            if (!value.isObject()) {
                throw wrong(field + "[" + i + "]", "expected a message", value);
            }
            parts.add(new MessageFields(value, prefix + field + "[" + i + "]."));
        }
        return parts;
    }

    /** Joint names: at least one, none empty, none twice. */
    List<String> names(String field) throws RejectedMessageException {
        JsonNode array = array(field);
        if (array.isEmpty()) {
            throw new RejectedMessageException(prefix + field, "expected at least one joint, found none");
        }
        List<String> names = new ArrayList<>(array.size());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < array.size(); i++) {
            JsonNode value = array.get(i);
            if (!value.isString() || value.stringValue().isEmpty()) {
                throw wrong(field + "[" + i + "]", "expected a joint's name", value);
            }
            if (!seen.add(value.stringValue())) {
                throw new RejectedMessageException(
                        prefix + field + "[" + i + "]", "joint '" + value.stringValue() + "' is named twice");
            }
            names.add(value.stringValue());
        }
        return names;
    }

    /** Finite numbers, {@code count} of them. */
    double[] numbers(String field, int count) throws RejectedMessageException {
        JsonNode array = array(field);
        if (array.size() != count) {
            throw new RejectedMessageException(
                    prefix + field, "expected " + count + " numbers, one a joint, found " + array.size());
        }
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            JsonNode value = array.get(i);
            if (!value.isNumber()) {
                throw wrong(field + "[" + i + "]", "expected a finite number", value);
            }
            values[i] = value.doubleValue();
            if (!Double.isFinite(values[i])) {
                throw wrong(field + "[" + i + "]", "expected a finite number", value);
            }
        }
        return values;
    }

    /**
     * Finite numbers, {@code count} of them, or none at all: the field is absent or empty, or each of its numbers is
     * NaN or null, which is how ros2_control publishes an interface that the hardware does not have.
     */
    double[] numbersOrNone(String field, int count) throws RejectedMessageException {
        JsonNode value = message.get(field);
        if (value == null || value.isNull() || (value.isArray() && value.isEmpty())) {
            return NONE;
        }
        if (value.isArray() && value.size() == count && allMissing(value)) {
            return NONE;
        }
        return numbers(field, count);
    }

    private static boolean allMissing(JsonNode array) {
        for (int i = 0; i < array.size(); i++) {
            JsonNode value = array.get(i);
            boolean missing = value.isNull()
                    || (value.isNumber() && Double.isNaN(value.doubleValue()))
                    || (value.isString() && value.stringValue().equalsIgnoreCase("nan"));
            if (!missing) {
                return false;
            }
        }
        return true;
    }

    /** A time or duration in nanoseconds, in the spelling of either ROS. */
    long nanos(String field) throws RejectedMessageException {
        MessageFields time = part(field);
        RosVersion version = time.has(RosVersion.ROS1.secondsField()) ? RosVersion.ROS1 : RosVersion.ROS2;
        long seconds = time.whole(version.secondsField(), Integer.MIN_VALUE, 0xFFFF_FFFFL);
        long nanos = time.whole(version.nanosecondsField(), Integer.MIN_VALUE, 0xFFFF_FFFFL);
        return seconds * 1_000_000_000L + nanos;
    }

    private long whole(String field, long least, long greatest) throws RejectedMessageException {
        JsonNode value = message.get(field);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(field, "expected a whole number", value);
        }
        long number = value.longValue();
        if (number < least || number > greatest) {
            throw wrong(field, "expected a number from " + least + " to " + greatest, value);
        }
        return number;
    }

    private JsonNode array(String field) throws RejectedMessageException {
        JsonNode value = message.get(field);
        if (value == null || !value.isArray()) {
            throw wrong(field, "expected a list", value);
        }
        return value;
    }

    private RejectedMessageException wrong(String field, String expected, @Nullable JsonNode found) {
        return new RejectedMessageException(prefix + field, expected + ", found " + shown(found));
    }

    private static String shown(@Nullable JsonNode value) {
        return value == null ? "nothing" : RosJson.excerpt(value.toString());
    }
}
