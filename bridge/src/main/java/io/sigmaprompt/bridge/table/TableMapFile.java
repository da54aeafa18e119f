package io.sigmaprompt.bridge.table;

import io.sigmaprompt.bridge.table.ColumnUse.Role;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Suggestion;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads column maps, from YAML or from JSON, which is YAML too. */
final class TableMapFile {
    private static final List<String> KEYS = List.of(
            "delimiter",
            "decimal",
            "time",
            "timeUnit",
            "columns",
            "position",
            "velocity",
            "effort",
            "current",
            "temperature",
            "temperatureUnit",
            "joints");
    private static final String ROLES =
            Arrays.stream(Role.values()).map(Role::word).collect(Collectors.joining(", "));

    private final Path file;
    private final Map<String, ColumnUse> columns = new LinkedHashMap<>();
    private final Map<String, String> lines = new LinkedHashMap<>();
    private final Map<Role, String> patterns = new EnumMap<>(Role.class);
    private final Map<Role, String> patternPlaces = new EnumMap<>(Role.class);
    private final Map<String, String> joints = new LinkedHashMap<>();
    private String temperatureUnit = Role.TEMPERATURE.usualUnit;
    private @Nullable Character delimiter;
    private @Nullable Character decimal;
    private @Nullable String time;
    private @Nullable TableClock clock;

    private TableMapFile(Path file) {
        this.file = file;
    }

    /**
     * Reads a map.
     *
     * @throws BadInputException if the file cannot be read or says what no map says; it names the line
     */
    static TableMap read(Path file) {
        var reader = new TableMapFile(file);
        try (JsonParser parser = new YAMLMapper().createParser(Files.readString(file))) {
            reader.read(parser);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new BadInputException(
                    file + ":" + at.getLineNr() + ":" + at.getColumnNr(),
                    "this is neither YAML nor JSON: " + e.getOriginalMessage(),
                    "A column map has lines such as: time: Timestamp.");
        } catch (MalformedInputException e) {
            throw new BadInputException(
                    file.toString(), "a column map is text in UTF-8, and this is not", "Give a YAML or JSON file.");
        } catch (IOException e) {
            throw new BadInputException(
                    file.toString(), "the column map cannot be read (" + e.getMessage() + ")", "Check the path.");
        }
        return new TableMap(
                file.toString(),
                reader.delimiter,
                reader.decimal,
                reader.time,
                reader.clock,
                reader.columns,
                new ColumnPatterns(reader.patterns, reader.joints, reader.patternPlaces, reader.temperatureUnit),
                reader.lines);
    }

    private void read(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new BadInputException(
                    file.toString(),
                    "a column map is a list of keys and values",
                    "Known keys are " + String.join(", ", KEYS) + ".");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            String place = place(parser);
            requireKnown(place, key);
            JsonToken value = parser.nextToken();
            if (key.equals("columns")) {
                columns(parser, place, value);
            } else if (key.equals("joints")) {
                joints(parser, place, value);
            } else if (value.isScalarValue()) {
                set(place, key, parser.getString());
            } else {
                throw new BadInputException(place, "expected one word for '" + key + "'", "As in " + key + ": \";\".");
            }
        }
    }

    private void columns(JsonParser parser, String place, JsonToken first) {
        if (first != JsonToken.START_OBJECT) {
            throw new BadInputException(
                    place, "expected a line for each column under 'columns'", "As in Current_J0: current J0 [A].");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String column = parser.currentName().strip();
            String at = place(parser);
            JsonToken value = parser.nextToken();
            String text = value.isScalarValue() ? parser.getString() : "";
            ColumnUse use = ColumnUse.of(text);
            if (use == null) {
                String word = text.strip().split("\\s+", 2)[0];
                throw new BadInputException(
                        at,
                        "column '" + column + "' is said to be '" + text.strip() + "', which is nothing a column can be"
                                + Suggestion.phrase(
                                        word,
                                        Arrays.stream(Role.values())
                                                .map(Role::word)
                                                .toList()),
                        "Write one of " + ROLES + ", then a name and a unit, as in: current J0 [A].");
            }
            if (columns.put(column, use) != null) {
                throw new BadInputException(
                        at, "column '" + column + "' stands in the map twice", "Take one line out.");
            }
            lines.put(column, at);
        }
    }

    private void joints(JsonParser parser, String place, JsonToken first) {
        boolean named = first == JsonToken.START_OBJECT;
        while (named && parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String joint = parser.currentName().strip();
            named = parser.nextToken().isScalarValue();
            joints.put(joint, named ? parser.getString().strip() : "");
        }
        if (!named) {
            throw new BadInputException(
                    place, "expected for each joint under 'joints' what the columns call it", "As in elbow_joint: J2.");
        }
    }

    private void pattern(String place, Role role, String value) {
        if (!ColumnPatterns.isPattern(value)) {
            throw new BadInputException(
                    place,
                    "the pattern '" + value + "' does not say where the joint's name stands",
                    "Put {joint} into it, as in q_{joint}; a single column stands under 'columns'.");
        }
        patterns.put(role, value);
        patternPlaces.put(role, place);
    }

    private void set(String place, String key, String value) {
        Role role = Role.of(key);
        if (role != null) {
            pattern(place, role, value);
            return;
        }
        switch (key) {
            case "temperatureUnit" -> {
                if (!value.equals("C") && !value.equals("K")) {
                    throw new BadInputException(
                            place,
                            "the unit of temperature '" + value + "' is not known",
                            "Use C for degrees Celsius or K for kelvins.");
                }
                temperatureUnit = value.equals("K") ? "K" : Role.TEMPERATURE.usualUnit;
            }
            case "delimiter" -> delimiter = sign(place, key, value);
            case "decimal" -> {
                decimal = sign(place, key, value);
                if (decimal != '.' && decimal != ',') {
                    throw new BadInputException(
                            place, "the decimal sign must be . or , and is " + decimal, "Use one of the two.");
                }
            }
            case "time" -> {
                time = value.strip();
                lines.put(time, place);
            }
            default -> {
                clock = TableClock.of(value);
                if (clock == null) {
                    throw new BadInputException(
                            place,
                            "the unit of time '" + value + "' is not known",
                            "Use " + String.join(", ", TableClock.COUNTS)
                                    + ", iso, or a pattern such as d.M.yyyy H:mm:ss.");
                }
            }
        }
    }

    private static char sign(String place, String key, String value) {
        if (value.equals("\\t") || value.equals("tab")) {
            return '\t';
        }
        if (value.length() != 1) {
            throw new BadInputException(
                    place, "expected one character for '" + key + "', found '" + value + "'", "Quote it, as \";\".");
        }
        return value.charAt(0);
    }

    private static void requireKnown(String place, String key) {
        if (!KEYS.contains(key)) {
            throw new BadInputException(
                    place,
                    "a column map has no key '" + key + "'" + Suggestion.phrase(key, KEYS),
                    "Known keys are " + String.join(", ", KEYS) + "; what a column is stands under 'columns'.");
        }
    }

    private String place(JsonParser parser) {
        var at = parser.currentTokenLocation();
        return file + ":" + at.getLineNr() + ":" + at.getColumnNr();
    }
}
