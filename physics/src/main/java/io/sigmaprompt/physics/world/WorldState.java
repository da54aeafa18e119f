package io.sigmaprompt.physics.world;

import io.sigmaprompt.physics.actuator.mechanism.MechanismActuators;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.mechanism.Keyframe;
import io.sigmaprompt.physics.world.description.WorldRobot;
import java.util.Arrays;
import java.util.List;

/** Configuration and velocity of a world, and how they are set from outside. */
final class WorldState {
    final double[] q;
    final double[] v;

    WorldState(int nq, int nv) {
        q = new double[nq];
        v = new double[nv];
    }

    /** All robots as their descriptions draw them, at rest. */
    void takeHome(List<WorldRobot> robots) {
        for (WorldRobot robot : robots) {
            double[] home = robot.home();
            System.arraycopy(home, 0, q, robot.qOffset(), home.length);
        }
        Arrays.fill(v, 0);
    }

    /**
     * Everything.
     *
     * @throws BadInputException if a length is wrong or a number not finite
     */
    void take(double[] configuration, double[] velocity) {
        require("q", configuration, q.length);
        require("v", velocity, v.length);
        System.arraycopy(configuration, 0, q, 0, q.length);
        System.arraycopy(velocity, 0, v, 0, v.length);
    }

    /**
     * One robot.
     *
     * @throws BadInputException if a length is wrong or a number not finite
     */
    void take(WorldRobot robot, double[] configuration, double[] velocity) {
        String name = robot.model().name();
        require("q of '" + name + "'", configuration, robot.model().nq());
        require("v of '" + name + "'", velocity, robot.model().nv());
        System.arraycopy(configuration, 0, q, robot.qOffset(), configuration.length);
        System.arraycopy(velocity, 0, v, robot.vOffset(), velocity.length);
    }

    /**
     * One robot as a keyframe has it, with its controls and activations.
     *
     * @throws BadInputException if its description has no such keyframe
     */
    void takeKeyframe(WorldRobot robot, String keyframe, MechanismActuators motors) {
        Keyframe key = robot.mechanism().keyframe(keyframe);
        if (key == null) {
            List<String> names =
                    robot.mechanism().keyframes().stream().map(Keyframe::name).toList();
            throw new BadInputException(
                    "robot '" + robot.model().name() + "'",
                    "it has no keyframe '" + keyframe + "'",
                    names.isEmpty() ? "Its description has none." : "It has " + String.join(", ", names) + ".");
        }
        copy(key.q(), q, robot.qOffset());
        copy(key.v(), v, robot.vOffset());
        for (int i = 0; i < key.control().size(); i++) {
            motors.setControl(i, key.control().get(i));
        }
        int activation = 0;
        for (int i = 0;
                i < motors.names().size() && activation < key.activation().size();
                i++) {
            if (motors.hasActivation(i)) {
                motors.setActivation(i, key.activation().get(activation++));
            }
        }
    }

    private static void copy(List<Double> from, double[] to, int offset) {
        for (int i = 0; i < from.size(); i++) {
            to[offset + i] = from.get(i);
        }
    }

    /** Refuses numbers that are not as many as they should be, or not finite. */
    static void require(String what, double[] numbers, int length) {
        if (numbers.length != length) {
            throw new BadInputException(
                    "world, " + what,
                    "expected " + length + " numbers, found " + numbers.length,
                    "Order them robot after robot, each as its model does.");
        }
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                throw new BadInputException(
                        "world, " + what,
                        "expected finite numbers, found " + number,
                        "Look at where this number was computed or measured.");
            }
        }
    }
}
