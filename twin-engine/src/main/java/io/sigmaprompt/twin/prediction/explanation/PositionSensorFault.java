package io.sigmaprompt.twin.prediction.explanation;

import io.sigmaprompt.twin.record.ExplanationRecord.Kind;

/**
 * Measured position that its own slope, or the servo, contradicts. With an error e of the position, slope minus velocity is
 * the rate of e, and measured effort is {@code kp·e} more than the servo's law makes of the measured position.
 */
final class PositionSensorFault extends JointHypothesis {
    /** How the error goes on. */
    enum Form {
        OFFSET,
        DRIFT,
        SCALE,
        STUCK,
        SPIKES
    }

    /** So many standard deviations are no noise. */
    private static final double CLEAR = 6;

    private final Form form;
    /** The error for a coefficient of 1, and that of the second. */
    private final double[] error;

    private int spikes;

    PositionSensorFault(Form form, String place, int joint, int capacity) {
        super(Kind.SENSOR_FAULT, place, joint);
        this.form = form;
        error = new double[capacity];
    }

    @Override
    boolean prepare(Evidence e) {
        switch (form) {
            case OFFSET -> {
                for (int k = 0; k < e.count; k++) {
                    error[k] = 1;
                }
            }
            case DRIFT -> System.arraycopy(e.time, 0, error, 0, e.count);
            case SCALE -> {
                for (int k = 0; k < e.count; k++) {
                    error[k] = e.position[k * e.n + joint];
                }
            }
            case STUCK -> {
                error[0] = 0;
                for (int k = 1; k < e.count; k++) {
                    double mean = 0.5 * (e.velocity[k * e.n + joint] + e.velocity[(k - 1) * e.n + joint]);
                    error[k] = error[k - 1] - mean * e.step[k];
                }
            }
            case SPIKES -> {
                return findSpikes(e);
            }
        }
        return true;
    }

    private boolean findSpikes(Evidence e) {
        spikes = 0;
        error[0] = 0;
        for (int k = 1; k + 1 < e.count; k++) {
            int at = e.at(k, Evidence.MOTION, joint);
            int next = e.at(k + 1, Evidence.MOTION, joint);
            double up = e.open[at] * e.step[k];
            double down = -e.open[next] * e.step[k + 1];
            boolean clear = Math.abs(e.open[at]) * e.weight[at] > CLEAR
                    && Math.abs(e.open[next]) * e.weight[next] > CLEAR
                    && error[k - 1] == 0;
            boolean returns = Math.abs(up - down) < 0.3 * Math.abs(up);
            error[k] = clear && returns ? 0.5 * (up + down) : 0;
            spikes += error[k] != 0 ? 1 : 0;
        }
        error[e.count - 1] = 0;
        return spikes > 0;
    }

    @Override
    int columns(int onset) {
        // Before the window it may have gone on for any time.
        return onset == 0 && fromZero() ? 2 : 1;
    }

    @Override
    int chosen() {
        return form == Form.SPIKES ? spikes : 0;
    }

    @Override
    int shownOnset(Evidence e) {
        return form == Form.SPIKES ? 0 : -1;
    }

    /** Whether the error grows from nothing at the onset. */
    private boolean fromZero() {
        return form == Form.DRIFT || form == Form.STUCK;
    }

    @Override
    double before(int onset) {
        return fromZero() ? error[onset - 1] : 0;
    }

    private double error(int k, int onset) {
        return k < onset ? 0 : fromZero() && onset > 0 ? error[k] - error[onset - 1] : error[k];
    }

    @Override
    void design(Evidence e, int k, int onset, double[] out) {
        double kp = e.laws.gains[joint].kp();
        double now = error(k, onset);
        double before = k == 0 ? now : error(k - 1, onset);
        out[Evidence.SERVO] = kp * now;
        out[Evidence.MOTION] = (now - before) / e.step[k];
        if (fromZero()) {
            out[Evidence.CHANNELS + Evidence.SERVO] = kp;
        }
    }

    @Override
    void conclude(Evidence e) {
        if (form == Form.SCALE) {
            value = value / (1 - value);
        } else if (form == Form.SPIKES) {
            double sum = 0;
            for (int k = 0; k < e.count; k++) {
                sum += Math.abs(error[k]);
            }
            value *= sum / Math.max(1, spikes);
        }
    }

    @Override
    String unit() {
        return switch (form) {
            case OFFSET, SPIKES -> "rad";
            case DRIFT -> "rad/s";
            case SCALE, STUCK -> "";
        };
    }

    @Override
    String text() {
        String sensor = "the position sensor of " + place;
        return switch (form) {
            case OFFSET -> sensor + number(" is off by %+.4f ± %.4f rad", value, sigma);
            case DRIFT -> sensor + number(" drifts by %+.4f ± %.4f rad/s", value, sigma);
            case SCALE -> sensor + number(" is off by %+.2f %% of the position", 100 * value);
            case STUCK -> sensor + " does not follow the motion";
            case SPIKES -> sensor + number(" jumps by %.4f rad for single frames", value);
        };
    }
}
