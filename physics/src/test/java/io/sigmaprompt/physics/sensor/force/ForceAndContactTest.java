package io.sigmaprompt.physics.sensor.force;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
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

class ForceAndContactTest {
    private static final TriadErrors NONE = TriadErrors.NONE;

    @Test
    void aWrenchIsToldInTheSensorsFrameAndAboutItsOrigin() {
        MovingWorld world = new MovingWorld();
        // 2 kg whose centre is 0.3 m along x from the link's origin, held against gravity.
        world.held = new double[] {0, -0.3 * 2 * 9.81, 0, 0, 0, 2 * 9.81};
        Mount atTheCentre = new Mount(0, Pose.fromXyzRpy(0.3, 0, 0, 0, 0, 0));
        assertArrayEquals(
                new double[] {0, 0, 19.62, 0, 0, 0}, felt(world, atTheCentre, WrenchSense.PARENT_TO_CHILD), 1e-12);
        Mount turned = new Mount(0, Pose.fromXyzRpy(0, 0, 0, 0, 0, Math.PI / 2));
        assertArrayEquals(
                new double[] {0, 0, 19.62, -0.3 * 19.62, 0, 0},
                felt(world, turned, WrenchSense.PARENT_TO_CHILD),
                1e-12);
        assertArrayEquals(
                new double[] {0, 0, -19.62, 0.3 * 19.62, 0, 0},
                felt(world, turned, WrenchSense.CHILD_TO_PARENT),
                1e-12);
    }

    @Test
    void aSoleFeelsTheWrenchOfItsContacts() {
        MovingWorld world = new MovingWorld();
        world.held = new double[] {9, 9, 9, 9, 9, 9};
        // 100 N upwards 0.2 m ahead of the link's origin: 0.1 m ahead of the sensor.
        world.touched = new double[] {0, -20, 0, 0, 0, 100};
        Mount sole = new Mount(0, Pose.fromXyzRpy(0.1, 0, 0, 0, 0, 0));
        assertArrayEquals(new double[] {0, 0, 100, 0, -10, 0}, felt(world, sole, WrenchSense.CONTACTS_TO_LINK), 1e-12);
    }

    @Test
    void theWorkOfAWrenchIsTheSameSeenFromAnywhere() {
        NoiseStream random = new NoiseStream(21);
        for (int sample = 0; sample < 100; sample++) {
            MovingWorld world = new MovingWorld();
            world.axis = new double[] {0.6, 0, 0.8};
            world.spin = random.normal();
            world.time = 2;
            for (int i = 0; i < 6; i++) {
                world.held[i] = random.normal();
            }
            for (int i = 0; i < 3; i++) {
                world.speed[i] = random.normal();
            }
            double[] twist = new double[6];
            world.linkVelocity(0, twist);
            double power = 0;
            for (int i = 0; i < 6; i++) {
                power += world.held[i] * twist[i];
            }
            Mount mount = new Mount(0, Pose.fromXyzRpy(random.normal(), random.normal(), 1, 2, 1, random.normal()));
            MountedFrame frame = new MountedFrame(mount);
            frame.move(world);
            double[] wrench = felt(world, mount, WrenchSense.PARENT_TO_CHILD);
            double[] own = new double[6];
            frame.toFrame(frame.velocity, 0, own, 3);
            frame.toFrame(frame.velocity, 3, own, 0);
            double felt = 0;
            for (int i = 0; i < 6; i++) {
                felt += wrench[i] * own[i];
            }
            assertEquals(power, felt, 1e-12);
        }
    }

    private static double[] felt(MovingWorld world, Mount mount, WrenchSense sense) {
        ForceTorqueSensor sensor = new ForceTorqueSensor("ft", mount, sense, NONE, NONE, Sampling.EVERY_TICK, 1);
        sensor.step(world);
        return MovingWorld.newest(sensor);
    }

    @Test
    void forcesSaturateAndDrift() {
        MovingWorld world = new MovingWorld();
        world.held = new double[] {0, 0, 0, 500, -500, 10};
        TriadErrors force =
                TriadErrors.noisy(0, 0.1).biased(new Vec3(0, 0, 2), 0).converted(200, 0.25);
        ForceTorqueSensor sensor =
                new ForceTorqueSensor("ft", Mount.on(0), WrenchSense.PARENT_TO_CHILD, force, NONE, Sampling.at(100), 3);
        sensor.step(world);
        assertArrayEquals(new double[] {200, -200, 12, 0, 0, 0}, MovingWorld.newest(sensor));
        world.run(sensor, 100_000, 0.01);
        double drift = MovingWorld.newest(sensor)[2] - 12;
        assertTrue(drift != 0 && Math.abs(drift) < 4 * 0.1 * Math.sqrt(1000), drift + " N");
    }

    @Test
    void nothingHoldsTheWorld() {
        Mount nowhere = Mount.on(SensedWorld.WORLD);
        assertThrows(
                BadInputException.class,
                () -> new ForceTorqueSensor(
                        "ft", nowhere, WrenchSense.PARENT_TO_CHILD, NONE, NONE, Sampling.EVERY_TICK, 1));
    }

    @Test
    void anImpactBetweenTwoMeasurementsIsFelt() {
        ContactSensor sensor = ContactSensor.ofLink("c", 0, ContactThreshold.ANY, Sampling.at(100), 1);
        MovingWorld world = new MovingWorld();
        double[] touched = new double[5];
        double[] force = new double[5];
        for (int tick = 0; tick <= 40; tick++) {
            world.time = tick * 1e-3;
            world.normalForce = tick == 13 ? 80 : tick == 17 ? 30 : 0;
            sensor.step(world);
            if (tick % 10 == 0) {
                touched[tick / 10] = sensor.channel().value(0, 0);
                force[tick / 10] = sensor.channel().value(0, 1);
            }
        }
        assertArrayEquals(new double[] {0, 0, 1, 0, 0}, touched);
        assertArrayEquals(new double[] {0, 0, 80, 0, 0}, force);
    }

    @Test
    void aTouchBeginsAtOneForceAndEndsAtAnother() {
        ContactThreshold threshold = new ContactThreshold(10, 4, 0, 50);
        ContactSensor sensor = ContactSensor.ofCollider("c", 3, threshold, Sampling.EVERY_TICK, 1);
        MovingWorld world = new MovingWorld();
        // A collider's share is half of the link's in this world.
        double[] forces = {0, 9, 10, 11, 9, 5, 4, 9, 60};
        double[] touched = {0, 0, 0, 1, 1, 1, 0, 0, 1};
        for (int tick = 0; tick < forces.length; tick++) {
            world.time = tick;
            world.normalForce = 2 * forces[tick];
            sensor.step(world);
            assertEquals(touched[tick], sensor.channel().value(0, 0), "at tick " + tick);
            assertEquals(Math.min(50, forces[tick]), sensor.channel().value(0, 1));
        }
    }
}
