package io.sigmaprompt.physics.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.model.RobotModel;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Regressor and base parameters on every robot of the reference data, welded to the world and floating. */
class RealRobotRegressorTest {

    static List<String> robots() {
        return Corpus.robots();
    }

    @ParameterizedTest
    @MethodSource("robots")
    void regressorTimesParametersIsInverseDynamics(String name) {
        for (boolean floating : new boolean[] {false, true}) {
            RandomRobot random = new RandomRobot(7);
            for (int state = 0; state < 5; state++) {
                TorqueRegressorTest.compareWithInverseDynamics(
                        Corpus.robot(name).withFloatingBase(floating), random);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("robots")
    void torqueFollowsFromTheBaseParametersAlone(String name) {
        BaseParametersTest.compareWithInverseDynamics(Corpus.robot(name), new RandomRobot(7));
    }

    @ParameterizedTest
    @MethodSource("robots")
    void baseParametersAreAsManyAsTheStackedRegressorHasRank(String name) {
        RobotModel model = Corpus.robot(name);
        assertEquals(BaseParametersTest.rank(model, new RandomRobot(7)), new BaseParameters(model).count());
    }
}
