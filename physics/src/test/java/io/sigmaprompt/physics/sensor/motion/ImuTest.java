package io.sigmaprompt.physics.sensor.motion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.sensor.Mount;
import io.sigmaprompt.physics.sensor.MountedFrame;
import io.sigmaprompt.physics.sensor.MovingWorld;
import io.sigmaprompt.physics.sensor.NoiseStream;
import io.sigmaprompt.physics.sensor.Sampling;
import io.sigmaprompt.physics.sensor.SensedWorld;
import io.sigmaprompt.physics.sensor.TriadErrors;
import org.junit.jupiter.api.Test;

class ImuTest {
    private static final double TIGHT = 1e-12;
    private static final TriadErrors NONE = TriadErrors.NONE;

    private static double[] measured(MovingWorld world, Mount mount) {
        Imu imu = new Imu("imu", mount, NONE, NONE, Sampling.EVERY_TICK, 1);
        imu.step(world);
        return MovingWorld.newest(imu);
    }

    @Test
    void standingStillItFeelsGravityUpwards() {
        MovingWorld world = new MovingWorld();
        assertArrayEquals(new double[] {0, 0, 0, 0, 0, 9.81}, measured(world, Mount.on(0)), TIGHT);
        assertArrayEquals(new double[] {0, 0, 0, 0, 0, 9.81}, measured(world, Mount.on(SensedWorld.WORLD)), TIGHT);
        Mount onItsSide = new Mount(0, Pose.fromXyzRpy(1, 2, 3, Math.PI / 2, 0, 0));
        assertArrayEquals(new double[] {0, 0, 0, 0, 9.81, 0}, measured(world, onItsSide), 1e-12);
    }

    @Test
    void fallingItFeelsNothing() {
        MovingWorld world = new MovingWorld();
        world.pull = world.gravity.clone();
        world.time = 3;
        assertArrayEquals(new double[6], measured(world, Mount.on(0)), TIGHT);
    }

    @Test
    void onACircleItFeelsTheCentripetalAccelerationOfItsOwnRadius() {
        MovingWorld world = new MovingWorld();
        world.circle = 2;
        world.spin = 3;
        world.time = 0.77;
        // The link's x points outwards all the time; the sensor sits 0.5 m further out, its x along the motion.
        Mount mount = new Mount(0, Pose.fromXyzRpy(0.5, 0, 0, 0, 0, Math.PI / 2));
        assertArrayEquals(new double[] {0, 0, 3, 0, 9 * 2.5, 9.81}, measured(world, mount), 1e-12);
    }

    @Test
    void spinningUpItFeelsTheTangentialAcceleration() {
        MovingWorld world = new MovingWorld();
        world.spinUp = 4;
        world.time = 0;
        Mount mount = new Mount(0, Pose.fromXyzRpy(0.5, 0, 0, 0, 0, 0));
        assertArrayEquals(new double[] {0, 0, 0, 0, 2, 9.81}, measured(world, mount), 1e-12);
    }

    @Test
    void aMountedFrameMovesAsDifferencesOfItsPlacesSay() {
        NoiseStream random = new NoiseStream(4);
        double h = 1e-4;
        for (int sample = 0; sample < 50; sample++) {
            MovingWorld world = new MovingWorld();
            double norm = 0;
            for (int i = 0; i < 3; i++) {
                world.axis[i] = random.normal();
                world.start[i] = random.normal();
                world.speed[i] = random.normal();
                world.pull[i] = random.normal();
                norm += world.axis[i] * world.axis[i];
            }
            for (int i = 0; i < 3; i++) {
                world.axis[i] /= Math.sqrt(norm);
            }
            world.spin = random.normal();
            world.spinUp = random.normal();
            Mount mount = new Mount(
                    0, Pose.fromXyzRpy(random.normal(), random.normal(), random.normal(), 1, random.normal(), 2));
            double[][] place = new double[3][];
            for (int k = 0; k < 3; k++) {
                world.time = 1 + (k - 1) * h;
                MountedFrame frame = new MountedFrame(mount);
                frame.locate(world);
                place[k] = frame.pose;
            }
            world.time = 1;
            MountedFrame frame = new MountedFrame(mount);
            frame.accelerate(world);
            for (int i = 0; i < 3; i++) {
                assertEquals((place[2][9 + i] - place[0][9 + i]) / (2 * h), frame.velocity[3 + i], 1e-6);
                assertEquals(
                        (place[2][9 + i] - 2 * place[1][9 + i] + place[0][9 + i]) / (h * h),
                        frame.acceleration[3 + i],
                        2e-6);
            }
        }
    }

