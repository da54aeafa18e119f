package io.sigmaprompt.workbench.explanation;

/**
 * One thing that may be going on.
 *
 * @param belief in [0, 1]
 */
public record Hypothesis(String name, double belief) {}
