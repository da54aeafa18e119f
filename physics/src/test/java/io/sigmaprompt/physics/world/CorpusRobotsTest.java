package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.urdf.UrdfReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every robot of the corpus runs under its servos. */
class CorpusRobotsTest {

    @ParameterizedTest
    @CsvSource({
        "robots/double_pendulum/double_pendulum.urdf, false",
        "robots/ur5/ur5.urdf, false",
        "robots/ur10/ur10.urdf, false",
        "robots/panda/panda.urdf, false",
        "robots/go2/go2.urdf, true",
        "robots/turtlebot3/turtlebot3_burger.urdf, true",
        "robots/turtlebot3/turtlebot3_waffle.urdf, true",
        "robots/turtlebot3/turtlebot3_waffle_pi.urdf, true",
        "robots/iris/iris.urdf, true",
        "robots/iris/iris_simple.urdf, true",
        "reference/physics/urdf/iiwa14.urdf, false",
        "reference/physics/urdf/anymal_b.urdf, true",
        "reference/physics/urdf/g1_29dof.urdf, true",
        "reference/physics/urdf/simple_humanoid.urdf, true"
    })
    void holdsItsPostureForASecondOrFallsFreelyWithIt(String path, boolean floating) {
        Path file = Path.of(System.getProperty("sigma.corpus", "../shared"), path);
        Assumptions.assumeTrue(Files.exists(file), "skipped: no robot at " + file);
        RobotModel model = UrdfReader.read(file).model().withFloatingBase(floating);
        RobotSimulation simulation = new RobotSimulation(model, SimulationSettings.DEFAULT);
        double[] start = new double[simulation.driveCount()];
        for (int d = 0; d < start.length; d++) {
            start[d] = simulation.position(d);
        }
        for (int k = 0; k < 1000; k++) {
            simulation.step(1e-3);
        }
        for (int d = 0; d < start.length; d++) {
            assertEquals(start[d], simulation.position(d), 5e-3, simulation.driveName(d));
        }
        for (double x : simulation.q()) {
            assertTrue(Double.isFinite(x));
        }
    }
}
