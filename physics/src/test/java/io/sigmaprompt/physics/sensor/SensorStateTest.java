package io.sigmaprompt.physics.sensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.sensor.force.ContactSensor;
import io.sigmaprompt.physics.sensor.force.ContactThreshold;
import io.sigmaprompt.physics.sensor.force.ForceTorqueSensor;
import io.sigmaprompt.physics.sensor.force.WrenchSense;
import io.sigmaprompt.physics.sensor.motion.DifferentialDrive;
import io.sigmaprompt.physics.sensor.motion.EncoderErrors;
import io.sigmaprompt.physics.sensor.motion.Gnss;
import io.sigmaprompt.physics.sensor.motion.GnssErrors;
import io.sigmaprompt.physics.sensor.motion.Imu;
import io.sigmaprompt.physics.sensor.motion.JointEncoder;
import io.sigmaprompt.physics.sensor.motion.OdometryErrors;
import io.sigmaprompt.physics.sensor.motion.WheelOdometry;
import io.sigmaprompt.physics.sensor.range.BeamTable;
import io.sigmaprompt.physics.sensor.range.Lidar;
import io.sigmaprompt.physics.sensor.range.RangeErrors;
import io.sigmaprompt.physics.sensor.range.RangeFinder;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.LongFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every kind of sensor: it repeats, is restored at any tick, and leaves nothing to collect. */
class SensorStateTest {
    private static final double DT = 0.001;
    private static final Mount MOUNT = new Mount(0, Pose.fromXyzRpy(0.1, 0.2, 0.3, 0.1, -0.2, 0.3));
    private static final TriadErrors TRIAD = new TriadErrors(
            0.01, 0.02, new Vec3(0.1, 0.2, 0.3), 0.1, new Vec3(0.01, 0, 0), new Vec3(0, 0.01, 0), 50, 1e-4);
    private static final Sampling SAMPLING = Sampling.at(210)
            .withPhase(0.0015)
            .delayed(0.003, 0.004)
            .dropping(0.1)
            .keeping(3);
    private static final RangeErrors RANGE = new RangeErrors(0.1, 6, 0.01, 0.001, 0.001, 0.05);

    enum Kind {
        ENCODER(seed -> new JointEncoder(
                "e",
                1,
                true,
                new EncoderErrors(1e-3, 0.1, 1e-3, 0, EncoderErrors.VelocitySource.DIFFERENCE),
                SAMPLING,
                seed)),
        TACHOMETER(seed -> new JointEncoder(
                "t",
                0,
                false,
                new EncoderErrors(1e-3, 0.1, 1e-3, 0.1, EncoderErrors.VelocitySource.MEASURED),
                SAMPLING,
                seed)),
        IMU(seed -> new Imu("i", MOUNT, TRIAD, TRIAD, SAMPLING, seed)),
        FORCE_TORQUE(
                seed -> new ForceTorqueSensor("f", MOUNT, WrenchSense.CHILD_TO_PARENT, TRIAD, TRIAD, SAMPLING, seed)),
        CONTACT(seed -> ContactSensor.ofLink("c", 0, new ContactThreshold(5, 4, 1, 100), SAMPLING, seed)),
        WHEELS(seed -> WheelOdometry.ofWheels(
                "w",
                new DifferentialDrive(0, 1, 0.1, 0.1, 0.5),
                new OdometryErrors(0.01, 0.02, 0.01, 0.05, 0.01, 0.01, 0.01),
                SAMPLING,
                seed)),
        BASE(seed -> WheelOdometry.ofBase(
                "b", MOUNT, new OdometryErrors(0.01, 0.02, 0.01, 0.05, 0.01, 0.01, 0.01), SAMPLING, seed)),
        GNSS(seed -> new Gnss("g", MOUNT, new GnssErrors(0.5, 1, 1, 2, 0.1, 0.1, 2, 0.2), SAMPLING, seed)),
        LIDAR(seed -> new Lidar("l", MOUNT, BeamTable.circle(37), RANGE, false, SAMPLING, seed)),
        ROLLING_LIDAR(seed -> new Lidar("r", MOUNT, BeamTable.spinning(40, -0.1, 0, 0.1), RANGE, true, SAMPLING, seed)),
        RANGE_FINDER(seed -> new RangeFinder("u", MOUNT, BeamTable.cone(0.3, 2, 8), RANGE, SAMPLING, seed));

