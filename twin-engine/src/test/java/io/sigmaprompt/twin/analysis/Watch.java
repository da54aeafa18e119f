package io.sigmaprompt.twin.analysis;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What detectors look at, to be set by hand, and what they said. */
final class Watch {
    static final long MILLISECOND = 1_000_000;

    final List<FindingRecord> said = new ArrayList<>();
    final FindingBoard board = new FindingBoard("arm", said::add);
    final DrivenJoints joints;
    final double[] position;
    final double[] velocity;
    final double[] effort;
    final double[] residual;
    final double[] sigma;
    final double[] nis;
    boolean tracking = true;
    long nanos;
    long ageNanos;
    long sourceNanos;

    Watch(RobotModel model) {
        joints = new DrivenJoints(model);
        position = new double[joints.count()];
        velocity = new double[joints.count()];
        effort = new double[joints.count()];
        residual = new double[joints.count()];
        sigma = new double[joints.count()];
        Arrays.fill(sigma, Double.NaN);
        nis = new double[joints.count()];
        Arrays.fill(nis, Double.NaN);
    }

    /** Lets time pass; a new frame has come. */
    Watch after(long milliseconds) {
        nanos += milliseconds * MILLISECOND;
        sourceNanos = nanos;
        return this;
    }

    void show(Detector detector) {
        detector.look(
                new Observation(
                        nanos,
                        joints,
                        tracking,
                        ageNanos,
                        sourceNanos,
                        position,
                        velocity,
                        effort,
                        residual,
                        sigma,
                        nis),
                board);
    }

    FindingRecord last() {
        return said.getLast();
    }
}
