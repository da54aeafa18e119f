package io.sigmaprompt.physics.model.mechanism;

import io.sigmaprompt.physics.model.Softness;
import java.util.List;

/**
 * A length that is a linear combination of scalar joints' coordinates.
 *
 * @param range of the length
 * @param force what actuators may do to it together
 * @param margin distance from a limit at which it begins to act
 * @param stiffness of its spring, force per length
 * @param springRange lengths between which the spring is slack; NaN where it rests at the reference configuration's length
 * @param damping force per rate of length
 * @param friction Coulomb friction, force
 * @param armature inertia of its drive
 * @param limit how the limits yield
 * @param frictionSoftness how friction yields
 */
public record FixedTendon(
        String name,
        List<Term> terms,
        Interval range,
        Interval force,
        double margin,
        double stiffness,
        Interval springRange,
        double damping,
        double friction,
        double armature,
        Softness limit,
        Softness frictionSoftness) {

    /** One joint's part. */
    public record Term(String joint, double coefficient) {}

    public FixedTendon {
        terms = List.copyOf(terms);
    }
}
