package io.sigmaprompt.workbench.explanation;

/**
 * One of the causes that set robot and twin apart.
 *
 * @param title its kind and where it is, in words
 * @param share of the residual's energy beyond noise, 0 to 1
 * @param numbers its size with its standard deviation and unit, and how strong its evidence is
 * @param text the evidence, a sentence
 * @param joint the joint to look at for it; empty where it is the whole robot
 */
public record CauseCard(String title, double share, String numbers, String text, String joint) {}
