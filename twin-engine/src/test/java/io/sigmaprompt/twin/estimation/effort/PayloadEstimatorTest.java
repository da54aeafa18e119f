package io.sigmaprompt.twin.estimation.effort;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.RecursiveNewtonEuler;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.session.ThreeJointArm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayloadEstimatorTest {
    private static final double MASS = 3;
    private static final Vec3 CENTRE = new Vec3(0.06, -0.04, 0.32);
    private static final double[] NOTHING = new double[3];

    private final RobotModel model = ThreeJointArm.model();
    private final RecursiveNewtonEuler empty = new RecursiveNewtonEuler(model);
    private final RecursiveNewtonEuler loaded = new RecursiveNewtonEuler(carrying());

    /** The forearm with a box of 3 kg, 12 cm wide, off its middle. */
    private RobotModel carrying() {
        List<Link> links = new ArrayList<>(model.links());
        Inertia own = links.getLast().inertia();
        double mass = own.mass() + MASS;
        Vec3 com = new Vec3(
                (own.mass() * own.com().x() + MASS * CENTRE.x()) / mass,
                (own.mass() * own.com().y() + MASS * CENTRE.y()) / mass,
                (own.mass() * own.com().z() + MASS * CENTRE.z()) / mass);
        double[] sum = new double[6];
        add(sum, own.mass(), own.com(), com, new double[] {own.ixx(), 0, 0, own.iyy(), 0, own.izz()});
        double side = MASS * 0.12 * 0.12 / 6;
        add(sum, MASS, CENTRE, com, new double[] {side, 0, 0, side, 0, side});
        Inertia both = new Inertia(mass, com, sum[0], sum[1], sum[2], sum[3], sum[4], sum[5]);
        links.set(links.size() - 1, new Link(links.getLast().name(), both, List.of(), List.of()));
        return new RobotModel("loaded", false, links, model.joints());
    }

    private static void add(double[] sum, double mass, Vec3 at, Vec3 com, double[] own) {
        double x = at.x() - com.x();
        double y = at.y() - com.y();
        double z = at.z() - com.z();
        double[] steiner = {y * y + z * z, -x * y, -x * z, x * x + z * z, -y * z, x * x + y * y};
        for (int i = 0; i < 6; i++) {
            sum[i] += own[i] + mass * steiner[i];
        }
    }

    /** What the load takes from the drives, as if something pulled. */
    private double[] pull(TouchedArm arm) {
        double[] with = new double[3];
        double[] without = new double[3];
        loaded.inverseDynamics(arm.q, arm.v, arm.vdot, with);
        empty.inverseDynamics(arm.q, arm.v, arm.vdot, without);
        for (int i = 0; i < 3; i++) {
            without[i] -= with[i];
        }
        return without;
    }

    private PayloadEstimator payload(TouchedArm arm) {
        return new PayloadEstimator(model, arm.joints, TouchedArm.START, "fore");
    }

    @Test
    void aLoadThatIsPickedUpIsToldWithinItsIntervalInNineOfTenDraws() {
        int draws = 40;
        int[] within = new int[4];
        for (int draw = 0; draw < draws; draw++) {
            TouchedArm arm = new TouchedArm(100 + draw);
            arm.swing = 0.6;
            PayloadEstimator payload = payload(arm);
            arm.run(3, t -> NOTHING, () -> payload.update(arm.estimate));
            assertTrue(Math.abs(payload.mass()) < 3 * payload.massDeviation() + 0.05, "nothing yet: " + payload.mass());
            arm.run(8, t -> pull(arm), () -> payload.update(arm.estimate));
            assertTrue(payload.excited());
            within[0] += Math.abs(payload.mass() - MASS) < 1.96 * payload.massDeviation() ? 1 : 0;
            double[] centre = {CENTRE.x(), CENTRE.y(), CENTRE.z()};
            for (int i = 0; i < 3; i++) {
                within[1 + i] += Math.abs(payload.centre(i) - centre[i]) < 1.96 * payload.centreDeviation(i) ? 1 : 0;
            }
            assertEquals(MASS, payload.mass(), 0.3);
        }
        for (int i = 0; i < 4; i++) {
            assertTrue(within[i] >= 0.9 * draws, "number " + i + " was within its interval in " + within[i]);
        }
    }

    @Test
    void puttingItDownIsNoticedToo() {
        TouchedArm arm = new TouchedArm(1);
        arm.swing = 0.6;
        PayloadEstimator payload = payload(arm);
        arm.run(6, t -> pull(arm), () -> payload.update(arm.estimate));
        assertEquals(MASS, payload.mass(), 0.3);
        arm.run(10, t -> NOTHING, () -> payload.update(arm.estimate));
        assertEquals(0, payload.mass(), 0.2);
        assertTrue(Double.isNaN(payload.centre(0)), "nothing has no centre");
    }

    @Test
    void aRobotThatStandsStillSaysThatItIsNotExcited() {
        TouchedArm arm = new TouchedArm(2);
        arm.swing = 0;
        PayloadEstimator payload = payload(arm);
        arm.run(3, t -> pull(arm), () -> payload.update(arm.estimate));
        assertFalse(payload.excited());
        assertTrue(payload.massDeviation() > 5);
    }

    @Test
    void aLinkThatIsNotThereOrDoesNotMoveIsRefused() {
        TouchedArm arm = new TouchedArm(3);
        assertThrows(BadInputException.class, () -> new PayloadEstimator(model, arm.joints, TouchedArm.START, "hand"));
        BadInputException error = assertThrows(
                BadInputException.class, () -> new PayloadEstimator(model, arm.joints, TouchedArm.START, "base"));
        assertTrue(error.getMessage().contains("does not move"));
    }

    @Test
    void restoredItGoesOnToTheSameBits() {
        TouchedArm arm = new TouchedArm(4);
        PayloadEstimator payload = payload(arm);
        for (double cut : new double[] {0.013, 0.7, 1.1}) {
            arm.run(arm.seconds() + cut, t -> pull(arm), () -> payload.update(arm.estimate));
            CanonicalOutput out = new CanonicalOutput();
            payload.save(out);
            PayloadEstimator other = payload(arm);
            other.restore(new CanonicalInput(out.toByteArray()));
            arm.run(arm.seconds() + 0.3, t -> pull(arm), () -> {
                payload.update(arm.estimate);
                other.update(arm.estimate);
            });
            CanonicalOutput one = new CanonicalOutput();
            CanonicalOutput two = new CanonicalOutput();
            payload.save(one);
            other.save(two);
            assertArrayEquals(one.toByteArray(), two.toByteArray());
            assertEquals(payload.mass(), other.mass());
        }
    }
}
