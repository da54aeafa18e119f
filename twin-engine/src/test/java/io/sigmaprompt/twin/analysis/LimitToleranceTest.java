package io.sigmaprompt.twin.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.session.ThreeJointArm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitToleranceTest {
    private final DrivenJoints joints = new DrivenJoints(ThreeJointArm.model());
    private final JointLimits limits = joints.joint(0).limits();
    private final List<FindingRecord> found = new ArrayList<>();

    private List<String> look(double position, double velocity, double effort) {
        found.clear();
        int n = joints.count();
        double[] q = new double[n];
        for (int i = 0; i < n; i++) {
            q[i] = 0.5
                    * (joints.joint(i).limits().lower()
                            + joints.joint(i).limits().upper());
        }
        q[0] = position;
        double[] v = new double[n];
        v[0] = velocity;
        double[] tau = new double[n];
        tau[0] = effort;
        double[] none = new double[n];
        Arrays.fill(none, Double.NaN);
        FindingBoard board = new FindingBoard("arm", found::add);
        new LimitDetector().look(new Observation(0, joints, true, 0, 0, q, v, tau, none, none, none), board);
        return found.stream().map(FindingRecord::id).toList();
    }

    @Test
    void aJointAtItsStopIsNotBeyondItsLimit() {
        assertEquals(List.of(), look(limits.upper() + 1e-6, 0, 0));
        assertEquals(List.of(), look(limits.lower() - 9e-4, 0, 0));
        assertEquals(1, look(limits.upper() + 2e-3, 0, 0).size());
    }

    @Test
    void aVelocityOrEffortBarelyAboveItsLimitIsTolerated() {
        double middle = 0.5 * (limits.lower() + limits.upper());
        assertEquals(List.of(), look(middle, limits.velocity() * 1.009, limits.effort() * 1.009));
        assertEquals(
                2,
                look(middle, limits.velocity() * 1.02, limits.effort() * 1.02).size());
    }

    @Test
    void anAbsurdValueIsToldShort() {
        look(1e308, 0, 0);
        String words = found.getFirst().explanation();
        assertTrue(words.contains("1.000e+308 of ") && words.length() < 120, words);
    }
}
