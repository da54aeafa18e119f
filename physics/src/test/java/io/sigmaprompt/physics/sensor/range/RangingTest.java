package io.sigmaprompt.physics.sensor.range;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.sensor.Mount;
import io.sigmaprompt.physics.sensor.MovingWorld;
import io.sigmaprompt.physics.sensor.NoiseStream;
import io.sigmaprompt.physics.sensor.Sampling;
import org.junit.jupiter.api.Test;

/** Lidar and range finders in a box of a room. */
class RangingTest {
    private static final RangeErrors CLEAN = RangeErrors.between(0.1, 30);

    private static MovingWorld room(double x, double y, double z) {
        MovingWorld world = new MovingWorld();
        world.room = new double[] {x, y, z};
        return world;
    }

    @Test
    void aFanInTheMiddleOfARoomSeesItsWalls() {
        MovingWorld world = room(3, 2, 1.5);
        Mount turned = new Mount(0, Pose.fromXyzRpy(0, 0, 0.4, 0, 0, 0.3));
        BeamTable beams = BeamTable.fan(-2, 2, 401);
        Lidar lidar = new Lidar("l", turned, beams, CLEAN, false, Sampling.EVERY_TICK, 1);
        lidar.step(world);
        double[] point = new double[3];
        for (int beam = 0; beam < 401; beam++) {
            double azimuth = -2 + beam * 0.01 + 0.3;
            double expected = Math.min(3 / Math.abs(Math.cos(azimuth)), 2 / Math.abs(Math.sin(azimuth)));
            assertEquals(expected, lidar.channel().value(0, beam), 1e-10, "beam " + beam);
            assertTrue(lidar.point(0, beam, point, 0));
            assertEquals(expected * Math.cos(azimuth - 0.3), point[0], 1e-10);
            assertEquals(expected * Math.sin(azimuth - 0.3), point[1], 1e-10);
        }
    }

    @Test
    void ringsSeeFloorAndCeiling() {
        MovingWorld world = room(5, 5, 1);
        double[] elevations = {-0.5, 0, 0.5};
        BeamTable beams = BeamTable.spinning(72, elevations);
        Lidar lidar = new Lidar("l", Mount.on(0), beams, CLEAN, false, Sampling.EVERY_TICK, 1);
        lidar.step(world);
        for (int column = 0; column < 72; column++) {
            double azimuth = -Math.PI + column * Math.PI / 36;
            double level = 5 / Math.max(Math.abs(Math.cos(azimuth)), Math.abs(Math.sin(azimuth)));
            assertEquals(1 / Math.sin(0.5), lidar.channel().value(0, 3 * column), 1e-10);
            assertEquals(level, lidar.channel().value(0, 3 * column + 1), 1e-9);
            assertEquals(1 / Math.sin(0.5), lidar.channel().value(0, 3 * column + 2), 1e-10);
        }
    }

    @Test
    void whatIsOutOfRangeIsToldAsTheRosProposalHasIt() {
        RangeErrors errors = RangeErrors.between(0.5, 4);
        NoiseStream noise = new NoiseStream(1);
        assertEquals(Double.NEGATIVE_INFINITY, errors.read(0.49, noise));
        assertEquals(0.5, errors.read(0.5, noise));
        assertEquals(4, errors.read(4, noise));
        assertEquals(Double.POSITIVE_INFINITY, errors.read(4.01, noise));
        assertEquals(Double.POSITIVE_INFINITY, errors.read(Double.POSITIVE_INFINITY, noise));
        Lidar lidar = new Lidar("l", Mount.on(0), BeamTable.circle(4), errors, false, Sampling.EVERY_TICK, 1);
        double[] point = {7, 7, 7};
        lidar.step(room(10, 1, 1));
        assertFalse(lidar.point(0, 0, point, 0), "nothing within 4 m ahead");
        assertArrayEquals(new double[] {7, 7, 7}, point);
        assertTrue(lidar.point(0, 1, point, 0));
    }

