package io.sigmaprompt.scenarios.novelty;

/**
 * What became of the questions to a novelty model.
 *
 * @param asked how many were asked
 * @param answered how many answers entered the session
 * @param lost how many were left out since the model was still busy, or had failed
 */
public record NoveltyTally(long asked, long answered, long lost) {}
