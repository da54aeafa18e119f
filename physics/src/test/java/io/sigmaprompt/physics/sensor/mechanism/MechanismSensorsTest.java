package io.sigmaprompt.physics.sensor.mechanism;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.sigmaprompt.physics.model.mechanism.ModelWarning;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.mjcf.MjcfReader;
import io.sigmaprompt.physics.sensor.Sampling;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MechanismSensorsTest {
    private static final String BODY = """
            <mujoco>
              <worldbody>
                <body name="base">
                  <joint name="turn" type="hinge" axis="0 0 1"/>
                  <geom name="ball" type="sphere" size="0.1" mass="1"/>
                  <site name="s" pos="0 0 0.2"/>
                  <body name="free"><joint name="ball_joint" type="ball"/><geom type="sphere" size="0.1" mass="1"/></body>
                </body>
              </worldbody>
              <sensor>%s</sensor>
            </mujoco>
            """;

    @TempDir
    private Path folder;

    private RobotReading reading(String sensors) throws IOException {
        Path file = folder.resolve("model.xml");
        Files.writeString(file, BODY.formatted(sensors));
        return MjcfReader.read(file);
    }

    private MechanismSensors sensors(String sensors) throws IOException {
        RobotReading reading = reading(sensors);
        return MechanismSensors.of("all", reading.model(), reading.mechanism(), 0, 0, Sampling.EVERY_TICK, 5);
    }

    private TreeWorld world(double q, double v) throws IOException {
        RobotReading reading = reading("");
        double[] configuration = {q, 0, 0, 0, 1};
        double[] velocity = {v, 0, 0, 0};
        return new TreeWorld(
                reading.model(), reading.mechanism().options().gravity(), configuration, velocity, new double[4]);
    }

    @Test
    void whatIsNotSimulatedIsNamedAndLeftOut() throws IOException {
        MechanismSensors sensors = sensors("<magnetometer name='north' site='s'/><jointpos name='p' joint='turn'/>"
                + "<ballquat name='b' joint='ball_joint'/><framequat name='axes' objtype='body' objname='base'/>"
                + "<touch name='t' site='s'/>");
        List<String> places =
                sensors.warnings().stream().map(ModelWarning::place).toList();
        assertEquals(List.of("sensor 'north'", "sensor 'b'", "sensor 'axes'", "sensor 't'"), places);
        assertTrue(sensors.warnings().get(0).message().contains("magnetometer"));
        assertEquals(List.of("p", "axes.w", "axes.x", "axes.y", "axes.z", "t"), sensors.labels());
        assertEquals(List.of("rad", "1", "1", "1", "1", "N"), sensors.units());
        assertEquals(-1, sensors.first("north"));
        assertEquals(5, sensors.first("t"));
    }

    @Test
    void aDescriptionWithoutSensorsHasAnEmptyMeasurement() throws IOException {
        MechanismSensors none = sensors("");
        none.step(world(0, 0));
        assertEquals(0, none.dimension());
        assertEquals(1, none.channel().delivered());
    }

    @Test
    void touchAndRangeAreCutOffAboveOnlyAndNothingIsMinusOne() throws IOException {
        MechanismSensors sensors = sensors("<touch name='t' site='s' cutoff='20'/>"
                + "<rangefinder name='r' site='s' cutoff='3'/><jointvel name='v' joint='turn' cutoff='2'/>"
                + "<jointactuatorfrc name='f' joint='turn'/>");
        TreeWorld world = world(0.3, -7);
        world.effort[0] = 4;
        double[] read = new double[4];
        sensors.evaluate(world, read);
        assertArrayEquals(new double[] {0, -1, -2, 4}, read);
        world.normalForce = 50;
        world.free = 2.5;
        sensors.evaluate(world, read);
        assertArrayEquals(new double[] {20, 2.5, -2, 4}, read);
        world.free = 12;
        sensors.evaluate(world, read);
        assertEquals(3, read[1]);
    }

    @Test
    void noiseHasTheDeviationOfTheFileAndLeavesUnitVectorsUnit() throws IOException {
        MechanismSensors sensors = sensors("<jointpos name='p' joint='turn' noise='0.1'/>"
                + "<framequat name='q' objtype='site' objname='s' noise='0.2'/>"
                + "<framezaxis name='z' objtype='site' objname='s' noise='0.2'/>"
                + "<rangefinder name='r' site='s' noise='0.5'/>");
        TreeWorld world = world(0.7, 0);
        int samples = 20_000;
        double variance = 0;
        double angle = 0;
        double[] read = new double[sensors.dimension()];
        for (int i = 0; i < samples; i++) {
            world.time = i * 0.001;
            sensors.step(world);
            sensors.channel().read(0, read, 0);
            variance += (read[0] - 0.7) * (read[0] - 0.7) / samples;
            assertEquals(1, read[1] * read[1] + read[2] * read[2] + read[3] * read[3] + read[4] * read[4], 1e-12);
            assertEquals(1, read[5] * read[5] + read[6] * read[6] + read[7] * read[7], 1e-12);
            // Turned back by 0.7 rad about z, the vector part is half the error's rotation vector.
            double c = Math.cos(0.35);
            double s = Math.sin(0.35);
            double x = c * read[2] + s * read[3];
            double y = c * read[3] - s * read[2];
            double z = c * read[4] - s * read[1];
            double sine = Math.sqrt(x * x + y * y + z * z);
            double error = 2 * Math.asin(sine);
            angle += error * error / samples;
            assertEquals(-1, read[8], "there is nothing, and no noise on nothing");
        }
        assertEquals(0.1, Math.sqrt(variance), 0.002);
        assertEquals(0.2 * Math.sqrt(3), Math.sqrt(angle), 0.005);
    }

    @Test
    void evaluatingAllocatesNothing() throws IOException {
        RobotReading reading = MjcfReader.read(Path.of("src/test/resources/sensor/swing.xml"));
        MechanismSensors sensors =
                MechanismSensors.of("arm", reading.model(), reading.mechanism(), 0, 0, Sampling.EVERY_TICK, 1);
        StillWorld world = new StillWorld();
        double[] out = new double[sensors.dimension()];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int calls = 3000;
        long allocated = Long.MAX_VALUE;
        for (int round = 0; round < 2; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < calls; i++) {
                world.time += 0.001;
                sensors.evaluate(world, out);
                sensors.step(world);
            }
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertEquals(2L * calls, sensors.channel().delivered());
        assertTrue(allocated < 2 * calls, allocated + " bytes in " + calls + " calls");
    }
}
