package io.sigmaprompt.physics.model.xml;

import io.sigmaprompt.physics.model.BadInputException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/**
 * Turns parser events into elements. The parser tells where an event ends, so an element begins where the event before
 * it ended. Prefixes are resolved here and leniently: xacro files often forget to bind theirs.
 */
final class XmlTreeBuilder extends DefaultHandler2 {
    /** Below the parser's own limit of 100, whose message says less. */
    private static final int DEEPEST = 90;

    private static final class Open {
        final String name;
        final Map<String, String> namespaces;
        final Map<String, String> attributes = new LinkedHashMap<>();
        final List<XmlElement> children = new ArrayList<>();
        final StringBuilder text = new StringBuilder();
        final XmlLocation location;

        Open(String name, Map<String, String> namespaces, XmlLocation location) {
            this.name = name;
            this.namespaces = namespaces;
            this.location = location;
        }
    }

    private final String source;
    private final byte[] bytes;
    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable Locator locator;
    private @Nullable XmlElement root;
    private int line = 1;
    private int column = 1;

    XmlTreeBuilder(String source, byte[] bytes) {
        this.source = source;
        this.bytes = bytes;
    }

    XmlElement root() {
        if (root == null) {
            throw new BadInputException(source, "the file has no XML element", "Name a file that describes a robot");
        }
        return root;
    }

    String place() {
        return source + ":" + line + ":" + column;
    }

    @Override
    public void setDocumentLocator(Locator documentLocator) {
        locator = documentLocator;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
        if (open.isEmpty()) {
            skipToBracket();
        }
        if (open.size() >= DEEPEST) {
            throw new BadInputException(
                    place(), "more than " + DEEPEST + " elements are nested in each other", "Mend the file");
        }
        Open parent = open.peek();
        Map<String, String> namespaces = parent == null ? Map.of() : parent.namespaces;
        Map<String, String> declared = null;
        for (int i = 0; i < attributes.getLength(); i++) {
            String key = attributes.getQName(i);
            if (key.startsWith("xmlns:") || key.equals("xmlns")) {
                declared = declared == null ? new LinkedHashMap<>(namespaces) : declared;
                declared.put(key.equals("xmlns") ? "" : key.substring(6), attributes.getValue(i));
            }
        }
        Open element =
                new Open(name, declared == null ? namespaces : declared, new XmlLocation(source, line, column, null));
        for (int i = 0; i < attributes.getLength(); i++) {
            String key = attributes.getQName(i);
            if (!key.startsWith("xmlns:") && !key.equals("xmlns")) {
                element.attributes.put(key, attributes.getValue(i));
            }
        }
        open.push(element);
        mark(0);
    }

    @Override
    public void endElement(String uri, String localName, String name) {
        Open done = open.pop();
        int colon = done.name.indexOf(':');
        String prefix = colon < 0 ? "" : done.name.substring(0, colon);
        XmlElement element = new XmlElement(
                done.name,
                done.namespaces.getOrDefault(prefix, ""),
                done.attributes,
                done.children,
                done.text.toString().strip(),
                done.location);
        Open parent = open.peek();
        if (parent == null) {
            root = element;
        } else {
            parent.children.add(element);
        }
        mark(0);
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        Open element = open.peek();
        if (element != null) {
            element.text.append(chars, start, length);
        }
        // By then the parser has also consumed the bracket that ends the text.
        mark(1);
    }

    @Override
    public void comment(char[] chars, int start, int length) {
        mark(0);
    }

    @Override
    public void processingInstruction(String target, String data) {
        mark(0);
    }

    @Override
    public void endCDATA() {
        mark(0);
    }

    @Override
    public void error(SAXParseException e) throws SAXParseException {
        throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXParseException {
        throw e;
    }

    private void mark(int back) {
        if (locator != null) {
            line = locator.getLineNumber();
            column = Math.max(1, locator.getColumnNumber() - back);
        }
    }

    /** White space before the root is no event; so look for the bracket in the text itself. */
    private void skipToBracket() {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = 0;
        for (int i = 1; i < line && at >= 0; i++) {
            at = text.indexOf('\n', at) + 1;
        }
        at += column - 1;
        if (line == 1 && column == 1 && text.startsWith("<?xml")) {
            int end = text.indexOf("?>");
            column += end < 0 ? 0 : end + 2;
            at = column - 1;
        }
        while (at >= 0 && at < text.length() && Character.isWhitespace(text.charAt(at))) {
            if (text.charAt(at) == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
            at++;
        }
    }
}
