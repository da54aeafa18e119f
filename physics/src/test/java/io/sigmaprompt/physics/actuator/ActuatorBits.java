package io.sigmaprompt.physics.actuator;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.SplitMix64;
import java.util.List;

/** Prints one number that depends on every bit of every element's forces and state along a course. */
final class ActuatorBits {
    private static final int STEPS = 3000;

    private ActuatorBits() {}

    public static void main(String[] arguments) {
        RobotModel model = EveryElement.model();
        List<ForceElement> elements = EveryElement.all();
        SplitMix64 random = new SplitMix64(11);
        double[] q = new double[model.nq()];
        double[] v = new double[model.nv()];
        double[] tau = new double[model.nv()];
        double[] diagonal = new double[model.nv()];
        double[] state = new double[200];
        long bits = 1;
        for (int step = 0; step < STEPS; step++) {
            fill(q, random);
            fill(v, random);
            fill(tau, random);
            for (ForceElement element : elements) {
                element.apply(q, v, 1e-3, tau, diagonal);
                element.save(state, 0);
                for (int i = 0; i < element.stateSize(); i++) {
                    bits = 31 * bits + Double.doubleToLongBits(state[i]);
                }
            }
            for (int i = 0; i < tau.length; i++) {
                bits = 31 * (31 * bits + Double.doubleToLongBits(tau[i])) + Double.doubleToLongBits(diagonal[i]);
            }
        }
        System.out.println(Long.toHexString(bits));
    }

    private static void fill(double[] vector, SplitMix64 random) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] = random.symmetric();
        }
    }
}
