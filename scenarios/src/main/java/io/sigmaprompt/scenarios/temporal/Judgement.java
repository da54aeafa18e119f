package io.sigmaprompt.scenarios.temporal;

/** What became of an expectation. */
public enum Judgement {
    /** It was so. */
    HELD,
    /** It was not so. */
    FAILED,
    /** The session was cut short before it could be told. */
    NOT_REACHED
}
