package io.sigmaprompt.bridge.ulog;

/**
 * One field as a format or a key tells it: {@code float[4] q}.
 *
 * @param type a basic type's spelling, or the name of another format
 * @param count how many, 1 where it is no array; 0 only for an empty text
 */
public record UlogField(String type, int count, String name) {
    /** No message is longer, so no array can be. */
    private static final int LONGEST = 65_535;

    static UlogField parse(String text) {
        int space = text.indexOf(' ');
        if (space < 1 || space == text.length() - 1) {
            throw new CorruptUlogException("expected 'type name', found '" + shown(text) + "'");
        }
        String type = text.substring(0, space);
        String name = text.substring(space + 1).strip();
        int open = type.indexOf('[');
        if (open < 0) {
            return new UlogField(type, 1, name);
        }
        int close = type.indexOf(']', open);
        String count = close < 0 ? "" : type.substring(open + 1, close);
        if (open == 0 || count.isEmpty() || count.length() > 5 || !count.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new CorruptUlogException("expected an array as type[length], found '" + shown(text) + "'");
        }
        int length = Integer.parseInt(count);
        if (length > LONGEST) {
            throw new CorruptUlogException("an array of length " + length + " fits no message: '" + shown(text) + "'");
        }
        return new UlogField(type.substring(0, open), length, name);
    }

    /** Text from a file that may be anything, fit for a message. */
    static String shown(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() > 60 ? printable.substring(0, 60) + "…" : printable;
    }
}
