package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.xml.Warnings;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps account of what a file has and we do not read, for one warning that lists it all. */
final class Unsupported {
    private static final int LINES = 8;

    private final Map<String, List<XmlElement>> places = new LinkedHashMap<>();
    private @Nullable XmlElement first;

    /** Notes an element, or a part of it, that is left out; {@code what} is how the warning names it. */
    void add(XmlElement element, String what) {
        first = first == null ? element : first;
        places.computeIfAbsent(what, key -> new ArrayList<>()).add(element);
    }

    void report(Warnings warnings) {
        if (first == null) {
            return;
        }
        String main = first.location().file();
        List<String> parts = new ArrayList<>();
        places.forEach((what, elements) -> parts.add(what + " (" + lines(elements, main) + ")"));
        warnings.add(first, "not supported and left out: " + String.join(", ", parts));
    }

    private static String lines(List<XmlElement> elements, String main) {
        List<String> lines = new ArrayList<>();
        for (XmlElement element : elements.subList(0, Math.min(LINES, elements.size()))) {
            String file = element.location().file();
            lines.add((file.equals(main) ? "" : file + ":") + element.location().line());
        }
        List<String> distinct = lines.stream().distinct().toList();
        return (distinct.size() == 1 ? "line " : "lines ")
                + String.join(", ", distinct)
                + (elements.size() > LINES ? " and " + (elements.size() - LINES) + " more" : "");
    }
}
