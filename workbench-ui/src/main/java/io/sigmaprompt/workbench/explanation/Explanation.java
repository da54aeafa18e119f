package io.sigmaprompt.workbench.explanation;

import java.util.List;

/**
 * What the analysis believes.
 *
 * @param title in a few words
 * @param text the evidence, a sentence
 * @param hypotheses most believed first
 */
public record Explanation(String title, String text, List<Hypothesis> hypotheses) {
    public Explanation {
        hypotheses = List.copyOf(hypotheses);
    }
}