    @Test
    void noiseGrowsWithTheRangeAndEchoesAreLost() {
        RangeErrors errors = new RangeErrors(0.1, 30, 0.01, 0.002, 0, 0.1);
        NoiseStream noise = new NoiseStream(31);
        int samples = 60_000;
        int lost = 0;
        double sum = 0;
        for (int i = 0; i < samples; i++) {
            double read = errors.read(10, noise);
            if (Double.isNaN(read)) {
                lost++;
            } else {
                sum += (read - 10) * (read - 10);
            }
        }
        assertEquals(0.1, lost / (double) samples, 0.005);
        assertEquals(0.03, Math.sqrt(sum / (samples - lost)), 0.0005);
    }

    @Test
    void aRollingScanSeesEachWallFromWhereItWasThen() {
        MovingWorld world = room(100, 100, 100);
        world.speed = new double[] {10, 0, 0};
        RangeErrors far = RangeErrors.between(0.1, 500);
        Lidar lidar = new Lidar("l", Mount.on(0), BeamTable.fan(0, 0, 10), far, true, Sampling.at(10), 1);
        lidar.step(world);
        for (int beam = 0; beam < 10; beam++) {
            assertEquals(100, lidar.channel().value(0, beam), 1e-12);
        }
        world.run(lidar, 100, 1e-3);
        assertEquals(100_000_000, lidar.channel().stamp(0));
        for (int beam = 0; beam < 10; beam++) {
            // Beam k is fired k hundredths after the scan began, or at the first tick after that.
            double fired = Math.max(0.001, beam * 0.01);
            assertEquals(100 - 10 * fired, lidar.channel().value(0, beam), 1e-9, "beam " + beam);
        }
    }

    @Test
    void aRangeFinderTellsTheNearestInItsCone() {
        MovingWorld world = room(8, 1, 50);
        double half = 0.3;
        RangeFinder finder =
                new RangeFinder("u", Mount.on(0), BeamTable.cone(half, 3, 8), CLEAN, Sampling.EVERY_TICK, 1);
        finder.step(world);
        assertEquals(1 / Math.sin(half), finder.channel().value(0, 0), 1e-10, "the wall aside, at the cone's edge");
        RangeFinder beam = new RangeFinder("u", Mount.on(0), BeamTable.cone(0, 0, 1), CLEAN, Sampling.EVERY_TICK, 1);
        beam.step(world);
        assertEquals(8, beam.channel().value(0, 0), 1e-12);
    }

    @Test
    void beamsAreUnitVectorsWithinTheirCone() {
        BeamTable cone = BeamTable.cone(0.4, 3, 7);
        double[] d = new double[3];
        assertEquals(22, cone.count());
        for (int beam = 0; beam < cone.count(); beam++) {
            cone.direction(beam, d, 0);
            assertEquals(1, d[0] * d[0] + d[1] * d[1] + d[2] * d[2], 1e-15);
            assertTrue(d[0] >= Math.cos(0.4) - 1e-15);
        }
    }

    @Test
    void impossibleScannersAreRefused() {
        assertThrows(BadInputException.class, () -> BeamTable.fan(0, Double.NaN, 5));
        assertThrows(BadInputException.class, () -> BeamTable.circle(0));
        assertThrows(BadInputException.class, () -> BeamTable.rings(0, 1, 5));
        assertThrows(BadInputException.class, () -> BeamTable.rings(0, 1, 5, Double.POSITIVE_INFINITY));
        assertThrows(BadInputException.class, () -> BeamTable.cone(2, 1, 8));
        assertThrows(BadInputException.class, () -> BeamTable.cone(0.2, -1, 8));
        BeamTable fan = BeamTable.circle(4);
        BadInputException refused = assertThrows(
                BadInputException.class,
                () -> new Lidar("front", Mount.on(0), fan, CLEAN, true, Sampling.EVERY_TICK, 1));
        assertTrue(refused.place().contains("front"));
    }
}
