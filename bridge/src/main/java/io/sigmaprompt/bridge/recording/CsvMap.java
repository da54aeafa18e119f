package io.sigmaprompt.bridge.recording;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * How the columns of a table of telemetry are to be read. What is null is told from the table's own header.
 *
 * @param delimiter between cells
 * @param decimal decimal sign of numbers, {@code .} or {@code ,}
 * @param time name of the time column
 * @param timeUnit {@code s}, {@code ms}, {@code us}, {@code ns} or {@code iso}
 * @param position pattern of the position columns' names, with <code>{joint}</code> for the joint
 * @param velocity pattern of the velocity columns' names
 * @param effort pattern of the effort columns' names
 * @param current pattern of the motor current columns' names, A
 * @param temperature pattern of the temperature columns' names
 * @param temperatureUnit {@code C} or {@code K}; degrees Celsius unless told
 * @param joints what stands for <code>{joint}</code> in the columns' names, by the robot's joint; empty where the robot's
 *     own names stand there
 */
public record CsvMap(
        @Nullable Character delimiter,
        @Nullable Character decimal,
        @Nullable String time,
        @Nullable TimeUnit timeUnit,
        @Nullable String position,
        @Nullable String velocity,
        @Nullable String effort,
        @Nullable String current,
        @Nullable String temperature,
        @Nullable String temperatureUnit,
        Map<String, String> joints) {
    /** Tells everything from the table's header. */
    public static final CsvMap GUESSED =
            new CsvMap(null, null, null, null, null, null, null, null, null, null, Map.of());

    private static final TreeSet<String> KEYS = new TreeSet<>(java.util.List.of(
            "current",
            "decimal",
            "delimiter",
            "effort",
            "joints",
            "position",
            "temperature",
            "temperatureUnit",
            "time",
            "timeUnit",
            "velocity"));
    private static final String JOINT = "{joint}";

    /** What a time column counts. */
    public enum TimeUnit {
        SECONDS("s", 9),
        MILLISECONDS("ms", 6),
        MICROSECONDS("us", 3),
        NANOSECONDS("ns", 0),
        /** Date and time as ISO 8601 writes them. */
        ISO("iso", 0);

        final String symbol;
        final int digitsToNanos;

        TimeUnit(String symbol, int digitsToNanos) {
            this.symbol = symbol;
            this.digitsToNanos = digitsToNanos;
        }
    }

    /**
     * Reads a map from a YAML file.
     *
     * @throws BadInputException if the file is missing or says something that no map holds
     */
    public static CsvMap read(Path file) {
        try {
            String text = Files.readString(file);
            JsonNode root = new YAMLMapper().readTree(text);
            if (!root.isObject()) {
                throw new BadInputException(
                        file.toString(), "a column map is a list of keys and values", "Known keys are " + KEYS + ".");
            }
            requireKnownKeys(file, text);
            Map<String, String> options = new LinkedHashMap<>();
            Map<String, String> joints = new LinkedHashMap<>();
            for (var entry : root.properties()) {
                if (entry.getKey().equals("joints")) {
                    entry.getValue()
                            .properties()
                            .forEach(joint ->
                                    joints.put(joint.getKey(), joint.getValue().asString()));
                } else {
                    options.put(entry.getKey(), entry.getValue().asString(""));
                }
            }
            return of(file.toString(), options, joints);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new BadInputException(
                    file + ":" + at.getLineNr() + ":" + at.getColumnNr(),
                    "this is not YAML: " + e.getOriginalMessage(),
                    "A column map has lines such as: position: \"q_{joint}\".");
        } catch (IOException e) {
            throw new BadInputException(
                    file.toString(), "the column map cannot be read (" + e.getMessage() + ")", "Check the path.");
        }
    }

    /**
     * A map from keys and values, named as the parts of this record.
     *
     * @param place where they come from, for messages
     */
    public static CsvMap of(String place, Map<String, String> options, Map<String, String> joints) {
        for (String key : options.keySet()) {
            requireKnown(place, key);
        }
        Character decimal = sign(place, "decimal", options.get("decimal"));
        if (decimal != null && decimal != '.' && decimal != ',') {
            throw new BadInputException(
                    place + " decimal", "the decimal sign must be . or , and is " + decimal, "Use one of the two.");
        }
        return new CsvMap(
                sign(place, "delimiter", options.get("delimiter")),
                decimal,
                options.get("time"),
                unit(place, options.get("timeUnit")),
                pattern(place, "position", options.get("position")),
                pattern(place, "velocity", options.get("velocity")),
                pattern(place, "effort", options.get("effort")),
                pattern(place, "current", options.get("current")),
                pattern(place, "temperature", options.get("temperature")),
                temperatureUnit(place, options.get("temperatureUnit")),
                joints);
    }

    /** What is to be added to a temperature of the table for kelvins. */
    double zeroInKelvin() {
        return "K".equals(temperatureUnit) ? 0 : 273.15;
    }

    private static @Nullable String temperatureUnit(String place, @Nullable String value) {
        if (value == null || value.equals("C") || value.equals("K")) {
            return value;
        }
        throw new BadInputException(
                place + " temperatureUnit",
                "the unit of temperature '" + value + "' is not known",
                "Use C for degrees Celsius or K for kelvins.");
    }

    private static void requireKnownKeys(Path file, String text) {
        int depth = 0;
        try (JsonParser parser = new YAMLMapper().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token == JsonToken.PROPERTY_NAME && depth == 1) {
                    var at = parser.currentTokenLocation();
                    requireKnown(file + ":" + at.getLineNr() + ":" + at.getColumnNr(), parser.currentName());
                }
            }
        }
    }

    private static void requireKnown(String place, String key) {
        if (!KEYS.contains(key)) {
            String nearest = Suggestion.nearest(key, KEYS);
            throw new BadInputException(
                    place,
                    "a column map has no key '" + key + "'",
                    (nearest == null ? "" : "Did you mean '" + nearest + "'? ") + "Known keys are "
                            + String.join(", ", KEYS) + ".");
        }
    }

    private static @Nullable Character sign(String place, String key, @Nullable String value) {
        if (value == null) {
            return null;
        }
        if (value.equals("\\t") || value.equals("tab")) {
            return '\t';
        }
        if (value.length() != 1) {
            throw new BadInputException(
                    place + " " + key, "expected one character, found '" + value + "'", "Quote it, as \";\".");
        }
        return value.charAt(0);
    }

    private static @Nullable TimeUnit unit(String place, @Nullable String value) {
        if (value == null) {
            return null;
        }
        for (TimeUnit unit : TimeUnit.values()) {
            if (unit.symbol.equals(value)) {
                return unit;
            }
        }
        throw new BadInputException(
                place + " timeUnit", "the unit of time '" + value + "' is not known", "Use s, ms, us, ns or iso.");
    }

    private static @Nullable String pattern(String place, String key, @Nullable String value) {
        if (value != null && !value.contains(JOINT)) {
            throw new BadInputException(
                    place + " " + key,
                    "the pattern '" + value + "' does not say where the joint's name stands",
                    "Put " + JOINT + " into it, as in q_" + JOINT + ".");
        }
        return value;
    }
}
