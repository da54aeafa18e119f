package io.sigmaprompt.workbench.explanation;

/**
 * Something that was found and still holds.
 *
 * @param title in a few words
 * @param badge what was seen, in units of what is too much
 * @param text the evidence, a sentence
 * @param share what was seen as a share of what is too much; above 1
 */
public record FindingCard(String title, String badge, String text, double share) {}
