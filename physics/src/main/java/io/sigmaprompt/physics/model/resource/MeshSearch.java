package io.sigmaprompt.physics.model.resource;

import io.sigmaprompt.physics.model.xml.Warnings;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the mesh files that a model names and keeps account of those that nobody has. */
public final class MeshSearch {
    private static final int NAMED = 5;

    private final PackagePath packages;
    private final Map<String, Optional<Path>> found = new LinkedHashMap<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private @Nullable XmlElement firstMissing;

    public MeshSearch(PackagePath packages) {
        this.packages = packages;
    }

    /** Where a mesh is, or null, which is then accounted for; {@code mesh} is the element that names it. */
    public @Nullable Path file(XmlElement mesh, String uri) {
        Path file = found.computeIfAbsent(uri, key -> Optional.ofNullable(packages.resolve(key)))
                .orElse(null);
        if (file == null) {
            missing.add(uri);
            firstMissing = firstMissing == null ? mesh : firstMissing;
        }
        return file;
    }

    /** One warning for all that are missing. */
    public void report(Warnings warnings) {
        if (firstMissing == null) {
            return;
        }
        StringBuilder names = new StringBuilder();
        int count = 0;
        for (String uri : missing) {
            if (count++ == NAMED) {
                names.append(", and ").append(missing.size() - NAMED).append(" more");
                break;
            }
            names.append(names.isEmpty() ? "" : ", ").append(uri);
        }
        warnings.add(
                firstMissing,
                missing.size() + (missing.size() == 1 ? " mesh file" : " mesh files") + " not found (" + names
                        + "): shown as placeholders");
    }
}
