package io.sigmaprompt.physics.sensor.mechanism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.mechanism.Sensor;
import io.sigmaprompt.physics.model.mjcf.MjcfReader;
import io.sigmaprompt.physics.sensor.Sampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Our sensors against MuJoCo's, whose readings for two states of a moving arm are stored beside its description. */
class MujocoSensorsTest {
    private static final Path FOLDER = Path.of("src/test/resources/sensor");
    private static final double TOLERANCE = 1e-9;

    @Test
    void everySensorReadsWhatMujocoReads() throws IOException {
        RobotReading reading = MjcfReader.read(FOLDER.resolve("swing.xml"));
        MechanismSensors sensors =
                MechanismSensors.of("arm", reading.model(), reading.mechanism(), 0, 0, Sampling.EVERY_TICK, 1);
        assertEquals(List.of(), sensors.warnings());
        List<String> lines = Files.readAllLines(FOLDER.resolve("swing-mujoco.txt"));
        int states = 0;
        double[] read = new double[sensors.dimension()];
        for (int line = 1; line < lines.size(); ) {
            String[] state = lines.get(line++).split(" / ");
            assertEquals("state", state[0]);
            TreeWorld world = new TreeWorld(
                    reading.model(),
                    reading.mechanism().options().gravity(),
                    numbers(state[1]),
                    numbers(state[2]),
                    numbers(state[3]));
            world.time = Double.parseDouble(state[4]);
            sensors.evaluate(world, read);
            for (Sensor sensor : reading.mechanism().sensors()) {
                agrees(sensor, numbers(lines.get(line++)), read, sensors.first(sensor.name()));
            }
            states++;
        }
        assertEquals(2, states);
    }

    private static void agrees(Sensor sensor, double[] expected, double[] read, int first) {
        assertTrue(first >= 0, sensor.name());
        // A quaternion and its negative are the same rotation; ours has w above 0.
        double sign = sensor.kind().equals("framequat") && expected[0] < 0 ? -1 : 1;
        for (int i = 0; i < expected.length; i++) {
            double scale = Math.max(1, Math.abs(expected[i]));
            assertEquals(sign * expected[i], read[first + i], TOLERANCE * scale, sensor.name() + ", entry " + i);
        }
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
