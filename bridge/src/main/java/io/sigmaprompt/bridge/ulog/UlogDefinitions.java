package io.sigmaprompt.bridge.ulog;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a reader must remember of a log to read on: formats and subscriptions, of bounded size. */
final class UlogDefinitions {
    /** PX4's own need a fortieth of this. */
    private static final long MOST_FORMAT_CHARACTERS = 4_000_000;

    private final Map<String, UlogFormat> formats = new LinkedHashMap<>();
    private final Map<String, UlogLayout> layouts = new LinkedHashMap<>();
    private final Map<Integer, UlogSubscription> subscriptions = new LinkedHashMap<>();
    private long formatCharacters;

    /** Takes a format; the first of a name stands. */
    UlogFormat define(String text) {
        UlogFormat format = UlogFormat.parse(text);
        UlogFormat before = formats.get(format.name());
        if (before != null) {
            if (!before.equals(format)) {
                throw new CorruptUlogException(
                        "the format '" + UlogField.shown(format.name()) + "' is told anew and differs");
            }
            return before;
        }
        formatCharacters += text.length();
        if (formatCharacters > MOST_FORMAT_CHARACTERS) {
            throw new CorruptUlogException("the formats take more than " + MOST_FORMAT_CHARACTERS + " characters");
        }
        formats.put(format.name(), format);
        return format;
    }

    UlogSubscription subscribe(int id, int instance, String topic) {
        UlogLayout layout = layouts.get(topic);
        if (layout == null) {
            layout = UlogLayout.of(topic, formats);
            layouts.put(topic, layout);
        }
        var subscription = new UlogSubscription(id, instance, layout);
        subscriptions.put(id, subscription);
        return subscription;
    }

    @Nullable
    UlogSubscription subscription(int id) {
        return subscriptions.get(id);
    }

    @Nullable
    UlogSubscription unsubscribe(int id) {
        return subscriptions.remove(id);
    }
}
