package io.sigmaprompt.physics.codegen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.dynamics.GenericDynamics;
import io.sigmaprompt.physics.dynamics.RandomRobot;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links that are welded on cost nothing in the dynamics, but each has a pose. */
class ManyLinksTest {
    @ParameterizedTest
    @CsvSource({"999, compiled", "1000, generic"})
    void aThousandLinksAreCompiledAndMoreAreNot(int joints, String kernel) {
        RandomRobot random = new RandomRobot(5);
        RobotModel model = random.chain(joints, List.of(JointType.FIXED), true);
        RobotDynamics dynamics = CompiledDynamics.of(model);
        assertEquals(kernel, dynamics.kernel());
        double[] q = random.configuration(model);
        double[] found = new double[12 * model.links().size()];
        double[] expected = found.clone();
        dynamics.linkPoses(q, found);
        new GenericDynamics(model).linkPoses(q, expected);
        assertArrayEquals(expected, found, 1e-9);
    }
}
