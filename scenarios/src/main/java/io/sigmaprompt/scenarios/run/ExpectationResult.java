package io.sigmaprompt.scenarios.run;

/**
 * What came of an expectation.
 *
 * @param name short, as {@code expect/1}
 * @param text the expectation in words
 * @param atSeconds the moment that settled it, or NaN
 * @param explanation one sentence: when and why
 */
public record ExpectationResult(String name, String text, boolean passed, double atSeconds, String explanation) {}
