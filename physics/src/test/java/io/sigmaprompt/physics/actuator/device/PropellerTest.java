package io.sigmaprompt.physics.actuator.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sigmaprompt.physics.actuator.Continuation;
import io.sigmaprompt.physics.actuator.OneJoint;
import io.sigmaprompt.physics.dynamics.GenericDynamics;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A propeller on a flying body against its formulas. */
class PropellerTest {
    private static final RobotModel FLYER = new RobotModel("flyer", true, List.of(OneJoint.link("body", 1)), List.of());
    private static final double HALF = Math.sqrt(0.5);

    private static Propeller propeller(double timeConstant, double radius) {
        return new Propeller(
                new GenericDynamics(FLYER),
                new Frame("rotor", 0, Pose.at(new Vec3(0.2, 0.1, 0.05))),
                new PropellerParameters(1e-5, 2e-7, true, timeConstant, 900, radius),
                0.5);
    }

    private static double[] push(Propeller propeller, double[] q, double dt) {
        double[] tau = new double[6];
        propeller.apply(q, new double[6], dt, tau, new double[6]);
        return tau;
    }

    @Test
    void itsWrenchActsAtItsFrameWhateverWayTheBodyPoints() {
        Propeller propeller = propeller(0, 0);
        propeller.command(600);
        push(propeller, new double[] {0, 0, 3, 0, 0, 0, 1}, 1e-3);
        double thrust = 1e-5 * 360_000;
        double drag = 2e-7 * 360_000;
        // In the body's axes, moment about its origin: r x F and the air's drag against a clockwise rotor.
        double[] expected = {0.1 * thrust, -0.2 * thrust, drag, 0, 0, thrust};
        assertArrayEquals(expected, push(propeller, new double[] {0, 0, 3, 0, 0, 0, 1}, 1e-3), 1e-12);
        assertArrayEquals(expected, push(propeller, new double[] {1, 2, 3, HALF, 0, 0, HALF}, 1e-3), 1e-12);
        assertEquals(thrust, propeller.thrust(), 1e-12);
    }

    @Test
    void itsSpeedLagsByItsTimeConstantHoweverTimeIsCutAndKeepsItsLimit() {
        for (double dt : new double[] {0.05, 0.01, 1e-3}) {
            Propeller propeller = propeller(0.05, 0);
            propeller.command(2000);
            for (int i = 0; i < Math.round(0.05 / dt); i++) {
                push(propeller, new double[] {0, 0, 3, 0, 0, 0, 1}, dt);
            }
            assertEquals(900 * (1 - StrictMath.exp(-1)), propeller.speed(), 1e-9);
        }
    }

    @Test
    void nearTheGroundItThrustsMore() {
        Propeller propeller = propeller(0, 0.4);
        propeller.command(600);
        push(propeller, new double[] {0, 0, 3, 0, 0, 0, 1}, 1e-3);
        // The rotor is 0.05 m above the body and the ground at 0.5 m.
        assertEquals(3.6 / (1 - 1.0 / 16), push(propeller, at(0.4 + 0.45), 1e-3)[5], 1e-12);
        assertEquals(3.6 / (1 - 1.0 / 4), push(propeller, at(0.2 + 0.45), 1e-3)[5], 1e-12);
        assertEquals(3.6 / (1 - 1.0 / 4), push(propeller, at(0.45), 1e-3)[5], 1e-12, "no further below half a radius");
        assertEquals(3.6, push(propeller, at(1000), 1e-3)[5], 1e-6);
    }

    private static double[] at(double height) {
        return new double[] {0, 0, height, 0, 0, 0, 1};
    }

    @Test
    void aSavedPropellerGoesOnToTheSameBits() {
        Continuation.check(
                () -> propeller(0.03, 0.2),
                propeller -> propeller,
                (propeller, random) -> propeller.command(500 * (1 + random.symmetric())),
                7,
                6);
    }

    @Test
    void wrongSpeedsAndParametersAreRefused() {
        assertThrows(BadInputException.class, () -> propeller(0, 0).command(-1));
        assertThrows(BadInputException.class, () -> propeller(-1, 0));
        assertThrows(BadInputException.class, () -> new PropellerParameters(0, 0, true, 0, 1, 0));
    }
}
