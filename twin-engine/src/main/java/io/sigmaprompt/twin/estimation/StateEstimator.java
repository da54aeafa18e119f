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
 * over one frame, effort as measured. Arrays are live and read only; one entry a driven joint.
 */
public final class StateEstimator implements Restorable {
    private final DrivenJoints joints;
    private final double[] position;
    private final double[] velocity;
    private final double[] effort;
    private boolean known;
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
    }

    /** Takes a frame that ingest accepted. */
    public void update(JointStateFrame frame) {
        double seconds = (frame.sourceNanos() - sourceNanos) * 1e-9;
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
                velocity[drive] = known && seconds > 0 ? (measured - position[drive]) / seconds : 0;
            }
            position[drive] = measured;
            effort[drive] = frame.effort().length > 0 ? frame.effort()[i] : Double.NaN;
        }
        sourceNanos = frame.sourceNanos();
        known = true;
    }

    /** Whether a frame has ever come. */
    public boolean known() {
        return known;
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
        out.putBoolean(known);
        out.putLong(sourceNanos);
        out.putDoubles(position);
        out.putDoubles(velocity);
        out.putDoubles(effort);
    }

    @Override
    public void restore(CanonicalInput in) {
        known = in.getBoolean();
        sourceNanos = in.getLong();
        in.getDoubles(position);
        in.getDoubles(velocity);
        in.getDoubles(effort);
    }
}
