package io.sigmaprompt.twin.telemetry.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameCheckTest {
    private static JointStateFrame at(double position) {
        return new JointStateFrame(
                "robot", 1, 0, List.of("elbow"), new double[] {position}, new double[0], new double[0]);
    }

    @Test
    void aFiniteNumberThatNoJointCanHaveIsRefused() {
        assertEquals(
                "position: the value of joint 'elbow' is -1.0E200, which no joint can have",
                FrameCheck.problem(at(-1e200)));
        assertNull(FrameCheck.problem(at(-1e6)));
    }
}
