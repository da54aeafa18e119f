package io.sigmaprompt.physics.sensor.motion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.sensor.Mount;
import io.sigmaprompt.physics.sensor.MovingWorld;
import io.sigmaprompt.physics.sensor.Sampling;
import org.junit.jupiter.api.Test;

/** Odometry and satellite positions. */
class PositioningTest {
    private static final OdometryErrors NONE = OdometryErrors.NONE;

    @Test
    void wheelsOfConstantSpeedGoAlongAnArcExactly() {
        MovingWorld world = new MovingWorld();
        // 0.3 and 0.5 m/s on a track of 0.4 m: 0.5 rad/s on a circle of 0.8 m.
        world.jointSpeed = new double[] {3, -5};
        DifferentialDrive drive = new DifferentialDrive(0, 1, 0.1, -0.1, 0.4);
        WheelOdometry odometry = WheelOdometry.ofWheels("o", drive, NONE, Sampling.at(20), 1);
        odometry.step(world);
        world.run(odometry, 7000, 1e-3);
        double heading = 3.5;
        double[] expected = {0.8 * Math.sin(heading), 0.8 * (1 - Math.cos(heading)), heading};
        double[] found = MovingWorld.newest(odometry);
        for (int i = 0; i < 3; i++) {
            assertEquals(expected[i], found[i], 1e-12);
        }
        assertEquals(0.4, found[3], 1e-4);
        assertEquals(0.5, found[5], 1e-12);
    }

    @Test
    void theMotionOfABaseIsTheSameInWheelsAndInPoses() {
        MovingWorld world = new MovingWorld();
        world.circle = 0.8;
        world.spin = 0.5;
        world.start = new double[] {4, -2, 1};
        // The link's x points outwards, the base's along the motion.
        Mount base = new Mount(0, Pose.fromXyzRpy(0, 0, 0, 0, 0, Math.PI / 2));
        WheelOdometry odometry = WheelOdometry.ofBase("o", base, NONE, Sampling.at(20), 1);
        odometry.step(world);
        world.run(odometry, 15_000, 1e-3);
        double heading = 7.5;
        assertEquals(0.8 * Math.sin(heading), MovingWorld.newest(odometry)[0], 1e-12);
        assertEquals(0.8 * (1 - Math.cos(heading)), MovingWorld.newest(odometry)[1], 1e-12);
        assertEquals(heading, MovingWorld.newest(odometry)[2], 1e-12);
    }

    @Test
    void slipAndScaleLengthenThePathAndPullBendsIt() {
        MovingWorld world = new MovingWorld();
        world.jointSpeed = new double[] {10, 10};
        DifferentialDrive drive = new DifferentialDrive(0, 1, 0.1, 0.1, 0.4);
        OdometryErrors long25 = new OdometryErrors(0, 0, 0, 0.2, 0, 0, 0);
        WheelOdometry slipping = WheelOdometry.ofWheels("o", drive, long25, Sampling.at(100), 1);
        slipping.step(world);
        world.run(slipping, 1000, 0.01);
        assertArrayEquals(new double[] {12.5, 0, 0, 1.25, 0, 0}, MovingWorld.newest(slipping), 1e-10);
        OdometryErrors bent = new OdometryErrors(-0.1, 0, 0.05, 0, 0, 0, 0);
        WheelOdometry pulled = WheelOdometry.ofWheels("o", drive, bent, Sampling.at(100), 1);
        world.time = 0;
        pulled.step(world);
        world.run(pulled, 1000, 0.01);
        assertEquals(0.5, MovingWorld.newest(pulled)[2], 1e-10);
        assertEquals(9 * Math.sin(0.5) / 0.5, MovingWorld.newest(pulled)[0], 1e-3);
    }

