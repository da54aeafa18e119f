package io.sigmaprompt.twin.prediction.explanation;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;

/**
 * A window's contradictions, three a joint and sample, in units and with weights (one over their standard deviation):
 * {@link #BODY} is measured effort minus what the body needs for the measured motion, {@link #SERVO} measured effort minus
 * what the servo applies at the measured state under the command, both N m or N; {@link #MOTION} is the slope of position
 * minus velocity, rad/s or m/s. A weight of 0 marks what cannot be told.
 *
 * <p>Layout of fields: joint n·k + i for sample k and joint i; of contradictions channel c: {@code (3 k + c) n + i}.
 */
final class Evidence implements Restorable {
    static final int BODY = 0;
    static final int SERVO = 1;
    static final int MOTION = 2;
    static final int CHANNELS = 3;

    /** Of the limit: measured effort is noisy. */
    private static final double SATURATED = 0.97;

    /** So many standard deviations are no noise. */
    private static final double CLEAR = 6;

    /** So many samples that say the same are no chance. */
    private static final int REPEATS = 6;

    /** A joint so far from its reference, rad or m, is to move. */
    private static final double AWAY = 0.01;

    final Consistency laws;
    final int n;
    final int capacity;
    int count;
    final long[] nanos;
    /** Seconds since the sample before. */
    final double[] step;
    /** Seconds since the window's first sample. */
    final double[] time;

    final double[] position;
    final double[] velocity;
    final double[] effort;
    final double[] acceleration;
    /** Growth of measured velocity since the sample before, rad/s² or m/s². */
    final double[] gained;

    final double[] reference;
    final double[] referenceVelocity;
    final double[] referenceAcceleration;
    final double[] servo;
    final double[] body;
    /** Contradictions that are still to be explained. */
    final double[] open;

    final double[] weight;
    /** Standard deviation of each channel and joint, n·c + i. */
    final double[] sigma;

    /** For whoever fits. */
    final OnsetSums sums;

    private final EvidenceNoise noise;
    private final VelocityAge age;
    private boolean withCommands;
    private boolean withEffort;

    Evidence(Consistency laws, int capacity) {
        this.laws = laws;
        this.capacity = capacity;
        n = laws.n;
        nanos = new long[capacity];
        step = new double[capacity];
        time = new double[capacity];
        position = new double[capacity * n];
        velocity = new double[capacity * n];
        effort = new double[capacity * n];
        acceleration = new double[capacity * n];
        gained = new double[capacity * n];
        reference = new double[capacity * n];
        referenceVelocity = new double[capacity * n];
        referenceAcceleration = new double[capacity * n];
        servo = new double[capacity * n];
        body = new double[capacity * n];
        open = new double[CHANNELS * capacity * n];
        weight = new double[CHANNELS * capacity * n];
        sigma = new double[CHANNELS * n];
        sums = new OnsetSums(capacity);
        noise = new EvidenceNoise(this);
        age = new VelocityAge(this);
    }

    int at(int k, int channel, int i) {
        return (CHANNELS * k + channel) * n + i;
    }

    /** Takes the window. */
    void gather(Samples samples) {
        withCommands = false;
        withEffort = false;
        count = 0;
        for (int from = Math.max(0, samples.count() - capacity); from < samples.count(); from++) {
            if (samples.told(from)) {
                gather(samples, from, count++);
            }
        }
        noise.estimate();
        age.correct(samples.velocityMeasured());
        noise.weigh(samples.velocityMeasured());
    }

