package io.sigmaprompt.bridge.recording;

import io.sigmaprompt.physics.model.BadInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a table holds what.
 *
 * @param time index of the time column
 * @param names joints in the order of their position columns
 * @param position indices of the position columns, one a joint
 * @param velocity indices of the velocity columns, one a joint, or empty
 * @param effort indices of the effort columns, one a joint, or empty
 * @param currentNames joints in the order of their current columns
 * @param current indices of the motor current columns
 * @param temperatureNames joints or parts in the order of their temperature columns
 * @param temperature indices of the temperature columns
 * @param warnings what was found odd
 */
record CsvColumns(
        int time,
        List<String> names,
        int[] position,
        int[] velocity,
        int[] effort,
        List<String> currentNames,
        int[] current,
        List<String> temperatureNames,
        int[] temperature,
        List<String> warnings) {
    private static final Pattern TIME =
            Pattern.compile("(t|time|timestamp|stamp)([_ \\[(]*(s|sec|ms|us|ns)[\\])]?)?", Pattern.CASE_INSENSITIVE);

    /** A quantity of a joint, with the words by which columns call it. */
    private enum Quantity {
        POSITION("position|pos|q"),
        VELOCITY("velocity|vel|speed|qd|dq"),
        EFFORT("effort|eff|torque|tau"),
        CURRENT("current|curr|amps"),
        TEMPERATURE("temperature|temp");

        final Pattern guess;

        Quantity(String words) {
            guess = Pattern.compile(
                    "(?:(?<before>.+?)[_./ ](?:" + words + "))|(?:(?:" + words + ")[_./ ](?<after>.+))",
                    Pattern.CASE_INSENSITIVE);
        }
    }

    /**
     * Finds the columns.
     *
     * @param place the header row's place, for messages
     * @param header names of the columns, without blanks around them
     * @throws BadInputException if there is no time or no position; it says which columns there are
     */
    static CsvColumns resolve(String place, List<String> header, CsvMap map) {
        int time = timeColumn(place, header, map);
        Map<String, Integer> positions = columns(header, map, map.position(), Quantity.POSITION);
        if (positions.isEmpty()) {
            throw withoutPositions(place, header, map);
        }
        List<String> names = List.copyOf(positions.keySet());
        for (var joint : map.joints().entrySet()) {
            if (!positions.containsKey(joint.getKey())) {
                throw new BadInputException(
                        place,
                        "the column map's joint '" + joint.getKey() + "' stands as '" + joint.getValue()
                                + "' in no position column; the columns are " + listing(header),
                        "Mend its name under 'joints' or the pattern of the positions.");
            }
        }
        List<String> warnings = new ArrayList<>();
        Map<String, Integer> currents = further(place, header, map, map.current(), Quantity.CURRENT);
        Map<String, Integer> temperatures = further(place, header, map, map.temperature(), Quantity.TEMPERATURE);
        return new CsvColumns(
                time,
                names,
                indices(names, positions),
                optional(place, header, map, map.velocity(), Quantity.VELOCITY, names, warnings),
                optional(place, header, map, map.effort(), Quantity.EFFORT, names, warnings),
                List.copyOf(currents.keySet()),
                indices(List.copyOf(currents.keySet()), currents),
                List.copyOf(temperatures.keySet()),
                indices(List.copyOf(temperatures.keySet()), temperatures),
                warnings);
    }

    private static BadInputException withoutPositions(String place, List<String> header, CsvMap map) {
        List<String> others = new ArrayList<>();
        for (Quantity quantity : Quantity.values()) {
            int found = columns(header, CsvMap.GUESSED, null, quantity).size();
            if (quantity != Quantity.POSITION && found > 0) {
                others.add(found + " of " + quantity.name().toLowerCase(Locale.ROOT));
            }
        }
        return new BadInputException(
                place,
                "a twin mirrors positions, and no column "
                        + (map.position() == null ? "is named like one" : "matches '" + map.position() + "'")
                        + (others.isEmpty() ? "" : " (it has " + String.join(", ", others) + ")")
                        + "; the columns are " + listing(header),
                "Name them in a column map, as position: \"q_{joint}\". A table without positions cannot be mirrored: where"
                        + " the robot stood cannot be told from its speeds, currents or temperatures; record it with"
                        + " positions, as RTDE's actual_q.");
    }

    /** The unit that the time column's own name ends in, as in {@code time_ms} or {@code t [s]}; null if it names none. */
    static CsvMap.@Nullable TimeUnit unitInName(String column) {
        Matcher matcher = TIME.matcher(column);
        String symbol =
                matcher.matches() && matcher.group(3) != null ? matcher.group(3).toLowerCase(Locale.ROOT) : "";
        return switch (symbol) {
            case "s", "sec" -> CsvMap.TimeUnit.SECONDS;
            case "ms" -> CsvMap.TimeUnit.MILLISECONDS;
            case "us" -> CsvMap.TimeUnit.MICROSECONDS;
            case "ns" -> CsvMap.TimeUnit.NANOSECONDS;
            default -> null;
        };
    }

    private static int timeColumn(String place, List<String> header, CsvMap map) {
        String wanted = map.time();
        for (int i = 0; i < header.size(); i++) {
            if (wanted == null
                    ? TIME.matcher(header.get(i)).matches()
                    : header.get(i).equals(wanted.strip())) {
                return i;
            }
        }
        throw new BadInputException(
                place,
                (wanted == null ? "no column is named like a time" : "there is no column '" + wanted + "'")
                        + "; the columns are " + listing(header),
                "Name the time column in a column map, as time: Timestamp.");
    }

    /** Columns of something that needs not be there for every joint. */
    private static Map<String, Integer> further(
            String place, List<String> header, CsvMap map, @Nullable String pattern, Quantity quantity) {
        Map<String, Integer> found = columns(header, map, pattern, quantity);
        if (found.isEmpty() && pattern != null) {
            String what = quantity.name().toLowerCase(Locale.ROOT);
            throw new BadInputException(
                    place,
                    "no column matches '" + pattern + "' for " + what + "; the columns are " + listing(header),
                    "Mend the pattern, or leave " + what + " out of the column map.");
        }
        return found;
    }

    private static int[] optional(
            String place,
            List<String> header,
            CsvMap map,
            @Nullable String pattern,
            Quantity quantity,
            List<String> names,
            List<String> warnings) {
        Map<String, Integer> found = columns(header, map, pattern, quantity);
        String what = quantity.name().toLowerCase(Locale.ROOT);
        if (found.isEmpty() && pattern != null) {
            throw new BadInputException(
                    place,
                    "no column matches '" + pattern + "' for " + what + "; the columns are " + listing(header),
                    "Mend the pattern, or leave " + what + " out of the column map.");
        }
        if (!found.keySet().containsAll(names)) {
            if (!found.isEmpty()) {
                List<String> missing = new ArrayList<>(names);
                missing.removeAll(found.keySet());
                warnings.add(place + ": there is no " + what + " of " + String.join(", ", missing) + ", so " + what
                        + " is left out for all joints");
            }
            return new int[0];
        }
        return indices(names, found);
    }

    private static int[] indices(List<String> names, Map<String, Integer> columns) {
        return names.stream().mapToInt(name -> columns.getOrDefault(name, -1)).toArray();
    }

    private static Map<String, Integer> columns(
            List<String> header, CsvMap map, @Nullable String pattern, Quantity quantity) {
        // A map that says which columns to take means those and no others.
        if (pattern == null && map.position() != null) {
            return Map.of();
        }
        Pattern compiled = pattern == null ? quantity.guess : explicit(pattern);
        Map<String, Integer> byToken = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            Matcher matcher = compiled.matcher(header.get(i));
            if (matcher.matches()) {
                byToken.putIfAbsent(pattern == null ? guessedJoint(matcher) : matcher.group(1), i);
            }
        }
        if (map.joints().isEmpty()) {
            return byToken;
        }
        Map<String, Integer> byJoint = new LinkedHashMap<>();
        map.joints().forEach((joint, token) -> {
            Integer index = byToken.get(token);
            if (index != null) {
                byJoint.put(joint, index);
            }
        });
        return byJoint;
    }

    private static Pattern explicit(String pattern) {
        int at = pattern.indexOf("{joint}");
        return Pattern.compile(Pattern.quote(pattern.substring(0, at)) + "(.+)"
                + Pattern.quote(pattern.substring(at + "{joint}".length())));
    }

    /** The joint in a column such as {@code /joint_states/elbow_joint/position}. */
    private static String guessedJoint(Matcher matcher) {
        String before = matcher.group("before");
        String joint = before != null ? before : matcher.group("after");
        return joint.substring(joint.lastIndexOf('/') + 1);
    }

    private static String listing(List<String> header) {
        return String.join(", ", header.stream().filter(name -> !name.isEmpty()).toList());
    }
}
