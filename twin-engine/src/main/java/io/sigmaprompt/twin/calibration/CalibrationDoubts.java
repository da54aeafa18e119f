package io.sigmaprompt.twin.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What speaks against believing a calibration: another robot, other units, too little to learn from. */
final class CalibrationDoubts {
    /** Deviations of the prior; the UR10 of the log that the handbook measures is at 1.5, a UR5 in its place at 2.5. */
    private static final double SURPRISING = 2;
    /** A model that leaves so many times of the effort itself is worse than none. */
    private static final double WORSE_THAN_NONE = 2;

    private static final double WORSE = 1.1;
    /** Measured numbers for each number asked for. */
    private static final double FEWEST = 2;

    private CalibrationDoubts() {}

    /**
     * The doubts, in words.
     *
     * @param effort each joint's RMS of measured effort, over the same samples as the joints' residuals
     * @param equations numbers that were learnt from
     * @param unknowns numbers that were asked for
     */
    static List<String> of(
            List<JointCalibration> joints, double[] effort, double surprise, int equations, int unknowns) {
        List<String> all = new ArrayList<>();
        List<String> absurd = new ArrayList<>();
        List<String> worse = new ArrayList<>();
        for (int j = 0; j < joints.size(); j++) {
            JointCalibration joint = joints.get(j);
            if (joint.moved() && joint.before() > WORSE_THAN_NONE * effort[j]) {
                absurd.add(joint.joint());
            }
            if (joint.moved() && joint.ratio() > WORSE) {
                worse.add(joint.joint());
            }
        }
        if (2 * absurd.size() > joints.size()) {
            all.add("the robot's file explains the efforts of " + String.join(", ", absurd)
                    + " worse than nothing would: are positions in radians, efforts in N m and signs as in the file, and"
                    + " is this the robot? Of a log in degrees tell so with --names, by a file with a line '"
                    + absurd.getFirst() + ": {joint: " + absurd.getFirst() + ", unit: deg}' for each joint");
        }
        if (surprise > SURPRISING) {
            all.add(String.format(
                    Locale.ROOT,
                    "the bodies are %.1f standard deviations from the file's: is this log of another robot, or did it"
                            + " carry a load?",
                    surprise));
        }
        if (equations < FEWEST * unknowns) {
            all.add(equations + " measured numbers teach " + unknowns
                    + ": too few to be believed; record ten seconds or more of motion");
        }
        if (!worse.isEmpty()) {
            all.add(String.join(", ", worse) + " became worse on the part from which nothing was learnt");
        }
        return all;
    }
}
