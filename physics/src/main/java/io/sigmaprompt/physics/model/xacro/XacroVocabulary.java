package io.sigmaprompt.physics.model.xacro;

import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.Set;
import java.util.regex.Pattern;

/** What marks an element as xacro's. */
final class XacroVocabulary {
    /** The namespaces that xacro has had over the years. */
    private static final Pattern NAMESPACE = Pattern.compile(
            "https?://((www\\.|wiki\\.)?ros\\.org/(wiki/)?xacro|playerstage\\.sourceforge\\.net/.*#xacro)/?");

    static final Set<String> WORDS = Set.of(
            "property", "arg", "macro", "include", "if", "unless", "insert_block", "call", "element", "attribute");

    private XacroVocabulary() {}

    /** Whether the element is an instruction; the prefix {@code xacro} counts even where it is not bound. */
    static boolean isInstruction(XmlElement element) {
        return element.prefix().equals("xacro")
                || NAMESPACE.matcher(element.namespace()).matches();
    }

    static boolean isUsedIn(XmlElement element, Set<String> dropped) {
        if (isInstruction(element)) {
            return true;
        }
        for (String value : element.attributes().values()) {
            if (value.contains("${") || value.contains("$(")) {
                return true;
            }
        }
        for (XmlElement child : element.children()) {
            if (!dropped.contains(child.name()) && isUsedIn(child, dropped)) {
                return true;
            }
        }
        return false;
    }
}
