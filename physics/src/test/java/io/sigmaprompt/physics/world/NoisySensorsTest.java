package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.sensor.Mount;
import io.sigmaprompt.physics.sensor.Sampling;
import io.sigmaprompt.physics.sensor.Sensor;
import io.sigmaprompt.physics.sensor.TriadErrors;
import io.sigmaprompt.physics.sensor.force.ContactSensor;
import io.sigmaprompt.physics.sensor.force.ContactThreshold;
import io.sigmaprompt.physics.sensor.force.ForceTorqueSensor;
import io.sigmaprompt.physics.sensor.force.WrenchSense;
import io.sigmaprompt.physics.sensor.motion.EncoderErrors;
import io.sigmaprompt.physics.sensor.motion.Gnss;
import io.sigmaprompt.physics.sensor.motion.GnssErrors;
import io.sigmaprompt.physics.sensor.motion.Imu;
import io.sigmaprompt.physics.sensor.motion.JointEncoder;
import io.sigmaprompt.physics.sensor.range.BeamTable;
import io.sigmaprompt.physics.sensor.range.Lidar;
import io.sigmaprompt.physics.sensor.range.RangeErrors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sensors with noise, latency, jitter and losses on a world that moves, bounces and is touched. */
class NoisySensorsTest {
    private static final String SCENE = """
            <worldbody><geom type="plane" size="5 5 1"/>
              <geom type="box" size="0.1 2 1" pos="2 0 1"/>
              <body name="arm" pos="0 0 0.6"><joint name="hinge" axis="0 1 0" damping="0.1"/>
                <geom type="capsule" fromto="0 0 0 0.5 0 0" size="0.03" mass="1"/></body>
              <body name="ball" pos="0.4 0 0.2"><freejoint/><geom size="0.1" mass="0.3"/></body></worldbody>""";
    private static final Sampling SAMPLING =
            Sampling.at(210).delayed(0.003, 0.004).dropping(0.1).keeping(3);
    private static final TriadErrors TRIAD = new TriadErrors(
            0.01, 0.02, new Vec3(0.1, 0.2, 0.3), 0.1, new Vec3(0.01, 0, 0), new Vec3(0, 0.01, 0), 50, 1e-4);

    @TempDir
    Path folder;

    /** A world with its sensors. */
    private static final class Rig {
        final World world;
        final WorldSenses senses;
        final List<Sensor> sensors;

        Rig(Path folder, long seed) throws IOException {
            world = SmallWorld.of(folder, SCENE);
            senses = new WorldSenses(world);
            int arm = SmallWorld.body(world, "arm");
            int ball = SmallWorld.body(world, "ball");
            Mount onArm = new Mount(arm, Pose.fromXyzRpy(0.2, 0, 0.05, 0, 0.1, 0));
            sensors = List.of(
                    new JointEncoder(
                            "encoder",
                            0,
                            false,
                            new EncoderErrors(1e-3, 0.1, 1e-3, 0, EncoderErrors.VelocitySource.DIFFERENCE),
                            SAMPLING,
                            seed),
                    new Imu("imu", onArm, TRIAD, TRIAD, SAMPLING, seed + 1),
                    new ForceTorqueSensor(
                            "wrist", onArm, WrenchSense.CHILD_TO_PARENT, TRIAD, TRIAD, SAMPLING, seed + 2),
                    ContactSensor.ofLink("touch", ball, new ContactThreshold(1, 0.5, 0.1, 100), SAMPLING, seed + 3),
                    new Gnss(
                            "gnss",
                            new Mount(ball, Pose.IDENTITY),
                            new GnssErrors(0.5, 1, 1, 2, 0.1, 0.1, 2, 0.2),
                            SAMPLING,
                            seed + 4),
                    new Lidar(
                            "lidar",
                            onArm,
                            BeamTable.circle(37),
                            new RangeErrors(0.1, 6, 0.01, 0.001, 0.001, 0.05),
                            false,
                            SAMPLING,
                            seed + 5));
        }

        void step() {
            world.step();
            sensors.forEach(s -> s.step(senses));
        }

        double[][] save() {
            double[][] states = new double[sensors.size()][];
            for (int s = 0; s < states.length; s++) {
                states[s] = new double[sensors.get(s).stateSize()];
                sensors.get(s).save(states[s], 0);
            }
            return states;
        }

        void restore(WorldSnapshot snapshot, double[][] states) {
            world.restore(snapshot);
            for (int s = 0; s < states.length; s++) {
                sensors.get(s).restore(states[s], 0);
            }
        }
    }

    private static void sameReadings(Rig a, Rig b, int step) {
        for (int s = 0; s < a.sensors.size(); s++) {
            Sensor one = a.sensors.get(s);
            Sensor two = b.sensors.get(s);
            String what = one.name() + " at step " + step;
            assertEquals(one.channel().available(), two.channel().available(), what);
            for (int ago = 0; ago < one.channel().available(); ago++) {
                assertEquals(one.channel().stamp(ago), two.channel().stamp(ago), what);
                assertEquals(one.channel().arrival(ago), two.channel().arrival(ago), what);
                for (int k = 0; k < one.dimension(); k++) {
                    assertEquals(one.channel().value(ago, k), two.channel().value(ago, k), what + ", number " + k);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 97, 250, 613})
    void a_world_and_its_sensors_restored_at_any_tick_measure_the_same_bits(int ticks) throws IOException {
        Rig rig = new Rig(folder, 5);
        for (int n = 0; n < ticks; n++) {
            rig.step();
        }
        WorldSnapshot snapshot = rig.world.save(null);
        double[][] states = rig.save();
        Rig other = new Rig(folder, 5);
        for (int n = 0; n < 333; n++) {
            other.step();
        }
        other.restore(snapshot, states);
        sameReadings(rig, other, -1);
        for (int n = 0; n < 400; n++) {
            rig.step();
            other.step();
            sameReadings(rig, other, n);
        }
        for (Sensor sensor : rig.sensors) {
            assertTrue(sensor.channel().delivered() > 0, sensor.name());
        }
    }

    @Test
    void another_seed_reads_the_same_world_differently() throws IOException {
        Rig rig = new Rig(folder, 5);
        Rig other = new Rig(folder, 50);
        for (int n = 0; n < 100; n++) {
            rig.step();
            other.step();
        }
        assertEquals(rig.world.q()[0], other.world.q()[0], 0);
        assertNotEquals(
                rig.sensors.get(1).channel().value(0, 0),
                other.sensors.get(1).channel().value(0, 0));
    }
}
