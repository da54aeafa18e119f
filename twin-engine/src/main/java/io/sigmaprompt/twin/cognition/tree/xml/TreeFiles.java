package io.sigmaprompt.twin.cognition.tree.xml;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.xml.XmlElement;
import io.sigmaprompt.physics.model.xml.XmlLocation;
import io.sigmaprompt.physics.model.xml.XmlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files that a tree is read from, with their texts for complaints. */
final class TreeFiles {
    private final Map<String, String> recorded;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();

    /** @param recorded texts to read in the place of files, by absolute paths; empty to read the files */
    TreeFiles(Map<String, String> recorded) {
        this.recorded = recorded;
    }

    /** The texts that were read, by absolute paths. */
    Map<String, String> sources() {
        return sources;
    }

    /** The root element of a file. */
    XmlElement open(Path file) {
        String key = file.toAbsolutePath().normalize().toString();
        String known = recorded.get(key);
        if (known != null) {
            sources.put(key, known);
            return open(known, file.toString());
        }
        XmlElement root = XmlReader.read(file);
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            texts.put(file.toString(), text);
            sources.put(key, text);
        } catch (IOException e) {
            throw new BadInputException(
                    file.toString(), "the file cannot be read, " + e.getMessage(), "Check its permissions");
        }
        return root;
    }

    /** The root element of a text. */
    XmlElement open(String text, String name) {
        texts.put(name, text);
        return XmlReader.parse(text, name);
    }

    /** File, line and column of an attribute's value. */
    String place(XmlElement element, String attribute) {
        return place(element.location(), attribute, 0);
    }

    String place(XmlLocation tag, @Nullable String attribute, int offset) {
        String text = texts.get(tag.file());
        return attribute == null || text == null ? tag.toString() : TagText.place(text, tag, attribute, offset);
    }
}
