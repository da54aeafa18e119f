package io.sigmaprompt.physics.model.resource;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a robot description looks for ROS packages and files.
 *
 * <p>A package NAME is looked for, in this order, as a folder NAME beside the description or beside one of its
 * ancestors; as the description's own folder or an ancestor, if that has the wanted file (a package's folder need not
 * bear its name); and in {@code SIGMA_PACKAGE_PATH}, {@code ROS_PACKAGE_PATH}, {@code GZ_SIM_RESOURCE_PATH} and {@code
 * GAZEBO_MODEL_PATH} (folders that hold packages, or are one) and {@code AMENT_PREFIX_PATH} (folders with {@code
 * share/NAME}).
 */
public final class PackagePath {
    private static final List<String> SCHEMES = List.of("package://", "model://");

    private final Path folder;
    private final UnaryOperator<@Nullable String> environment;

    /**
     * The path for one description.
     *
     * @param description the file that names others
     * @param environment value of an environment variable, or null
     */
    public PackagePath(Path description, UnaryOperator<@Nullable String> environment) {
        Path parent = description.toAbsolutePath().normalize().getParent();
        this.folder = parent == null ? description.toAbsolutePath().normalize() : parent;
        this.environment = environment;
    }

    /** The path for one description in the environment of this process. */
    public static PackagePath of(Path description) {
        return new PackagePath(description, System::getenv);
    }

    /**
     * The root of a package.
     *
     * @param rest path inside the package that must exist, may be empty
     * @return null where there is none
     */
    public @Nullable Path find(String name, String rest) {
        try {
            for (Path candidate : candidates(name, !rest.isEmpty())) {
                if (rest.isEmpty() ? Files.isDirectory(candidate) : Files.exists(candidate.resolve(rest))) {
                    return candidate.normalize();
                }
            }
        } catch (InvalidPathException e) {
            return null;
        }
        return null;
    }

    /**
     * The file that a URI names.
     *
     * @param uri {@code package://NAME/…}, {@code model://NAME/…}, {@code file://…}, or a path, absolute or relative to
     *     the description
     * @return null where there is no such file
     */
    public @Nullable Path resolve(String uri) {
        String text = uri.strip();
        if (text.startsWith("file://package://")) {
            text = text.substring("file://".length());
        }
        for (String scheme : SCHEMES) {
            if (text.startsWith(scheme)) {
                return inPackage(text.substring(scheme.length()));
            }
        }
        try {
            Path path;
            if (text.startsWith("file:")) {
                path = ofFileUri(text);
            } else if (text.contains("://")) {
                return null;
            } else {
                path = folder.resolve(text);
            }
            return Files.isRegularFile(path) ? path.normalize() : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private @Nullable Path inPackage(String text) {
        int slash = text.indexOf('/');
        if (slash <= 0 || slash == text.length() - 1) {
            return null;
        }
        String rest = text.substring(slash).replaceFirst("^/+", "");
        Path root = find(text.substring(0, slash), rest);
        if (root == null) {
            return null;
        }
        Path file = root.resolve(rest).normalize();
        return Files.isRegularFile(file) ? file : null;
    }

    private Path ofFileUri(String text) {
        try {
            return Path.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            // Often written with blanks or a relative path, which a URI may not have.
            return folder.resolve(text.replaceFirst("^file:(//)?", ""));
        }
    }

    private Set<Path> candidates(String name, boolean anyName) {
        Set<Path> found = new LinkedHashSet<>();
        for (Path at = folder; at != null; at = at.getParent()) {
            found.add(at.resolve(name));
            Path last = at.getFileName();
            if (last != null && last.toString().equals(name)) {
                found.add(at);
            }
        }
        if (anyName) {
            for (Path at = folder; at != null; at = at.getParent()) {
                found.add(at);
            }
        }
        addListed(found, "SIGMA_PACKAGE_PATH", name, "");
        addListed(found, "ROS_PACKAGE_PATH", name, "");
        addListed(found, "GZ_SIM_RESOURCE_PATH", name, "");
        addListed(found, "GAZEBO_MODEL_PATH", name, "");
        addListed(found, "AMENT_PREFIX_PATH", name, "share");
        return found;
    }

    private void addListed(Set<Path> found, String variable, String name, String inside) {
        String value = environment.apply(variable);
        if (value == null) {
            return;
        }
        for (String entry : value.split(Pattern.quote(File.pathSeparator), -1)) {
            if (!entry.isBlank()) {
                Path listed = Path.of(entry.strip()).resolve(inside);
                found.add(listed.resolve(name));
                Path last = listed.getFileName();
                if (last != null && last.toString().equals(name)) {
                    found.add(listed);
                }
            }
        }
    }
}
