package io.sigmaprompt.physics.constraint;

/**
 * How far the contacts of one step are from Signorini's and Coulomb's laws, from impulses and velocities alone, so that
 * any engine can be asked. Each part is relative to P, the greatest impulse, and U, the greatest velocity that a contact
 * point would have had without any contact impulse; a value of 1e-6 is a millionth of what the step had to deal with.
 * After the criteria of Le Lidec et al., Contact models in robotics: a comparative analysis (arXiv 2304.06372), section
 * III, with the gap taken at the start of the step.
 *
 * @param complementarity greatest |lambda_n w_n| / (P U): impulse without touch, or touch that parts and is still pushed
 * @param penetrationVelocity greatest max(0, -w_n) / U: the gap is closed beyond touch within the step
 * @param cone greatest max(0, |lambda_t| - mu lambda_n) / P: more friction than the normal impulse allows
 * @param dissipation greatest |lambda_t . u_t + mu lambda_n |u_t|| / (P U): sliding without the full friction against it
 */
public record StepResidual(double complementarity, double penetrationVelocity, double cone, double dissipation) {
    /** What the residual is of a step without contacts. */
    public static final StepResidual NONE = new StepResidual(0, 0, 0, 0);

    private static final double LEAST_VELOCITY = 1e-9;

    /**
     * The residual of one step.
     *
     * @param contacts how many there are
     * @param impulse 3 a contact: normal, first and second tangent, on the second body, in N s
     * @param velocity 3 a contact: of the contact point on the second body against the first after the step, in the
     *     contact's frame (normal, tangents), in m/s
     * @param freeVelocity 3 a contact: the same, had there been no contact impulse in the step
     * @param gap 1 a contact: signed distance at the start of the step, m; penetration counts as touch
     * @param friction 1 a contact: Coulomb's coefficient, 0 where there is no friction
     * @param step the length of the step, s
     * @return not a number where a number of a contact is none
     */
    public static StepResidual of(
            int contacts,
            double[] impulse,
            double[] velocity,
            double[] freeVelocity,
            double[] gap,
            double[] friction,
            double step) {
        if (contacts == 0) {
            return NONE;
        }
        double p = 0;
        double u = LEAST_VELOCITY;
        for (int c = 0; c < contacts; c++) {
            p = Math.max(p, length(impulse[3 * c], impulse[3 * c + 1], impulse[3 * c + 2]));
            u = Math.max(u, length(freeVelocity[3 * c], freeVelocity[3 * c + 1], freeVelocity[3 * c + 2]));
        }
        double complementarity = 0;
        double penetration = 0;
        double cone = 0;
        double dissipation = 0;
        for (int c = 0; c < contacts; c++) {
            int o = 3 * c;
            double normal = impulse[o];
            double mu = friction[c];
            double parting = velocity[o] + Math.max(gap[c], 0) / step;
            double tangential = length(0, impulse[o + 1], impulse[o + 2]);
            double sliding = length(0, velocity[o + 1], velocity[o + 2]);
            double power = impulse[o + 1] * velocity[o + 1] + impulse[o + 2] * velocity[o + 2];
            complementarity = Math.max(complementarity, Math.abs(normal * parting));
            penetration = Math.max(penetration, Math.max(0, -parting));
            cone = Math.max(cone, Math.max(0, tangential - mu * normal));
            dissipation = Math.max(dissipation, Math.abs(power + mu * normal * sliding));
        }
        return new StepResidual(part(complementarity, p * u), penetration / u, part(cone, p), part(dissipation, p * u));
    }

    /** The greatest of the four. */
    public double greatest() {
        return Math.max(Math.max(complementarity, penetrationVelocity), Math.max(cone, dissipation));
    }

    /** Part by part the greater of both. */
    public StepResidual orGreater(StepResidual other) {
        return new StepResidual(
                Math.max(complementarity, other.complementarity),
                Math.max(penetrationVelocity, other.penetrationVelocity),
                Math.max(cone, other.cone),
                Math.max(dissipation, other.dissipation));
    }

    /** Without any impulse there is nothing that could be wrong about impulses. */
    private static double part(double value, double whole) {
        return value == 0 ? 0 : value / whole;
    }

    private static double length(double x, double y, double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }
}
