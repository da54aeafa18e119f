package io.sigmaprompt.bridge.trace;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
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

    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Field.of(type);
        }
    };

    private RecordJson() {}

    /** The JSON Schema (2020-12) of a record type, as UTF-8. */
    static byte[] schema(Class<? extends Record> type) {
        ObjectNode schema = NODES.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", type.getSimpleName());
        schema.setAll(objectSchema(type));
        return MAPPER.writeValueAsBytes(schema);
    }

    /** Puts a record as JSON. */
    static void write(Record value, JsonText text) {
        List<Field> fields = FIELDS.get(value.getClass());
        for (int i = 0; i < fields.size(); i++) {
            text.raw(fields.get(i).lead());
            put(fields.get(i).of(value), text);
        }
        if (fields.isEmpty()) {
            text.sign('{');
        }
        text.sign('}');
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

    private static void put(Object value, JsonText text) {
        switch (value) {
            case Double number -> text.number(number);
            case Long number -> text.number(number);
            case Integer number -> text.number((long) number);
            case Boolean flag -> text.truth(flag);
            case String words -> text.string(words);
            case Enum<?> constant -> text.string(constant.name());
            case double[] numbers -> {
                text.sign('[');
                for (int i = 0; i < numbers.length; i++) {
                    if (i > 0) {
                        text.sign(',');
                    }
                    text.number(numbers[i]);
                }
                text.sign(']');
            }
            case List<?> elements -> {
                text.sign('[');
                for (int i = 0; i < elements.size(); i++) {
                    if (i > 0) {
                        text.sign(',');
                    }
                    put(elements.get(i), text);
                }
                text.sign(']');
            }
            case Record nested -> write(nested, text);
            default -> throw new IllegalArgumentException("A trace cannot hold a " + value.getClass());
        }
    }

    /**
     * A component of a record.
     *
     * @param lead what stands before its value: the sign before, its name and a colon
     */
    private record Field(byte[] lead, MethodHandle getter) {
        static List<Field> of(Class<?> type) {
            List<Field> fields = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                String lead = (fields.isEmpty() ? "{\"" : ",\"") + component.getName() + "\":";
                try {
                    MethodHandle getter = MethodHandles.publicLookup()
                            .unreflect(component.getAccessor())
                            .asType(MethodType.methodType(Object.class, Record.class));
                    fields.add(new Field(JsonText.ascii(lead), getter));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException("The component " + component + " cannot be read", e);
                }
            }
            return List.copyOf(fields);
        }

        Object of(Record value) {
            try {
                return getter.invokeExact(value);
            } catch (Throwable e) {
                throw new IllegalStateException("A record's component cannot be read", e);
            }
        }
    }
}
