package io.sigmaprompt.physics.actuator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An electric drive against what can be worked out by hand. */
class ElectricDriveTest {
    /** A servo motor of 100 W at 24 V. */
    private static final Motor MOTOR = new Motor(0.05, 0.4, 2e-5, 20, 24);

    private static final Gearbox GEAR = new Gearbox(50, 1, Double.POSITIVE_INFINITY, 0);
    private static final double RIGID = 0.1;
    private static final double K = 2.5;
    private static final WindingHeat WARM = new WindingHeat(1.5, 4, 20, 600, 25, 0.0039, 100, 140);

    private static ElectricDrive drive(DriveParameters parameters) {
        return new ElectricDrive(
                OneJoint.model(JointType.CONTINUOUS, RIGID, Double.POSITIVE_INFINITY), "joint", parameters, null);
    }

    private static OneJoint flywheel(ElectricDrive drive) {
        return new OneJoint(RIGID + drive.armature());
    }

    private static double torqueAt(ElectricDrive drive, double speed, double dt) {
        double[] tau = {0};
        drive.apply(new double[] {0}, new double[] {speed}, dt, tau, new double[] {0});
        return tau[0];
    }

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
    void theGearLosesItsShareBothWays() {
        ElectricDrive drive = drive(new DriveParameters(MOTOR, new Gearbox(50, 0.8, Double.POSITIVE_INFINITY, 0)));
        drive.command(DriveMode.TORQUE, 10);
        assertEquals(8, torqueAt(drive, 2, 1e-6), 1e-6);
        assertEquals(12.5, torqueAt(drive, -2, 1e-6), 1e-6);
        assertEquals(2.5, drive.coulomb(), 1e-12);
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