    @Test
    void randomErrorsGrowWithTheRootOfTheWayWhateverTheRate() {
        for (double rate : new double[] {10, 50}) {
            int runs = 3000;
            double length = 0;
            double heading = 0;
            for (int seed = 0; seed < runs; seed++) {
                MovingWorld world = new MovingWorld();
                world.jointSpeed = new double[] {10, 10};
                OdometryErrors errors = new OdometryErrors(0, 0, 0, 0, 0.02, 1e-3, 0);
                WheelOdometry odometry = WheelOdometry.ofWheels(
                        "o", new DifferentialDrive(0, 1, 0.1, 0.1, 0.4), errors, Sampling.at(rate), seed);
                odometry.step(world);
                world.run(odometry, (int) (4 * rate), 1 / rate);
                double[] found = MovingWorld.newest(odometry);
                length += (found[0] - 4) * (found[0] - 4) / runs;
                heading += found[2] * found[2] / runs;
            }
            assertEquals(0.02 * Math.sqrt(4), Math.sqrt(length), 0.002);
            assertEquals(1e-3 * Math.sqrt(4), Math.sqrt(heading), 1e-4);
        }
    }

    @Test
    void satellitePositionsHaveWhiteAndWanderingErrors() {
        GnssErrors errors = new GnssErrors(0.3, 0.6, 1.5, 3, 20, 0.05, 0, 1);
        Gnss gnss = new Gnss("g", Mount.on(0), errors, Sampling.at(5), 12);
        MovingWorld world = new MovingWorld();
        world.speed = new double[] {1, 2, 0};
        int samples = 400_000;
        double[] before = new double[samples];
        double variance = 0;
        double vertical = 0;
        double speed = 0;
        for (int i = 0; i < samples; i++) {
            world.time = i * 0.2;
            gnss.step(world);
            before[i] = gnss.channel().value(0, 0) - world.time;
            variance += before[i] * before[i] / samples;
            double z = gnss.channel().value(0, 2);
            vertical += z * z / samples;
            double v = gnss.channel().value(0, 4) - 2;
            speed += v * v / samples;
        }
        assertEquals(0.09 + 2.25, variance, 0.15);
        assertEquals(0.36 + 9, vertical, 0.6);
        assertEquals(0.05, Math.sqrt(speed), 0.001);
        for (int lag : new int[] {10, 50, 100}) {
            double product = 0;
            for (int i = lag; i < samples; i++) {
                product += before[i] * before[i - lag] / (samples - lag);
            }
            assertEquals(2.25 * Math.exp(-lag * 0.2 / 20), product, 0.15, "correlation at " + lag * 0.2 + " s");
        }
    }

    @Test
    void outagesComeAndLastAsOftenAndAsLongAsTold() {
        GnssErrors errors = new GnssErrors(0, 0, 0, 0, 1, 0, 0.02, 10);
        Gnss gnss = new Gnss("g", Mount.on(0), errors, Sampling.at(10), 77);
        MovingWorld world = new MovingWorld();
        int samples = 2_000_000;
        int begun = 0;
        boolean lost = false;
        for (int i = 0; i < samples; i++) {
            long dropped = gnss.channel().dropped();
            world.time = i * 0.1;
            gnss.step(world);
            boolean now = gnss.channel().dropped() > dropped;
            begun += now && !lost ? 1 : 0;
            lost = now;
        }
        // Up for 50 s, down for 10 s on average.
        assertEquals(1 / 6.0, gnss.channel().dropped() / (double) samples, 0.012);
        assertEquals(10, gnss.channel().dropped() * 0.1 / begun, 0.5);
    }

    @Test
    void anAntennaMovesWithTheBody() {
        MovingWorld world = new MovingWorld();
        world.spin = 2;
        world.start = new double[] {10, 20, 30};
        Gnss gnss = new Gnss("g", new Mount(0, Pose.fromXyzRpy(1, 0, 2, 0, 0, 0)), GnssErrors.NONE, Sampling.at(1), 1);
        gnss.step(world);
        assertArrayEquals(new double[] {11, 20, 32, 0, 2, 0}, MovingWorld.newest(gnss), 1e-12);
        assertThrows(
                BadInputException.class, () -> new Gnss("g", Mount.on(0), GnssErrors.NONE, Sampling.EVERY_TICK, 1));
        assertTrue(gnss.units().contains("m/s"));
    }
}
