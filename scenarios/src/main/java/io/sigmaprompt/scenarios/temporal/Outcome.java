package io.sigmaprompt.scenarios.temporal;

/**
 * Whether an expectation held.
 *
 * @param atSeconds the moment that settled it, or NaN where there is none
 * @param explanation one sentence: when and why
 */
public record Outcome(Expectation expectation, boolean passed, double atSeconds, String explanation) {}
