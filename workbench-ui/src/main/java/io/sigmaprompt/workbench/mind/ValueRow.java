package io.sigmaprompt.workbench.mind;

/**
 * An entry of a blackboard.
 *
 * @param name with its subtree's before it, but for the uppermost
 */
public record ValueRow(String name, String value) {}