        final LongFunction<Sensor> make;

        Kind(LongFunction<Sensor> make) {
            this.make = make;
        }
    }

    private static MovingWorld world() {
        MovingWorld world = new MovingWorld();
        world.circle = 1.5;
        world.spin = 2;
        world.spinUp = 0.01;
        world.jointSpeed = new double[] {3, 2};
        world.held = new double[] {1, 2, 3, 40, 5, 6};
        world.normalForce = 5;
        world.room = new double[] {4, 7, 2};
        world.time = -DT;
        return world;
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameBitsAndAnotherSeedOthers(Kind kind) {
        Sensor first = kind.make.apply(7);
        Sensor second = kind.make.apply(7);
        Sensor third = kind.make.apply(8);
        world().run(first, 1000, DT);
        world().run(second, 1000, DT);
        world().run(third, 1000, DT);
        assertTrue(first.channel().delivered() > 20);
        assertArrayEquals(MovingWorld.state(first), MovingWorld.state(second));
        assertFalse(Arrays.equals(MovingWorld.state(first), MovingWorld.state(third)));
        first.reset();
        world().run(first, 1000, DT);
        assertArrayEquals(MovingWorld.state(first), MovingWorld.state(second), "after a reset");
    }

    @ParameterizedTest
    @EnumSource
    void restoredAtAnyTickItGoesOnWithTheSameBits(Kind kind) {
        NoiseStream random = new NoiseStream(kind.ordinal());
        Sensor straight = kind.make.apply(3);
        MovingWorld world = world();
        for (int round = 0; round < 60; round++) {
            world.run(straight, (int) (40 * random.uniform()), DT);
            double saved = world.time;
            Sensor other = kind.make.apply(3);
            world().run(other, (int) (300 * random.uniform()), DT);
            other.restore(MovingWorld.state(straight), 0);
            int further = 1 + (int) (40 * random.uniform());
            world.run(straight, further, DT);
            double[] expected = MovingWorld.state(straight);
            world.time = saved;
            world.run(other, further, DT);
            double[] found = MovingWorld.state(other);
            for (int i = 0; i < expected.length; i++) {
                assertEquals(Double.doubleToRawLongBits(expected[i]), Double.doubleToRawLongBits(found[i]));
            }
        }
        assertTrue(straight.channel().delivered() > 100);
    }

    @ParameterizedTest
    @EnumSource
    void aStepAllocatesNothing(Kind kind) {
        Sensor sensor = kind.make.apply(3);
        MovingWorld moving = world();
        FrozenWorld world = new FrozenWorld(moving);
        double[] out = new double[sensor.dimension()];
        double[] state = new double[sensor.stateSize()];
        int calls = 3000;
        long allocated = Long.MAX_VALUE;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int round = 0; round < 2; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < calls; i++) {
                world.time += DT;
                sensor.step(world);
                if (sensor.channel().available() > 0) {
                    sensor.channel().read(0, out, 0);
                }
                sensor.save(state, 0);
                sensor.restore(state, 0);
            }
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertTrue(sensor.channel().delivered() > 100);
        assertTrue(allocated < 2 * calls, allocated + " bytes in " + calls + " steps");
    }

    @ParameterizedTest
    @EnumSource
    void everyNumberHasALabelAndAUnit(Kind kind) {
        Sensor sensor = kind.make.apply(1);
        assertEquals(sensor.dimension(), sensor.labels().size());
        assertEquals(sensor.dimension(), sensor.units().size());
        assertEquals(sensor.dimension(), sensor.labels().stream().distinct().count());
    }

    @ParameterizedTest
    @EnumSource
    void timeThatGoesBackIsRefused(Kind kind) {
        Sensor sensor = kind.make.apply(1);
        MovingWorld world = world();
        world.run(sensor, 10, DT);
        world.time = 0.002;
        BadInputException refused = assertThrows(BadInputException.class, () -> sensor.step(world));
        assertTrue(refused.getMessage().contains("'" + sensor.name() + "'"));
        sensor.reset();
        sensor.step(world);
    }
}
