package io.sigmaprompt.twin.cognition.tree.xml;

import io.sigmaprompt.physics.model.xml.XmlLocation;

/** Finds the place of a character of an attribute's value in the text of a file. */
final class TagText {
    private final String text;
    private int at;
    private int line;
    private int column;

    private TagText(String text, XmlLocation tag) {
        this.text = text;
        line = tag.line();
        column = tag.column();
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        at = start + column - 1;
    }

    /** File, line and column; those of the element where the attribute is not found. */
    static String place(String text, XmlLocation tag, String attribute, int offset) {
        TagText here = new TagText(text, tag);
        return here.enter(attribute, offset) ? tag.file() + ":" + here.line + ":" + here.column : tag.toString();
    }

    private boolean enter(String attribute, int offset) {
        step();
        word();
        while (at < text.length()) {
            space();
            String name = word();
            space();
            if (name.isEmpty() || !is('=')) {
                return false;
            }
            step();
            space();
            char quote = at < text.length() ? text.charAt(at) : '>';
            step();
            if (name.equals(attribute)) {
                for (int i = 0; i < offset && !is(quote); i++) {
                    character();
                }
                return true;
            }
            while (at < text.length() && !is(quote)) {
                step();
            }
            step();
        }
        return false;
    }

    /** One character of the value, which may be a reference of several. */
    private void character() {
        if (is('&')) {
            while (at < text.length() && !is(';')) {
                step();
            }
        } else if (is('\r') && text.startsWith("\r\n", at)) {
            step();
        }
        step();
    }

    private boolean is(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            step();
        }
    }

    private String word() {
        int start = at;
        while (at < text.length() && " \t\r\n=>/".indexOf(text.charAt(at)) < 0) {
            step();
        }
        return text.substring(start, at);
    }

    private void step() {
        if (at < text.length()) {
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
