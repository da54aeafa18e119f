package io.sigmaprompt.headless.report;

import io.sigmaprompt.twin.record.TreeRecord;

/** How a node stands, for people: what it does, or what it came to last. */
enum TreeStanding {
    RUNNING("running", "accent", "▶"),
    SUCCEEDED("succeeded", "ok", "✓"),
    FAILED("failed", "bad", "✗"),
    HALTED("halted", "warn", "■"),
    SKIPPED("skipped", "shadow", "↷"),
    UNTOUCHED("not reached", "quiet", "·");

    /** In a word. */
    final String words;

    /** The report's colour class. */
    final String tone;

    final String sign;

    TreeStanding(String words, String tone, String sign) {
        this.words = words;
        this.tone = tone;
        this.sign = sign;
    }

    static TreeStanding of(TreeRecord.Node node) {
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
