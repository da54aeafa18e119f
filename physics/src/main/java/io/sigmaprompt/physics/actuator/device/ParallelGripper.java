package io.sigmaprompt.physics.actuator.device;

import io.sigmaprompt.physics.actuator.ForceElement;
import io.sigmaprompt.physics.actuator.Range;
import io.sigmaprompt.physics.actuator.StraightLaw;
import io.sigmaprompt.physics.actuator.transmission.LinearTransmission;
import io.sigmaprompt.physics.actuator.transmission.Transmissions;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Mimic;
import io.sigmaprompt.physics.model.RobotModel;

/**
 * Two fingers that open and close as one, by a position servo on their opening that pushes each finger with no more than
 * the commanded force. Where the second finger mimics the first, the world keeps them together; else a spring does.
 *
 * <p>Something is grasped when the fingers, told to close, push with all the force, have stood still for a while, and are
 * further apart than empty. Positive coordinates open the fingers; a second finger that mimics with a negative factor opens
 * the other way. All is implicit. Allocates nothing; one thread at a time.
 */
public final class ParallelGripper implements ForceElement {
    private final GripperParameters parameters;
    private final LinearTransmission opening;
    private final LinearTransmission asymmetry;
    private final boolean coupled;
    private final StraightLaw law = new StraightLaw();
    private final StraightLaw spring = new StraightLaw();
    private double target;
    private double force;
    private double stalledFor;
    private double width;

    /**
     * A gripper told to stay closed with its greatest force.
     *
     * @param first prismatic joint that opens with its coordinate
     * @param second another, or one that mimics the first
     * @throws BadInputException if the robot has not these joints, or they are one
     */
    public ParallelGripper(RobotModel model, String first, String second, GripperParameters parameters) {
        String place = "gripper of joints '" + first + "' and '" + second + "'";
        int a = Transmissions.scalarJoint(model, place, first);
        int b = Transmissions.scalarJoint(model, place, second);
        if (a == b) {
            throw new BadInputException(place, "both fingers are one joint", "Name two joints.");
        }
        this.parameters = parameters;
        Mimic mimic = model.joints().get(b).mimic();
        boolean follows = mimic != null && mimic.joint().equals(first);
        double way = follows && mimic != null && mimic.multiplier() < 0 ? -1 : 1;
        int[] coordinates = {model.qIndex(a), model.qIndex(b)};
        int[] dofs = {model.vIndex(a), model.vIndex(b)};
        opening = new LinearTransmission(coordinates, dofs, new double[] {1, way});
        asymmetry = new LinearTransmission(coordinates, dofs, new double[] {1, -way});
        coupled = !follows;
        force = parameters.greatestForce();
    }

    /**
     * Opens or closes; the same command again changes nothing.
     *
     * @param opening wanted, the sum of the fingers' ways, m
     * @param force at most, N a finger; more than the greatest is taken as that
     * @throws BadInputException if the opening is not finite, or the force not above zero
     */
    public void command(double opening, double force) {
        Range.finite("gripper, opening", opening);
        Range.bound("gripper, force", force);
        double most = Math.min(force, parameters.greatestForce());
        if (target != opening || this.force != most) {
            stalledFor = 0;
        }
        target = opening;
        this.force = most;
    }

    /** Of the last step, m. */
    public double opening() {
        return width;
    }

    /** Whether something is between the fingers and held. */
    public boolean grasped() {
        return stalledFor > parameters.stallTime() && width > parameters.emptyOpening();
    }

    @Override
    public void apply(double[] q, double[] v, double dt, double[] tau, double[] diagonal) {
        opening.update(q);
        width = opening.length;
        double rate = opening.rate(v);
        double slope = parameters.damping() + dt * parameters.stiffness();
        law.set(parameters.stiffness() * (target - width - dt * rate) - parameters.damping() * rate, slope);
        boolean pushes = law.force <= -force;
        law.clamp(-force, force, dt, 0);
        opening.push(law, dt, tau, diagonal);
        stalledFor = pushes && Math.abs(rate) < parameters.stallSpeed() ? stalledFor + dt : 0;
        if (coupled) {
            asymmetry.update(q);
            double drift = asymmetry.rate(v);
            double end = asymmetry.length + dt * drift;
            spring.set(
                    -parameters.coupling() * end - parameters.damping() * drift,
                    parameters.damping() + dt * parameters.coupling());
            asymmetry.push(spring, dt, tau, diagonal);
        }
    }

    @Override
    public int stateSize() {
        return 4;
    }

    @Override
    public void save(double[] out, int offset) {
        out[offset] = target;
        out[offset + 1] = force;
        out[offset + 2] = stalledFor;
        out[offset + 3] = width;
    }

    @Override
    public void restore(double[] in, int offset) {
        target = in[offset];
        force = in[offset + 1];
        stalledFor = in[offset + 2];
        width = in[offset + 3];
    }
}
