package io.sigmaprompt.physics.spatial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TrigTest {
    private static void assertAgrees(double angle) {
        double sin = StrictMath.sin(angle);
        double cos = StrictMath.cos(angle);
        assertEquals(sin, Trig.sin(angle), 2 * Math.ulp(sin), "sin " + angle);
        assertEquals(cos, Trig.cos(angle), 2 * Math.ulp(cos), "cos " + angle);
    }

    @Test
    void agreesWithTheStandardLibraryToTwoUnitsInTheLastPlace() {
        Random random = new Random(7);
        for (double scale : new double[] {1e-8, 1e-3, 1, 4, 100, 1e5, 1e9}) {
            for (int i = 0; i < 20_000; i++) {
                assertAgrees(scale * (2 * random.nextDouble() - 1));
            }
        }
    }

    @Test
    void staysAccurateNextToEveryMultipleOfARightAngle() {
        for (int k = -60_000; k <= 60_000; k += 7) {
            double angle = k * (0.5 * Math.PI);
            assertAgrees(angle);
            assertAgrees(Math.nextUp(angle));
        }
    }

    @Test
    void keepsZeroAndPassesOnWhatIsNoNumber() {
        assertEquals(0.0, Trig.sin(0), 0.0);
        assertEquals(1.0, Trig.cos(0), 0.0);
        assertTrue(Double.isNaN(Trig.sin(Double.NaN)));
        assertTrue(Double.isNaN(Trig.cos(Double.POSITIVE_INFINITY)));
    }
}
