package io.sigmaprompt.headless.bench;

import io.sigmaprompt.headless.dynamics.State;
import io.sigmaprompt.headless.dynamics.StatesFile;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The states that a robot is measured in, one after the other, so that no branch and no cache line is always right. */
final class BenchStates {
    private static final int COUNT = 20;
    private static final long SEED = 1;
    private static final double EFFORT = 10;

    private BenchStates() {}

    /** Those of a file whose states are complete, else as many seeded random ones. */
    static List<State> of(RobotModel model, @Nullable Path file) {
        if (file != null) {
            List<State> given = StatesFile.read(file).states(model, false).stream()
                    .filter(state -> state.v() != null && state.a() != null && state.tau() != null)
                    .toList();
            if (!given.isEmpty()) {
                return given;
            }
        }
        Random random = new Random(SEED);
        List<State> states = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            states.add(new State(
                    configuration(model, random),
                    normal(random, model.nv(), 1),
                    normal(random, model.nv(), 1),
                    normal(random, model.nv(), EFFORT),
                    null));
        }
        return states;
    }

    /** Angles in a full turn, lengths within half a metre, rotations of any direction. */
    private static double[] configuration(RobotModel model, Random random) {
        double[] q = model.neutral();
        if (model.floatingBase()) {
            fill(q, 0, JointType.FLOATING, random);
        }
        for (int j = 0; j < model.joints().size(); j++) {
            Joint joint = model.joints().get(j);
            fill(q, model.qIndex(j), joint.type(), random);
        }
        return q;
    }

    private static void fill(double[] q, int at, JointType type, Random random) {
        for (int k = 0; k < type.positions(); k++) {
            boolean angle =
                    type == JointType.REVOLUTE || type == JointType.CONTINUOUS || type == JointType.PLANAR && k == 2;
            q[at + k] = (random.nextDouble() - 0.5) * (angle ? 2 * Math.PI : 1);
        }
        if (type.quaternion() >= 0) {
            double[] turn = normal(random, 4, 1);
            double norm = Math.sqrt(turn[0] * turn[0] + turn[1] * turn[1] + turn[2] * turn[2] + turn[3] * turn[3]);
            for (int k = 0; k < 4; k++) {
                q[at + type.quaternion() + k] = turn[k] / norm;
            }
        }
    }

    private static double[] normal(Random random, int count, double scale) {
        double[] out = new double[count];
        for (int i = 0; i < count; i++) {
            out[i] = scale * random.nextGaussian();
        }
        return out;
    }
}
