package io.sigmaprompt.twin.cognition.tree.script;

/** A script that cannot be read. */
public final class ScriptException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;
    private final String remedy;

    ScriptException(int offset, String problem, String remedy) {
        super(problem);
        this.offset = offset;
        this.remedy = remedy;
    }

    /** Where, in characters from the script's start. */
    public int offset() {
        return offset;
    }

    public String remedy() {
        return remedy;
    }
}
