package io.sigmaprompt.physics.model.xacro;

import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.List;

/**
 * A document after expansion.
 *
 * @param root free of xacro
 * @param unusedArguments names of arguments that were given and that the document neither declares nor reads
 */
public record XacroExpansion(XmlElement root, List<String> unusedArguments) {
    public XacroExpansion {
        unusedArguments = List.copyOf(unusedArguments);
    }
}
