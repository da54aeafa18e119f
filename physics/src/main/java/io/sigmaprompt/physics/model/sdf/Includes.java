package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.resource.PackagePath;
import io.sigmaprompt.physics.model.xml.XmlElement;
import io.sigmaprompt.physics.model.xml.XmlReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds and parses the files that {@code <include>} names; refuses those that include themselves. */
final class Includes {
    /** Files that include others twice over grow without bound. */
    private static final int MOST = 10_000;

    private static final String MODEL = "model://";

    private final Map<Path, XmlElement> parsed = new HashMap<>();
    private final Map<Path, SourceFile> sources = new HashMap<>();
    private final Deque<Path> open = new ArrayDeque<>();
    private int count;

    /**
     * What an include names.
     *
     * @param root its {@code <sdf>}
     */
    record Included(XmlElement root, SourceFile source) {}

    /** The file being read, which an include must not come back to. */
    void begin(Path file) {
        open.push(key(file));
    }

    void end() {
        open.pop();
    }

    Included read(XmlElement include, SourceFile from) {
        XmlElement uri = include.child("uri");
        if (uri == null || uri.text().isEmpty()) {
            throw include.error("the <include> has no <uri>", "Add <uri>model://NAME</uri>");
        }
        Path file = file(uri, from);
        Path key = key(file);
        if (open.contains(key)) {
            throw uri.error("the file " + file + " includes itself", "Remove one <include> of the circle");
        }
        if (++count > MOST) {
            throw uri.error("more than " + MOST + " includes in one model", "Include less");
        }
        XmlElement root = parsed.get(key);
        if (root == null) {
            root = XmlReader.read(file);
            if (!root.name().equals("sdf")) {
                throw uri.error(
                        "the included file " + file + " is <" + root.name() + ">, not <sdf>",
                        "Convert it to SDFormat; Gazebo's own tool does it: gz sdf -p FILE");
            }
            parsed.put(key, root);
            sources.put(key, SourceFile.of(file, SdfVersion.of(root)));
        }
        return new Included(root, sources.getOrDefault(key, from));
    }

    /** The files that were included, for the account of their meshes. */
    Iterable<SourceFile> sources() {
        return sources.values();
    }

    private static Path key(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private static Path file(XmlElement uri, SourceFile from) {
        String text = uri.text();
        boolean remote = text.startsWith("http://") || text.startsWith("https://");
        Path found = remote
                ? inModel(lastName(text), from.packages())
                : text.startsWith(MODEL) ? inModel(text.substring(MODEL.length()), from.packages()) : plain(text, from);
        if (found != null && Files.isDirectory(found)) {
            found = ModelFolder.description(found);
        }
        if (found == null || !Files.isRegularFile(found)) {
            throw uri.error(
                    remote
                            ? "'" + text + "' is on the network, where nothing is fetched from, and no folder '"
                                    + lastName(text) + "' was found"
                            : "there is no model '" + text + "'",
                    (remote ? "Download the model, and put" : "Put")
                            + " its folder beside this file or above, or name the folder that holds it in"
                            + " SIGMA_PACKAGE_PATH");
        }
        return found;
    }

    /** What a model on a server is called: the last part of its address, without a version. */
    private static String lastName(String uri) {
        String path = uri.replaceFirst("[?#].*$", "").replaceFirst("/+$", "").replaceFirst("/(\\d+|tip)$", "");
        return path.substring(path.lastIndexOf('/') + 1).replace("%20", " ");
    }

    /** NAME, or NAME/some/file. */
    private static @Nullable Path inModel(String text, PackagePath packages) {
        int slash = text.indexOf('/');
        String name = slash < 0 ? text : text.substring(0, slash);
        String rest = slash < 0 ? "" : text.substring(slash).replaceFirst("^/+", "");
        if (name.isBlank()) {
            return null;
        }
        Path root = packages.find(name, rest);
        return root == null ? null : root.resolve(rest);
    }

    private static @Nullable Path plain(String text, SourceFile from) {
        Path file = from.packages().resolve(text);
        if (file != null || text.contains("://")) {
            return file;
        }
        try {
            return from.file().resolveSibling(text).normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** The one model of an included file, or null where it holds something else that is known. */
    static @Nullable XmlElement model(XmlElement root, XmlElement include) {
        XmlElement model = root.child("model");
        if (model != null) {
            return model;
        }
        if (root.child("light") != null || root.child("actor") != null) {
            return null;
        }
        throw include.error(
                "the included file " + root.location().file() + " has no <model>", "Include a file with one model");
    }
}
