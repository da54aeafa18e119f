package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.scenarios.temporal.Judgement;

/**
 * What came of an expectation.
 *
 * @param name short, as {@code expect/1}
 * @param text the expectation in words
 * @param judgement what became of it
 * @param atSeconds the moment that settled it, or NaN
 * @param explanation one sentence: when and why
 */
public record ExpectationResult(String name, String text, Judgement judgement, double atSeconds, String explanation) {
    public boolean passed() {
        return judgement == Judgement.HELD;
    }
}
