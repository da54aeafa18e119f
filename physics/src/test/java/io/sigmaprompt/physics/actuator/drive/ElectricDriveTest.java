package io.sigmaprompt.physics.actuator.drive;

import static io.sigmaprompt.physics.actuator.drive.SampleDrive.GEAR;
import static io.sigmaprompt.physics.actuator.drive.SampleDrive.K;
import static io.sigmaprompt.physics.actuator.drive.SampleDrive.MOTOR;
import static io.sigmaprompt.physics.actuator.drive.SampleDrive.RIGID;
import static io.sigmaprompt.physics.actuator.drive.SampleDrive.WARM;
import static io.sigmaprompt.physics.actuator.drive.SampleDrive.drive;
import static io.sigmaprompt.physics.actuator.drive.SampleDrive.flywheel;
import static io.sigmaprompt.physics.actuator.drive.SampleDrive.torqueAt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.actuator.Continuation;
import io.sigmaprompt.physics.actuator.OneJoint;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An electric drive against what can be worked out by hand. */
class ElectricDriveTest {
    @Test
    void theArmatureIsTheRotorsInertiaTimesTheSquareOfTheRatio() {
        assertEquals(0.05, drive(new DriveParameters(MOTOR, GEAR)).armature(), 1e-15);
    }

    @Test
    void aStalledMotorGivesVoltageOverResistanceTimesConstant() {
        ElectricDrive drive = drive(new DriveParameters(MOTOR, GEAR));
        drive.command(DriveMode.VOLTAGE, 6);
        assertEquals(K * 6 / 0.4, torqueAt(drive, 0, 1e-3), 1e-12);
        drive.command(DriveMode.VOLTAGE, 24);
        assertEquals(K * 20, torqueAt(drive, 0, 1e-3), 1e-12, "60 A are cut to 20");
    }

    @Test
    void anUnloadedMotorRunsAtVoltageOverConstantWithTheMechanicalTimeConstant() {
        ElectricDrive drive = drive(new DriveParameters(MOTOR, GEAR));
        OneJoint joint = flywheel(drive);
        drive.command(DriveMode.VOLTAGE, 6);
        double timeConstant = 0.15 * 0.4 / (K * K);
        joint.run(timeConstant, timeConstant / 2000, drive);
        assertEquals(6 / K * (1 - StrictMath.exp(-1)), joint.v[0], 1e-3);
        joint.run(20 * timeConstant, timeConstant / 100, drive);
        assertEquals(6 / K, joint.v[0], 1e-6);
    }

    @Test
    void theTorqueSpeedCurveFallsFromTheCurrentLimitToNothingAtNoLoadSpeed() {
        ElectricDrive drive = drive(new DriveParameters(MOTOR, GEAR));
        drive.command(DriveMode.TORQUE, 1000);
        assertEquals(50, torqueAt(drive, 0, 1e-3), 1e-12);
        assertEquals(50, torqueAt(drive, 6, 1e-3), 1e-12);
        assertEquals(K * (24 - K * 9) / 0.4, torqueAt(drive, 9, 1e-3), 1e-9);
        assertEquals(0, torqueAt(drive, 24 / K, 1e-3), 1e-9);
    }

    @Test
    void electricalEnergyIsTheWorkDoneAndTheHeatOfTheWinding() {
        ElectricDrive drive = drive(new DriveParameters(MOTOR, GEAR));
        OneJoint joint = flywheel(drive);
        double dt = 1e-5;
        double byTerminals = 0;
        drive.command(DriveMode.VOLTAGE, 6);
        for (int i = 0; i < 5000; i++) {
            joint.step(0, dt, drive);
            byTerminals += 6 * (6 - K * joint.v[0]) / 0.4 * dt;
        }
        joint.step(0, dt, drive);
        double kinetic = 0.5 * 0.15 * joint.v[0] * joint.v[0];
        assertEquals(kinetic, drive.mechanicalWork(), 1e-3 * kinetic);
        assertEquals(byTerminals, drive.electricalEnergy(), 1e-3 * byTerminals);
        assertEquals(drive.electricalEnergy(), drive.mechanicalWork() + drive.copperHeat(), 1e-12);
    }

    @Test
    void aDrivenMotorGivesPowerBack() {
        ElectricDrive drive = drive(new DriveParameters(MOTOR, GEAR));
        drive.command(DriveMode.TORQUE, -5);
        torqueAt(drive, 4, 1e-3);
        torqueAt(drive, 4, 1e-3);
        assertEquals(-20 + 4 * 0.4, drive.electricalPower(), 1e-12, "2 A through 0.4 ohm, 5 N m at 4 rad/s");
    }

    @Test
    void theJointsTorqueLimitHolds() {
        ElectricDrive drive = drive(new DriveParameters(MOTOR, new Gearbox(50, 1, 7, 0)));
        drive.command(DriveMode.CURRENT, 4);
        assertEquals(7, torqueAt(drive, 0, 1e-3), 1e-12);
        drive.command(DriveMode.CURRENT, -2);
        assertEquals(-5, torqueAt(drive, 0, 1e-3), 1e-12);
    }

    @Test
    void aCommandActsItsLatencyLater() {
        ElectricDrive drive = drive(new DriveParameters(MOTOR, GEAR).withLatency(3));
        drive.command(DriveMode.TORQUE, 2);
        for (int i = 0; i < 3; i++) {
            assertEquals(0, torqueAt(drive, 0, 1e-3));
            drive.command(DriveMode.TORQUE, 3 + i);
        }
        for (int i = 0; i < 3; i++) {
            assertEquals(2 + i, torqueAt(drive, 0, 1e-3), 1e-12);
        }
    }

