package io.sigmaprompt.workbench.mind;

import io.sigmaprompt.twin.cognition.tree.node.NodeModel;

/** The shapes that tell kinds of node apart, on a grid of 12 units. */
public enum KindShape {
    SEQUENCE("sequence", "M0 5h7V2l5 4-5 4V7H0z"),
    FALLBACK("fallback", "M4 8h3V7c3-1 4-2 4-4C11 1 9 0 6 0 3 0 1 1 1 4h3c0-1 1-2 2-2s2 1 2 2-4 1-4 4z M4 9.5h3V12H4z"),
    PARALLEL("parallel", "M0 1h8V0l4 2.5L8 5V4H0z M0 8h8V7l4 2.5L8 12v-1H0z"),
    CONTROL("control", "M0 5h4l5-5h3v3H9L6 6l3 3h3v3H9L4 7H0z"),
    DECORATOR("decorator", "M6 0l6 6-6 6-6-6z"),
    CONDITION("condition", "M6 0a6 6 0 1 1 0 12A6 6 0 1 1 6 0z"),
    ACTION("action", "M0 2h12v8H0z"),
    SUBTREE("subtree", "M0 0h8v8H0z M10 4h2v8H4v-2h6z");

    private final String words;
    private final String path;

    KindShape(String words, String path) {
        this.words = words;
        this.path = path;
    }

    public String words() {
        return words;
    }

    /** The outline, as SVG writes it. */
    public String path() {
        return path;
    }

    static KindShape of(NodeModel.Kind kind, String id) {
        return switch (kind) {
            case ACTION -> ACTION;
            case CONDITION -> CONDITION;
            case DECORATOR -> DECORATOR;
            case SUBTREE -> SUBTREE;
            case CONTROL ->
                id.contains("Sequence")
                        ? SEQUENCE
                        : id.contains("Fallback") ? FALLBACK : id.contains("Parallel") ? PARALLEL : CONTROL;
        };
    }
}
