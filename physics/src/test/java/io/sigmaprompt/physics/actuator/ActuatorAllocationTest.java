package io.sigmaprompt.physics.actuator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.sigmaprompt.physics.dynamics.GenericDynamics;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.mjcf.MjcfReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A step of every element leaves nothing to collect. */
class ActuatorAllocationTest {
    private static final int STEPS = 2000;
    private static final int SMALLEST_OBJECT = 16;

    @Test
    void noElementAllocates() {
        RobotReading reading = MjcfReader.read(Path.of("src/test/resources/mjcf/actuator-kinds.xml"));
        RobotModel model = reading.model();
        GenericDynamics dynamics = new GenericDynamics(model);
        Battery battery = new Battery(new BatteryParameters(List.of(20.0, 25.0), 0.1, 5, 0.5, 10), 1);
        DriveParameters parameters = new DriveParameters(
                new Motor(0.05, 0.4, 2e-5, 20, 24),
                new Gearbox(50, 0.8, 30, 0.02),
                new DriveFriction(1, 1.5, 0.2, 0.1),
                new WindingHeat(1.5, 4, 20, 600, 25, 0.0039, 100, 140),
                new InnerLoop(300, 60, 3, 20, 5, 10, 8),
                5,
                false);
        ElectricDrive drive = new ElectricDrive(model, "a", parameters, battery);
        drive.command(DriveMode.POSITION, 1);
        Propeller propeller = new Propeller(
                dynamics,
                new Frame("rotor", model.linkIndex("f"), Pose.IDENTITY),
                new PropellerParameters(1e-5, 1e-7, false, 0.05, 900, 0.2),
                0);
        propeller.command(500);
        ForceElement[] elements = {
            new MechanismActuators(dynamics, reading.mechanism()),
            new JointSprings(model, reading.mechanism()),
            new TendonForces(dynamics, reading.mechanism()),
            drive,
            propeller,
            new ParallelGripper(model, "b", "d", new GripperParameters(1000, 10, 20, 100, 1e-3, 0.1, 0)),
            battery
        };
        double[] q = model.neutral();
        double[] v = new double[model.nv()];
        double[] tau = new double[model.nv()];
        double[] diagonal = new double[model.nv()];
        double[] state = new double[200];
        Runnable steps = () -> {
            for (int i = 0; i < STEPS; i++) {
                for (ForceElement element : elements) {
                    element.apply(q, v, 1e-3, tau, diagonal);
                    element.save(state, 0);
                    element.restore(state, 0);
                }
            }
        };
        steps.run();
        steps.run();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        steps.run();
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < (long) SMALLEST_OBJECT * STEPS, allocated + " bytes in " + STEPS + " steps");
    }
}
