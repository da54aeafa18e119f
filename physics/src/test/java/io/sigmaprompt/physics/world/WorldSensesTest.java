package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.sensor.Sampling;
import io.sigmaprompt.physics.sensor.mechanism.MechanismSensors;
import io.sigmaprompt.physics.world.description.WorldRobot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldSensesTest {
    private static final String SCALE = """
            <worldbody>
              <body name="scale"><geom name="plate" type="box" size="0.3 0.3 0.02" pos="0 0 0.02"/></body>
              <body name="box" pos="0.1 0 0.0900"><freejoint/>
                <geom name="box" type="box" size="0.05 0.05 0.05" mass="2"/></body>
            </worldbody>""";
    private static final String PENDULUM = """
            <option gravity="0 0 -9.81"/><worldbody><body name="bob" pos="0 0 2"><joint name="hinge" axis="0 1 0"/>
              <inertial pos="0 0 -0.5" mass="3" diaginertia="0.02 0.03 0.01"/></body></worldbody>""";
    private static final String ARM = """
            <worldbody><body name="upper" pos="0 0 1"><joint name="shoulder" axis="0 1 0"/>
              <inertial pos="0.2 0 0" mass="2" diaginertia="0.01 0.01 0.01"/>
              <body name="lower" pos="0.4 0 0"><joint name="elbow" axis="0 1 0"/>
                <inertial pos="0.15 0 0" mass="1" diaginertia="0.01 0.01 0.01"/>
                <body name="weight" pos="0.3 0 0"><inertial pos="0 0.1 0" mass="0.5" diaginertia="0.01 0.01 0.01"/></body>
              </body></body></worldbody>
            <actuator><position name="a" joint="shoulder" kp="4000" kv="400"/>
              <position name="b" joint="elbow" kp="4000" kv="400"/></actuator>""";

    @TempDir
    Path folder;

    private final double[] six = new double[6];

    @Test
    void a_scale_reads_the_weight_of_the_box_on_it_also_when_it_sleeps() throws IOException {
        World world = SmallWorld.of(folder, SCALE);
        WorldSenses senses = new WorldSenses(world);
        int scale = SmallWorld.body(world, "scale");
        int box = SmallWorld.body(world, "box");
        SmallWorld.run(world, 0.4);
        assertEquals(0, world.sleeping());
        weighs(senses, scale, box);
        SmallWorld.run(world, 1.5);
        assertEquals(1, world.sleeping());
        weighs(senses, scale, box);
        world.push(box, new double[] {0, 0, 0, 0, 0, -5});
        SmallWorld.run(world, 1.7);
        assertEquals(24.62, senses.linkNormalForce(scale), 1e-6);
        senses.parentWrench(box, six);
        assertArrayEquals(new double[6], six, 1e-6, "nothing holds what moves freely");
    }

    private void weighs(WorldSenses senses, int scale, int box) {
        assertEquals(19.62, senses.linkNormalForce(scale), 1e-6);
        assertEquals(19.62, senses.linkNormalForce(box), 1e-6);
        assertEquals(19.62, senses.colliderNormalForce(0), 1e-6);
        assertEquals(4, senses.contactCount(box));
        senses.contactWrench(scale, six);
        assertArrayEquals(new double[] {0, 1.962, 0, 0, 0, -19.62}, six, 1e-5);
        senses.contactWrench(box, six);
        assertEquals(19.62, six[5], 1e-6);
    }

    @Test
    void a_pendulums_bearing_holds_weight_and_centripetal_force() throws IOException {
        World world = SmallWorld.of(folder, PENDULUM, WorldSettings.DEFAULT.withStep(1e-4));
        WorldSenses senses = new WorldSenses(world);
        world.teleport(new double[] {1}, new double[] {2});
        double inertia = 0.03 + 3 * 0.25;
        for (int n = 0; n < 5000; n++) {
            double q = world.q()[0];
            double v = world.v()[0];
            world.step();
            q = 0.5 * (q + world.q()[0]);
            v = 0.5 * (v + world.v()[0]);
            double alpha = -3 * 9.81 * 0.5 * StrictMath.sin(q) / inertia;
            double s = StrictMath.sin(q);
            double c = StrictMath.cos(q);
            senses.parentWrench(SmallWorld.body(world, "bob"), six);
            // The bob is at (-s, 0, -c)/2; about y, z turns to x.
            assertEquals(3 * 0.5 * (-c * alpha + s * v * v), six[3], 0.02, "x");
            assertEquals(3 * (9.81 + 0.5 * (s * alpha + c * v * v)), six[5], 0.02, "z");
            assertEquals(0, six[1], 0.02, "a free hinge passes no moment about its axis");
        }
    }

    @Test
    void an_arm_that_holds_a_weight_still_tells_static_wrenches_and_efforts() throws IOException {
        World world = SmallWorld.of(folder, ARM);
        WorldSenses senses = new WorldSenses(world);
        SmallWorld.run(world, 4);
        double elbow = -9.81 * (0.15 + 0.5 * 0.3);
        double shoulder = -9.81 * (2 * 0.2 + 0.55 + 0.5 * 0.7);
        assertEquals(elbow, senses.jointEffort(1), 0.01);
        assertEquals(shoulder, senses.jointEffort(0), 0.01);
        senses.parentWrench(SmallWorld.body(world, "weight"), six);
        assertArrayEquals(new double[] {0.4905, 0, 0, 0, 0, 4.905}, six, 1e-3);
        senses.parentWrench(SmallWorld.body(world, "lower"), six);
        assertEquals(1.5 * 9.81, six[5], 1e-6);
        assertEquals(senses.jointEffort(1), six[1], 1e-5, "the actuator is all that acts about the axis");
        senses.parentWrench(SmallWorld.body(world, "upper"), six);
        assertEquals(3.5 * 9.81, six[5], 1e-6);
        assertEquals(senses.jointEffort(0), six[1], 1e-5);
    }

    @Test
    void what_a_weld_carries_is_not_told_by_the_joint() throws IOException {
        World world = SmallWorld.of(folder, """
                <worldbody><body name="lift"><joint name="z" type="slide" axis="0 0 1"/>
                  <inertial pos="0 0 0" mass="4" diaginertia="1 1 1"/></body></worldbody>
                <equality><connect name="hook" body1="lift" anchor="0.5 0 0"/></equality>""");
        WorldSenses senses = new WorldSenses(world);
        SmallWorld.run(world, 0.1);
        senses.parentWrench(SmallWorld.body(world, "lift"), six);
        assertEquals(0, six[5], 1e-6);
        assertEquals(0.5 * 4 * 9.81, six[1], 1e-6, "the rail takes the moment of the hook");
    }

    @Test
    void mjcf_sensors_run_on_a_world() throws IOException {
        RobotReading reading = SmallWorld.read(folder, """
                <worldbody><geom name="floor" type="plane" size="5 5 1"/>
                  <geom name="wall" type="box" size="0.1 3 3" pos="2 0 0"/>
                  <body name="cart" pos="0 0 0.1"><freejoint/>
                    <geom name="cart" type="box" size="0.2 0.2 0.1" mass="5"/>
                    <site name="imu" pos="0 0 0.05"/><site name="foot" type="box" size="0.3 0.3 0.3"/>
                    <site name="eye" pos="0 0 0.05" zaxis="1 0 0"/>
                    <body name="mast" pos="0 0 0.1"><geom name="mast" size="0.05" pos="0 0 0.3" mass="1"/>
                      <site name="root"/></body></body></worldbody>
                <sensor><accelerometer name="acc" site="imu" noise="0.01"/><gyro name="gyro" site="imu"/>
                  <touch name="touch" site="foot"/><force name="force" site="root"/>
                  <rangefinder name="range" site="eye"/><framepos name="place" objtype="site" objname="imu"/></sensor>""");
        WorldBuilder builder = new WorldBuilder();
        WorldRobot robot = builder.add(reading);
        World world = builder.build(WorldSettings.DEFAULT);
        WorldSenses senses = new WorldSenses(world);
        MechanismSensors sensors = MechanismSensors.of(
                "cart", reading.model(), reading.mechanism(), robot.bodyOffset(), 0, Sampling.EVERY_TICK, 7);
        double[] read = new double[sensors.dimension()];
        SmallWorld.run(world, 0.3);
        sensors.evaluate(senses, read);
        assertArrayEquals(new double[] {0, 0, 9.81}, Arrays.copyOfRange(read, 0, 3), 1e-6);
        assertArrayEquals(new double[3], Arrays.copyOfRange(read, 3, 6), 1e-6);
        assertEquals(6 * 9.81, read[sensors.first("touch")], 1e-5);
        assertEquals(9.81, read[sensors.first("force") + 2], 1e-6, "the mast weighs on its root");
        assertEquals(1.9, read[sensors.first("range")], 1e-4);
        assertEquals(0.15, read[sensors.first("place") + 2], 1e-4);
        // Thrown up, it feels nothing in flight.
        double[] v = world.v().clone();
        v[5] = 3;
        world.teleport(world.q(), v);
        SmallWorld.run(world, world.time() + 0.1);
        sensors.evaluate(senses, read);
        assertArrayEquals(new double[3], Arrays.copyOfRange(read, 0, 3), 1e-9, "free fall");
        assertEquals(0, read[sensors.first("touch")]);
        assertEquals(0, read[sensors.first("force") + 2], 1e-9);
    }

    @Test
    void rays_meet_the_walls_of_a_room_where_they_stand_after_the_step() throws IOException {
        World world = SmallWorld.of(folder, """
                <worldbody><geom type="box" size="0.1 5 5" pos="3.1 0 0"/><geom type="box" size="0.1 5 5" pos="-2.1 0 0"/>
                  <geom type="box" size="5 0.1 5" pos="0 4.1 0"/>
                  <body name="pillar" pos="-1 0 1"><geom name="pillar" size="0.2"/><geom size="0.1" pos="0 0 2"/></body>
                  <body name="ball" pos="1 1 0"><freejoint/><geom name="ball" size="0.25" mass="1"/></body></worldbody>""");
        WorldSenses senses = new WorldSenses(world);
        double[] origin = {0, 0, 1};
        assertEquals(3, senses.castRay(origin, new double[] {1, 0, 0}, 10, -1), 1e-12);
        assertEquals(4, senses.castRay(origin, new double[] {0, 1, 0}, 10, -1), 1e-12);
        assertEquals(Double.POSITIVE_INFINITY, senses.castRay(origin, new double[] {1, 0, 0}, 2.9, -1));
        assertEquals(0.8, senses.castRay(origin, new double[] {-1, 0, 0}, 10, -1), 1e-12);
        assertEquals(2, senses.castRay(origin, new double[] {-1, 0, 0}, 10, SmallWorld.body(world, "pillar")), 1e-6);
        SmallWorld.run(world, 0.2);
        double[] above = {1, 1, 1};
        double z = world.q()[2];
        assertTrue(z < -0.15);
        assertEquals(1 - z - 0.25, senses.castRay(above, new double[] {0, 0, -1}, 10, -1), 1e-12);
    }

    @Test
    void a_restored_world_is_sensed_as_it_was() throws IOException {
        World world = SmallWorld.of(folder, SCALE);
        World other = SmallWorld.of(folder, SCALE);
        SmallWorld.run(world, 1.5);
        other.restore(world.save(null));
        WorldSenses first = new WorldSenses(world);
        WorldSenses second = new WorldSenses(other);
        double[] a = new double[6];
        for (int body = 0; body < world.bodyCount(); body++) {
            first.contactWrench(body, a);
            second.contactWrench(body, six);
            assertArrayEquals(a, six, 0);
            first.parentWrench(body, a);
            second.parentWrench(body, six);
            assertArrayEquals(a, six, 0);
        }
        // The sleeping box is where the snapshot has it, not where the other world had it.
        double[] origin = {0.1, 0, 1};
        double[] down = {0, 0, -1};
        assertEquals(first.castRay(origin, down, 5, -1), second.castRay(origin, down, 5, -1));
    }
}
