package io.sigmaprompt.physics.actuator.drive;

import static io.sigmaprompt.physics.actuator.drive.SampleDrive.GEAR;
import static io.sigmaprompt.physics.actuator.drive.SampleDrive.K;
import static io.sigmaprompt.physics.actuator.drive.SampleDrive.MOTOR;
import static io.sigmaprompt.physics.actuator.drive.SampleDrive.WARM;
import static io.sigmaprompt.physics.actuator.drive.SampleDrive.drive;
import static io.sigmaprompt.physics.actuator.drive.SampleDrive.torqueAt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.actuator.OneJoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a drive loses on the way, to heat, friction, gear and play, against what can be worked out by hand. */
class DriveLossesTest {
    @Test
    void theGearLosesItsShareBothWays() {
        ElectricDrive drive = drive(new DriveParameters(MOTOR, new Gearbox(50, 0.8, Double.POSITIVE_INFINITY, 0)));
        drive.command(DriveMode.TORQUE, 10);
        assertEquals(8, torqueAt(drive, 2, 1e-6), 1e-6);
        assertEquals(12.5, torqueAt(drive, -2, 1e-6), 1e-6);
        assertEquals(2.5, drive.coulomb(), 1e-12);
    }

    @Test
    void aWindingWarmsWithItsTimeConstantAndSettlesByBothResistances() {
        WindingHeat heat = new WindingHeat(1.5, 4, 20, 60_000, 25, 0, 500, 600);
        ElectricDrive drive = drive(new DriveParameters(MOTOR, GEAR).with(heat));
        drive.command(DriveMode.CURRENT, 5);
        double power = 25 * 0.4;
        for (int i = 0; i <= 20_000; i++) {
            torqueAt(drive, 0, 1e-3);
        }
        double expected = 25 + power * 1.5 * (1 - StrictMath.exp(-1));
        assertEquals(expected, drive.windingTemperature(), 0.05, "the housing has hardly warmed");
        for (int i = 0; i < 200_000; i++) {
            torqueAt(drive, 0, 10);
        }
        assertEquals(25 + power * 5.5, drive.windingTemperature(), 1e-6);
        assertEquals(25 + power * 4, drive.housingTemperature(), 1e-6);
    }

    @Test
    void aHotWindingResistsMoreAndIsSparedByLessCurrent() {
        ElectricDrive drive = drive(new DriveParameters(MOTOR, GEAR).with(WARM));
        drive.command(DriveMode.CURRENT, 20);
        double last = 0;
        for (int i = 0; i < 200_000; i++) {
            last = torqueAt(drive, 0, 0.05);
        }
        double winding = drive.windingTemperature();
        assertTrue(winding > 100 && winding < 140, "at " + winding);
        double current = 20 * (140 - winding) / 40;
        assertEquals(K * current, last, 1e-6);
        double resistance = 0.4 * (1 + 0.0039 * (winding - 25));
        assertEquals(25 + current * current * resistance * 5.5, winding, 1e-3, "in balance");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1e-3, 4e-3, 0.02})
    void frictionSlowsAJointAtItsRateAndNeverTurnsItBack(double dt) {
        DriveFriction friction = new DriveFriction(1.5, 1.5, 0.1, 0);
        ElectricDrive drive = drive(new DriveParameters(MOTOR, GEAR).with(friction));
        OneJoint joint = new OneJoint(0.05);
        joint.v[0] = 3;
        double before = 3;
        boolean halved = false;
        for (double t = 0; t < 1; t += dt) {
            joint.step(0, dt, drive);
            assertTrue(joint.v[0] >= 0 && joint.v[0] <= before, before + " to " + joint.v[0]);
            if (!halved && joint.v[0] < 1.5) {
                assertEquals(0.05, t + dt, 1.5 * dt, "30 rad/s² for half the speed");
                halved = true;
            }
            before = joint.v[0];
        }
        assertTrue(halved && joint.v[0] < 1e-6);
    }

    @Test
    void frictionFallsFromBreakawayToCoulombAndRisesWithViscosity() {
        DriveFriction friction = new DriveFriction(1, 2, 0.1, 0.3);
        ElectricDrive drive = drive(new DriveParameters(MOTOR, GEAR).with(friction));
        double atStribeck = 1 + StrictMath.exp(-1) + 0.03;
        assertEquals(-atStribeck, torqueAt(drive, 0.1, 1e-9), 1e-6);
        assertEquals(-(1 + 0.3 * 5), torqueAt(drive, 5, 1e-9), 1e-6);
        ElectricDrive held =
                drive(new DriveParameters(MOTOR, GEAR).with(friction).withFrictionByConstraint());
        assertEquals(0, torqueAt(held, 0, 1e-3), 1e-12);
        assertEquals(2, held.coulomb(), 1e-12);
        assertEquals(-1.5, torqueAt(held, 5, 1e-3), 1e-12);
    }

    @Test
    void torqueArrivesOnlyOnceTheRotorHasCrossedThePlay() {
        ElectricDrive drive = drive(new DriveParameters(MOTOR, new Gearbox(50, 1, Double.POSITIVE_INFINITY, 0.01)));
        drive.command(DriveMode.TORQUE, 1);
        double dt = 1e-4;
        int steps = 0;
        while (torqueAt(drive, 0, dt) == 0) {
            steps++;
        }
        // Half the play at 1 N m on 0.05 kg m².
        assertEquals(Math.sqrt(2 * 0.005 / 20), steps * dt, 2 * dt);
        assertEquals(0.005, drive.playOffset(), 1e-15);
        drive.command(DriveMode.TORQUE, -1);
        steps = 0;
        while (torqueAt(drive, 0, dt) == 0) {
            steps++;
        }
        assertEquals(Math.sqrt(2 * 0.01 / 20), steps * dt, 2 * dt, "all the play on the way back");
        assertEquals(-1, torqueAt(drive, 0, dt), 1e-12);
    }
}
