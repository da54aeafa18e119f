package io.sigmaprompt.twin.calibration;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.twin.calibration.regression.Rows;
import io.sigmaprompt.twin.calibration.signal.JointLog;
import java.util.Map;

/**
 * What holds the scale of motor gains. Gains, bodies and frictions multiplied by one number explain the same currents, so
 * that a log of currents tells ratios alone: a gain that is known, or else the gain of one joint by the bodies of the
 * robot's file, stays what it is, and the others are found in proportion.
 */
final class GainAnchor {
    private final boolean[] held;
    private final boolean known;
    private int reference;

    /** @throws BadInputException if a gain is given of no joint of the log, or is not positive */
    GainAnchor(JointLog log, Map<String, Double> given) {
        held = new boolean[log.joints().size()];
        known = !given.isEmpty();
        given.forEach((joint, value) -> {
            int j = log.joints().indexOf(joint);
            if (j < 0) {
                throw new BadInputException(
                        "motor gain of '" + joint + "'", "expected a joint of the log", nearest(joint, log));
            }
            if (!(value > 0 && Double.isFinite(value))) {
                throw new BadInputException(
                        "motor gain of '" + joint + "'",
                        "expected newton metres (or newtons) an ampere above 0, found " + value,
                        "Turn the current's sign round in the mapping file (gear) where it is negative.");
            }
            held[j] = true;
        });
    }

    private static String nearest(String joint, JointLog log) {
        String near = Suggestion.nearest(joint, log.joints());
        for (String each : log.joints()) {
            near = near == null && !joint.isEmpty() && each.startsWith(joint) ? each : near;
        }
        String all = "It has " + String.join(", ", log.joints()) + ".";
        return near == null ? all : "Did you mean '" + near + "'? " + all;
    }

    /** Whether the scale is known, and not the robot file's. */
    boolean known() {
        return known;
    }

    /** Whether a joint's gain is not asked for. */
    boolean holds(int joint) {
        return held[joint];
    }

    /** The joint to which the others' gains are in proportion where the scale is not known. */
    int reference() {
        return reference;
    }

    /**
     * First gains: what is given, and by the file's bodies the rest.
     *
     * @param gain Modified. one a joint
     */
    void first(Rows rows, boolean[] training, double[] mean, JointLog log, Map<String, Double> given, double[] gain) {
        double best = -1;
        double scale = 0;
        int scales = 0;
        for (int j = 0; j < gain.length; j++) {
            double product = 0;
            double square = 0;
            double needed = 0;
            for (int s = 0; s < rows.samples(); s++) {
                if (training[s]) {
                    int r = rows.joints() * s + j;
                    double effort = rows.predict(r, mean);
                    product += rows.target()[r] * effort;
                    square += rows.target()[r] * rows.target()[r];
                    needed += effort * effort;
                }
            }
            if (!(square > 0)) {
                throw new BadInputException(
                        log.place(),
                        "expected motor currents, found none but zeros of "
                                + log.joints().get(j),
                        "Record currents of every joint.");
            }
            gain[j] = product > 0 ? product / square : 1;
            double alike = product > 0 && needed > 0 ? product * product / (square * needed) : 0;
            if (alike > best) {
                best = alike;
                reference = j;
            }
            Double told = given.get(log.joints().get(j));
            if (told != null) {
                scale += StrictMath.log(told / gain[j]);
                scales++;
            }
        }
        double factor = scales == 0 ? 1 : StrictMath.exp(scale / scales);
        for (int j = 0; j < gain.length; j++) {
            gain[j] = given.getOrDefault(log.joints().get(j), factor * gain[j]);
        }
        if (!known) {
            held[reference] = true;
        }
    }
}
