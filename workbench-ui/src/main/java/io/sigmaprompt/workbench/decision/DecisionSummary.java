package io.sigmaprompt.workbench.decision;

/**
 * One decision of the arbiter.
 *
 * @param winner the wish that won
 * @param score its score
 * @param over the wishes that lost, with their scores, as text; may be empty
 * @param reason why, and what would turn it, as text
 * @param tick the tick it was made in
 */
public record DecisionSummary(String winner, double score, String over, String reason, long tick) {}
