package io.sigmaprompt.bridge.table;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a column is taken for.
 *
 * @param name the joint of a joint's quantity, else a name of its own; empty to take the column's
 * @param unit of its numbers, empty where unknown
 */
record ColumnUse(Role role, String name, String unit) {
    /** The words of a column map, and what stands behind them. */
    enum Role {
        POSITION("rad"),
        VELOCITY("rad/s"),
        EFFORT("N·m"),
        CURRENT("A"),
        TEMPERATURE("°C"),
        /** A number that belongs to no joint. */
        CHANNEL(""),
        /** Counts cycles or steps of a task. */
        COUNTER(""),
        /** What somebody else says of the robot: true or false. */
        LABEL(""),
        IGNORE("");

        final String usualUnit;

        Role(String usualUnit) {
            this.usualUnit = usualUnit;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean ofJoint() {
            return !usualUnit.isEmpty();
        }

        static @Nullable Role of(String word) {
            for (Role role : values()) {
                if (role.word().equals(word.toLowerCase(Locale.ROOT))) {
                    return role;
                }
            }
            return null;
        }
    }

    static final ColumnUse IGNORED = new ColumnUse(Role.IGNORE, "", "");

    private static final Pattern WORDS =
            Pattern.compile("(\\S+)(?:\\s+(?<name>[^\\[]*?))?(?:\\s*\\[(?<unit>[^]]*)])?\\s*");

    /** Reads {@code current J0 [A]}, {@code channel}, {@code ignore}; null if the first word is none of the roles. */
    static @Nullable ColumnUse of(String text) {
        Matcher matcher = WORDS.matcher(text.strip());
        Role role = matcher.matches() ? Role.of(matcher.group(1)) : null;
        if (role == null) {
            return null;
        }
        String name = matcher.group("name");
        String unit = matcher.group("unit");
        return new ColumnUse(role, name == null ? "" : name.strip(), unit == null ? role.usualUnit : unit.strip());
    }

    /** The signal's name for a column with this use. */
    String signal(String column) {
        String own = name.isEmpty() ? column : name;
        return role.ofJoint() ? own + "/" + role.word() : own;
    }

    /** As a column map says it. */
    String text() {
        StringBuilder text = new StringBuilder(role.word());
        if (!name.isEmpty()) {
            text.append(' ').append(name);
        }
        if (!unit.isEmpty()) {
            text.append(" [").append(unit).append(']');
        }
        return text.toString();
    }
}
