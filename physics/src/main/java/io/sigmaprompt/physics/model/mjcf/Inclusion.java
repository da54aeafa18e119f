package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.xml.XmlElement;
import io.sigmaprompt.physics.model.xml.XmlReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the children of included files where {@code <include>} stands; paths start at the main file's folder (MuJoCo
 * documentation, XML reference, include).
 */
final class Inclusion {
    private final Path folder;
    private final Map<Path, XmlElement> included = new LinkedHashMap<>();

    private Inclusion(Path main) {
        Path absolute = main.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        folder = parent == null ? absolute : parent;
    }

    static XmlElement expand(XmlElement root, Path main) {
        Inclusion inclusion = new Inclusion(main);
        List<Path> open = List.of(main.toAbsolutePath().normalize());
        return root.with(root.attributes(), inclusion.children(root, open));
    }

    private List<XmlElement> children(XmlElement parent, List<Path> open) {
        List<XmlElement> children = new ArrayList<>();
        for (XmlElement child : parent.children()) {
            if (child.name().equals("include")) {
                children.addAll(content(child, open));
            } else {
                children.add(child.with(child.attributes(), children(child, open)));
            }
        }
        return children;
    }

    private List<XmlElement> content(XmlElement include, List<Path> open) {
        String name = include.requiredAttribute("file").strip();
        Path file;
        try {
            file = folder.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw include.error("'" + name + "' is no path: " + e.getMessage(), "Correct the name");
        }
        if (open.contains(file)) {
            List<String> circle = new ArrayList<>();
            open.subList(open.indexOf(file), open.size())
                    .forEach(path -> circle.add(String.valueOf(path.getFileName())));
            circle.add(String.valueOf(file.getFileName()));
            throw include.error(
                    "files include each other in a circle, " + String.join(" → ", circle), "Remove one <include>");
        }
        XmlElement before = included.putIfAbsent(file, include);
        if (before != null) {
            throw include.error(
                    "the file " + name + " is included twice, first at " + before.location(),
                    "MJCF includes a file once: remove one of them");
        }
        if (!Files.isRegularFile(file)) {
            throw include.error(
                    "there is no file " + file,
                    "Correct the path; it starts at the folder of the main file, " + folder);
        }
        List<Path> path = new ArrayList<>(open);
        path.add(file);
        return children(XmlReader.read(file), path);
    }
}
