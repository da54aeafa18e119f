package io.sigmaprompt.physics.kinematics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.dynamics.GenericDynamics;
import io.sigmaprompt.physics.dynamics.RandomRobot;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The way down is the way down, whatever counts of a target. */
class GradientTest {
    @Test
    void thePullIsTheDerivativeOfTheError() {
        double step = 1e-6;
        for (int mask = 1; mask < 64; mask++) {
            RandomRobot random = new RandomRobot(mask);
            RobotModel model = random.tree(mask % 2 == 0);
            RobotDynamics dynamics = new GenericDynamics(model);
            Frame frame = new Frame("tool", model.links().size() - 1, Pose.fromXyzRpy(0.1, -0.2, 0.3, 0.4, -0.5, 0.6));
            Pose wanted = Pose.fromXyzRpy(0.5, 0.2 * mask, -0.3, 0.1 * mask, -0.7, 0.3);
            IkTarget target = IkTarget.partial(
                            frame,
                            wanted,
                            new Axes((mask & 1) != 0, (mask & 2) != 0, (mask & 4) != 0),
                            new Axes((mask & 8) != 0, (mask & 16) != 0, (mask & 32) != 0))
                    .withWeight(2);
            IndependentCoordinates coordinates = new IndependentCoordinates(model, true);
            TargetStack targets = new TargetStack(dynamics, coordinates, List.of(target));
            LevenbergMarquardt descent = new LevenbergMarquardt(targets, coordinates, model.nq());
            double[] q = random.configuration(model);
            double[] moved = new double[q.length];
            descent.findPull(q);
            for (int c = 0; c < coordinates.size; c++) {
                double[] displacement = new double[coordinates.size];
                displacement[c] = 1;
                coordinates.move(q, displacement, step, moved);
                double forward = targets.evaluate(moved);
                coordinates.move(q, displacement, -step, moved);
                double backward = targets.evaluate(moved);
                assertEquals(
                        (backward - forward) / (2 * step),
                        descent.pull(c),
                        1e-6 * Math.max(1, Math.abs(forward)),
                        "axes " + mask + ", coordinate " + c);
            }
        }
    }

    @Test
    void aDifferenceIsADisplacementThatLeadsThere() {
        for (long seed = 1; seed <= 10; seed++) {
            RandomRobot random = new RandomRobot(seed);
            RobotModel model = random.tree(true);
            IndependentCoordinates coordinates = new IndependentCoordinates(model, true);
            double[] from = random.configuration(model);
            double[] displacement = random.vector(coordinates.size);
            double[] to = new double[model.nq()];
            coordinates.move(from, displacement, 0.4, to);
            double[] found = new double[coordinates.size];
            coordinates.difference(from, to, found);
            for (int c = 0; c < found.length; c++) {
                assertEquals(0.4 * displacement[c], found[c], 1e-12, "seed " + seed + ", coordinate " + c);
            }
        }
    }
}
