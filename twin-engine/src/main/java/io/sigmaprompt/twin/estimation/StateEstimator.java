package io.sigmaprompt.twin.estimation;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.util.Arrays;
import java.util.List;

/**
 * The state of the driven joints from their frames: position as measured, velocity as given or else differentiated
 * from the joint's frame before, effort as measured. Arrays are live and read only; one entry a driven joint.
 */
public final class StateEstimator implements Restorable {
    private static final long NEVER = Long.MIN_VALUE;

    private final DrivenJoints joints;
    private final double[] position;
    private final double[] velocity;
    private final double[] effort;

    /** When each joint was last heard of: a robot may tell of its joints in turns. */
    private final long[] jointNanos;

    private long sourceNanos;

    /**
     * An estimator that has heard nothing: all joints rest at {@code start}.
     *
     * @param start one entry a driven joint
     */
    public StateEstimator(DrivenJoints joints, double[] start) {
        this.joints = joints;
        position = start.clone();
        velocity = new double[start.length];
        effort = new double[start.length];
        Arrays.fill(effort, Double.NaN);
        jointNanos = new long[start.length];
        Arrays.fill(jointNanos, NEVER);
    }

    /** Takes a frame that ingest accepted. */
    public void update(JointStateFrame frame) {
        List<String> names = frame.names();
        for (int i = 0; i < names.size(); i++) {
            int drive = joints.index(names.get(i));
            if (drive < 0) {
                continue;
            }
            double measured = frame.position()[i];
            if (frame.velocity().length > 0) {
                velocity[drive] = frame.velocity()[i];
            } else {
                velocity[drive] = slope(drive, measured, frame.sourceNanos());
            }
            position[drive] = measured;
            jointNanos[drive] = frame.sourceNanos();
            effort[drive] = frame.effort().length > 0 ? frame.effort()[i] : Double.NaN;
        }
        sourceNanos = frame.sourceNanos();
    }

    private double slope(int drive, double measured, long nanos) {
        long before = jointNanos[drive];
        return before == NEVER || nanos <= before ? 0 : (measured - position[drive]) / ((nanos - before) * 1e-9);
    }

    /** The robot's clock at the last frame. */
    public long sourceNanos() {
        return sourceNanos;
    }

    public double[] position() {
        return position;
    }

    public double[] velocity() {
        return velocity;
    }

    /** NaN where the source measures none. */
    public double[] effort() {
        return effort;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putLong(sourceNanos);
        out.putDoubles(position);
        out.putDoubles(velocity);
        out.putDoubles(effort);
        for (long one : jointNanos) {
            out.putLong(one);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        sourceNanos = in.getLong();
        in.getDoubles(position);
        in.getDoubles(velocity);
        in.getDoubles(effort);
        for (int i = 0; i < jointNanos.length; i++) {
            jointNanos[i] = in.getLong();
        }
    }
}