    @Test
    void whiteNoiseAveragesDownWithTheSquareRootOfTime() {
        double density = 0.02;
        double rate = 200;
        int samples = 1 << 17;
        double[] z = record(TriadErrors.noisy(density, 0), rate, samples);
        for (int span = 1; span <= 256; span *= 4) {
            double tau = span / rate;
            assertEquals(1, allanDeviation(z, span) / (density / Math.sqrt(tau)), 0.1, "averaged over " + tau + " s");
        }
    }

    @Test
    void aWalkingBiasGrowsWithTheSquareRootOfTime() {
        double walk = 0.01;
        double rate = 100;
        int samples = 1 << 18;
        double[] z = record(TriadErrors.noisy(0, walk), rate, samples);
        for (int span = 16; span <= 1024; span *= 4) {
            double tau = span / rate;
            // IEEE Std 952-1997, annex C, rate random walk: K·√(τ/3).
            assertEquals(1, allanDeviation(z, span) / (walk * Math.sqrt(tau / 3)), 0.2, "averaged over " + tau + " s");
        }
    }

    private static double[] record(TriadErrors gyro, double rate, int samples) {
        MovingWorld world = new MovingWorld();
        Imu imu = new Imu("imu", Mount.on(0), gyro, NONE, Sampling.at(rate), 2024);
        double[] z = new double[samples];
        for (int i = 0; i < samples; i++) {
            world.time = i / rate;
            imu.step(world);
            z[i] = imu.channel().value(0, 2);
        }
        return z;
    }

    /** Of means over {@code span} samples side by side. */
    private static double allanDeviation(double[] samples, int span) {
        double before = 0;
        double sum = 0;
        int means = samples.length / span;
        for (int m = 0; m < means; m++) {
            double mean = 0;
            for (int i = 0; i < span; i++) {
                mean += samples[m * span + i] / span;
            }
            sum += m == 0 ? 0 : (mean - before) * (mean - before);
            before = mean;
        }
        return Math.sqrt(0.5 * sum / (means - 1));
    }

    @Test
    void turnOnBiasesAreSpreadAsToldAndStay() {
        int units = 20_000;
        double sum = 0;
        MovingWorld world = new MovingWorld();
        TriadErrors errors = NONE.biased(new Vec3(0.1, 0, 0), 0.3);
        for (int seed = 0; seed < units; seed++) {
            Imu imu = new Imu("imu", Mount.on(0), errors, NONE, Sampling.EVERY_TICK, seed);
            world.time = 0;
            imu.step(world);
            double bias = imu.channel().value(0, 0);
            world.time = 1;
            imu.step(world);
            assertEquals(bias, imu.channel().value(0, 0));
            sum += (bias - 0.1) * (bias - 0.1) / units;
        }
        assertEquals(0.3, Math.sqrt(sum), 0.006);
    }

    @Test
    void scaleMisalignmentBiasAndRangeActInTheirOrder() {
        MovingWorld world = new MovingWorld();
        TriadErrors errors = NONE.distorted(new Vec3(0.1, 0.02, -0.01), new Vec3(Math.PI / 2, 0, 0))
                .biased(new Vec3(1, 2, 3), 0)
                .converted(12, 0);
        Imu imu = new Imu("imu", Mount.on(0), NONE, errors, Sampling.EVERY_TICK, 1);
        imu.step(world);
        // The triad is turned about x by a right angle: its y is the sensor's z.
        double[] expected = {0, 0, 0, 1, Math.min(12, 1.02 * 9.81 + 2), 3};
        assertArrayEquals(expected, MovingWorld.newest(imu), 1e-12);
    }

    @Test
    void saturatesAtItsRangeAndRoundsToItsResolution() {
        MovingWorld world = new MovingWorld();
        double resolution = 0.0078125;
        Imu imu = new Imu(
                "imu", Mount.on(0), TriadErrors.noisy(0.05, 0).converted(8, resolution), NONE, Sampling.at(1000), 5);
        double[] read = new double[6];
        boolean saturated = false;
        for (int i = 0; i < 2000; i++) {
            world.time = i * 0.001;
            world.spin = -9 + i * 0.009;
            imu.step(world);
            imu.channel().read(0, read, 0);
            assertTrue(Math.abs(read[2]) <= 8);
            assertEquals(Math.rint(read[2] / resolution), read[2] / resolution, "a whole number of steps");
            saturated |= read[2] == 8;
        }
        assertTrue(saturated);
    }
}
