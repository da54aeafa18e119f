package io.sigmaprompt.bridge.rosbag;

import io.sigmaprompt.physics.model.BadInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A ROS 1 message's definition as a bag carries it: its own text, then those of all messages in it, each behind a line of
 * equals signs and {@code MSG: package/Type} (wiki.ros.org/msg).
 */
final class MessageDefinition {
    /** A field: a type without its brackets, and how many there are. */
    record Field(String type, String name, int count) {
        /** One value, without brackets. */
        static final int ONE = -1;
        /** As many as the message says. */
        static final int ANY = -2;
    }

    private static final Pattern SEPARATOR = Pattern.compile("(?m)^={10,}\\s*$");
    private static final Pattern NAMED = Pattern.compile("\\s*MSG:\\s*(\\S+)[^\\n]*\\n?");
    private static final Pattern CONSTANT = Pattern.compile("[\\w/]+\\s+\\w+\\s*=.*");
    private static final Pattern FIELD = Pattern.compile("([\\w/]+)(\\[(\\d{0,9})])?\\s+(\\w+)");

    private final String place;
    private final Map<String, List<Field>> types = new LinkedHashMap<>();

    MessageDefinition(String type, String text, String place) {
        this.place = place;
        String[] parts = SEPARATOR.splitAsStream(text).toArray(String[]::new);
        types.put(type, fields(type, parts[0]));
        for (int i = 1; i < parts.length; i++) {
            Matcher named = NAMED.matcher(parts[i]);
            if (!named.lookingAt()) {
                throw wrong("a part of the definition does not begin with 'MSG: package/Type'");
            }
            types.put(named.group(1), fields(named.group(1), parts[i].substring(named.end())));
        }
    }

    /** The fields of a type, in their order. */
    List<Field> fields(String type) {
        List<Field> fields = types.get(type);
        if (fields == null) {
            throw wrong("it does not say what a " + type + " is");
        }
        return fields;
    }

    BadInputException wrong(String problem) {
        return new BadInputException(
                place, "the message definition cannot be used: " + problem, "Record the topic again, or leave it out.");
    }

    private List<Field> fields(String owner, String text) {
        List<Field> fields = new ArrayList<>();
        for (String whole : text.lines().toList()) {
            int comment = whole.indexOf('#');
            String line = (comment < 0 ? whole : whole.substring(0, comment)).strip();
            if (line.isEmpty() || CONSTANT.matcher(line).matches()) {
                continue;
            }
            Matcher field = FIELD.matcher(line);
            if (!field.matches()) {
                throw wrong("expected 'type name' in " + owner + ", found '" + line + "'");
            }
            String count = field.group(3);
            fields.add(new Field(
                    resolved(owner, field.group(1)),
                    field.group(4),
                    count == null ? Field.ONE : count.isEmpty() ? Field.ANY : Integer.parseInt(count)));
        }
        return fields;
    }

    private static String resolved(String owner, String type) {
        if (type.equals("Header")) {
            return "std_msgs/Header";
        }
        int slash = owner.indexOf('/');
        boolean bare = type.indexOf('/') < 0 && Character.isUpperCase(type.charAt(0));
        return bare && slash > 0 ? owner.substring(0, slash + 1) + type : type;
    }
}
