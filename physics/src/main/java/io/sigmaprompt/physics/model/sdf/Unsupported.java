package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.xml.Warnings;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What SDFormat knows and a robot has no place for: named in one warning, kind by kind, with the lines. */
final class Unsupported {
    private static final int LINES = 8;

    private final Map<String, List<String>> places = new LinkedHashMap<>();
    private @Nullable XmlElement first;

    /** Notes an element under its own name. */
    void note(XmlElement element) {
        note(element, "<" + element.name() + ">");
    }

    /** Notes an element under a description of what of it is left out. */
    void note(XmlElement element, String kind) {
        if (first == null) {
            first = element;
        }
        String file = element.location().file();
        boolean same = file.equals(first.location().file());
        places.computeIfAbsent(kind, key -> new ArrayList<>())
                .add((same ? "" : file + ":") + element.location().line());
    }

    /** The one warning, if there is anything to tell. */
    void report(Warnings warnings) {
        if (first == null) {
            return;
        }
        StringBuilder text = new StringBuilder("not supported, and left out: ");
        boolean more = false;
        for (Map.Entry<String, List<String>> kind : places.entrySet()) {
            List<String> lines = kind.getValue();
            text.append(more ? ", " : "").append(kind.getKey()).append(lines.size() == 1 ? " (line " : " (lines ");
            text.append(String.join(", ", lines.subList(0, Math.min(LINES, lines.size()))));
            text.append(lines.size() > LINES ? " and " + (lines.size() - LINES) + " more)" : ")");
            more = true;
        }
        warnings.add(first, text.toString());
    }
}
