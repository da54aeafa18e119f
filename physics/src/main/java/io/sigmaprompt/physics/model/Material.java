package io.sigmaprompt.physics.model;

/** Surface colour, each component in [0, 1], sRGB. */
public record Material(String name, double red, double green, double blue, double alpha) {
    public static final Material DEFAULT = new Material("default", 0.7, 0.72, 0.75, 1);
}