    @Test
    void aSlowInnerLoopHoldsItsTorqueBetweenSamples() {
        InnerLoop loop = new InnerLoop(250, 10, 0, 0, 0, 0, 0);
        ElectricDrive drive = drive(new DriveParameters(MOTOR, GEAR).with(loop));
        drive.command(DriveMode.POSITION, 1);
        double[] tau = {0};
        for (int i = 0; i < 12; i++) {
            tau[0] = 0;
            drive.apply(new double[] {0.01 * i}, new double[] {0}, 1e-3, tau, new double[] {0});
            assertEquals(10 * (1 - 0.01 * (i - i % 4)), tau[0], 1e-12, "step " + i);
        }
    }

    @Test
    void anIntegralTakesAwayTheErrorUnderLoadAndDoesNotWindUp() {
        InnerLoop loop = new InnerLoop(1000, 60, 8, 200, 0, 0, 40);
        ElectricDrive drive = drive(new DriveParameters(MOTOR, new Gearbox(50, 1, 12, 0)).with(loop));
        OneJoint joint = flywheel(drive);
        drive.command(DriveMode.POSITION, 3);
        double furthest = 0;
        for (int i = 0; i < 8000; i++) {
            joint.step(-5, 1e-3, drive);
            furthest = Math.max(furthest, joint.q[0]);
        }
        assertEquals(3, joint.q[0], 1e-4);
        assertTrue(furthest < 3.6, "overshoots to " + furthest);
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, Double.POSITIVE_INFINITY})
    void aStiffLoopOnALightRotorIsStableAtFourMilliseconds(double torqueLimit) {
        Motor small = new Motor(0.05, 0.4, 1e-5, 100, 48);
        InnerLoop loop = InnerLoop.continuous(5000, 20, 0);
        ElectricDrive drive = drive(new DriveParameters(small, new Gearbox(5, 1, torqueLimit, 0)).with(loop));
        OneJoint joint = new OneJoint(drive.armature() + 1e-4);
        drive.command(DriveMode.POSITION, 0.5);
        joint.run(1, 4e-3, drive);
        assertEquals(0.5, joint.q[0], 1e-9);
        assertEquals(0, joint.v[0], 1e-9);
    }

    @Test
    void theWorkMeteredIsTheEnergyGainedHoweverImplicitTheStep() {
        InnerLoop loop = InnerLoop.continuous(5000, 20, 0);
        ElectricDrive drive = drive(new DriveParameters(MOTOR, new Gearbox(5, 1, 4, 0)).with(loop));
        OneJoint joint = new OneJoint(drive.armature() + 1e-3);
        drive.command(DriveMode.POSITION, 0.5);
        double kinetic = 0;
        double most = 0;
        for (int i = 0; i < 100; i++) {
            joint.step(0, 4e-3, drive);
            assertEquals(kinetic, drive.mechanicalWork(), 1e-9, "step " + i);
            kinetic = 0.5 * (drive.armature() + 1e-3) * joint.v[0] * joint.v[0];
            most = Math.max(most, kinetic);
        }
        assertTrue(most > 0.1 && kinetic < 1e-9, "it has moved and come to rest");
        assertTrue(drive.copperHeat() > 0);
    }

    @Test
    void aSavedDriveGoesOnToTheSameBits() {
        RobotModel model = OneJoint.model(JointType.CONTINUOUS, RIGID, 100);
        DriveParameters parameters = new DriveParameters(
                MOTOR,
                new Gearbox(50, 0.8, 30, 0.02),
                new DriveFriction(1, 1.5, 0.2, 0.1),
                WARM,
                new InnerLoop(300, 60, 3, 20, 5, 10, 8),
                5,
                false);
        Continuation.check(
                () -> new ElectricDrive(model, "joint", parameters, null),
                drive -> drive,
                (drive, random) -> {
                    int mode = (int) ((random.symmetric() + 1) * 2.5);
                    drive.command(DriveMode.values()[mode], 5 * random.symmetric());
                },
                1,
                1);
    }

    @Test
    void aCommandThatIsNoNumberNamesTheDrive() {
        ElectricDrive drive = drive(new DriveParameters(MOTOR, GEAR));
        BadInputException problem =
                assertThrows(BadInputException.class, () -> drive.command(DriveMode.TORQUE, Double.NaN));
        assertTrue(problem.getMessage().contains("electric drive of joint 'joint'"), problem.getMessage());
    }

    @Test
    void parametersThatNoDriveHasAreRefusedByName() {
        for (String[] expected : List.of(
                new String[] {"motor, resistance"},
                new String[] {"gearbox, ratio"},
                new String[] {"friction, breakaway"},
                new String[] {"winding heat, derating end"},
                new String[] {"inner loop, rate"},
                new String[] {"electric drive, latency"})) {
            BadInputException problem = assertThrows(BadInputException.class, () -> wrong(expected[0]), expected[0]);
            assertEquals(expected[0], problem.place());
        }
    }

    private static void wrong(String what) {
        switch (what) {
            case "motor, resistance" -> new Motor(1, 0, 1, 1, 1);
            case "gearbox, ratio" -> new Gearbox(0, 1, 1, 0);
            case "friction, breakaway" -> new DriveFriction(2, 1, 1, 0);
            case "winding heat, derating end" -> new WindingHeat(1, 1, 1, 1, 25, 0, 100, 90);
            case "inner loop, rate" -> new InnerLoop(Double.NaN, 0, 0, 0, 0, 0, 0);
            default -> new DriveParameters(MOTOR, GEAR).withLatency(-1);
        }
    }
}
