package io.sigmaprompt.twin.prediction.explanation;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.prediction.History;
import io.sigmaprompt.twin.prediction.ReferenceHistory;
import java.util.Arrays;

/** The last measurements, and what the laws of {@link Consistency} make of each once the one after it is there. */
final class Samples implements Restorable {
    static final int POSITION = 0;
    static final int VELOCITY = 1;
    static final int EFFORT = 2;
    static final int ACCELERATION = 3;
    static final int REFERENCE = 4;
    static final int REFERENCE_VELOCITY = 5;
    static final int REFERENCE_ACCELERATION = 6;
    static final int SERVO = 7;
    static final int BODY = 8;
    static final int FIELDS = 9;

    /** A longer silence than this breaks the differences, though what was before it still counts. */
    private static final long LONGEST_STEP_NANOS = 100_000_000;

    private final Consistency laws;
    private final ReferenceHistory references;
    private final History rows;
    private final int n;
    private final long leastNanos;
    private final long longestSilenceNanos;
    private final double[] position;
    private final double[] velocity;
    private final double[] acceleration;
    private final double[] out;
    private boolean velocityMeasured = true;

    Samples(Consistency laws, ReferenceHistory references, int capacity, long leastNanos) {
        this.laws = laws;
        this.references = references;
        this.leastNanos = leastNanos;
        longestSilenceNanos = capacity * leastNanos;
        n = laws.n;
        rows = new History(capacity + 2, FIELDS * n);
        position = new double[n];
        velocity = new double[n];
        acceleration = new double[n];
        out = new double[n];
    }

    /** Takes a measurement; the arrays have one entry a driven joint. */
    void observe(long nanos, double[] q, double[] v, double[] tau, boolean withVelocity) {
        if (rows.size() > 0) {
            long since = nanos - rows.nanos(0);
            boolean silence = since > LONGEST_STEP_NANOS && !withVelocity;
            if (silence || since > longestSilenceNanos || since < 0) {
                rows.clear();
            } else if (since < leastNanos) {
                return;
            }
        }
        velocityMeasured = withVelocity;
        double[] row = rows.add(nanos);
        System.arraycopy(q, 0, row, POSITION * n, n);
        System.arraycopy(v, 0, row, VELOCITY * n, n);
        System.arraycopy(tau, 0, row, EFFORT * n, n);
        if (rows.size() > 2 && told(count() - 1)) {
            complete();
        }
    }

    /** Works out the newest but one, between its neighbours. */
    private void complete() {
        double[] row = rows.row(1);
        double[] before = rows.row(2);
        double[] after = rows.row(0);
        long nanos = rows.nanos(1);
        double span = (rows.nanos(0) - rows.nanos(2)) * 1e-9;
        for (int i = 0; i < n; i++) {
            position[i] = row[POSITION * n + i];
            velocity[i] = row[VELOCITY * n + i];
            acceleration[i] = (after[VELOCITY * n + i] - before[VELOCITY * n + i]) / span;
        }
        System.arraycopy(acceleration, 0, row, ACCELERATION * n, n);
        laws.bodyEffort(position, velocity, acceleration, out);
        System.arraycopy(out, 0, row, BODY * n, n);
        int back = references.before(Consistency.decided(nanos));
        if (back <= 0) {
            Arrays.fill(row, REFERENCE * n, BODY * n, Double.NaN);
            return;
        }
        laws.servoEffort(references, back, nanos, position, velocity, out);
        System.arraycopy(references.position(), 0, row, REFERENCE * n, n);
        System.arraycopy(references.velocity(), 0, row, REFERENCE_VELOCITY * n, n);
        System.arraycopy(references.acceleration(), 0, row, REFERENCE_ACCELERATION * n, n);
        System.arraycopy(out, 0, row, SERVO * n, n);
    }

    /** What comes next has nothing to do with what came before. */
    void clear() {
        rows.clear();
    }

    /** How many have a neighbour before and after them; those at a silence are not {@link #told}. */
    int count() {
        return Math.max(0, rows.size() - 2);
    }

    /** Whether the k-th has both its neighbours, and no silence before or after it. */
    boolean told(int k) {
        int back = count() - k;
        return near(back) && near(back - 1);
    }

    private boolean near(int back) {
        return rows.nanos(back) - rows.nanos(back + 1) <= LONGEST_STEP_NANOS;
    }

    /** The row of the k-th worked-out sample, oldest first; -1 is the one before them. */
    double[] row(int k) {
        return rows.row(count() - k);
    }

    long nanos(int k) {
        return rows.nanos(count() - k);
    }

    boolean velocityMeasured() {
        return velocityMeasured;
    }

    @Override
    public void save(CanonicalOutput to) {
        rows.save(to);
        to.putBoolean(velocityMeasured);
    }

    @Override
    public void restore(CanonicalInput in) {
        rows.restore(in);
        velocityMeasured = in.getBoolean();
    }
}
