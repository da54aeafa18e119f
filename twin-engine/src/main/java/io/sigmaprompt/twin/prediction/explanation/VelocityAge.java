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
    /** Of the fit under way. */
    private double known;

    private double right;

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
        found = velocityMeasured ? Math.max(0, Math.min(LONGEST, ofSensors())) : differences();
        double servos = ofServos(found - EXPECTED);
        for (int k = 0; k < e.count; k++) {
            for (int i = 0; i < e.n; i++) {
                e.open[e.at(k, Evidence.MOTION, i)] -= found * e.gained[k * e.n + i];
                e.open[e.at(k, Evidence.SERVO, i)] += servos * slowed(k, i);
            }
        }
    }

    /** What a servo applies less for each second that the velocity it damps is older than the measured one. */
    private double slowed(int k, int i) {
        return e.laws.gains[i].kd() * e.acceleration[k * e.n + i];
    }

    /** Velocities that are slopes of positions are half a sample old. */
    private double differences() {
        double sum = 0;
        for (int k = 0; k < e.count; k++) {
            sum += e.step[k];
        }
        return e.count == 0 ? EXPECTED : 0.5 * sum / e.count;
    }

    private double ofSensors() {
        for (int i = 0; i < e.n; i++) {
            begin(EXPECTED, SPREAD);
            for (int k = 0; k < e.count; k++) {
                take(Evidence.MOTION, k, i, e.gained[k * e.n + i]);
            }
            end(i);
        }
        return median();
    }

    /**
     * How much older than the servos' law has it the measured velocities are for the servos. A servo may damp the velocity
     * that is told, or one of its own that is as old as expected; what was measured tells which.
     *
     * @param excess seconds by which the sensors' are older than expected
     */
    private double ofServos(double excess) {
        if (excess == 0) {
            return 0;
        }
        for (int i = 0; i < e.n; i++) {
            begin(0.5 * excess, Math.abs(excess));
            for (int k = 0; k < e.count; k++) {
                take(Evidence.SERVO, k, i, -slowed(k, i));
            }
            end(i);
        }
        return Math.max(Math.min(0, excess), Math.min(Math.max(0, excess), median()));
    }

    /** Begins a fit of one joint's age by least squares, with what is expected beforehand. */
    private void begin(double expected, double spread) {
        known = 1 / (spread * spread);
        right = known * expected;
    }

    private void take(int channel, int k, int i, double slope) {
        double product = slope * e.open[e.at(k, channel, i)];
        if (!Double.isNaN(product)) {
            double s = e.sigma[channel * e.n + i];
            known += slope * slope / (s * s);
            right += product / (s * s);
        }
    }

    private void end(int i) {
        age[i] = right / known;
        information[i] = known;
    }

    /** The median of the joints' ages, each weighing as much as is known of it. */
    private double median() {
        double all = 0;
        for (int i = 0; i < e.n; i++) {
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
                return candidate;
            }
        }
        return 0;
    }
}
