package io.sigmaprompt.physics.actuator.spring;

import io.sigmaprompt.physics.actuator.ForceElement;
import io.sigmaprompt.physics.actuator.Range;
import io.sigmaprompt.physics.actuator.StraightLaw;
import io.sigmaprompt.physics.actuator.transmission.ReferenceConfiguration;
import io.sigmaprompt.physics.actuator.transmission.Transmission;
import io.sigmaprompt.physics.actuator.transmission.Transmissions;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.FixedTendon;
import io.sigmaprompt.physics.model.mechanism.Interval;
import io.sigmaprompt.physics.model.mechanism.JointCompliance;
import io.sigmaprompt.physics.model.mechanism.Mechanism;

/**
 * The springs and the damping of a robot's tendons (MuJoCo documentation, XML reference, tendon: stiffness, springlength,
 * damping): a spring is slack between the two ends of its range and pulls or pushes outside. Implicit, on a diagonal that
 * is never less than the matrix it stands for. A spring without a range rests at its length where the joints' springs rest,
 * as MuJoCo computes it. Armature of a tendon couples joints and is not here. Has no state.
 */
public final class TendonForces implements ForceElement {
    private final FixedTendon[] tendons;
    private final Transmission[] transmissions;
    private final double[] shortest;
    private final double[] longest;
    private final StraightLaw line = new StraightLaw();

    /**
     * All tendons of a robot.
     *
     * @throws BadInputException if a tendon takes a joint that the robot has not, or a stiffness or damping is negative or
     *     no number
     */
    public TendonForces(RobotDynamics dynamics, Mechanism mechanism) {
        tendons = mechanism.tendons().toArray(FixedTendon[]::new);
        int n = tendons.length;
        transmissions = new Transmission[n];
        shortest = new double[n];
        longest = new double[n];
        double[] rest = rest(dynamics.model(), mechanism);
        Transmissions found = new Transmissions(dynamics, mechanism);
        for (int i = 0; i < n; i++) {
            FixedTendon tendon = tendons[i];
            String place = "tendon '" + tendon.name() + "'";
            Range.notNegative(place + ", stiffness", tendon.stiffness());
            Range.notNegative(place + ", damping", tendon.damping());
            transmissions[i] = found.tendon(place, tendon, 1);
            transmissions[i].update(rest);
            Interval slack = tendon.springRange();
            boolean unstretched = Double.isNaN(slack.lower());
            shortest[i] = unstretched ? transmissions[i].length : slack.lower();
            longest[i] = unstretched ? transmissions[i].length : slack.upper();
        }
    }

    /** The reference configuration, each joint of one coordinate where its spring would rest. */
    private static double[] rest(RobotModel model, Mechanism mechanism) {
        double[] q = ReferenceConfiguration.of(model, mechanism);
        for (JointCompliance compliance : mechanism.compliances()) {
            int j = Transmissions.jointIndex(model, "joint '" + compliance.joint() + "'", compliance.joint());
            if (model.joints().get(j).type().isScalar()) {
                q[model.qIndex(j)] = compliance.springReference();
            }
        }
        return q;
    }

    @Override
    public void apply(double[] q, double[] v, double dt, double[] tau, double[] diagonal) {
        for (int i = 0; i < tendons.length; i++) {
            Transmission transmission = transmissions[i];
            transmission.update(q);
            double rate = transmission.rate(v);
            double end = transmission.length + dt * rate;
            double stretch = end > longest[i] ? end - longest[i] : Math.min(0, end - shortest[i]);
            double stiffness = stretch == 0 ? 0 : tendons[i].stiffness();
            double damping = tendons[i].damping();
            line.set(-stiffness * stretch - damping * rate, damping + dt * stiffness);
            transmission.push(line, dt, tau, diagonal);
        }
    }

    @Override
    public int stateSize() {
        return 0;
    }

    @Override
    public void save(double[] out, int offset) {
        // Springs and dampers forget.
    }

    @Override
    public void restore(double[] in, int offset) {
        // Springs and dampers forget.
    }
}
