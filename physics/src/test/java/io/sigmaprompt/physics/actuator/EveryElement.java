package io.sigmaprompt.physics.actuator;

import io.sigmaprompt.physics.actuator.battery.Battery;
import io.sigmaprompt.physics.actuator.battery.BatteryParameters;
import io.sigmaprompt.physics.actuator.device.GripperParameters;
import io.sigmaprompt.physics.actuator.device.ParallelGripper;
import io.sigmaprompt.physics.actuator.device.Propeller;
import io.sigmaprompt.physics.actuator.device.PropellerParameters;
import io.sigmaprompt.physics.actuator.drive.DriveFriction;
import io.sigmaprompt.physics.actuator.drive.DriveMode;
import io.sigmaprompt.physics.actuator.drive.DriveParameters;
import io.sigmaprompt.physics.actuator.drive.ElectricDrive;
import io.sigmaprompt.physics.actuator.drive.Gearbox;
import io.sigmaprompt.physics.actuator.drive.InnerLoop;
import io.sigmaprompt.physics.actuator.drive.Motor;
import io.sigmaprompt.physics.actuator.drive.WindingHeat;
import io.sigmaprompt.physics.actuator.mechanism.MechanismActuators;
import io.sigmaprompt.physics.actuator.spring.JointSprings;
import io.sigmaprompt.physics.actuator.spring.TendonForces;
import io.sigmaprompt.physics.dynamics.GenericDynamics;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.mjcf.MjcfReader;
import java.nio.file.Path;
import java.util.List;

/** One of every element on one robot. */
final class EveryElement {
    private static final RobotReading READING = MjcfReader.read(Path.of("src/test/resources/mjcf/actuator-kinds.xml"));

    private EveryElement() {}

    static RobotModel model() {
        return READING.model();
    }

    /** New ones, commanded. */
    static List<ForceElement> all() {
        RobotModel model = model();
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
        MechanismActuators actuators = new MechanismActuators(dynamics, READING.mechanism());
        for (int i = 0; i < actuators.names().size(); i++) {
            actuators.setControl(i, 0.3 * i - 2);
        }
        ForceElement gripper =
                new ParallelGripper(model, "b", "d", new GripperParameters(1000, 10, 20, 100, 1e-3, 0.1, 0));
        ForceElement springs = new JointSprings(model, READING.mechanism());
        ForceElement tendons = new TendonForces(dynamics, READING.mechanism());
        return List.of(actuators, springs, tendons, drive, propeller, gripper, battery);
    }
}
