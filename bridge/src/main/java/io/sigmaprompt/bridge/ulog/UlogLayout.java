package io.sigmaprompt.bridge.ulog;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A format with all that it names inside: where each value lies. Little-endian, packed, padding told as fields. */
public final class UlogLayout {
    private static final String PADDING = "_padding";

    /** Deeper nesting is no message of anybody's; it would only exhaust the stack. */
    private static final int DEEPEST = 16;

    private static final int LONGEST_MESSAGE = 65_535;

    private final UlogFormat format;
    private final Map<String, UlogFormat> formats;
    private final int bytes;
    private final int leastBytes;

    private UlogLayout(UlogFormat format, Map<String, UlogFormat> formats) {
        this.format = format;
        this.formats = formats;
        int sum = 0;
        int needed = 0;
        for (UlogField field : format.fields()) {
            sum = checked(sum + fieldBytes(field, 0));
            // The logger leaves padding away where it stands last.
            needed = field.name().startsWith(PADDING) ? needed : sum;
        }
        bytes = sum;
        leastBytes = needed;
    }

    /**
     * Resolves a format.
     *
     * @param formats all formats known, by name
     */
    static UlogLayout of(String name, Map<String, UlogFormat> formats) {
        UlogFormat format = formats.get(name);
        if (format == null) {
            throw new CorruptUlogException("there is no format '" + UlogField.shown(name) + "'");
        }
        return new UlogLayout(format, formats);
    }

    public String name() {
        return format.name();
    }

    /** Length of a message's data with its padding. */
    public int bytes() {
        return bytes;
    }

    /** Length of a message's data without the padding at its end. */
    public int leastBytes() {
        return leastBytes;
    }

    /**
     * Where a value lies, or null if there is none of that name.
     *
     * @param path a field's name; behind a dot that of a field inside it, as {@code esc[3].esc_rpm}
     */
    public @Nullable UlogSlot find(String path) {
        return find(format, path, 0, 0);
    }

    private @Nullable UlogSlot find(UlogFormat in, String path, int base, int depth) {
        int dot = path.indexOf('.');
        String head = dot < 0 ? path : path.substring(0, dot);
        int open = head.indexOf('[');
        String name = open < 0 ? head : head.substring(0, open);
        int offset = base;
        for (UlogField field : in.fields()) {
            if (!field.name().equals(name)) {
                offset += fieldBytes(field, depth);
                continue;
            }
            int index = open < 0 ? 0 : index(head, open, field.count());
            UlogType type = UlogType.of(field.type());
            if (index < 0) {
                return null;
            }
            if (type != null) {
                boolean whole = open < 0;
                return dot >= 0 ? null : new UlogSlot(type, offset + index * type.bytes(), whole ? field.count() : 1);
            }
            UlogFormat nested = nested(field);
            return dot < 0
                    ? null
                    : find(nested, path.substring(dot + 1), offset + index * formatBytes(nested, depth + 1), depth + 1);
        }
        return null;
    }

    private static int index(String head, int open, int count) {
        String digits = head.endsWith("]") ? head.substring(open + 1, head.length() - 1) : "";
        if (digits.isEmpty() || digits.length() > 5 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        int index = Integer.parseInt(digits);
        return index < count ? index : -1;
    }

    private int fieldBytes(UlogField field, int depth) {
        UlogType type = UlogType.of(field.type());
        long one = type != null ? type.bytes() : formatBytes(nested(field), depth + 1);
        return checked(one * field.count());
    }

    private int formatBytes(UlogFormat nested, int depth) {
        if (depth > DEEPEST) {
            throw new CorruptUlogException(
                    "the format '" + UlogField.shown(format.name()) + "' holds itself, or others too deep");
        }
        int sum = 0;
        for (UlogField field : nested.fields()) {
            sum = checked(sum + (long) fieldBytes(field, depth));
        }
        return sum;
    }

    private UlogFormat nested(UlogField field) {
        UlogFormat nested = formats.get(field.type());
        if (nested == null) {
            throw new CorruptUlogException("the format '" + UlogField.shown(format.name()) + "' names the type '"
                    + UlogField.shown(field.type()) + "', which is neither basic nor a format");
        }
        return nested;
    }

    private int checked(long size) {
        if (size > LONGEST_MESSAGE) {
            throw new CorruptUlogException("the format '" + UlogField.shown(format.name())
                    + "' is longer than the longest message, " + LONGEST_MESSAGE + " bytes");
        }
        return (int) size;
    }
}
