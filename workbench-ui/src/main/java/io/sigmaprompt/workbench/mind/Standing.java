package io.sigmaprompt.workbench.mind;

import io.sigmaprompt.twin.record.TreeRecord;

/** How a node stands, for people: what it does, or what it came to last. A sign and a word beside each colour. */
public enum Standing {
    RUNNING("▶", "running", "is-accent"),
    SUCCEEDED("✓", "succeeded", "is-ok"),
    FAILED("✗", "failed", "is-bad"),
    HALTED("■", "halted", "is-warning"),
    SKIPPED("↷", "skipped", "is-shadow"),
    UNTOUCHED("·", "not reached", "hint");

    private final String sign;
    private final String words;
    private final String style;

    Standing(String sign, String words, String style) {
        this.sign = sign;
        this.words = words;
        this.style = style;
    }

    public String sign() {
        return sign;
    }

    public String words() {
        return words;
    }

    /** The style class of its colour. */
    public String style() {
        return style;
    }

    static Standing of(TreeRecord.Node node) {
        boolean idle = node.status() == TreeRecord.Status.IDLE;
        return switch (idle ? node.before() : node.status()) {
            case IDLE -> UNTOUCHED;
            case RUNNING -> idle ? HALTED : RUNNING;
            case SUCCESS -> SUCCEEDED;
            case FAILURE -> FAILED;
            case SKIPPED -> SKIPPED;
        };
    }
}
