package io.sigmaprompt.physics.world.constraint;

/**
 * How overlap is taken back: a part of it each step, not faster than a speed, down to a tolerance; as a change of position
 * that adds no velocity.
 *
 * @param tolerance overlap that is left alone, metres or radians
 * @param part of a greater one that is taken back, 0 to 1
 * @param most that is taken back at once, metres or radians
 */
public record Recovery(double tolerance, double part, double most) {
    /** Distance up to which a gap is watched, lest taking back one overlap makes another. */
    public double reach() {
        return 2 * most + tolerance;
    }

    /** Of a row {@code J·shift + bias >= 0}: gaps may close, overlaps must shrink. */
    public double bias(double gap) {
        return gap >= -tolerance ? gap + tolerance : -Math.min(most, part * (-tolerance - gap));
    }
}
