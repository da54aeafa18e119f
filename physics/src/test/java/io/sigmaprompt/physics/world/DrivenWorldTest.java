package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.actuator.drive.DriveFriction;
import io.sigmaprompt.physics.actuator.drive.DriveMode;
import io.sigmaprompt.physics.actuator.drive.DriveParameters;
import io.sigmaprompt.physics.actuator.drive.ElectricDrive;
import io.sigmaprompt.physics.actuator.drive.Gearbox;
import io.sigmaprompt.physics.actuator.drive.Motor;
import io.sigmaprompt.physics.world.description.WorldRobot;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrivenWorldTest {
    private static final String ARM = """
            <worldbody><body name="arm" pos="0 0 1"><joint name="joint" axis="0 1 0"/>
              <inertial pos="0.5 0 0" mass="1" diaginertia="0.01 0.01 0.01"/></body></worldbody>""";
    private static final Motor MOTOR = new Motor(0.05, 0.4, 2e-5, 20, 24);

    @TempDir
    Path folder;

    private ElectricDrive drive;
    private World world;

    private void make(double friction) throws IOException {
        WorldBuilder builder = new WorldBuilder();
        WorldRobot robot = builder.add(SmallWorld.read(folder, ARM));
        DriveParameters parameters = new DriveParameters(MOTOR, new Gearbox(50, 1, Double.POSITIVE_INFINITY, 0))
                .with(new DriveFriction(friction, friction, 0.1, 0))
                .withFrictionByConstraint();
        drive = new ElectricDrive(robot.model(), "joint", parameters, null);
        builder.push(robot, drive);
        world = builder.build(WorldSettings.DEFAULT);
    }

    @Test
    void a_drives_friction_holds_an_arm_without_creep_below_its_level_and_gives_way_above() throws IOException {
        make(5);
        // The arm's weight is 4.905 N m.
        drive.command(DriveMode.CURRENT, 0);
        SmallWorld.run(world, 5);
        assertEquals(0, world.q()[0], 1e-12, "held by friction alone");
        make(4.8);
        drive.command(DriveMode.CURRENT, 0);
        SmallWorld.run(world, 0.1);
        double inertia = 0.01 + 0.25 + 50 * 50 * 2e-5;
        assertEquals(0.105 / inertia * 0.1, world.v()[0], 1e-3, "it slides with what is left of the weight");
    }

    @Test
    void the_rotors_inertia_is_felt_and_its_energy_counted() throws IOException {
        make(0);
        world.setGravity(0, 0, 0);
        drive.command(DriveMode.CURRENT, 0.4);
        SmallWorld.run(world, 0.5);
        double inertia = 0.01 + 0.25 + 50 * 50 * 2e-5;
        assertEquals(1 / inertia * 0.5, world.v()[0], 1e-9);
        assertEquals(0.5 * inertia * world.v()[0] * world.v()[0], world.kineticEnergy(), 1e-9);
        assertEquals(1, new WorldSenses(world).jointEffort(0), 1e-9);
    }

    @Test
    void a_driven_joint_stops_when_the_current_falls_below_friction() throws IOException {
        make(2);
        world.setGravity(0, 0, 0);
        drive.command(DriveMode.CURRENT, 1);
        SmallWorld.run(world, 0.2);
        assertTrue(world.v()[0] > 0.1);
        drive.command(DriveMode.CURRENT, 0.5);
        SmallWorld.run(world, 2);
        double stopped = world.q()[0];
        SmallWorld.run(world, 3);
        assertEquals(stopped, world.q()[0], 1e-12);
    }
}
