package io.sigmaprompt.physics.model.xml;

import org.jspecify.annotations.Nullable;

/**
 * Where an element begins.
 *
 * @param file the file as it was named when it was opened
 * @param line from 1
 * @param column from 1
 * @param via what brought the element to its present place (a macro call), or null where it stands as written
 */
public record XmlLocation(
        String file, int line, int column, @Nullable String via) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
