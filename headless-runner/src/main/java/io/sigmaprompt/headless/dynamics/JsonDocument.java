package io.sigmaprompt.headless.dynamics;

import io.sigmaprompt.physics.model.BadInputException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** A JSON file as a tree whose every value knows where it stood, so that a complaint can name file, line and column. */
public final class JsonDocument {
    /** NaN and Infinity are no JSON; they are read all the same, to be refused by name where they stand. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final String file;

    private JsonDocument(String file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @return its one value
     * @throws BadInputException if it cannot be read or is not JSON
     */
    public static Value read(Path path) {
        if (Files.isDirectory(path)) {
            throw new BadInputException(
                    path.toString(), "expected a JSON file, found a folder", "Name the file itself.");
        }
        String text;
        try {
            text = Files.readString(path);
        } catch (CharacterCodingException e) {
            throw new BadInputException(
                    path.toString(), "expected JSON in UTF-8, found bytes that are no such text", "Save it as UTF-8.");
        } catch (IOException e) {
            throw new BadInputException(
                    path.toString(),
                    "expected a JSON file in UTF-8 that may be read, found " + e,
                    "Look at the file's name, its permissions and its encoding.");
        }
        return new JsonDocument(path.toString()).parse(text);
    }

    private Value parse(String text) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new BadInputException(
                        file + ":1:1", "expected a JSON object, found an empty file", "Fill it, or name another.");
            }
            Value value = value(parser);
            if (parser.nextToken() != null) {
                throw new BadInputException(
                        place(parser.currentTokenLocation()),
                        "expected the end of the file, found a second value",
                        "Keep one object in a file.");
            }
            return value;
        } catch (JacksonException e) {
            TokenStreamLocation location = e.getLocation();
            throw new BadInputException(
                    location == null ? file : place(location),
                    "expected JSON, found " + e.getOriginalMessage().replaceAll(" \\(start marker at .*", ""),
                    "A JSON checker shows what is missing there.");
        }
    }

    private Value value(JsonParser parser) {
        TokenStreamLocation location = parser.currentTokenLocation();
        int line = location.getLineNr();
        int column = location.getColumnNr();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Value> fields = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, value(parser));
            }
            return new Value(file, line, column, fields);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Value> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return new Value(file, line, column, items);
        }
        return new Value(
                file,
                line,
                column,
                switch (token) {
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> (Object) parser.getDoubleValue();
                    case VALUE_TRUE -> true;
                    case VALUE_FALSE -> false;
                    case VALUE_NULL -> null;
                    default -> parser.getString();
                });
    }

    private String place(TokenStreamLocation location) {
        return file + ":" + location.getLineNr() + ":" + location.getColumnNr();
    }

    /**
     * A value of the tree.
     *
     * @param content a map of values, a list of values, a string, a number, a truth value or null
     */
    public record Value(
            String file, int line, int column, @Nullable Object content) {
        /** file:line:column. */
        public String place() {
            return file + ":" + line + ":" + column;
        }

        /** The fields of an object. */
        @SuppressWarnings("unchecked")
        public Map<String, Value> fields(String what) {
            return (Map<String, Value>) of(what, "an object", Map.class);
        }

        /** The items of an array. */
        @SuppressWarnings("unchecked")
        public List<Value> items(String what) {
            return (List<Value>) of(what, "an array", List.class);
        }

        public String text(String what) {
            return of(what, "a string", String.class);
        }

        public boolean truth(String what) {
            return of(what, "true or false", Boolean.class);
        }

        /** A number that is neither NaN nor infinite. */
        public double number(String what) {
            double number = of(what, "a number", Double.class);
            if (!Double.isFinite(number)) {
                throw new BadInputException(
                        place(),
                        "expected a finite number in " + what + ", found " + number,
                        "The quantities that follow from it would be no numbers either; correct or remove the state.");
            }
            return number;
        }

        /** A whole number that is not negative. */
        public int index(String what) {
            double number = number(what);
            if (number < 0 || number > Integer.MAX_VALUE || number != Math.rint(number)) {
                throw new BadInputException(
                        place(), "expected a whole number from 0 in " + what + ", found " + number, "Count from 0.");
            }
            return (int) number;
        }

        /**
         * An array of a known length.
         *
         * @param reason whence that length
         */
        public double[] numbers(String what, int length, String reason) {
            List<Value> items = items(what);
            if (items.size() != length) {
                throw new BadInputException(
                        place(),
                        "expected " + length + " numbers in " + what + " (" + reason + "), found " + items.size(),
                        "Give one for each, in that order.");
            }
            double[] out = new double[length];
            for (int i = 0; i < length; i++) {
                out[i] = items.get(i).number(what + "[" + i + "]");
            }
            return out;
        }

        private <T> T of(String what, String expected, Class<T> type) {
            if (!type.isInstance(content)) {
                throw new BadInputException(
                        place(),
                        "expected " + expected + " in " + what + ", found " + kind(),
                        "docs/command-line.md shows the file's shape.");
            }
            return type.cast(content);
        }

        private String kind() {
            return switch (content) {
                case null -> "null";
                case Map<?, ?> map -> "an object";
                case List<?> list -> "an array";
                case String text -> "the string \"" + text + "\"";
                default -> content.toString();
            };
        }
    }
}
