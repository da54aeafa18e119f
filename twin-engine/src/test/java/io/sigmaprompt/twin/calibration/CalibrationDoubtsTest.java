package io.sigmaprompt.twin.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalibrationDoubtsTest {
    private static JointCalibration joint(String name, double before, double after) {
        return new JointCalibration(
                name, before, after, after, after, before, after, List.of(), true, 1, Double.NaN, Map.of());
    }

    @Test
    void ofALogThatMayBeInDegreesItSaysWhichLineToPass() {
        List<JointCalibration> joints = List.of(joint("elbow_joint", 900, 40), joint("wrist_1_joint", 300, 20));
        List<String> doubts = CalibrationDoubts.of(joints, new double[] {30, 10}, 0, 10_000, 20);
        assertEquals(1, doubts.size(), doubts.toString());
        assertTrue(
                doubts.getFirst()
                        .contains("--names, by a file with a line 'elbow_joint: {joint: elbow_joint, unit: deg}'"),
                doubts.getFirst());
    }

    @Test
    void aLogThatTheFileExplainsRaisesNone() {
        List<JointCalibration> joints = List.of(joint("elbow_joint", 9, 4), joint("wrist_1_joint", 3, 2));
        assertEquals(List.of(), CalibrationDoubts.of(joints, new double[] {30, 10}, 0, 10_000, 20));
    }
}
