package io.sigmaprompt.physics.model.mechanism;

/** A closed interval; an absent bound is infinite. */
public record Interval(double lower, double upper) {
    public static final Interval UNBOUNDED = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
}
