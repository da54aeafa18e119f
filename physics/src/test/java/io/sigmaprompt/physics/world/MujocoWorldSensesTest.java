package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.mechanism.Sensor;
import io.sigmaprompt.physics.model.mjcf.MjcfReader;
import io.sigmaprompt.physics.sensor.Sampling;
import io.sigmaprompt.physics.sensor.mechanism.MechanismSensors;
import io.sigmaprompt.physics.world.description.WorldRobot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a world's sensors read after a step that is so short that it shows the instant, against what MuJoCo's read. */
class MujocoWorldSensesTest {
    private static final Path FOLDER = Path.of("src/test/resources/sensor");
    private static final double STEP = 1e-7;
    private static final double TOLERANCE = 1e-4;

    @Test
    void a_swinging_arm_is_sensed_as_mujoco_senses_it() throws IOException {
        RobotReading reading = MjcfReader.read(FOLDER.resolve("swing.xml"));
        WorldBuilder builder = new WorldBuilder();
        WorldRobot robot = builder.add(reading);
        World world = builder.build(WorldSettings.DEFAULT
                .withStep(STEP)
                .withGravity(reading.mechanism().options().gravity()));
        WorldSenses senses = new WorldSenses(world);
        MechanismSensors sensors = MechanismSensors.of(
                "arm",
                reading.model(),
                reading.mechanism(),
                robot.bodyOffset(),
                senses.firstJoint(robot),
                Sampling.EVERY_TICK,
                1);
        double[] read = new double[sensors.dimension()];
        List<String> lines = Files.readAllLines(FOLDER.resolve("swing-mujoco.txt"));
        int states = 0;
        for (int line = 1; line < lines.size(); states++) {
            String[] state = lines.get(line++).split(" / ");
            world.teleport(numbers(state[1]), numbers(state[2]));
            world.step();
            sensors.evaluate(senses, read);
            for (Sensor sensor : reading.mechanism().sensors()) {
                double[] expected = numbers(lines.get(line++));
                if (!sensor.kind().equals("clock")) {
                    agrees(sensor, expected, read, sensors.first(sensor.name()));
                }
            }
        }
        assertEquals(2, states);
    }

    private static void agrees(Sensor sensor, double[] expected, double[] read, int first) {
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
