package io.sigmaprompt.physics.actuator.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.actuator.Continuation;
import io.sigmaprompt.physics.actuator.OneJoint;
import io.sigmaprompt.physics.actuator.drive.DriveMode;
import io.sigmaprompt.physics.actuator.drive.DriveParameters;
import io.sigmaprompt.physics.actuator.drive.ElectricDrive;
import io.sigmaprompt.physics.actuator.drive.Gearbox;
import io.sigmaprompt.physics.actuator.drive.Motor;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A battery against the quadratic that its terminals obey. */
class BatteryTest {
    /** Seven lithium cells. */
    private static final BatteryParameters PACK =
            new BatteryParameters(List.of(21.0, 25.2, 26.0, 29.4), 0.1, 5, 0.6, 18);

    private static final double[] NONE = {};

    private static void step(Battery battery, double power, double dt) {
        battery.draw(power);
        battery.apply(NONE, NONE, dt, NONE, NONE);
    }

    private static void hold(Battery battery, double power) {
        for (int i = 0; i < 200; i++) {
            step(battery, power, 1e-6);
        }
    }

    @Test
    void theOpenCircuitVoltageFollowsTheTable() {
        assertEquals(21, new Battery(PACK, 0).voltage(), 1e-12);
        assertEquals(25.2, new Battery(PACK, 1.0 / 3).voltage(), 1e-12);
        assertEquals(25.6, new Battery(PACK, 0.5).voltage(), 1e-12);
        assertEquals(29.4, new Battery(PACK, 1).voltage(), 1e-12);
    }

    @Test
    void theVoltageSagsUnderAllLoadsTogether() {
        Battery battery = new Battery(PACK, 1);
        for (int i = 0; i < 200; i++) {
            battery.draw(100);
            step(battery, 184, 1e-6);
        }
        // 284 W = 28.4 V · 10 A, and 10 A take 1 V of 29.4 V.
        assertEquals(28.4, battery.voltage(), 1e-5);
        assertEquals(10, battery.current(), 1e-5);
        hold(battery, 0);
        assertEquals(29.4, battery.voltage(), 1e-5);
    }

    @Test
    void itsChargeIsTheCurrentsIntegralAndItsLossesStayInside() {
        Battery battery = new Battery(new BatteryParameters(List.of(24.0, 24.0), 0.1, 2, 1, 0), 1);
        for (int i = 0; i < 3600; i++) {
            step(battery, 23.9, 1);
        }
        assertEquals(0.5, battery.charge(), 1e-5, "1 A for an hour out of 2 A h");
        assertEquals(23.9 * 3600, battery.deliveredEnergy(), 1e-6);
        assertEquals(24.0 * 3600, battery.convertedEnergy(), 1);
    }

    @Test
    void whatFlowsBackIsStoredInPart() {
        Battery battery = new Battery(PACK, 0.5);
        step(battery, -100, 1);
        assertTrue(battery.current() < 0 && battery.charge() > 0.5);
        assertEquals(-60, battery.deliveredEnergy(), 1e-9);
        Battery full = new Battery(PACK, 1);
        step(full, -100, 1);
        assertEquals(1, full.charge());
        assertEquals(0, full.current());
    }

    @Test
    void moreThanItCanGiveBrownsItOutUntilItIsRestarted() {
        Battery battery = new Battery(PACK, 1);
        hold(battery, 1500);
        assertFalse(battery.isOff(), "1500 W leave 22.7 V");
        hold(battery, 2200);
        // The greatest power is 29.4 V² / 0.4 ohm = 2161 W.
        assertTrue(battery.isOff());
        assertEquals(0, battery.voltage());
        step(battery, 0, 1e-3);
        assertTrue(battery.isOff());
        battery.restart();
        assertFalse(battery.isOff());
        assertEquals(29.4, battery.voltage(), 1e-2);
    }

    @Test
    void drivesOnOneBatterySlowEachOtherAndStopWithIt() {
        Battery battery = new Battery(new BatteryParameters(List.of(24.0, 24.0), 0.2, 10, 0, 9), 1);
        RobotModel model = OneJoint.model(JointType.CONTINUOUS, 0.1, 1e9);
        DriveParameters parameters = new DriveParameters(new Motor(0.05, 0.4, 2e-5, 60, 24), Gearbox.DIRECT);
        ElectricDrive first = new ElectricDrive(model, "joint", parameters, battery);
        ElectricDrive second = new ElectricDrive(model, "joint", parameters, battery);
        first.command(DriveMode.VOLTAGE, 1000);
        double alone = settled(300, battery, first);
        // 24 V behind 0.2 and 0.4 ohm drive 40 A.
        assertEquals(16, battery.voltage(), 1e-4);
        assertEquals(0.05 * 40, alone, 1e-4);
        second.command(DriveMode.VOLTAGE, 1000);
        assertEquals(0.05 * 30, settled(300, battery, first, second), 1e-4, "two in parallel: 12 V each");
        for (int i = 0; i < 50; i++) {
            battery.draw(500);
            settled(1, battery, first, second);
        }
        assertTrue(battery.isOff());
        assertEquals(0, settled(1, battery, first, second), 1e-12, "browned out");
    }

    /** The first drive's torque at rest once all have settled. */
    private static double settled(int steps, Battery battery, ElectricDrive... drives) {
        double torque = 0;
        for (int i = 0; i < steps; i++) {
            for (int d = drives.length - 1; d >= 0; d--) {
                double[] tau = {0};
                drives[d].apply(new double[1], new double[1], 1e-3, tau, new double[1]);
                torque = tau[0];
            }
            battery.apply(NONE, NONE, 1e-3, NONE, NONE);
        }
        return torque;
    }

    @Test
    void aSavedBatteryGoesOnToTheSameBits() {
        Continuation.check(
                () -> new Battery(PACK, 0.7),
                battery -> battery,
                (battery, random) -> {
                    battery.draw(3000 * random.symmetric());
                    if (random.symmetric() > 0) {
                        battery.restart();
                    }
                },
                0,
                0);
    }

    @Test
    void aBatteryThatCannotBeIsRefused() {
        assertThrows(BadInputException.class, () -> new BatteryParameters(List.of(24.0), 0.1, 5, 0, 0));
        assertThrows(BadInputException.class, () -> new BatteryParameters(List.of(24.0, 20.0), 0.1, 5, 0, 0));
        assertThrows(BadInputException.class, () -> new BatteryParameters(List.of(20.0, 24.0), 0.1, 0, 0, 0));
        assertThrows(BadInputException.class, () -> new Battery(PACK, 1.5));
    }
}
