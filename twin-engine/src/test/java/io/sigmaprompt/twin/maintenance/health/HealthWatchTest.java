package io.sigmaprompt.twin.maintenance.health;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.record.HealthIndicatorRecord;
import io.sigmaprompt.twin.record.HealthIndicatorRecord.Indicator;
import io.sigmaprompt.twin.record.HealthIndicatorRecord.Joint;
import io.sigmaprompt.twin.record.HealthIndicatorRecord.Kind;
import org.junit.jupiter.api.Test;

/** What is told of an arm whose wear we know. */
class HealthWatchTest {
    private static void assertTells(double truth, Indicator told, double tightest) {
        assertTrue(told.told(), told::toString);
        assertEquals(truth, told.value(), 3 * told.deviation(), told::toString);
        assertTrue(told.deviation() < tightest * Math.abs(truth), told::toString);
    }

    @Test
    void frictionGainAndPlayAreWhatTheyAre() {
        for (int seed = 1; seed <= 5; seed++) {
            WearTrial trial = new WearTrial(seed);
            trial.friction = 1 + 0.2 * seed;
            trial.gain = 1 - 0.05 * seed;
            trial.currents = true;
            trial.motors = true;
            trial.backlash = 0.001 * seed;
            HealthIndicatorRecord record = trial.work(30);
            double speed = record.joints().get(WearTrial.ELBOW).speed();
            assertTells((3 + 1.5 * speed) * trial.friction, WearTrial.elbow(record, Kind.FRICTION), 0.03);
            assertTells(3 * trial.friction, WearTrial.elbow(record, Kind.COULOMB_FRICTION), 0.05);
            assertTells(1.5 * trial.friction, WearTrial.elbow(record, Kind.VISCOUS_FRICTION), 0.05);
            assertTells(1, WearTrial.elbow(record, Kind.EFFORT_GAIN), 0.02);
            assertTells(WearTrial.CURRENT / trial.gain, WearTrial.elbow(record, Kind.CURRENT_GAIN), 0.02);
            assertEquals(trial.backlash, WearTrial.elbow(record, Kind.BACKLASH).value(), 5e-5 + 0.04 * trial.backlash);
            Joint lift = record.joints().get(1);
            assertTells(3, lift.indicator(Kind.COULOMB_FRICTION), 0.05);
            assertTells(WearTrial.CURRENT, lift.indicator(Kind.CURRENT_GAIN), 0.02);
            assertEquals(0, lift.indicator(Kind.BACKLASH).value(), 5e-5);
        }
    }

    @Test
    void thermalResistanceIsToldWhereTheAmbientIsMeasured() {
        for (double resistance : new double[] {6, 9}) {
            WearTrial trial = new WearTrial(11);
            trial.currents = true;
            trial.temperatures = true;
            trial.ambientTold = true;
            trial.resistance = resistance;
            assertTells(resistance, WearTrial.elbow(trial.work(300), Kind.THERMAL_RESISTANCE), 0.15);
        }
    }

    @Test
    void withoutCurrentsThermalResistanceIsOfEffort() {
        WearTrial trial = new WearTrial(12);
        trial.temperatures = true;
        trial.ambientTold = true;
        Indicator told = WearTrial.elbow(trial.work(300), Kind.THERMAL_RESISTANCE);
        assertEquals("K/(N·m)²", told.unit());
        assertTells(WearTrial.RESISTANCE * WearTrial.CURRENT * WearTrial.CURRENT, told, 0.15);
    }

    @Test
    void whatTelemetryDoesNotTellIsSaidAndNotGuessed() {
        Joint elbow = new WearTrial(3).work(0.5).joints().get(WearTrial.ELBOW);
        assertEquals(
                "it has hardly moved yet",
                elbow.indicator(Kind.COULOMB_FRICTION).note());
        assertEquals("no current is told", elbow.indicator(Kind.CURRENT_GAIN).note());
        assertEquals(
                "no temperature is told",
                elbow.indicator(Kind.THERMAL_RESISTANCE).note());
        assertTrue(elbow.indicator(Kind.BACKLASH).note().contains("one encoder shows no play"));
        elbow.indicators().forEach(each -> assertFalse(each.told(), each::toString));
        elbow.indicators()
                .forEach(each -> assertEquals(Kind.values()[elbow.indicators().indexOf(each)], each.kind()));
    }

    @Test
    void itGoesOnFromAnyFrameToTheSameBits() {
        WearTrial whole = everything();
        WearTrial broken = everything();
        broken.broken = true;
        CanonicalOutput expected = new CanonicalOutput();
        CanonicalOutput found = new CanonicalOutput();
        whole.work(12).encode(expected);
        broken.work(12).encode(found);
        assertArrayEquals(expected.toByteArray(), found.toByteArray());
    }

    private static WearTrial everything() {
        WearTrial trial = new WearTrial(4);
        trial.currents = true;
        trial.temperatures = true;
        trial.ambientTold = true;
        trial.motors = true;
        trial.backlash = 0.002;
        return trial;
    }
}
