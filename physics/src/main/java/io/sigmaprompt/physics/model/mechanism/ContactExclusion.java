package io.sigmaprompt.physics.model.mechanism;

/** Two links that never touch. */
public record ContactExclusion(String name, String firstLink, String secondLink) {}
