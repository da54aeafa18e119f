package io.sigmaprompt.twin.prediction.explanation;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.util.Arrays;

/**
 * What the driven joints' sensors said last, as they said it: an estimate would have smoothed away the contradictions
 * between them. Where a source tells no velocity, it is the slope of its positions.
 */
final class RawState implements Restorable {
    private final DrivenJoints joints;
    final double[] position;
    final double[] velocity;
    final double[] effort;
    private final long[] nanos;
    private final boolean[] heard;
    private boolean withVelocity;

    RawState(DrivenJoints joints) {
        this.joints = joints;
        int n = joints.count();
        position = new double[n];
        velocity = new double[n];
        effort = new double[n];
        Arrays.fill(effort, Double.NaN);
        nanos = new long[n];
        heard = new boolean[n];
    }

    /** Takes a frame; answers whether every joint was heard of by now. */
    boolean take(JointStateFrame frame) {
        withVelocity = frame.velocity().length > 0;
        for (int k = 0; k < frame.names().size(); k++) {
            int i = joints.index(frame.names().get(k), k);
            if (i >= 0 && k < frame.position().length) {
                take(frame, k, i);
            }
        }
        for (boolean one : heard) {
            if (!one) {
                return false;
            }
        }
        return true;
    }

    private void take(JointStateFrame frame, int k, int i) {
        double measured = frame.position()[k];
        if (withVelocity) {
            velocity[i] = frame.velocity()[k];
        } else {
            boolean later = heard[i] && frame.sourceNanos() > nanos[i];
            velocity[i] = later ? (measured - position[i]) / ((frame.sourceNanos() - nanos[i]) * 1e-9) : 0;
        }
        position[i] = measured;
        effort[i] = frame.effort().length > 0 ? frame.effort()[k] : Double.NaN;
        nanos[i] = frame.sourceNanos();
        heard[i] = true;
    }

    /** Whether the last frame told velocities. */
    boolean withVelocity() {
        return withVelocity;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(position);
        out.putDoubles(velocity);
        out.putDoubles(effort);
        for (int i = 0; i < heard.length; i++) {
            out.putLong(nanos[i]);
            out.putBoolean(heard[i]);
        }
        out.putBoolean(withVelocity);
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(position);
        in.getDoubles(velocity);
        in.getDoubles(effort);
        for (int i = 0; i < heard.length; i++) {
            nanos[i] = in.getLong();
            heard[i] = in.getBoolean();
        }
        withVelocity = in.getBoolean();
    }
}
