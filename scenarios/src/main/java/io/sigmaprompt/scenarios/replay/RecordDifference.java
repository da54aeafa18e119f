package io.sigmaprompt.scenarios.replay;

import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.DecisionRecord;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.ModeRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where two records first differ.
 *
 * @param signal what differs: the record's kind and field, with the joint where the field has one value a joint
 * @param one its value in the first, in words
 * @param other its value in the second
 */
public record RecordDifference(String signal, String one, String other) {
    private static final String ABSENT = "nothing";
    private static final String RECORD = "Record";

    /** The first difference of two records of which one may be missing; null where they are the same to the bit. */
    static @Nullable RecordDifference between(@Nullable OutputRecord one, @Nullable OutputRecord other) {
        if (one == null || other == null || !one.getClass().equals(other.getClass())) {
            if (one == null && other == null) {
                return null;
            }
            return new RecordDifference(kind(one != null ? one : other), told(one), told(other));
        }
        for (RecordComponent component : one.getClass().getRecordComponents()) {
            Object a = value(component, one);
            Object b = value(component, other);
            int at = firstDifferent(a, b);
            if (at >= 0) {
                String place = kind(one) + "." + component.getName() + element(one, at, a);
                return new RecordDifference(one.robot() + "/" + place, words(element(a, at)), words(element(b, at)));
            }
        }
        return null;
    }

    /** The gist of a record that the other side does not have. */
    private static String told(@Nullable OutputRecord record) {
        return switch (record) {
            case null -> ABSENT;
            case DecisionRecord decision -> decision.behaviour();
            case FindingRecord finding -> finding.id() + (finding.active() ? "" : " is gone");
            case AlarmRecord alarm -> alarm.id() + " " + alarm.state();
            case ModeRecord mode -> mode.mode() + " (" + mode.reason() + ")";
            default -> kind(record);
        };
    }

    private static String kind(@Nullable OutputRecord record) {
        if (record == null) {
            return ABSENT;
        }
        String name = record.getClass().getSimpleName();
        String brief = name.endsWith(RECORD) ? name.substring(0, name.length() - RECORD.length()) : name;
        return brief.replaceAll("(?<=[a-z])([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static @Nullable Object value(RecordComponent component, OutputRecord record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a public record shows its components", e);
        }
    }

    /** Index of the first element that differs, 0 for what is no array, −1 where all is the same. */
    private static int firstDifferent(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == b ? -1 : 0;
        }
        if (!a.getClass().isArray() || !b.getClass().isArray()) {
            return a.equals(b) ? -1 : 0;
        }
        int length = Math.min(Array.getLength(a), Array.getLength(b));
        for (int i = 0; i < length; i++) {
            if (firstDifferent(Array.get(a, i), Array.get(b, i)) >= 0) {
                return i;
            }
        }
        return Array.getLength(a) == Array.getLength(b) ? -1 : length;
    }

    private static String element(OutputRecord record, int at, @Nullable Object values) {
        if (values == null || !values.getClass().isArray()) {
            return "";
        }
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (component.getName().equals("names")
                    && value(component, record) instanceof List<?> names
                    && names.size() == Array.getLength(values)) {
                return "[" + names.get(at) + "]";
            }
        }
        return "[" + at + "]";
    }

    private static @Nullable Object element(@Nullable Object values, int at) {
        if (values == null || !values.getClass().isArray()) {
            return values;
        }
        return at < Array.getLength(values) ? Array.get(values, at) : null;
    }

    private static String words(@Nullable Object value) {
        return value == null ? ABSENT : String.valueOf(value);
    }
}
