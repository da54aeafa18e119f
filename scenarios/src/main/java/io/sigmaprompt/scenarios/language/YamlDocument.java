package io.sigmaprompt.scenarios.language;

import io.sigmaprompt.physics.model.BadInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** A YAML text as a tree that remembers where each of its nodes and keys stood, by JSON pointer (RFC 6901). */
final class YamlDocument {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private final String name;
    private final Map<String, Location> values = new LinkedHashMap<>();
    private final Map<String, Location> keys = new LinkedHashMap<>();
    private JsonNode root = MissingNode.getInstance();

    private YamlDocument(String name) {
        this.name = name;
    }

    /**
     * Reads a text.
     *
     * @param name what to call the text in errors
     * @throws BadInputException if it is not one YAML document
     */
    static YamlDocument parse(String name, String text) {
        YamlDocument document = new YamlDocument(name);
        try (JsonParser parser = MAPPER.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new BadInputException(
                        name + ":1:1", "expected a scenario, found an empty file", "Begin it with 'scenario: NAME'.");
            }
            document.root = document.node(parser, "");
            if (parser.nextToken() != null) {
                throw new BadInputException(
                        document.place(location(parser)),
                        "expected one YAML document, found a second",
                        "Keep each scenario in a file of its own.");
            }
        } catch (JacksonException e) {
            throw document.malformed(e);
        }
        return document;
    }

    String name() {
        return name;
    }

    JsonNode root() {
        return root;
    }

    /** Where the value at a pointer stands; for one that is absent, where its nearest ancestor does. */
    Location value(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Location location = values.get(at);
            if (location != null) {
                return location;
            }
        }
        return values.getOrDefault("", Location.START);
    }

    /** Where the key of the value at a pointer stands; the value itself where it has none. */
    Location key(String pointer) {
        Location location = keys.get(pointer);
        return location == null ? value(pointer) : location;
    }

    /** The pointer of a child. */
    static String child(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    private JsonNode node(JsonParser parser, String pointer) {
        values.put(pointer, location(parser));
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw new BadInputException(
                    place(location(parser)),
                    "expected a value, found the alias '*" + parser.getString() + "'",
                    "Scenario files have no aliases: write the value out.");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, pointer);
            case START_ARRAY -> array(parser, pointer);
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> NODES.stringNode(parser.getString());
        };
    }

    private ObjectNode object(JsonParser parser, String pointer) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            String at = child(pointer, key);
            keys.put(at, location(parser));
            parser.nextToken();
            object.set(key, node(parser, at));
        }
        return object;
    }

    private ArrayNode array(JsonParser parser, String pointer) {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(node(parser, pointer + "/" + array.size()));
        }
        return array;
    }

    private static Location location(JsonParser parser) {
        return location(parser.currentTokenLocation());
    }

    private static Location location(TokenStreamLocation at) {
        return new Location(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    private String place(Location at) {
        return name + ":" + at.line() + ":" + at.column();
    }

    private BadInputException malformed(JacksonException e) {
        Location at = e.getLocation() == null ? Location.START : location(e.getLocation());
        String what = e.getOriginalMessage().lines().findFirst().orElse("").strip();
        if (what.contains("Duplicate")) {
            return new BadInputException(place(at), "expected each key once, found: " + what, "Keep one of the two.");
        }
        return new BadInputException(
                place(at),
                "expected YAML, found: " + what,
                "Look at the indentation, colons and brackets on this line and the one before it.");
    }
}
