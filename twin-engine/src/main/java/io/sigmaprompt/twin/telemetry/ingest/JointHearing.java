package io.sigmaprompt.twin.telemetry.ingest;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** When each driven joint was last told of: a robot may tell of its joints in turns, each at its own times. */
final class JointHearing implements Restorable {
    private static final long NEVER = Long.MIN_VALUE;

    private final DrivenJoints joints;
    private final long[] source;
    private final long[] sim;

    JointHearing(DrivenJoints joints) {
        this.joints = joints;
        source = new long[joints.count()];
        sim = new long[joints.count()];
        Arrays.fill(source, NEVER);
        Arrays.fill(sim, NEVER);
    }

    /** The newest source time at which any of these joints was told of, or {@link Long#MIN_VALUE}. */
    long newest(List<String> names) {
        long newest = NEVER;
        for (int i = 0; i < names.size(); i++) {
            int drive = joints.index(names.get(i), i);
            if (drive >= 0) {
                newest = Math.max(newest, source[drive]);
            }
        }
        return newest;
    }

    void hear(List<String> names, long sourceNanos, long simNanos) {
        for (int i = 0; i < names.size(); i++) {
            int drive = joints.index(names.get(i), i);
            if (drive >= 0) {
                source[drive] = sourceNanos;
                sim[drive] = simNanos;
            }
        }
    }

    /** The source's clock began anew: what was heard has no order with what comes. */
    void forgetOrder() {
        Arrays.fill(source, NEVER);
    }

    boolean complete() {
        for (long one : sim) {
            if (one == NEVER) {
                return false;
            }
        }
        return true;
    }

    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < sim.length; i++) {
            if (sim[i] == NEVER) {
                missing.add(joints.names().get(i));
            }
        }
        return missing;
    }

    /** Time since each driven joint was last told of, s; infinite for one never told of. */
    double[] agesSeconds(long simNanos) {
        double[] ages = new double[sim.length];
        for (int i = 0; i < ages.length; i++) {
            ages[i] = sim[i] == NEVER ? Double.POSITIVE_INFINITY : (simNanos - sim[i]) * 1e-9;
        }
        return ages;
    }

    @Override
    public void save(CanonicalOutput out) {
        for (int i = 0; i < sim.length; i++) {
            out.putLong(source[i]);
            out.putLong(sim[i]);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        for (int i = 0; i < sim.length; i++) {
            source[i] = in.getLong();
            sim[i] = in.getLong();
        }
    }
}
