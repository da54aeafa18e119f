package io.sigmaprompt.twin.prediction.explanation;

import java.util.Arrays;

/**
 * How old measured velocities are where positions are new. A drive tells the velocity of its last step's middle, or one that
 * went through a low pass; a simulation in semi-implicit steps tells that of half a step ago. Old velocities contradict
 * the slope of positions by age times acceleration, at all joints by one age, while a velocity sensor's fault concerns one
 * joint: the age is the median of the joints' own, each weighing as much as its motion tells. Without acceleration it is that
 * of servos that run at 1 kHz.
 */
final class VelocityAge {
    /** Seconds: half a step of a servo. */
    private static final double EXPECTED = 5e-4;

    /** Standard deviation of what is expected, seconds. */
    private static final double SPREAD = 5e-4;

    /** Seconds; what is older is a fault. */
    private static final double LONGEST = 5e-3;

    private final Evidence e;
    private final double[] age;
    private final double[] information;
    private final double[] sorted;
    private double found = EXPECTED;

    VelocityAge(Evidence evidence) {
        e = evidence;
        age = new double[e.n];
        information = new double[e.n];
        sorted = new double[e.n];
    }

    /** The last window's, seconds. */
    double seconds() {
        return found;
    }

    /** Takes what the velocities' age contradicts from the window; deviations must be known, weights need not. */
    void correct(boolean velocityMeasured) {
        found = velocityMeasured ? median() : differences();
        for (int k = 0; k < e.count; k++) {
            for (int i = 0; i < e.n; i++) {
                e.open[e.at(k, Evidence.MOTION, i)] -= found * e.gained[k * e.n + i];
                // The servos' law takes velocities to be as old as expected.
                e.open[e.at(k, Evidence.SERVO, i)] +=
                        e.laws.gains[i].kd() * (found - EXPECTED) * e.acceleration[k * e.n + i];
            }
        }
    }

    /** Velocities that are slopes of positions are half a sample old. */
    private double differences() {
        double sum = 0;
        for (int k = 0; k < e.count; k++) {
            sum += e.step[k];
        }
        return e.count == 0 ? EXPECTED : 0.5 * sum / e.count;
    }

    private double median() {
        double all = 0;
        for (int i = 0; i < e.n; i++) {
            fit(i);
            sorted[i] = age[i];
            all += information[i];
        }
        Arrays.sort(sorted);
        double below = 0;
        for (double candidate : sorted) {
            for (int i = 0; i < e.n; i++) {
                below += age[i] == candidate ? information[i] : 0;
            }
            if (below >= 0.5 * all) {
                return Math.max(0, Math.min(LONGEST, candidate));
            }
        }
        return EXPECTED;
    }

    /** One joint's age, by least squares with what is expected beforehand. */
    private void fit(int i) {
        double s = e.sigma[Evidence.MOTION * e.n + i];
        double w = 1 / (s * s);
        double known = 1 / (SPREAD * SPREAD);
        double right = known * EXPECTED;
        for (int k = 0; k < e.count; k++) {
            double gained = e.gained[k * e.n + i];
            double open = e.open[e.at(k, Evidence.MOTION, i)];
            if (!Double.isNaN(open)) {
                known += w * gained * gained;
                right += w * gained * open;
            }
        }
        age[i] = right / known;
        information[i] = known;
    }
}
