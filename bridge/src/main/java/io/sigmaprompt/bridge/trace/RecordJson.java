package io.sigmaprompt.bridge.trace;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Immutable records as JSON, with the JSON Schema that describes them; both are told from the record's components, so that
 * they cannot drift apart. A number that JSON has no word for (NaN, infinity) is null.
 */
final class RecordJson {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RecordJson() {}

    /** The JSON Schema (2020-12) of a record type, as UTF-8. */
    static byte[] schema(Class<? extends Record> type) {
        ObjectNode schema = NODES.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", type.getSimpleName());
        schema.setAll(objectSchema(type));
        return MAPPER.writeValueAsBytes(schema);
    }

    /** A record as JSON, as UTF-8. */
    static byte[] encode(Record value) {
        return MAPPER.writeValueAsBytes(node(value));
    }

    private static ObjectNode objectSchema(Class<?> type) {
        ObjectNode schema = NODES.objectNode();
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), typeSchema(component.getGenericType()));
        }
        return schema;
    }

    private static ObjectNode typeSchema(Type type) {
        ObjectNode schema = NODES.objectNode();
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            schema.put("type", "array");
            schema.set("items", typeSchema(list.getActualTypeArguments()[0]));
        } else if (type == double[].class) {
            schema.put("type", "array");
            schema.set("items", typeSchema(double.class));
        } else if (type == double.class) {
            schema.put("type", "number");
        } else if (type == long.class || type == int.class) {
            schema.put("type", "integer");
        } else if (type == boolean.class) {
            schema.put("type", "boolean");
        } else if (type == String.class) {
            schema.put("type", "string");
        } else if (type instanceof Class<?> constants && constants.isEnum()) {
            schema.put("type", "string");
            ArrayNode names = schema.putArray("enum");
            for (Object constant : constants.getEnumConstants()) {
                names.add(((Enum<?>) constant).name());
            }
        } else if (type instanceof Class<?> nested && nested.isRecord()) {
            return objectSchema(nested);
        } else {
            throw new IllegalArgumentException("A trace cannot hold the type " + type.getTypeName() + ". Teach "
                    + RecordJson.class.getSimpleName() + " how it is written.");
        }
        return schema;
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case Double number -> number(number);
            case Long number -> NODES.numberNode(number);
            case Integer number -> NODES.numberNode(number);
            case Boolean flag -> NODES.booleanNode(flag);
            case String text -> NODES.stringNode(text);
            case Enum<?> constant -> NODES.stringNode(constant.name());
            case double[] numbers -> {
                ArrayNode array = NODES.arrayNode();
                for (double number : numbers) {
                    array.add(number(number));
                }
                yield array;
            }
            case List<?> elements -> {
                ArrayNode array = NODES.arrayNode();
                elements.forEach(element -> array.add(node(element)));
                yield array;
            }
            case Record nested -> objectNode(nested);
            default -> throw new IllegalArgumentException("A trace cannot hold a " + value.getClass());
        };
    }

    private static ObjectNode objectNode(Record value) {
        ObjectNode object = NODES.objectNode();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                object.set(component.getName(), node(component.getAccessor().invoke(value)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The component " + component + " cannot be read", e);
            }
        }
        return object;
    }

    private static JsonNode number(double value) {
        return Double.isFinite(value) ? NODES.numberNode(value) : NODES.nullNode();
    }
}
