package io.sigmaprompt.physics.model.xml;

import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.physics.model.mechanism.ModelWarning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what is odd while a model is read; of unknown elements it tells each kind once, with a count. */
public final class Warnings {
    private static final class Unknown {
        final XmlElement first;
        final String message;
        int count;

        Unknown(XmlElement first, String message) {
            this.first = first;
            this.message = message;
        }
    }

    private final String format;
    private final List<ModelWarning> list = new ArrayList<>();
    private final Map<String, Unknown> unknown = new LinkedHashMap<>();

    /**
     * No warnings yet.
     *
     * @param format what the file is written in, as "URDF"
     */
    public Warnings(String format) {
        this.format = format;
    }

    /** Notes something about an element, at its place. */
    public void add(XmlElement element, String message) {
        String via = element.location().via();
        list.add(new ModelWarning(element.location().toString(), via == null ? message : message + " (" + via + ")"));
    }

    /** Notes each child that is neither known nor silently passed over, and each second one of a kind meant once. */
    public void checkChildren(XmlElement parent, Set<String> repeatable, Set<String> single, Set<String> silent) {
        Map<String, XmlElement> seen = new LinkedHashMap<>();
        for (XmlElement child : parent.children()) {
            String name = child.name();
            if (single.contains(name)) {
                if (seen.putIfAbsent(name, child) != null) {
                    add(child, "a second <" + name + "> in <" + parent.name() + "> is ignored; the first one counts");
                }
            } else if (!repeatable.contains(name) && !silent.contains(name)) {
                List<String> known = new ArrayList<>(single);
                known.addAll(repeatable);
                known.sort(null);
                Unknown entry = unknown.computeIfAbsent(
                        parent.name() + "/" + name,
                        key -> new Unknown(
                                child,
                                "<" + name + "> in <" + parent.name() + "> is not " + format + " and is ignored"
                                        + Suggestion.phrase(name, known)));
                entry.count++;
            }
        }
    }

    /** All warnings so far; unknown elements are told here, once a kind. */
    public List<ModelWarning> finish() {
        for (Unknown entry : unknown.values()) {
            add(
                    entry.first,
                    entry.count == 1 ? entry.message : entry.message + " (" + entry.count + " times, here first)");
        }
        unknown.clear();
        return List.copyOf(list);
    }
}
