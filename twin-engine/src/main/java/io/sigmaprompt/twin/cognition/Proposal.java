package io.sigmaprompt.twin.cognition;

import io.sigmaprompt.twin.skill.Goal;

/**
 * A wish.
 *
 * @param source the mind it comes from
 * @param behaviour its name
 * @param priority its strength; arbitration's score
 * @param rationale why, in words
 */
public record Proposal(String source, String behaviour, double priority, Goal goal, String rationale) {}