    private void gather(Samples samples, int from, int k) {
        double[] row = samples.row(from);
        double[] before = samples.row(from - 1);
        nanos[k] = samples.nanos(from);
        step[k] = (nanos[k] - samples.nanos(from - 1)) * 1e-9;
        time[k] = (nanos[k] - nanos[0]) * 1e-9;
        copy(row, Samples.POSITION, position, k);
        copy(row, Samples.VELOCITY, velocity, k);
        copy(row, Samples.EFFORT, effort, k);
        copy(row, Samples.ACCELERATION, acceleration, k);
        copy(row, Samples.REFERENCE, reference, k);
        copy(row, Samples.REFERENCE_VELOCITY, referenceVelocity, k);
        copy(row, Samples.REFERENCE_ACCELERATION, referenceAcceleration, k);
        copy(row, Samples.SERVO, servo, k);
        copy(row, Samples.BODY, body, k);
        for (int i = 0; i < n; i++) {
            double tau = row[Samples.EFFORT * n + i];
            double slope = (row[i] - before[i]) / step[k];
            double mean = 0.5 * (row[Samples.VELOCITY * n + i] + before[Samples.VELOCITY * n + i]);
            open[at(k, BODY, i)] = tau - row[Samples.BODY * n + i];
            open[at(k, SERVO, i)] = saturated(tau, row[Samples.SERVO * n + i], laws.effortLimit[i])
                    ? 0
                    : tau - row[Samples.SERVO * n + i];
            open[at(k, MOTION, i)] = slope - mean;
            gained[k * n + i] = (row[Samples.VELOCITY * n + i] - before[Samples.VELOCITY * n + i]) / step[k];
            withCommands |= !Double.isNaN(row[Samples.REFERENCE * n + i]);
            withEffort |= !Double.isNaN(tau);
        }
    }

    /** Whether the drive gives all it has where its servo asks for more. */
    private static boolean saturated(double tau, double demanded, double limit) {
        return Math.abs(tau) > SATURATED * limit && tau * demanded > 0 && Math.abs(demanded) > Math.abs(tau);
    }

    private void copy(double[] row, int field, double[] to, int k) {
        System.arraycopy(row, field * n, to, k * n, n);
    }

    /** Whether the source says what the robot was commanded. */
    boolean withCommands() {
        return withCommands;
    }

    boolean withEffort() {
        return withEffort;
    }

    /** Sum of squares of what is open, in standard deviations, of one joint's channel over samples from - to. */
    double energy(int channel, int i, int from, int to) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            double z = open[at(k, channel, i)] * weight[at(k, channel, i)];
            sum += z * z;
        }
        return sum;
    }

    /** The first sample at which one joint's channel is no noise, or -1. */
    int firstClear(int channel, int i) {
        for (int k = 0; k < count; k++) {
            int at = at(k, channel, i);
            if (Math.abs(open[at]) * weight[at] > CLEAR) {
                return k;
            }
        }
        return -1;
    }

    /** The sample at which one joint's channel is furthest from 0. */
    int greatest(int channel, int i) {
        int greatest = 0;
        double most = 0;
        for (int k = 0; k < count; k++) {
            int at = at(k, channel, i);
            double z = Math.abs(open[at]) * weight[at];
            if (z > most) {
                most = z;
                greatest = k;
            }
        }
        return greatest;
    }

    /** Whether the joint's last samples say one number over and over, though it is to move. */
    boolean repeats(int i) {
        return count - repeatsSince(i) >= REPEATS;
    }

    /** The first of the last samples that say one position and no velocity over and over; their count if none does. */
    int repeatsSince(int i) {
        int last = (count - 1) * n + i;
        double away = 0;
        int since = count;
        while (since > 0) {
            int at = (since - 1) * n + i;
            if (position[at] != position[last] || velocity[at] != 0) {
                break;
            }
            away = Math.max(away, Math.abs(reference[at] - position[at]));
            since--;
        }
        return away > AWAY ? since : count;
    }

    /** Sum of squares of all that is open, in standard deviations. */
    double energy() {
        double sum = 0;
        for (int at = 0; at < CHANNELS * n * count; at++) {
            double z = open[at] * weight[at];
            sum += z * z;
        }
        return sum;
    }

    /** How many contradictions can be told. */
    int told() {
        int told = 0;
        for (int at = 0; at < CHANNELS * n * count; at++) {
            if (weight[at] > 0) {
                told++;
            }
        }
        return told;
    }

    /** Learns the noise of a window in which nothing is to be explained. */
    void learn() {
        noise.learn();
    }

    @Override
    public void save(CanonicalOutput out) {
        noise.save(out);
    }

    @Override
    public void restore(CanonicalInput in) {
        noise.restore(in);
    }
}
