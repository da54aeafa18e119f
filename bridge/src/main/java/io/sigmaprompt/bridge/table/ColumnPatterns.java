package io.sigmaprompt.bridge.table;

import io.sigmaprompt.bridge.table.ColumnUse.Role;
import io.sigmaprompt.physics.model.BadInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the columns of joints' quantities are named, as the map of a recording that is mirrored says it.
 *
 * @param patterns names of columns by quantity, with <code>{joint}</code> for the joint
 * @param joints what stands for <code>{joint}</code>, by the robot's joint; empty where its own names stand there
 * @param places where each pattern stands, {@code file:line:column}
 * @param temperatureUnit unit of temperatures, {@code °C} or {@code K}
 */
record ColumnPatterns(
        Map<Role, String> patterns, Map<String, String> joints, Map<Role, String> places, String temperatureUnit) {
    static final ColumnPatterns NONE = new ColumnPatterns(Map.of(), Map.of(), Map.of(), Role.TEMPERATURE.usualUnit);

    private static final String JOINT = "{joint}";

    /** Whether a pattern says where the joint stands. */
    static boolean isPattern(String text) {
        return text.contains(JOINT);
    }

    /**
     * What these patterns take columns for.
     *
     * @throws BadInputException if no column matches a pattern
     */
    Map<String, ColumnUse> uses(List<String> header) {
        Map<String, ColumnUse> uses = new LinkedHashMap<>();
        patterns.forEach((role, pattern) -> {
            int at = pattern.indexOf(JOINT);
            Pattern columns = Pattern.compile(Pattern.quote(pattern.substring(0, at)) + "(.+)"
                    + Pattern.quote(pattern.substring(at + JOINT.length())));
            int before = uses.size();
            for (String column : header) {
                Matcher matcher = columns.matcher(column);
                if (matcher.matches() && (joints.isEmpty() || joints.containsValue(matcher.group(1)))) {
                    uses.put(column, new ColumnUse(role, joint(matcher.group(1)), unit(role)));
                }
            }
            if (uses.size() == before) {
                throw new BadInputException(
                        places.getOrDefault(role, ""),
                        "no column matches '" + pattern + "' for " + role.word() + "; the columns are "
                                + String.join(", ", header),
                        "Mend the pattern, or leave " + role.word() + " out of the column map.");
            }
        });
        return uses;
    }

    private String joint(String token) {
        return joints.entrySet().stream()
                .filter(each -> each.getValue().equals(token))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(token);
    }

    private String unit(Role role) {
        return role == Role.TEMPERATURE ? temperatureUnit : role.usualUnit;
    }
}
