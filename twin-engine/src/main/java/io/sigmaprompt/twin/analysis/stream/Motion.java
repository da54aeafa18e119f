package io.sigmaprompt.twin.analysis.stream;

/** What is known, from elsewhere, of the thing that a signal measures. */
public enum Motion {
    /** Nothing is known. */
    UNKNOWN,
    /** It is at rest, and may say the same again and again. */
    RESTS,
    /** It moves, by command or by another measurement. */
    MOVES
}
