package io.sigmaprompt.physics.model.xacro;

import io.sigmaprompt.physics.model.xml.XmlElement;
import io.sigmaprompt.physics.model.xml.XmlReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files that are being included, innermost first. */
final class Inclusion {
    private final Deque<Path> open = new ArrayDeque<>();
    private final Map<Path, XmlElement> read = new LinkedHashMap<>();

    Inclusion(Path file) {
        open.push(file.toAbsolutePath().normalize());
    }

    /**
     * The root of the file that an instruction includes; relative names start at the instruction's own file.
     *
     * @return null where an optional file is absent
     */
    @Nullable
    XmlElement enter(XmlElement instruction, String filename, boolean optional) {
        Path file;
        try {
            String path = filename.startsWith("file://") ? filename.substring("file://".length()) : filename;
            file = Substitutions.folder(Path.of(instruction.location().file()))
                    .resolve(path)
                    .normalize();
        } catch (InvalidPathException e) {
            throw instruction.error("'" + filename + "' is no path", "Name a file");
        }
        if (!Files.isRegularFile(file)) {
            if (optional) {
                return null;
            }
            throw instruction.error(
                    "the included file " + file + " does not exist",
                    "Check filename=\"" + filename + "\"; relative names start at the including file");
        }
        if (open.contains(file)) {
            throw instruction.error(
                    "the file " + file + " includes itself" + (file.equals(open.peek()) ? "" : " through others"),
                    "Break the cycle of includes");
        }
        open.push(file);
        return read.computeIfAbsent(file, XmlReader::read);
    }

    void leave() {
        open.pop();
    }
}
