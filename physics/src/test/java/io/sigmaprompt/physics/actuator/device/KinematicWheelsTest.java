package io.sigmaprompt.physics.actuator.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.spatial.SplitMix64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Wheeled bases against their closed forms. */
class KinematicWheelsTest {
    private static final double[] ROLLING = {0, 0, 0, 0};

    @Test
    void aDifferentialBaseMovesByMeanAndDifference() {
        KinematicWheels base = KinematicWheels.differential(0.1, 0.5);
        double[] twist = new double[3];
        base.twist(new double[] {3, 7}, new double[2], twist);
        assertArrayEquals(new double[] {0.5, 0, 0.8}, twist, 1e-9);
        base.twist(new double[] {3, 7}, new double[] {0, 1}, twist);
        assertArrayEquals(new double[] {0.15, 0, -0.6}, twist, 1e-9, "the right wheel spins in place");
        double[] speeds = new double[2];
        base.wheelSpeeds(new double[] {0.5, 0, 0.8}, speeds);
        assertArrayEquals(new double[] {3, 7}, speeds, 1e-12);
    }

    @Test
    void aMecanumBaseMovesByItsTextbookMatrix() {
        KinematicWheels base = KinematicWheels.mecanum(0.1, 0.6, 0.4);
        double[] speeds = new double[4];
        base.wheelSpeeds(new double[] {1, 0.5, 0.2}, speeds);
        assertArrayEquals(new double[] {4, 16, 14, 6}, speeds, 1e-9);
        double[] twist = new double[3];
        base.twist(speeds, ROLLING, twist);
        assertArrayEquals(new double[] {1, 0.5, 0.2}, twist, 1e-9);
        base.twist(new double[] {1, -1, -1, 1}, ROLLING, twist);
        assertArrayEquals(new double[] {0, -0.1, 0}, twist, 1e-9);
        base.twist(new double[] {1, -1, 1, -1}, ROLLING, twist);
        assertArrayEquals(
                new double[] {0, 0, -0.2}, twist, 1e-9, "speeds turn the base by r / (half wheelbase + half track)");
    }

    @Test
    void anyBaseOfThreeOmniwheelsGoesWhereItsWheelsSay() {
        SplitMix64 random = new SplitMix64(3);
        for (int i = 0; i < 50; i++) {
            double a = random.symmetric();
            KinematicWheels base = new KinematicWheels(List.of(
                    BaseWheel.sliding(0.3, 0, a, 0.2 * random.symmetric(), 0.05),
                    BaseWheel.sliding(-0.2, 0.25, a + 2, 0.2 * random.symmetric(), 0.06),
                    BaseWheel.sliding(-0.2, -0.25, a + 4.2, 0.2 * random.symmetric(), 0.07)));
            double[] wanted = {random.symmetric(), random.symmetric(), random.symmetric()};
            double[] speeds = new double[3];
            double[] twist = new double[3];
            base.wheelSpeeds(wanted, speeds);
            base.twist(speeds, ROLLING, twist);
            assertArrayEquals(wanted, twist, 1e-8);
        }
    }

    @Test
    void wheelsThatLeaveAMotionOpenAreRefused() {
        assertThrows(
                BadInputException.class,
                () -> new KinematicWheels(
                        List.of(BaseWheel.sliding(0.3, 0, 0, 0, 0.1), BaseWheel.sliding(-0.3, 0, 0, 0, 0.1))));
        assertThrows(BadInputException.class, () -> new KinematicWheels(List.of(BaseWheel.sliding(0, 0, 0, 0, 0.1))));
        assertThrows(BadInputException.class, () -> BaseWheel.fixed(0, 0, 0, 0));
    }

    @Test
    void aConstantTwistRunsOnACircleHoweverTheTimeIsCut() {
        double[] twist = {0.5, 0.2, 0.7};
        double[] once = {1, 2, 0.3};
        KinematicWheels.advance(once, twist, 2);
        double[] often = {1, 2, 0.3};
        for (int i = 0; i < 200_000; i++) {
            KinematicWheels.advance(often, twist, 1e-5);
        }
        assertArrayEquals(once, often, 1e-9);
        double[] round = {1, 2, 0.3};
        KinematicWheels.advance(round, twist, 2 * Math.PI / 0.7);
        assertEquals(1, round[0], 1e-12);
        assertEquals(2, round[1], 1e-12);
    }
}
