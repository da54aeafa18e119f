package io.sigmaprompt.headless.cli;

import io.sigmaprompt.twin.input.TwinMode;

/** What a colour means; the same meanings as in the workbench. */
enum Tone {
    PLAIN("", ""),
    STRONG("1", "1"),
    HINT("38;2;132;148;165", "90"),
    ACCENT("38;2;57;197;255", "36"),
    SIMULATED("38;2;138;160;180", "37"),
    SHADOW("38;2;179;146;240", "35"),
    LIVE("38;2;255;159;67", "93"),
    OK("38;2;126;231;135", "32"),
    WARN("38;2;227;179;65", "33"),
    BAD("38;2;255;107;107", "31");

    private final String rich;
    private final String basic;

    Tone(String rich, String basic) {
        this.rich = rich;
        this.basic = basic;
    }

    /** The SGR parameters of this tone. */
    String code(boolean trueColour) {
        return trueColour ? rich : basic;
    }

    static Tone of(TwinMode mode) {
        return switch (mode) {
            case SIMULATED -> SIMULATED;
            case MIRROR -> ACCENT;
            case SHADOW -> SHADOW;
            case LIVE -> LIVE;
        };
    }
}
