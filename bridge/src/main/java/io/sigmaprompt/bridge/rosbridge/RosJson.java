package io.sigmaprompt.bridge.rosbridge;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as rosbridge servers write it: some put a bare {@code NaN} where the standard knows none. */
public final class RosJson {
    /** No message of ours or theirs is longer; what is, is refused before it fills the memory. */
    public static final int MAX_MESSAGE_LENGTH = 16 << 20;

    private static final int SHOWN = 60;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxDocumentLength(MAX_MESSAGE_LENGTH)
                            .build())
                    .build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private RosJson() {}

    /**
     * Reads one operation.
     *
     * @throws RejectedMessageException if it is not a JSON object
     */
    public static ObjectNode read(String text) throws RejectedMessageException {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new RejectedMessageException(
                    "", "expected a JSON object, found " + excerpt(text) + " (" + e.getOriginalMessage() + ")");
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new RejectedMessageException("", "expected a JSON object, found " + excerpt(text));
    }

    public static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode numbers(double[] values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(values.length);
        for (double value : values) {
            array.add(value);
        }
        return array;
    }

    static ArrayNode strings(Iterable<String> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (String value : values) {
            array.add(value);
        }
        return array;
    }

    /** A text field, or the empty string where there is none. */
    public static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value != null && value.isString() ? value.stringValue() : "";
    }

    /** The start of a text, for errors. */
    static String excerpt(String text) {
        return "'" + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…") + "'";
    }
}
