package io.sigmaprompt.physics.actuator;

/**
 * A force over one step as a straight line of the velocity it acts along: {@code force - slope·(v' - v)}, with v' at the
 * step's end. Its slope is what makes it implicit (see {@link ForceElement}).
 */
public final class StraightLaw {
    /** At the position of the step's end, foreseen, and the velocity of its beginning. */
    public double force;
    /** What is lost of it per unit that the velocity gains over the step, not negative. */
    public double slope;

    public void set(double force, double slope) {
        this.force = force;
        this.slope = Math.max(0, slope);
    }

    public void scale(double factor) {
        force *= factor;
        slope *= factor;
    }

    /**
     * Cuts the force off. Where it would be beyond the limit at the step's end as well, it is the limit throughout; where
     * it would come back within, as a stiff servo's on a light joint does, the whole line is scaled down to begin at the
     * limit: a bare limit would throw the joint across its target at each step.
     *
     * @param inertia that the force moves, kg m² or kg; 0 where unknown, which keeps the slope
     */
    public void clamp(double lower, double upper, double dt, double inertia) {
        if (force >= lower && force <= upper) {
            return;
        }
        double bound = force > upper ? upper : lower;
        double end = slope > 0 ? force * (inertia / (inertia + dt * slope)) : force;
        boolean held = force > upper ? end >= upper : end <= lower;
        slope = held || bound * force <= 0 ? 0 : slope * (bound / force);
        force = bound;
    }
}
