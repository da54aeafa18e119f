package io.sigmaprompt.scenarios.run;

/** How a run ended. */
public enum Verdict {
    /** It ran to its end and every expectation held. */
    PASSED,
    /** It ran to its end, and an expectation did not hold. */
    FAILED,
    /** Somebody stopped it. */
    INTERRUPTED,
    /** Something outside failed. */
    BROKEN
}
