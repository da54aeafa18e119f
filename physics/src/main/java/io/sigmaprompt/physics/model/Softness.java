package io.sigmaprompt.physics.model;

/**
 * How a constraint yields and comes back, as MuJoCo's solref and solimp say it (MuJoCo documentation, Modeling, Solver
 * parameters).
 *
 * @param timeConstant seconds; where negative, minus a stiffness
 * @param dampingRatio 1 is critical; where negative, minus a damping
 * @param impedance from 0 (none) to 1 (hard), at no violation
 * @param farImpedance the same, at a violation of {@code width} and beyond
 * @param width violation over which the impedance changes, metres or radians
 * @param midpoint where on the way, 0 to 1, the change bends
 * @param power of the bend, at least 1
 * @param perMass whether a stiffness and damping are per mass that yields, 1/s² and 1/s; else N/m and N s/m
 */
public record Softness(
        double timeConstant,
        double dampingRatio,
        double impedance,
        double farImpedance,
        double width,
        double midpoint,
        double power,
        boolean perMass) {
    public static final Softness DEFAULT = new Softness(0.02, 1, 0.9, 0.95, 0.001, 0.5, 2);

    /** As MuJoCo has it: stiffness and damping are per mass. */
    public Softness(
            double timeConstant,
            double dampingRatio,
            double impedance,
            double farImpedance,
            double width,
            double midpoint,
            double power) {
        this(timeConstant, dampingRatio, impedance, farImpedance, width, midpoint, power, true);
    }
}
