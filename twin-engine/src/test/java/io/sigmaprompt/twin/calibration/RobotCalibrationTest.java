package io.sigmaprompt.twin.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.SplitMix64;
import io.sigmaprompt.twin.calibration.regression.PseudoInertia;
import io.sigmaprompt.twin.calibration.regression.Unknown;
import io.sigmaprompt.twin.calibration.signal.JointLog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RobotCalibrationTest {
    private static final CalibrationSettings QUICK = settings(false, false, 0);

    private static CalibrationSettings settings(boolean currents, boolean stribeck, int folds) {
        return new CalibrationSettings(5, 2.0 / 3, 0.6, currents, stribeck, false, false, folds);
    }

    private static Calibration calibrate(RobotModel model, JointLog log, CalibrationSettings settings) {
        return new RobotCalibration(model, model.neutral(), log, settings, said -> {}).compute();
    }

    @Test
    void aLogInWhichNothingMovesIsRefusedAndTheJointsAreNamed() {
        JointLog still = VirtualLog.log(VirtualLog.arm(), VirtualLog.motion(0), 10, 1);
        BadInputException refusal =
                assertThrows(BadInputException.class, () -> calibrate(VirtualLog.arm(), still, QUICK));
        assertTrue(refusal.getMessage().contains("joint1, joint2, joint3 stand still"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("--design"), refusal.getMessage());
    }

    @Test
    void aJointThatStandsStillIsNamedAndItsFrictionIsNotExcited() {
        JointLog all = VirtualLog.log(VirtualLog.arm(), VirtualLog.motion(1), 20, 1);
        double[][] position = all.position().clone();
        position[2] = new double[position[0].length];
        JointLog two = new JointLog("two", all.joints(), all.nanos(), position, all.effort());
        Calibration calibration = calibrate(VirtualLog.arm(), two, QUICK);
        assertTrue(
                calibration.warnings().stream().anyMatch(each -> each.contains("joint3 stands still")),
                calibration.warnings()::toString);
        assertFalse(calibration.joints().get(2).moved());
        assertEquals(
                Parameter.Knowledge.NOT_EXCITED,
                calibration.joints().get(2).numbers().get(Unknown.COULOMB).knowledge());
    }

    @Test
    void massesAndFrictionsAreWithinTheirIntervals() {
        SplitMix64 random = new SplitMix64(5);
        Map<String, Integer> hits = new LinkedHashMap<>();
        int draws = 100;
        for (int d = 0; d < draws; d++) {
            double[] factor = new double[3];
            double[] damping = new double[3];
            double[] friction = new double[3];
            for (int j = 0; j < 3; j++) {
                factor[j] = 1 + 0.3 * random.symmetric();
                damping[j] = 2 + random.symmetric();
                friction[j] = 3 + 2 * random.symmetric();
            }
            RobotModel truth = VirtualLog.arm(factor, damping, friction);
            Calibration calibration =
                    calibrate(VirtualLog.arm(), VirtualLog.log(truth, VirtualLog.motion(1), 20, 100 + d), QUICK);
            for (int j = 0; j < 3; j++) {
                count(
                        hits,
                        calibration.masses().get(j),
                        truth.links().get(j + 1).inertia().mass());
                Map<Unknown, Parameter> numbers = calibration.joints().get(j).numbers();
                count(hits, numbers.get(Unknown.VISCOUS), damping[j]);
                count(hits, numbers.get(Unknown.COULOMB), friction[j]);
            }
        }
        assertEquals(9, hits.size());
        hits.forEach((name, count) -> assertTrue(count >= 0.9 * draws, () -> name + " " + hits));
    }

    private static void count(Map<String, Integer> hits, Parameter parameter, double truth) {
        boolean within = Math.abs(parameter.value() - truth) <= parameter.margin();
        hits.merge(parameter.name(), within ? 1 : 0, Integer::sum);
    }

    @Test
    void whatMotionCanTellIsFoundThoughTheSpreadIsSmallAndTheTruthFar() {
        double[] factor = {1, 1.6, 0.5};
        RobotModel truth = VirtualLog.arm(factor, new double[] {1, 2, 3}, new double[] {4, 3, 2});
        Calibration calibration =
                calibrate(VirtualLog.arm(), VirtualLog.log(truth, VirtualLog.motion(1), 30, 3), QUICK);
        for (JointCalibration joint : calibration.joints()) {
            assertTrue(joint.ratio() < 0.15, joint::toString);
            assertTrue(joint.after() < joint.frictionOnly() * 1.05, joint::toString);
        }
        for (int b = 0; b < 3; b++) {
            assertTrue(PseudoInertia.least(calibration.parameters(), 10 * b) > 0);
        }
        assertTrue(calibration.base().stream()
                .anyMatch(each -> each.parameter().knowledge() == Parameter.Knowledge.IDENTIFIED));
    }

    @Test
    void bodiesStayPossibleHoweverWrongTheEffortsAre() {
        JointLog log = VirtualLog.log(VirtualLog.arm(), VirtualLog.motion(1), 20, 1);
        double[][] effort = new double[3][];
        for (int j = 0; j < 3; j++) {
            effort[j] = log.effort()[j].clone();
            for (int i = 0; i < effort[j].length; i++) {
                effort[j][i] *= -1;
            }
        }
        Calibration calibration = calibrate(
                VirtualLog.arm(), new JointLog("turned", log.joints(), log.nanos(), log.position(), effort), QUICK);
        for (int b = 0; b < 3; b++) {
            assertTrue(PseudoInertia.least(calibration.parameters(), 10 * b) > 0);
        }
        for (JointCalibration joint : calibration.joints()) {
            assertTrue(joint.numbers().get(Unknown.COULOMB).value() >= 0);
            assertTrue(joint.numbers().get(Unknown.VISCOUS).value() >= 0);
        }
    }

    private static final double[] GAIN = {12, 9, 4};

    /** Currents of a robot whose links all weigh so many times what its file says. */
    private static Calibration fromCurrents(double weight, Map<String, Double> known) {
        double[] factor = {weight, weight, weight};
        RobotModel truth = VirtualLog.arm(factor, new double[] {2, 2, 2}, new double[] {3, 3, 2});
        JointLog log = VirtualLog.log(truth, VirtualLog.motion(1), 30, 7);
        double[][] current = new double[3][];
        for (int j = 0; j < 3; j++) {
            current[j] = log.effort()[j].clone();
            for (int i = 0; i < current[j].length; i++) {
                current[j][i] /= GAIN[j];
            }
        }
        return calibrate(
                VirtualLog.arm(),
                new JointLog("currents", log.joints(), log.nanos(), log.position(), current),
                new CalibrationSettings(5, 2.0 / 3, 0.6, true, false, false, false, 0, known));
    }

    @Test
    void motorGainsAreFoundFromCurrentsAndOneKnownGainThoughTheFilesMassesAreWrong() {
        for (double weight : new double[] {0.7, 1, 1.4}) {
            Calibration calibration = fromCurrents(weight, Map.of("joint2", 9.0));
            for (int j = 0; j < 3; j++) {
                Parameter found = calibration.joints().get(j).numbers().get(Unknown.GAIN);
                assertEquals(GAIN[j], found.value(), 0.05 * GAIN[j], found::toString);
                assertEquals("N m/A", found.unit());
            }
        }
    }

    @Test
    void withoutAKnownGainOnlyRatiosAreToldAndTheUserIsWarned() {
        Calibration calibration = fromCurrents(1.4, Map.of());
        assertTrue(warns(calibration, "to a common factor only"), calibration.warnings()::toString);
        int reference = 0;
        while (!calibration
                .joints()
                .get(reference)
                .numbers()
                .get(Unknown.GAIN)
                .name()
                .endsWith("joint" + (reference + 1))) {
            reference++;
        }
        for (int j = 0; j < 3; j++) {
            Parameter found = calibration.joints().get(j).numbers().get(Unknown.GAIN);
            double ratio = GAIN[j] / GAIN[reference];
            assertEquals(ratio, found.value(), 0.05 * ratio, found::toString);
            assertEquals("", found.unit());
        }
    }

    @Test
    void aGainOfNoJointIsRefused() {
        BadInputException refusal = assertThrows(BadInputException.class, () -> fromCurrents(1, Map.of("joint9", 9.0)));
        assertTrue(refusal.getMessage().contains("joint1, joint2, joint3"), refusal.getMessage());
    }

    @Test
    void theSameLogGivesTheSameBits() {
        JointLog log = VirtualLog.log(VirtualLog.arm(), VirtualLog.motion(1), 20, 1);
        Calibration first = calibrate(VirtualLog.arm(), log, settings(false, true, 3));
        Calibration second = calibrate(VirtualLog.arm(), log, settings(false, true, 3));
        assertArrayEquals(first.parameters(), second.parameters());
        List<Object> numbers = new ArrayList<>();
        first.joints().forEach(each -> numbers.add(each.toString()));
        second.joints().forEach(each -> assertTrue(numbers.contains(each.toString()), each::toString));
        assertEquals(3, first.joints().getFirst().folds().size());
    }

    private static boolean warns(Calibration calibration, String words) {
        return calibration.warnings().stream().anyMatch(each -> each.contains(words));
    }

    @Test
    void anotherRobotIsDoubtedAndTheSameIsNot() {
        double[] loss = {2, 2, 2};
        RobotModel heavy = VirtualLog.arm(new double[] {4, 6, 8}, loss, loss);
        JointLog log = VirtualLog.log(heavy, VirtualLog.motion(1), 20, 1);
        Calibration other = calibrate(VirtualLog.arm(), log, QUICK);
        assertTrue(warns(other, "another robot"), () -> other.surprise() + " " + other.warnings());
        assertEquals(List.of(), calibrate(heavy, log, QUICK).warnings());
    }

    @Test
    void degreesAreDoubted() {
        RobotModel arm = VirtualLog.arm();
        JointLog log = VirtualLog.log(arm, VirtualLog.motion(1), 20, 1);
        double[][] degrees = new double[3][];
        for (int j = 0; j < 3; j++) {
            degrees[j] = log.position()[j].clone();
            for (int i = 0; i < degrees[j].length; i++) {
                degrees[j][i] = Math.toDegrees(degrees[j][i]);
            }
        }
        Calibration calibration =
                calibrate(arm, new JointLog("degrees", log.joints(), log.nanos(), degrees, log.effort()), QUICK);
        assertTrue(warns(calibration, "worse than nothing"), calibration.warnings()::toString);
        assertTrue(warns(calibration, "in radians"), calibration.warnings()::toString);
    }

    @Test
    void tooShortALogIsDoubted() {
        JointLog log = VirtualLog.log(VirtualLog.arm(), VirtualLog.motion(1), 1, 1);
        Calibration calibration = calibrate(VirtualLog.arm(), log, QUICK);
        assertTrue(warns(calibration, "too few to be believed"), calibration.warnings()::toString);
    }
}
