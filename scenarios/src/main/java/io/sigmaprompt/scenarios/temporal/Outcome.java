package io.sigmaprompt.scenarios.temporal;

/**
 * Whether an expectation held.
 *
 * @param judgement what became of it
 * @param atSeconds the moment that settled it, or NaN where there is none
 * @param explanation one sentence: when and why
 */
public record Outcome(Expectation expectation, Judgement judgement, double atSeconds, String explanation) {
    public boolean passed() {
        return judgement == Judgement.HELD;
    }
}
