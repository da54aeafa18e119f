package io.sigmaprompt.bridge.flight;

import io.sigmaprompt.bridge.ulog.UlogLayout;
import io.sigmaprompt.bridge.ulog.UlogSlot;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One topic's fields by name, each looked up once. Fields come and go with PX4's versions. */
final class Topic {
    private final UlogLayout layout;
    private final Map<String, @Nullable UlogSlot> slots = new HashMap<>();

    Topic(UlogLayout layout) {
        this.layout = layout;
    }

    private @Nullable UlogSlot slot(String field) {
        if (!slots.containsKey(field)) {
            slots.put(field, layout.find(field));
        }
        return slots.get(field);
    }

    /** A field's element, or {@code otherwise} where the topic has none. */
    double number(ByteBuffer data, String field, int index, double otherwise) {
        UlogSlot slot = slot(field);
        return slot != null && index < slot.count() ? slot.number(data, index) : otherwise;
    }

    double number(ByteBuffer data, String field, double otherwise) {
        return number(data, field, 0, otherwise);
    }

    /** A flag; {@code otherwise} where the topic has none. */
    boolean flag(ByteBuffer data, String field, boolean otherwise) {
        return number(data, field, otherwise ? 1 : 0) != 0;
    }

    /** The stamp, microseconds; negative where there is none. */
    long micros(ByteBuffer data) {
        UlogSlot slot = slot("timestamp");
        return slot == null ? -1 : slot.integer(data);
    }
}
