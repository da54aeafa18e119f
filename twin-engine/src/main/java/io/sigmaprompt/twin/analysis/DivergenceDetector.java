package io.sigmaprompt.twin.analysis;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.record.Evidence;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds joints that are not where their prediction is, by the normalised innovation squared of the divergence, which is
 * chi-square with two degrees of freedom while the robot is as the twin believes: then it exceeds x with probability
 * exp(-x/2). As one divergence after the other tells nearly the same, it must stay beyond for a while. A joint that
 * diverges far less than another is dragged along by it, and not told of.
 */
final class DivergenceDetector implements Detector {
    /** One in a thousand million. */
    private static final double THRESHOLD = 41.4;

    /** One in a hundred. */
    private static final double USUAL = 9.2;

    /** What is a smaller share of the worst joint's is that joint's doing. */
    private static final double DRAGGED = 0.05;

    private static final long HOLD_NANOS = 300_000_000;

    /** A joint may well pass where it is predicted to be. */
    private static final long CLEAR_NANOS = 1_500_000_000;

    private static final long NONE = Long.MIN_VALUE;
    private static final String PARAMETERS = String.format(
            Locale.ROOT,
            "threshold %g, usual below %g, hold %d ms, clear %d ms",
            THRESHOLD,
            USUAL,
            HOLD_NANOS / 1_000_000,
            CLEAR_NANOS / 1_000_000);

    private final @Nullable String[] ids;
    private final long[] since;

    DivergenceDetector(int joints) {
        ids = new String[joints];
        since = new long[joints];
        Arrays.fill(since, NONE);
    }

    @Override
    public void look(Observation o, FindingBoard findings) {
        double worst = 0;
        for (double nis : o.nis()) {
            worst = nis > worst ? nis : worst;
        }
        for (int i = 0; i < since.length; i++) {
            double nis = o.nis()[i];
            if (Double.isNaN(nis)) {
                since[i] = NONE;
                continue;
            }
            String id = id(i, o.joints().joint(i));
            boolean active = findings.isActive(id);
            if (active ? nis > USUAL : nis <= THRESHOLD || nis < DRAGGED * worst) {
                since[i] = NONE;
            } else if (since[i] == NONE) {
                since[i] = o.simNanos();
            } else if (o.simNanos() - since[i] >= (active ? CLEAR_NANOS : HOLD_NANOS)) {
                tell(o, findings, i, id, active);
            }
        }
    }

    private void tell(Observation o, FindingBoard findings, int i, String id, boolean active) {
        String name = o.joints().joint(i).name();
        double nis = o.nis()[i];
        if (active) {
            findings.clear(o.simNanos(), id, nis, name + " is where it is predicted to be again");
        } else {
            findings.raise(
                    o.simNanos(),
                    id,
                    FindingRecord.Kind.RESIDUAL,
                    name,
                    nis,
                    THRESHOLD,
                    "",
                    String.format(
                            Locale.ROOT,
                            "%s is not where it is predicted to be: its normalised innovation squared is %.0f",
                            name,
                            nis),
                    new Evidence(
                            "divergence", name + "/divergence", since[i], 1 - StrictMath.exp(-0.5 * nis), PARAMETERS));
        }
        since[i] = NONE;
    }

    private String id(int i, Joint joint) {
        String id = ids[i];
        if (id == null) {
            id = "residual/" + joint.name() + "/position";
            ids[i] = id;
        }
        return id;
    }

    @Override
    public void save(CanonicalOutput out) {
        for (long one : since) {
            out.putLong(one);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        for (int i = 0; i < since.length; i++) {
            since[i] = in.getLong();
        }
    }
}
