package io.sigmaprompt.physics.world;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.world.tree.BodyMap;
import io.sigmaprompt.physics.world.tree.WorldTree;
import java.util.Arrays;

/** Puts one body that moves freely, or the floating base of a robot, somewhere else. */
final class FreePlacement {
    private FreePlacement() {}

    /**
     * Writes a body's place and motion.
     *
     * @param pose origin, then quaternion x, y, z, w of any length above zero
     * @param twist angular and linear velocity of the body's origin, its own axes
     * @param q Modified. the world's
     * @param v Modified. the world's
     */
    static void write(World world, BodyMap map, int body, double[] pose, double[] twist, double[] q, double[] v) {
        boolean free = map.block(body) >= 0
                && map.link(body) == 0
                && map.tree(body).bodies[0] == body
                && map.tree(body).movers(0).length == 6;
        if (!free) {
            throw new BadInputException(
                    "body '" + world.bodyName(body) + "'",
                    "it does not move freely, and cannot be put somewhere by itself",
                    "Put its robot into a configuration instead.");
        }
        require(world, body, pose, 7);
        require(world, body, twist, 6);
        double length = Math.sqrt(pose[3] * pose[3] + pose[4] * pose[4] + pose[5] * pose[5] + pose[6] * pose[6]);
        if (!(length > 1e-9)) {
            throw new BadInputException(
                    "body '" + world.bodyName(body) + "'", "its quaternion is zero", "Give 0 0 0 1 for no turn.");
        }
        WorldTree tree = map.tree(body);
        for (int k = 0; k < 7; k++) {
            q[tree.qOffset + k] = k < 3 ? pose[k] : pose[k] / length;
        }
        System.arraycopy(twist, 0, v, tree.vOffset, 6);
    }

    private static void require(World world, int body, double[] numbers, int count) {
        boolean good = numbers.length == count;
        for (double number : numbers) {
            good &= Double.isFinite(number);
        }
        if (!good) {
            throw new BadInputException(
                    "body '" + world.bodyName(body) + "'",
                    "expected " + count + " finite numbers, found " + Arrays.toString(numbers),
                    "Give origin and quaternion (x y z w), and angular and linear velocity.");
        }
    }
}
