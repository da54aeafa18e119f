package io.sigmaprompt.workbench.timeline;

/** What is otherwise in a fork. */
public enum WhatIf {
    AS_IT_WAS("as it was", false, false),
    WITHOUT_FAULTS("without faults", false, true),
    WITHOUT_OPERATOR("without the operator", true, false);

    private final String words;
    private final boolean operator;
    private final boolean faults;

    WhatIf(String words, boolean operator, boolean faults) {
        this.words = words;
        this.operator = operator;
        this.faults = faults;
    }

    /** As a part of a sentence. */
    public String words() {
        return words;
    }

    /** Whether what somebody did by hand is left out. */
    public boolean withoutOperator() {
        return operator;
    }

    /** Whether faults are healed and left out. */
    public boolean withoutFaults() {
        return faults;
    }
}
