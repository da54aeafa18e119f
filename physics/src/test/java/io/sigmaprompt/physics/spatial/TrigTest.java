package io.sigmaprompt.physics.spatial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TrigTest {
    private static final int[] FIRST = {0};

    private static void assertAgrees(double angle) {
        double sin = StrictMath.sin(angle);
        double cos = StrictMath.cos(angle);
        assertEquals(sin, Trig.sin(angle), Math.ulp(sin), "sin " + angle);
        assertEquals(cos, Trig.cos(angle), Math.ulp(cos), "cos " + angle);
        assertTogether(angle);
    }

    private static void assertTogether(double angle) {
        double[] both = new double[2];
        Trig.sincos(new double[] {angle}, FIRST, both);
        assertEquals(Double.doubleToRawLongBits(Trig.sin(angle)), Double.doubleToRawLongBits(both[0]), "sin " + angle);
        assertEquals(Double.doubleToRawLongBits(Trig.cos(angle)), Double.doubleToRawLongBits(both[1]), "cos " + angle);
    }

    @Test
    void agreesWithTheStandardLibraryToAUnitInTheLastPlace() {
        Random random = new Random(7);
        for (double scale : new double[] {1e-300, 1e-20, 1e-8, 1e-3, 1, 4, 100, 1e4, 1e5}) {
            for (int i = 0; i < 20_000; i++) {
                assertAgrees(scale * (2 * random.nextDouble() - 1));
            }
        }
    }

    @Test
    void staysAccurateNextToEveryMultipleOfARightAngle() {
        for (int k = -63_600; k <= 63_600; k++) {
            double angle = k * (0.5 * Math.PI);
            assertAgrees(Math.nextDown(angle));
            assertAgrees(angle);
            assertAgrees(Math.nextUp(angle));
        }
    }

    @Test
    void changesOverToTheStandardLibraryWithoutAStep() {
        for (double edge : new double[] {1e5, -1e5}) {
            assertAgrees(Math.nextDown(edge));
            assertAgrees(edge);
            assertAgrees(Math.nextUp(edge));
        }
        Random random = new Random(8);
        for (int exponent = 5; exponent <= 300; exponent++) {
            assertAgrees((random.nextDouble() - 0.5) * Double.parseDouble("1e" + exponent));
        }
        assertAgrees(Double.MAX_VALUE);
    }

    @Test
    void keepsTinyAngles() {
        for (double tiny : new double[] {Double.MIN_VALUE, -Double.MIN_VALUE, 1e-310, Double.MIN_NORMAL, -1e-9}) {
            assertEquals(tiny, Trig.sin(tiny), "sin " + tiny);
            assertEquals(1.0, Trig.cos(tiny));
            assertTogether(tiny);
        }
    }

    @Test
    void theSineOfEitherZeroIsZeroWithoutSign() {
        for (double zero : new double[] {0.0, -0.0}) {
            assertEquals(0, Double.doubleToRawLongBits(Trig.sin(zero)));
            assertEquals(1.0, Trig.cos(zero));
            assertTogether(zero);
        }
    }

    @Test
    void passesOnWhatIsNoNumber() {
        for (double none : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertTrue(Double.isNaN(Trig.sin(none)));
            assertTrue(Double.isNaN(Trig.cos(none)));
            assertTogether(none);
        }
    }

    @Test
    void takesAnglesFromAmongOtherNumbers() {
        double[] out = new double[4];
        Trig.sincos(new double[] {Double.NaN, 0.3, 7, -200}, new int[] {3, 1}, out);
        assertEquals(Trig.sin(-200), out[0]);
        assertEquals(Trig.cos(-200), out[1]);
        assertEquals(Trig.sin(0.3), out[2]);
        assertEquals(Trig.cos(0.3), out[3]);
    }

    @Test
    void isWithinAUnitInTheLastPlaceOfTheExactValue() {
        Random random = new Random(9);
        for (double scale : new double[] {1e-3, 1, 10, 1e3, 1e5, 1e22, 1e300}) {
            for (int i = 0; i < 60; i++) {
                assertExact(scale * (2 * random.nextDouble() - 1));
            }
        }
        for (int k = 1; k < 63_000; k = 2 * k + 1) {
            assertExact(k * (0.5 * Math.PI));
            assertExact(k * (0.25 * Math.PI));
        }
    }

    private static void assertExact(double angle) {
        ExactTrig exact = ExactTrig.of(angle);
        assertTrue(ExactTrig.units(exact.sin(), Trig.sin(angle)) <= 1, "sin " + angle);
        assertTrue(ExactTrig.units(exact.cos(), Trig.cos(angle)) <= 1, "cos " + angle);
    }
}
