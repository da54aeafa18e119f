package io.sigmaprompt.workbench.decision;

/**
 * One decision of the arbiter.
 *
 * @param winner the wish that won
 * @param score its score
 * @param over the wishes that lost, with their scores, as text; may be empty
 * @param rule the rule that decided, and the mind it came from
 * @param reason why, a sentence
 * @param tick the tick it was made in
 */
public record DecisionSummary(String winner, double score, String over, String rule, String reason, long tick) {}
