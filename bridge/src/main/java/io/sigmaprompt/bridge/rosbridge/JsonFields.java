package io.sigmaprompt.bridge.rosbridge;

import io.sigmaprompt.bridge.ros.RosFields;
import io.sigmaprompt.physics.model.BadInputException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A ROS message's fields from rosbridge's JSON, in the spelling of either ROS. */
final class JsonFields implements RosFields {
    private final JsonNode message;
    private final String prefix;

    JsonFields(@Nullable JsonNode message) {
        this(message, "");
    }

    private JsonFields(@Nullable JsonNode message, String prefix) {
        if (message == null || !message.isObject()) {
            throw wrong(prefix.isEmpty() ? "msg" : prefix.substring(0, prefix.length() - 1), "a message", message);
        }
        this.message = message;
        this.prefix = prefix;
    }

    private static BadInputException wrong(String place, String expected, @Nullable JsonNode found) {
        return new BadInputException(
                place,
                "expected " + expected + ", found " + (found == null ? "nothing" : RosJson.excerpt(found.toString())),
                "Look at the topic's type.");
    }

    private JsonNode field(String field, String expected) {
        JsonNode value = message.get(field);
        if (value == null) {
            throw wrong(prefix + field, expected, null);
        }
        return value;
    }

    @Override
    public RosFields part(String field) {
        return new JsonFields(message.get(field), prefix + field + ".");
    }

    @Override
    public long time(String field) {
        try {
            return new MessageFields(message, prefix).nanos(field);
        } catch (RejectedMessageException e) {
            throw new BadInputException(prefix + field, e.text(), "Look at the topic's type.");
        }
    }

    @Override
    public double float64(String field) {
        return number(field(field, "a number"), field);
    }

    @Override
    public double float32(String field) {
        return float64(field);
    }

    /** rosbridge writes a number that JSON has no word for as null, as a bare NaN, or as a text. */
    private double number(JsonNode value, String field) {
        if (value.isNumber()) {
            return value.doubleValue();
        }
        String text = value.isString() ? value.stringValue().toLowerCase(java.util.Locale.ROOT) : "";
        if (value.isNull() || text.equals("nan")) {
            return Double.NaN;
        }
        if (text.matches("[+-]?inf(inity)?")) {
            return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        throw wrong(prefix + field, "a number", value);
    }

    /** A ROS {@code byte} comes as a number, or as one byte of Base64. */
    @Override
    public int uint8(String field) {
        JsonNode value = field(field, "a byte");
        if (value.isIntegralNumber()) {
            return value.intValue() & 0xFF;
        }
        if (value.isString()) {
            try {
                byte[] bytes = Base64.getDecoder().decode(value.stringValue());
                if (bytes.length == 1) {
                    return bytes[0] & 0xFF;
                }
            } catch (IllegalArgumentException e) {
                throw wrong(prefix + field, "a byte", value);
            }
        }
        throw wrong(prefix + field, "a byte", value);
    }

    @Override
    public long uint32(String field) {
        JsonNode value = field(field, "a whole number");
        if (!value.isIntegralNumber() || value.longValue() < 0 || value.longValue() > 0xFFFF_FFFFL) {
            throw wrong(prefix + field, "a whole number", value);
        }
        return value.longValue();
    }

    @Override
    public String string(String field) {
        JsonNode value = field(field, "a text");
        if (!value.isString()) {
            throw wrong(prefix + field, "a text", value);
        }
        return value.stringValue();
    }

    @Override
    public double[] float64s(String field, int count) {
        double[] values = float64s(field);
        if (values.length != count) {
            throw wrong(prefix + field, count + " numbers", message.get(field));
        }
        return values;
    }

    @Override
    public double[] float64s(String field) {
        JsonNode array = array(field);
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(array.get(i), field + "[" + i + "]");
        }
        return values;
    }

    private JsonNode array(String field) {
        JsonNode array = field(field, "a list");
        if (!array.isArray()) {
            throw wrong(prefix + field, "a list", array);
        }
        return array;
    }

    @Override
    public <T> List<T> parts(String field, Function<RosFields, T> reader) {
        JsonNode array = array(field);
        List<T> parts = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            parts.add(reader.apply(new JsonFields(array.get(i), prefix + field + "[" + i + "].")));
        }
        return parts;
    }
}
