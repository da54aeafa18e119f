package io.sigmaprompt.bridge.ulog;

import java.util.ArrayList;
import java.util.List;

/** A named list of fields, as a format message tells it: {@code vehicle_attitude:uint64_t timestamp;float[4] q;}. */
public record UlogFormat(String name, List<UlogField> fields) {
    public UlogFormat {
        fields = List.copyOf(fields);
    }

    static UlogFormat parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new CorruptUlogException("expected a format as name:fields, found '" + UlogField.shown(text) + "'");
        }
        List<UlogField> fields = new ArrayList<>();
        int from = colon + 1;
        while (from < text.length()) {
            int to = text.indexOf(';', from);
            to = to < 0 ? text.length() : to;
            String field = text.substring(from, to).strip();
            if (!field.isEmpty()) {
                UlogField parsed = UlogField.parse(field);
                if (parsed.count() == 0) {
                    throw new CorruptUlogException("a field holds nothing: '" + UlogField.shown(field) + "'");
                }
                fields.add(parsed);
            }
            from = to + 1;
        }
        if (fields.isEmpty()) {
            throw new CorruptUlogException("the format '" + UlogField.shown(text) + "' has no field");
        }
        return new UlogFormat(text.substring(0, colon), fields);
    }
}
