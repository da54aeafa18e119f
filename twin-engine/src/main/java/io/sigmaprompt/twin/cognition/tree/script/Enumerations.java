package io.sigmaprompt.twin.cognition.tree.script;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names that stand for whole numbers in every script of a tree. */
public record Enumerations(Map<String, Integer> names) {
    public static final Enumerations NONE = new Enumerations(Map.of());

    public Enumerations {
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }

    /** What a name stands for, or null. */
    public @Nullable Integer value(String name) {
        return names.get(name);
    }
}
