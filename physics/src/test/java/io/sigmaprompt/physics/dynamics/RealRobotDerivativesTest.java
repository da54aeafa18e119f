package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.RobotModel;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The derivatives on every robot of the reference data, welded to the world and floating. */
class RealRobotDerivativesTest {

    static List<String> robots() {
        return Corpus.robots();
    }

    @ParameterizedTest
    @MethodSource("robots")
    void ofInverseDynamicsAgreeWithDifferences(String name) {
        for (boolean floating : new boolean[] {false, true}) {
            RandomRobot random = new RandomRobot(7);
            for (int state = 0; state < 3; state++) {
                NewtonEulerDerivativesTest.compareWithDifferences(
                        Corpus.robot(name).withFloatingBase(floating), random);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("robots")
    void ofForwardDynamicsAgreeWithDifferences(String name) {
        for (boolean floating : new boolean[] {false, true}) {
            RobotModel model = Corpus.robot(name).withFloatingBase(floating);
            ForwardDynamicsDerivativesTest.compareWithDifferences(model, new RandomRobot(7), 1e-6);
        }
    }

    @ParameterizedTest
    @MethodSource("robots")
    void ofForwardDynamicsHoldBackwardsThroughTheMassMatrix(String name) {
        for (boolean floating : new boolean[] {false, true}) {
            RandomRobot random = new RandomRobot(7);
            for (int state = 0; state < 5; state++) {
                ForwardDynamicsDerivativesTest.holdBackwards(Corpus.robot(name).withFloatingBase(floating), random);
            }
        }
    }
}
