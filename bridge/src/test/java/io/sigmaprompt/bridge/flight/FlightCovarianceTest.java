package io.sigmaprompt.bridge.flight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FlightCovarianceTest {
    @Test
    void aPositionsDeviationsAreInTheWorldsAxes() {
        double[] told = FlightCovariance.pose(2, 3);
        assertEquals(2, told[0]);
        assertEquals(2, told[7]);
        assertEquals(9, told[14]);
        assertEquals(0, told[21]);
        assertEquals(0, FlightCovariance.pose(Double.NaN, 3).length);
        assertEquals(0, FlightCovariance.pose(0, 3).length, "what is not known is left at zero");
    }

    @Test
    void aVelocitysDeviationsTurnWithTheBody() {
        double half = Math.sqrt(0.5);
        // Rolled by a quarter turn about x: the body's y axis points up.
        double[] rolled = FlightCovariance.twist(new double[] {half, 0, 0, half}, 2, 3);
        assertEquals(2, rolled[0], 1e-12);
        assertEquals(9, rolled[7], 1e-12);
        assertEquals(2, rolled[14], 1e-12);
        // Pitched nose down by a quarter turn about y: the body's -x axis points up.
        double[] pitched = FlightCovariance.twist(new double[] {0, half, 0, half}, 2, 3);
        assertEquals(9, pitched[0], 1e-12);
        assertEquals(2, pitched[7], 1e-12);
        assertEquals(0, pitched[1], 1e-12);
    }
}
