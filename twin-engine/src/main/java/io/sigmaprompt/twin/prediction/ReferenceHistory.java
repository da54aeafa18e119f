package io.sigmaprompt.twin.prediction;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.skill.Quintic;
import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import java.util.Arrays;

/**
 * What a robot was commanded, at any instant of the last seconds: the quintic between two references, or the straight way
 * where they tell no velocity. Evaluation allocates nothing.
 */
public final class ReferenceHistory implements Restorable {
    private static final int CAPACITY = 2048;

    private final DrivenJoints joints;
    private final int n;
    private final History rows;
    private final Quintic quintic = new Quintic();
    private final double[] position;
    private final double[] velocity;
    private final double[] acceleration;
    private boolean heard;

    /** A history of nothing. */
    public ReferenceHistory(DrivenJoints joints) {
        this.joints = joints;
        n = joints.count();
        rows = new History(CAPACITY, 3 * n);
        position = new double[n];
        velocity = new double[n];
        acceleration = new double[n];
    }

    /**
     * Notes a reference. Joints that it leaves out keep their last one.
     *
     * @param here where joints rest that were never told anything; one entry a driven joint
     */
    public void observe(JointReferenceFrame frame, double[] here) {
        heard = true;
        double[] last = rows.size() > 0 ? rows.row(0) : here;
        double[] row = rows.add(frame.sourceNanos());
        System.arraycopy(last, 0, row, 0, n);
        Arrays.fill(row, n, 3 * n, 0);
        for (int i = 0; i < frame.names().size(); i++) {
            int drive = joints.index(frame.names().get(i), i);
            if (drive >= 0) {
                row[drive] = frame.position()[i];
                row[n + drive] = frame.velocity().length > 0 ? frame.velocity()[i] : Double.NaN;
                row[2 * n + drive] = frame.acceleration().length > 0 ? frame.acceleration()[i] : 0;
            }
        }
    }

    /** Whether the source ever said what the robot was commanded. */
    public boolean heard() {
        return heard;
    }

    /** Forgets all references, but not that there were some. */
    public void clear() {
        rows.clear();
    }

    /** Whether references reach from {@code from} or before to {@code from} or after it. */
    public boolean covers(long from) {
        return rows.size() > 0 && rows.nanos(0) >= from && rows.nanos(rows.size() - 1) <= from;
    }

    /** How many references back the last one not after {@code nanos} lies, or -1 if there is none. */
    public int before(long nanos) {
        return rows.before(nanos);
    }

    /** The same for a later instant than that which gave {@code back}. */
    public int advance(int back, long nanos) {
        int at = back;
        while (at > 0 && rows.nanos(at - 1) <= nanos) {
            at--;
        }
        return at;
    }

    /**
     * Works out what was commanded at an instant; read it from {@link #position}, {@link #velocity} and
     * {@link #acceleration}.
     *
     * @param back the reference before that instant, as {@link #before} tells it
     */
    public void evaluate(int back, long nanos) {
        double[] a = rows.row(back);
        double since = (nanos - rows.nanos(back)) * 1e-9;
        if (back == 0) {
            for (int i = 0; i < n; i++) {
                double speed = Double.isNaN(a[n + i]) ? 0 : a[n + i];
                set(i, a[i] + speed * since, speed, 0);
            }
            return;
        }
        double[] b = rows.row(back - 1);
        double span = (rows.nanos(back - 1) - rows.nanos(back)) * 1e-9;
        for (int i = 0; i < n; i++) {
            if (Double.isNaN(a[n + i]) || Double.isNaN(b[n + i])) {
                double slope = (b[i] - a[i]) / span;
                set(i, a[i] + slope * since, slope, 0);
            } else {
                quintic.evaluate(since, span, a[i], a[n + i], a[2 * n + i], b[i], b[n + i], b[2 * n + i]);
                set(i, quintic.position(), quintic.velocity(), quintic.acceleration());
            }
        }
    }

    private void set(int i, double p, double v, double a) {
        position[i] = p;
        velocity[i] = v;
        acceleration[i] = a;
    }

    /** Commanded position at the instant evaluated; live, one entry a driven joint. */
    public double[] position() {
        return position;
    }

    /** Commanded velocity. */
    public double[] velocity() {
        return velocity;
    }

    /** Commanded acceleration, 0 where none was told. */
    public double[] acceleration() {
        return acceleration;
    }

    @Override
    public void save(CanonicalOutput out) {
        rows.save(out);
        out.putBoolean(heard);
    }

    @Override
    public void restore(CanonicalInput in) {
        rows.restore(in);
        heard = in.getBoolean();
    }
}
