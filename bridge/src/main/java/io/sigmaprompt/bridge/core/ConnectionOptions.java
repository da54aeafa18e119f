package io.sigmaprompt.bridge.core;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The options of one connection, read by name with their units; a name that nobody knows is refused. */
public final class ConnectionOptions {
    private static final Pattern DURATION =
            Pattern.compile("\\s*([0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE]([+-]?[0-9]{1,2}))?\\s*([a-zµ]*)\\s*");

    private final String place;
    private final Map<String, String> values;

    /**
     * Options of which every name is known.
     *
     * @param place what they belong to, as the connection's URI, for errors
     * @throws BadInputException if a name is not among {@code known}
     */
    public ConnectionOptions(String place, Map<String, String> values, List<String> known) {
        this.place = place;
        this.values = Map.copyOf(values);
        values.keySet().stream()
                .sorted()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new BadInputException(
                            place,
                            "unknown option '" + name + "'" + Suggestion.phrase(name, known),
                            "Known are: " + String.join(", ", known));
                });
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public String text(String name, String otherwise) {
        String value = values.getOrDefault(name, otherwise).strip();
        if (value.isEmpty() && !otherwise.isEmpty()) {
            throw wrong(name, value, "a value", "Leave the option out to use '" + otherwise + "'");
        }
        return value;
    }

    /** One of a few words. */
    public String choice(String name, List<String> choices, String otherwise) {
        String value = text(name, otherwise);
        if (!choices.contains(value)) {
            throw wrong(name, value, "one of " + String.join(", ", choices), "The default is " + otherwise);
        }
        return value;
    }

    /** A whole number within bounds. */
    public int integer(String name, int otherwise, int least, int greatest) {
        String value = text(name, Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= greatest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw wrong(name, value, "a whole number from " + least + " to " + greatest, "The default is " + otherwise);
    }

    /**
     * A duration such as {@code 20 ms}, {@code 3s} or {@code 0.5} (seconds), in nanoseconds.
     *
     * @param otherwise the default, written in the same way
     */
    public long nanos(String name, String otherwise, boolean mayBeZero) {
        String value = text(name, otherwise);
        Matcher parts = DURATION.matcher(value);
        if (parts.matches()) {
            double unit =
                    switch (parts.group(3)) {
                        case "", "s" -> 1e9;
                        case "ms" -> 1e6;
                        case "us", "µs" -> 1e3;
                        case "ns" -> 1;
                        case "min" -> 60e9;
                        default -> Double.NaN;
                    };
            String exponent = parts.group(2);
            double nanos =
                    Double.parseDouble(exponent == null ? parts.group(1) : parts.group(1) + "e" + exponent) * unit;
            if (nanos <= 86_400e9 && (nanos >= 1 || (mayBeZero && nanos == 0))) {
                return Math.round(nanos);
            }
        }
        throw wrong(
                name,
                value,
                "a duration of at most a day" + (mayBeZero ? "" : " and more than nothing")
                        + ", a number with one of the units ns, us, ms, s, min",
                "The default is " + otherwise);
    }

    private BadInputException wrong(String name, String value, String expected, String remedy) {
        return new BadInputException(
                place, "option '" + name + "' must be " + expected + ", but is '" + value + "'", remedy);
    }
}
